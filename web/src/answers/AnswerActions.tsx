import type { Answer } from "../api/types";
import type { Reply } from "../chat/reply";
import { useLang } from "../i18n/useLang";
import { isPhrased } from "../model/generation";
import { CopyMenu } from "./CopyMenu";
import { Feedback } from "./Feedback";
import type { Marks } from "./marks";
import { ShareButton } from "./ShareDialog";
import { written } from "./written";

interface Props {
  reply: Reply;
  answer: Answer;
  onMarked: (marks: Marks) => void;
  /** Asks again; null where the conversation has gone on, or the answer is another's. */
  onRetry: (() => void) | null;
  /** Whether it is the reader's own to share. */
  own?: boolean;
}

/** Under an answer: what it was taken from, and what can be done with it. */
export function AnswerActions({ reply, answer, onMarked, onRetry, own = true }: Props) {
  const { t } = useLang();
  const { marks, paged } = reply;
  const { id, generation } = answer;
  const note = isPhrased(answer) && generation ? t("generation.copied", { model: generation.model }) : null;
  const verbatim = reply.statements.filter(({ verification }) => verification === "verbatim").length;
  return (
    <div className="afterwards">
      <p>
        {verbatim > 0 && <span className="verbatim">{t("reply.verbatim", { count: verbatim })}</span>}
        <span>{t("reply.coverage", { count: answer.coverage.resolutions })}</span>
      </p>
      {id !== null && (
        <div className="answer-actions">
          <CopyMenu
            id={id}
            shown={paged ? (form) => written(reply, form, answer.lang, note) : null}
            goesOn={Boolean(answer.page)}
          />
          {own && (
            <ShareButton id={id} shared={marks.shared} onShared={(shared) => onMarked({ ...marks, shared })} />
          )}
          {onRetry && (
            <button type="button" className="button is-quiet" onClick={onRetry}>
              {t("talk.again")}
            </button>
          )}
        </div>
      )}
      {id !== null && (
        <Feedback id={id} said={marks.feedback} onSaid={(feedback) => onMarked({ ...marks, feedback })} />
      )}
    </div>
  );
}
