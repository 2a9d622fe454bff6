import { useMemo } from "react";

import type { KeptAnswer } from "../api/types";
import { InternalLink } from "../app/InternalLink";
import { CitationCards } from "../chat/CitationCards";
import { askHref } from "../chat/GivenQuestion";
import { Missing } from "../chat/Missing";
import { ReplyHead } from "../chat/ReplyHead";
import { answeredBefore } from "../chat/reply";
import { Sentences } from "../chat/Sentences";
import { UnderstoodLine } from "../chat/UnderstoodLine";
import { useLang } from "../i18n/useLang";
import { GenerationView } from "../model/GenerationView";
import { AnswerActions } from "./AnswerActions";
import { changesText } from "./changes";
import type { Marks } from "./marks";

interface Props {
  kept: KeptAnswer;
  onMarked: (marks: Marks) => void;
}

/** An answer as it was given, what became of its paragraphs since, and a way to ask it anew. */
export function KeptAnswerView({ kept, onMarked }: Props) {
  const { t } = useLang();
  const { question, answer, own, shared, feedback, cited } = kept;
  const reply = useMemo(
    () => answeredBefore(question, answer, { marks: { shared, feedback }, cited }),
    [answer, cited, feedback, question, shared],
  );
  const changes = changesText(kept, t);
  const refused = answer.status !== "answered";
  return (
    <CitationCards>
      {own && shared === null && <p className="notice">{t("answers.private")}</p>}
      {changes !== null && (
        <p className={cited.every(({ state }) => state === "same") ? "answer-changes" : "answer-changes notice"}>
          {changes}
        </p>
      )}
      <div className={refused ? "reply is-refusal" : "reply"} data-status={answer.status}>
        <div className="reply-top">
          <ReplyHead reply={reply} level="h2" />
          <UnderstoodLine understood={answer.understood} onCorrect={null} ready />
        </div>
        <Sentences reply={reply} />
        <Missing answer={answer} level="h2" />
        {answer.page !== null && <p className="notice">{t("answers.more")}</p>}
        <GenerationView answer={answer} onRetry={null} />
        <AnswerActions reply={reply} answer={answer} onMarked={onMarked} onRetry={null} own={own} />
      </div>
      <p className="ask-this">
        <InternalLink className="button is-primary" href={askHref(question)}>
          {t("answers.askThis")}
        </InternalLink>
        <span>{t(answer.understood.carried.length > 0 ? "answers.askFollowUp" : "answers.askThisWhy")}</span>
      </p>
    </CitationCards>
  );
}
