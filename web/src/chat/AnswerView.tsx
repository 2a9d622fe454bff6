import { ActionBarPrimitive } from "@assistant-ui/react";

import type { Answer, Corrected, Problem } from "../api/types";
import { problemText } from "../i18n/problems";
import { useLang } from "../i18n/useLang";
import { GenerationView } from "../model/GenerationView";
import type { More } from "./pages";
import type { Reply } from "./reply";
import { StatementView } from "./StatementView";
import { SuggestionList } from "./SuggestionList";
import { UnderstoodLine } from "./UnderstoodLine";

interface Props {
  reply: Reply;
  /** Whether it is the last one: only that offers what to ask next, and to be put right. */
  last: boolean;
  onRetry: () => void;
  onMore: () => void;
  onCorrect: (corrected: Corrected) => void;
}

/** One reply: how the question was read, the sentences, and what can be done with them. */
export function AnswerView({ reply, last, onRetry, onMore, onCorrect }: Props) {
  const { answer, phase, problem, understood } = reply;
  const refused = answer !== null && answer.status !== "answered";
  return (
    <div className={refused ? "reply is-refusal" : "reply"} data-status={answer?.status ?? phase} tabIndex={-1}>
      {understood && <UnderstoodLine understood={understood} onCorrect={answer && last ? onCorrect : null} />}
      {refused && <RefusalHeading answer={answer} />}
      {reply.statements.map((statement, index) => (
        <StatementView key={index} statement={statement} reply={reply} />
      ))}
      {answer?.page && <ShowMore more={reply.more} onMore={onMore} />}
      {answer && <Missing answer={answer} />}
      {phase === "running" && <Waiting reply={reply} />}
      {phase === "stopped" && <Stopped onRetry={onRetry} />}
      {problem && <Failure problem={problem} partial={reply.statements.length > 0} onRetry={onRetry} />}
      {answer && <GenerationView answer={answer} onRetry={last ? onRetry : null} />}
      {answer && <Afterwards answer={answer} />}
      {answer && last && <Suggestions answer={answer} />}
    </div>
  );
}

function RefusalHeading({ answer }: { answer: Answer }) {
  const { t } = useLang();
  return <h3 className="refusal-heading">{t(`reply.status.${answer.status}`)}</h3>;
}

function Missing({ answer: { missing, clarify, statements } }: { answer: Answer }) {
  const { t } = useLang();
  const said = statements.map(({ text }) => text).join("\n");
  const unsaid = missing.filter((item) => !said.includes(item));
  return (
    <>
      {clarify !== null && !said.includes(clarify) && <p className="clarify">{clarify}</p>}
      {unsaid.length > 0 && (
        <div className="missing">
          <h3>{t("reply.missing")}</h3>
          <ul>
            {unsaid.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
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

function Waiting({ reply: { passages } }: { reply: Reply }) {
  const { t } = useLang();
  const text = passages === null ? t("reply.searching") : t("reply.reading", { total: passages });
  return (
    <p className="waiting">
      <span className="pulse" aria-hidden="true" />
      {text}
    </p>
  );
}

function Stopped({ onRetry }: { onRetry: () => void }) {
  const { t } = useLang();
  return (
    <div className="notice">
      <p>{t("reply.stopped")}</p>
      <button type="button" className="button" onClick={onRetry}>
        {t("reply.retry")}
      </button>
    </div>
  );
}

interface FailureProps {
  problem: Problem;
  partial: boolean;
  onRetry: () => void;
}

function Failure({ problem, partial, onRetry }: FailureProps) {
  const { t } = useLang();
  return (
    <div className="notice is-error" role="alert">
      <p>
        <strong>{t("reply.failed")}</strong>
        <span>{problemText(problem, t)}</span>
        {partial && <span>{t("reply.partial")}</span>}
      </p>
      <button type="button" className="button" onClick={onRetry}>
        {t("reply.retry")}
      </button>
    </div>
  );
}

/** Browsers give no clipboard to a page that came over plain HTTP from another machine. */
const CAN_COPY = "clipboard" in navigator;

function Afterwards({ answer }: { answer: Answer }) {
  const { t } = useLang();
  const verbatim = answer.statements.filter(({ verification }) => verification === "verbatim").length;
  return (
    <div className="afterwards">
      <span>
        {verbatim > 0 && <span className="verbatim">{t("reply.verbatim", { count: verbatim })}</span>}
        <span>{t("reply.coverage", { count: answer.coverage.resolutions })}</span>
      </span>
      {CAN_COPY && (
        <ActionBarPrimitive.Root>
          <ActionBarPrimitive.Copy className="button is-quiet" copiedDuration={2000}>
            <span className="when-idle">{t("reply.copy")}</span>
            <span className="when-copied">{t("reply.copied")}</span>
          </ActionBarPrimitive.Copy>
        </ActionBarPrimitive.Root>
      )}
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
