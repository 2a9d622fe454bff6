import { AuiIf, ComposerPrimitive, MessagePrimitive, ThreadPrimitive, useAuiState } from "@assistant-ui/react";
import type { KeyboardEvent } from "react";

import type { Corrected } from "../api/types";
import { useLang } from "../i18n/useLang";
import { GOES_ID, WhereQuestionsGo } from "../model/WhereQuestionsGo";
import { AnswerView } from "./AnswerView";
import type { Reply } from "./reply";
import { Welcome } from "./Welcome";

interface Props {
  onRetry: (turn: string) => void;
  onMore: (turn: string) => void;
  onCorrect: (turn: string, corrected: Corrected) => void;
}

/** The conversation and the box to ask in. */
export function Thread(props: Props) {
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
        <div className="messages" role="log" aria-live="polite" aria-label={t("ask.thread")}>
          <ThreadPrimitive.Messages>
            {({ message }) => (message.role === "user" ? <Asked /> : <Answered {...props} />)}
          </ThreadPrimitive.Messages>
        </div>
      </ThreadPrimitive.Viewport>
      <Composer />
      <WhereQuestionsGo />
    </ThreadPrimitive.Root>
  );
}

function Asked() {
  const { t } = useLang();
  const text = useAuiState((s) => s.message.parts.map((p) => (p.type === "text" ? p.text : "")).join(""));
  return (
    <MessagePrimitive.Root className="asked">
      <h2>
        <span className="visually-hidden">{t("ask.you")} </span>
        {text}
      </h2>
    </MessagePrimitive.Root>
  );
}

function Answered({ onRetry, onMore, onCorrect }: Props) {
  const { t } = useLang();
  const custom = useAuiState((s) => s.message.metadata.custom);
  const last = useAuiState((s) => s.message.isLast);
  const { reply, turn } = custom as { reply?: Reply; turn?: string };
  if (!reply || turn === undefined) return null;
  return (
    <MessagePrimitive.Root className="answered" role="group" aria-label={t("ask.reply")}>
      <AnswerView
        reply={reply}
        last={last}
        onRetry={() => onRetry(turn)}
        onMore={() => onMore(turn)}
        onCorrect={(corrected) => onCorrect(turn, corrected)}
      />
    </MessagePrimitive.Root>
  );
}

/** Safari ends a composition before its Enter arrives; only this old code tells the two apart. */
const COMPOSING_KEY_CODE = 229;

function keepComposition(event: KeyboardEvent<HTMLTextAreaElement>) {
  if (event.key === "Enter" && event.keyCode === COMPOSING_KEY_CODE) event.preventDefault();
}

function Composer() {
  const { t } = useLang();
  return (
    <ComposerPrimitive.Root className="composer">
      <label className="visually-hidden" htmlFor="question">
        {t("ask.label")}
      </label>
      <ComposerPrimitive.Input
        id="question"
        name="question"
        rows={1}
        maxRows={6}
        placeholder={t("ask.placeholder")}
        aria-describedby={`question-hint ${GOES_ID}`}
        onKeyDown={keepComposition}
      />
      <span id="question-hint" className="visually-hidden">
        {t("ask.hint")}
      </span>
      <AuiIf condition={(s) => !s.thread.isRunning}>
        <ComposerPrimitive.Send className="button is-primary">{t("ask.send")}</ComposerPrimitive.Send>
      </AuiIf>
      <AuiIf condition={(s) => s.thread.isRunning}>
        <ComposerPrimitive.Cancel className="button">{t("ask.stop")}</ComposerPrimitive.Cancel>
      </AuiIf>
    </ComposerPrimitive.Root>
  );
}
