import { Dialog, DialogDismiss, DialogDescription, DialogHeading } from "@ariakit/react/dialog";
import { useState } from "react";
import { navigate, usePathname } from "wouter/use-browser-location";

import { RequestError } from "../api/client";
import { homeHref, screenOf } from "../app/routes";
import { problemText } from "../i18n/problems";
import { useLang } from "../i18n/useLang";
import { deleteAllConversations } from "./api";
import { useListsAnew } from "./useConversations";

/** Deletes every conversation of this browser, once that is confirmed. */
export function DeleteAll({ total }: { total: number }) {
  const { t, lang } = useLang();
  const [open, setOpen] = useState(false);
  const [running, setRunning] = useState(false);
  const [failed, setFailed] = useState<Error | null>(null);
  const listsAnew = useListsAnew();
  const inChat = screenOf(usePathname(), "", "").kind === "chat";

  const confirm = async () => {
    setRunning(true);
    setFailed(null);
    try {
      await deleteAllConversations(lang);
      setOpen(false);
      if (inChat) navigate(homeHref);
      await listsAnew();
    } catch (error) {
      setFailed(error as Error);
    }
    setRunning(false);
  };
  return (
    <>
      <button type="button" className="button is-quiet" onClick={() => setOpen(true)}>
        {t("conversations.deleteAll")}
      </button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        role="alertdialog"
        className="dialog"
        backdrop={<div className="backdrop" />}
        unmountOnHide
      >
        <DialogHeading className="dialog-title">{t("conversations.deleteAllAsk", { count: total })}</DialogHeading>
        <DialogDescription>{t("conversations.deleteAllMeans")}</DialogDescription>
        {failed && (
          <p className="kept-problem" role="alert">
            {t("conversations.notChanged")} {failed instanceof RequestError && problemText(failed.problem, t)}
          </p>
        )}
        <div className="dialog-actions">
          <DialogDismiss className="button">{t("conversations.cancel")}</DialogDismiss>
          <button type="button" className="button is-primary" disabled={running} onClick={() => void confirm()}>
            {t("conversations.deleteAllDo")}
          </button>
        </div>
      </Dialog>
    </>
  );
}
