import { CopyButton } from "../answers/CopyMenu";
import type { Problem } from "../api/types";
import { problemText } from "../i18n/problems";
import { useLang } from "../i18n/useLang";
import { plainText } from "./plainText";
import type { Reply } from "./reply";

interface Props {
  reply: Reply;
  onRetry: () => void;
  /** Brings back what was asked and answered before; null where nothing gave way. */
  onRestore: (() => void) | null;
}

/** An answer that was stopped or broke off: what there is of it stays, and how to go on. */
export function Unfinished({ reply, onRetry, onRestore }: Props) {
  const { t } = useLang();
  const { phase, problem } = reply;
  if (phase !== "stopped" && problem === null) return null;
  const partial = reply.statements.length > 0;
  return (
    <div className={problem ? "notice is-error" : "notice"} role={problem ? "alert" : undefined}>
      {problem ? (
        <Failure problem={problem} partial={partial} />
      ) : (
        <p>{t(partial ? "reply.stopped" : "talk.stopped")}</p>
      )}
      <div className="notice-actions">
        <button type="button" className="button" onClick={onRetry}>
          {t("reply.retry")}
        </button>
        {onRestore && (
          <button type="button" className="button" onClick={onRestore}>
            {t("talk.restore")}
          </button>
        )}
        {/* What is pasted elsewhere has to say itself that it is not whole. */}
        {partial && <CopyButton label={t("talk.copyPartial")} text={plainText(reply, t("reply.partial"))} />}
      </div>
    </div>
  );
}

function Failure({ problem, partial }: { problem: Problem; partial: boolean }) {
  const { t } = useLang();
  return (
    <p>
      <strong>{t("reply.failed")}</strong>
      <span>{problemText(problem, t)}</span>
      {partial && <span>{t("reply.partial")}</span>}
    </p>
  );
}
