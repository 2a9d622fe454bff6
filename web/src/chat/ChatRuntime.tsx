import {
  AssistantRuntimeProvider,
  useExternalStoreRuntime,
  type AppendMessage,
  type ThreadMessageLike,
} from "@assistant-ui/react";
import type { TFunction } from "i18next";
import { useCallback, useMemo, type ReactNode } from "react";

import { useLang } from "../i18n/useLang";
import { plainText } from "./plainText";
import type { Reply } from "./reply";
import type { Conversation } from "./useConversation";

/** What the thread draws: each turn is a message of the reader's and one of ours. */
export type ChatMessage =
  | { role: "user"; id: string; text: string }
  | { role: "assistant"; id: string; turn: string; reply: Reply };

const STATUS = {
  running: { type: "running" },
  done: { type: "complete", reason: "stop" },
  stopped: { type: "incomplete", reason: "cancelled" },
  failed: { type: "incomplete", reason: "error" },
} as const;

function toThread(message: ChatMessage, t: TFunction): ThreadMessageLike {
  if (message.role === "user") return { role: "user", id: message.id, content: message.text };
  const { id, reply, turn } = message;
  return {
    role: "assistant",
    id,
    // What the copy button takes; the page itself draws the reply's statements.
    content: [{ type: "text", text: plainText(reply, (model) => t("generation.copied", { model })) }],
    status: STATUS[reply.phase],
    metadata: { custom: { reply, turn } },
  };
}

function textOf(message: AppendMessage): string {
  return message.content.map((part) => (part.type === "text" ? part.text : "")).join("");
}

interface Props {
  conversation: Conversation;
  children: ReactNode;
}

/** Lends the conversation to assistant-ui's primitives; the state stays ours. */
export function ChatRuntime({ conversation, children }: Props) {
  const { turns, running, ask, halt } = conversation;
  const { t } = useLang();
  const convertMessage = useCallback((message: ChatMessage) => toThread(message, t), [t]);
  const messages = useMemo(() => turns.flatMap(messagesOf), [turns]);
  const runtime = useExternalStoreRuntime<ChatMessage>({
    messages,
    isRunning: running,
    convertMessage,
    onNew: (message) => ask(textOf(message)),
    onCancel: () => {
      halt();
      return Promise.resolve();
    },
  });
  return <AssistantRuntimeProvider runtime={runtime}>{children}</AssistantRuntimeProvider>;
}

const drawn = new WeakMap<object, ChatMessage[]>();

/** The same turn gives the same messages, so that only the one that changed is drawn again. */
function messagesOf(turn: Conversation["turns"][number]): ChatMessage[] {
  const known = drawn.get(turn);
  if (known) return known;
  const made: ChatMessage[] = [
    { role: "user", id: `${turn.id}-q`, text: turn.reply.question },
    { role: "assistant", id: `${turn.id}-a`, turn: turn.id, reply: turn.reply },
  ];
  drawn.set(turn, made);
  return made;
}
