import { Dialog, DialogDismiss, DialogHeading } from "@ariakit/react/dialog";

import { useLang } from "../i18n/useLang";
import { ShortcutList } from "./ShortcutList";

/** What `?` opens. */
export function ShortcutDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useLang();
  return (
    <Dialog
      open={open}
      onClose={onClose}
      className="dialog"
      backdrop={<div className="backdrop" />}
      unmountOnHide
    >
      <DialogHeading className="dialog-title">{t("shell.shortcuts.heading")}</DialogHeading>
      <ShortcutList />
      <div className="dialog-actions">
        <DialogDismiss className="button">{t("reader.close")}</DialogDismiss>
      </div>
    </Dialog>
  );
}
