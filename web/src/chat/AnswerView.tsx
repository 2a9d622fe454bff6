import { memo } from "react";

import { AnswerActions } from "../answers/AnswerActions";
import type { Answer } from "../api/types";
import { problemText } from "../i18n/problems";
import { useLang } from "../i18n/useLang";
import { GenerationView } from "../model/GenerationView";
import { Missing } from "./Missing";
import type { More } from "./pages";
import { ReplyHead } from "./ReplyHead";
import type { Reply } from "./reply";
import { Sentences } from "./Sentences";
import { SuggestionList } from "./SuggestionList";
import { canRestore, type Turn } from "./turns";
import { UnderstoodLine } from "./UnderstoodLine";
import { Unfinished } from "./Unfinished";
import type { TurnActions } from "./useConversation";

/** More sentences than this are drawn only where they are looked at. */
const LONG = 24;

interface Props {
  turn: Turn;
  /** Whether it is the last one: only that offers what to ask next, and to be put right. */
  last: boolean;
  actions: TurnActions;
}

/** One reply: how the question was read, the sentences, and what can be done with them. */
export const AnswerView = memo(function AnswerView({ turn, last, actions }: Props) {
  const { id, reply } = turn;
  const { answer, phase, understood } = reply;
  const retry = () => void actions.retry(id);
  return (
    <div className={classOf(reply)} data-status={answer?.status ?? phase} tabIndex={-1}>
      <div className="reply-top">
        <ReplyHead reply={reply} />
        {understood && (
          <UnderstoodLine
            understood={understood}
            onCorrect={last ? (corrected) => void actions.correct(id, corrected) : null}
            ready={answer !== null}
          />
        )}
      </div>
      <Sentences reply={reply} />
      {answer?.page && <ShowMore more={reply.more} onMore={() => void actions.more(id)} />}
      {answer && <Missing answer={answer} />}
      <Unfinished reply={reply} onRetry={retry} onRestore={canRestore(turn) ? () => actions.restore(id) : null} />
      {answer && <GenerationView answer={answer} onRetry={last ? retry : null} />}
      {answer && (
        <AnswerActions
          reply={reply}
          answer={answer}
          onMarked={(marks) => actions.mark(id, marks)}
          onRetry={last ? retry : null}
        />
      )}
      {answer && last && <Suggestions answer={answer} />}
    </div>
  );
});

function classOf({ answer, statements }: Reply): string {
  const names = ["reply"];
  if (answer !== null && answer.status !== "answered") names.push("is-refusal");
  if (statements.length > LONG) names.push("is-long");
  return names.join(" ");
}

function ShowMore({ more, onMore }: { more: More; onMore: () => void }) {
  const { t } = useLang();
  const problem = more === "loading" ? null : more;
  return (
    <div className="show-more">
      {problem && <p role="alert">{problemText(problem, t)}</p>}
      <button type="button" className="button" disabled={more === "loading"} onClick={onMore}>
        {t(more === "loading" ? "reply.loadingMore" : "reply.showMore")}
      </button>
    </div>
  );
}

function Suggestions({ answer: { suggestions, status } }: { answer: Answer }) {
  const { t } = useLang();
  if (suggestions.length === 0) return null;
  const heading = status === "answered" ? "reply.suggestions" : "reply.suggestionsInstead";
  return (
    <section className="suggestions" aria-label={t(heading)}>
      <h3>{t(heading)}</h3>
      <SuggestionList questions={suggestions} />
    </section>
  );
}
