import { AuiIf, MessagePrimitive, ThreadPrimitive, useAuiState } from "@assistant-ui/react";
import { memo } from "react";

import { useLang } from "../i18n/useLang";
import { WhereQuestionsGo } from "../model/WhereQuestionsGo";
import { AnswerView } from "./AnswerView";
import { Asked } from "./Asked";
import { CitationCards } from "./CitationCards";
import { Composer } from "./Composer";
import type { Turn } from "./turns";
import type { TurnActions } from "./useConversation";
import { Welcome } from "./Welcome";

interface Props {
  actions: TurnActions;
}

/** The conversation and the box to ask in. */
export const Thread = memo(function Thread({ actions }: Props) {
  const { t } = useLang();
  return (
    <ThreadPrimitive.Root className="thread">
      <ThreadPrimitive.Viewport
        className="thread-viewport"
        // An answer is read from its first line, so the question stays at the top.
        turnAnchor="top"
        scrollToBottomOnInitialize={false}
      >
        <AuiIf condition={(s) => s.thread.isEmpty}>
          <Welcome />
        </AuiIf>
        <AuiIf condition={(s) => !s.thread.isEmpty}>
          <h1 className="visually-hidden">{t("ask.thread")}</h1>
        </AuiIf>
        <CitationCards>
          <div className="messages" role="log" aria-live="polite" aria-label={t("ask.thread")}>
            <ThreadPrimitive.Messages>
              {({ message }) => (message.role === "user" ? <Question actions={actions} /> : <Answered actions={actions} />)}
            </ThreadPrimitive.Messages>
          </div>
        </CitationCards>
      </ThreadPrimitive.Viewport>
      <Composer />
      <WhereQuestionsGo />
    </ThreadPrimitive.Root>
  );
});

function useTurn(): Turn | null {
  const custom = useAuiState((s) => s.message.metadata.custom);
  return (custom as { turn?: Turn }).turn ?? null;
}

function Question({ actions }: Props) {
  const turn = useTurn();
  if (!turn) return null;
  return (
    <MessagePrimitive.Root className="asked">
      <Asked id={turn.id} question={turn.reply.question} actions={actions} />
    </MessagePrimitive.Root>
  );
}

function Answered({ actions }: Props) {
  const { t } = useLang();
  const turn = useTurn();
  const last = useAuiState((s) => s.message.isLast);
  if (!turn) return null;
  return (
    <MessagePrimitive.Root className="answered" role="group" aria-label={t("ask.reply")}>
      <AnswerView turn={turn} last={last} actions={actions} />
    </MessagePrimitive.Root>
  );
}
