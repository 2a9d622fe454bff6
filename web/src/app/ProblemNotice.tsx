import { localProblem, RequestError } from "../api/client";
import { problemText } from "../i18n/problems";
import { useLang } from "../i18n/useLang";

/** A request that failed, in words, with a way to try again. */
export function ProblemNotice({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const { t } = useLang();
  const problem = error instanceof RequestError ? error.problem : localProblem("unreadable");
  return (
    <div className="notice is-error" role="alert">
      <p>{problemText(problem, t)}</p>
      <button type="button" className="button" onClick={onRetry}>
        {t("reply.retry")}
      </button>
    </div>
  );
}
