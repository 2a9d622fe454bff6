import { Dialog, DialogDismiss, DialogHeading } from "@ariakit/react/dialog";
import { useId, useState } from "react";

import { shareAnswer, unshareAnswer } from "../api/answers";
import { InternalLink } from "../app/InternalLink";
import { answerHref } from "../app/routes";
import { problemText } from "../i18n/problems";
import { useLang } from "../i18n/useLang";
import { CopyButton } from "./CopyMenu";
import { useSending } from "./useSending";

interface Props {
  id: string;
  shared: string | null;
  onShared: (shared: string | null) => void;
}

/** Gives one answer an address for others, says who can read what there, and takes it back. */
export function ShareButton(props: Props) {
  const { t } = useLang();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="button is-quiet" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {t(props.shared === null ? "talk.share.button" : "talk.share.shared")}
      </button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        className="dialog share"
        backdrop={<div className="backdrop" />}
        unmountOnHide
      >
        <DialogHeading className="dialog-title">{t("talk.share.heading")}</DialogHeading>
        <Sharing {...props} />
      </Dialog>
    </>
  );
}

function Sharing({ id, shared, onShared }: Props) {
  const { t, lang } = useLang();
  const { sending, problem, send } = useSending();
  const share = () => send(() => shareAnswer(id, lang), (kept) => onShared(kept.shared));
  const stop = () => send(() => unshareAnswer(id, lang), () => onShared(null));
  return (
    <>
      <p>{t("talk.share.means")}</p>
      {shared !== null && <SharedLink id={id} />}
      {problem && <p role="alert">{problemText(problem, t)}</p>}
      <p role="status" className="visually-hidden">
        {t(shared === null ? "talk.share.isPrivate" : "talk.share.isShared")}
      </p>
      <div className="dialog-actions">
        {shared === null ? (
          <button type="button" className="button is-primary" disabled={sending} onClick={() => void share()}>
            {t("talk.share.make")}
          </button>
        ) : (
          <button type="button" className="button" disabled={sending} onClick={() => void stop()}>
            {t("talk.share.stop")}
          </button>
        )}
        <DialogDismiss className="button">{t("reader.close")}</DialogDismiss>
      </div>
    </>
  );
}

function SharedLink({ id }: { id: string }) {
  const { t } = useLang();
  const name = useId();
  const href = answerHref(id);
  const address = new URL(href, window.location.href).href;
  return (
    <div className="share-link">
      <label htmlFor={name}>{t("talk.share.link")}</label>
      <input id={name} readOnly value={address} onFocus={(event) => event.currentTarget.select()} />
      <div className="share-link-actions">
        <CopyButton label={t("talk.share.copy")} text={address} />
        <InternalLink className="button" href={href}>
          {t("talk.share.open")}
        </InternalLink>
      </div>
    </div>
  );
}
