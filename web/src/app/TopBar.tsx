import { Dialog, DialogDismiss, DialogHeading } from "@ariakit/react/dialog";
import { useState, type ComponentProps } from "react";

import { useLang } from "../i18n/useLang";
import { Navigation } from "./Navigation";
import { NewQuestion } from "./NewQuestion";
import { Wordmark } from "./Wordmark";

type Props = Omit<ComponentProps<typeof Navigation>, "onFollowed">;

/** Where there is no room for the column: the name, a new question, and a menu with the rest. */
export function TopBar(props: Props) {
  const { t } = useLang();
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <header className="top">
      <button
        type="button"
        className="button is-quiet"
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(true)}
      >
        {t("shell.menu")}
      </button>
      <Wordmark />
      <NewQuestion className="button is-quiet" onNew={props.onNew} />
      <Dialog open={open} onClose={close} className="drawer" backdrop={<div className="backdrop" />} unmountOnHide>
        <div className="drawer-head">
          <DialogHeading className="drawer-title">{t("shell.menu")}</DialogHeading>
          <DialogDismiss className="button is-quiet">{t("reader.close")}</DialogDismiss>
        </div>
        <Navigation {...props} onFollowed={close} />
      </Dialog>
    </header>
  );
}
