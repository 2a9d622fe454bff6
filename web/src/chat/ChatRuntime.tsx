import {
  AssistantRuntimeProvider,
  useExternalStoreRuntime,
  type AppendMessage,
  type ThreadMessageLike,
} from "@assistant-ui/react";
import { useMemo, type ReactNode } from "react";

import type { Turn } from "./turns";
import type { Conversation } from "./useConversation";

/** What the thread draws: each turn is a message of the reader's and one of ours. */
export interface ChatMessage {
  role: "user" | "assistant";
  id: string;
  turn: Turn;
}

const STATUS = {
  running: { type: "running" },
  done: { type: "complete", reason: "stop" },
  stopped: { type: "incomplete", reason: "cancelled" },
  failed: { type: "incomplete", reason: "error" },
} as const;

function toThread({ role, id, turn }: ChatMessage): ThreadMessageLike {
  const metadata = { custom: { turn } };
  if (role === "user") return { role, id, content: turn.reply.question, metadata };
  // The page draws the reply's statements itself.
  return { role, id, content: [], status: STATUS[turn.reply.phase], metadata };
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
  const messages = useMemo(() => turns.flatMap(messagesOf), [turns]);
  const runtime = useExternalStoreRuntime<ChatMessage>({
    messages,
    isRunning: running,
    convertMessage: toThread,
    onNew: (message) => ask(textOf(message)),
    onCancel: () => {
      halt();
      return Promise.resolve();
    },
  });
  return <AssistantRuntimeProvider runtime={runtime}>{children}</AssistantRuntimeProvider>;
}

const drawn = new WeakMap<Turn, ChatMessage[]>();

/** The same turn gives the same messages, so that only the one that changed is drawn again. */
function messagesOf(turn: Turn): ChatMessage[] {
  const known = drawn.get(turn);
  if (known) return known;
  const made: ChatMessage[] = [
    { role: "user", id: `${turn.id}-q`, turn },
    { role: "assistant", id: `${turn.id}-a`, turn },
  ];
  drawn.set(turn, made);
  return made;
}
