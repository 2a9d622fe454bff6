import { useCallback, useEffect, useRef, useState } from "react";

import { askStream, localProblem, RequestError, type Ask } from "../api/client";
import type { Lang } from "../api/types";
import { advance, conversationOf, fail, stop, waiting, type Reply } from "./reply";

/** One question and how far its answer has come. */
export interface Turn {
  id: string;
  reply: Reply;
}

export interface Conversation {
  turns: readonly Turn[];
  running: boolean;
  ask: (question: string) => Promise<void>;
  retry: (id: string) => Promise<void>;
  halt: () => void;
  clear: () => void;
}

/** Follows an answer to its end. What was aborted changes nothing any more. */
async function follow(ask: Ask, signal: AbortSignal, change: (next: (reply: Reply) => Reply) => void) {
  try {
    for await (const event of askStream(ask, signal)) {
      if (signal.aborted) return;
      change((reply) => advance(reply, event));
    }
  } catch (error) {
    if (signal.aborted) return;
    const known = error instanceof RequestError;
    change((reply) => fail(reply, known ? error.problem : localProblem("unreadable")));
  }
}

export function useConversation(lang: Lang): Conversation {
  const [turns, setTurns] = useState<readonly Turn[]>([]);
  const current = useRef<AbortController | null>(null);
  const counted = useRef(0);
  const latest = useRef(turns);
  useEffect(() => {
    latest.current = turns;
  }, [turns]);

  const change = useCallback((id: string, next: (reply: Reply) => Reply) => {
    setTurns((all) => all.map((t) => (t.id === id ? { id, reply: next(t.reply) } : t)));
  }, []);

  const run = useCallback(
    (id: string, question: string, before: readonly Turn[]) => {
      current.current?.abort();
      current.current = new AbortController();
      const conversation = conversationOf(before.map(({ reply }) => reply));
      const ask = { question, lang, ...(conversation && { conversation_id: conversation }) };
      return follow(ask, current.current.signal, (next) => change(id, next));
    },
    [change, lang],
  );

  const ask = useCallback(
    (question: string) => {
      counted.current += 1;
      const id = `turn-${counted.current}`;
      const before = latest.current;
      setTurns((all) => [...all, { id, reply: waiting(question) }]);
      return run(id, question, before);
    },
    [run],
  );

  const retry = useCallback(
    async (id: string) => {
      const at = latest.current.findIndex((turn) => turn.id === id);
      const turn = latest.current[at];
      if (!turn) return;
      change(id, (reply) => waiting(reply.question));
      await run(id, turn.reply.question, latest.current.slice(0, at));
    },
    [change, run],
  );

  const halt = useCallback(() => {
    current.current?.abort();
    setTurns((all) => all.map(({ id, reply }) => ({ id, reply: stop(reply) })));
  }, []);

  const clear = useCallback(() => {
    current.current?.abort();
    setTurns([]);
  }, []);

  useEffect(() => () => current.current?.abort(), []);
  const running = turns.some(({ reply }) => reply.phase === "running");
  return { turns, running, ask, retry, halt, clear };
}
