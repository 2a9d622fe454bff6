import { Dialog, DialogDismiss, DialogHeading } from "@ariakit/react/dialog";
import { useState } from "react";

import { useLang } from "../../i18n/useLang";
import { UploadDesk } from "./UploadDesk";
import { useDroppedFiles } from "./useDroppedFiles";

/** Opens the desk where files are taken in; so do files dropped anywhere on the library. */
export function UploadButton() {
  const { t } = useLang();
  const [open, setOpen] = useState(false);
  const [met, setMet] = useState(false);
  const [dropped, setDropped] = useState<readonly File[]>([]);
  const show = () => {
    setMet(true);
    setOpen(true);
  };
  const over = useDroppedFiles((files) => {
    setDropped(files);
    show();
  });
  return (
    <>
      <button type="button" className="button" aria-haspopup="dialog" onClick={show}>
        {t("library.upload.open")}
      </button>
      {over && !open && (
        <div className="drop-veil" aria-hidden="true">
          <p>{t("library.upload.dropHere")}</p>
        </div>
      )}
      {/* Closed, it goes on: an upload under way is not lost by looking something up. */}
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        className="dialog upload-dialog"
        backdrop={<div className="backdrop" />}
      >
        <header className="upload-head">
          <DialogHeading className="dialog-title">{t("library.upload.heading")}</DialogHeading>
          <DialogDismiss className="button is-quiet">{t("reader.close")}</DialogDismiss>
        </header>
        {met && <UploadDesk dropped={dropped} over={over} onTaken={() => setDropped([])} />}
      </Dialog>
    </>
  );
}
