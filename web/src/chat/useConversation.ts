import { useCallback, useEffect, useRef, useState } from "react";

import { askStream, localProblem, RequestError, type Ask } from "../api/client";
import type { Corrected, Lang } from "../api/types";
import { advance, conversationOf, fail, stop, waiting, type Reply } from "./reply";
import { useAgain } from "./useAgain";
import { useMore } from "./useMore";

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
  /** Asks the last question again with this put right, in the place of its answer. */
  correct: (id: string, corrected: Corrected) => Promise<void>;
  /** Shows one more page of a long answer. */
  more: (id: string) => Promise<void>;
  halt: () => void;
  /** Goes on from these turns, as they were kept. */
  resume: (kept: readonly Turn[]) => void;
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

/** `extractsOnly`: questions are answered with the resolutions' own words, and no model is asked. */
export function useConversation(lang: Lang, extractsOnly: boolean): Conversation {
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
    (id: string, question: string, before: readonly Turn[], corrected: Corrected | null = null) => {
      current.current?.abort();
      current.current = new AbortController();
      const conversation = conversationOf(before.map(({ reply }) => reply));
      const ask: Ask = {
        question,
        lang,
        corrected,
        ...(extractsOnly && { answerer: "extractive" }),
        ...(conversation && { conversation_id: conversation }),
      };
      return follow(ask, current.current.signal, (next) => change(id, next));
    },
    [change, extractsOnly, lang],
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

  const { retry, correct } = useAgain(latest, change, run);
  const more = useMore(lang, latest, change);

  const halt = useCallback(() => {
    current.current?.abort();
    setTurns((all) => all.map(({ id, reply }) => ({ id, reply: stop(reply) })));
  }, []);

  const resume = useCallback((kept: readonly Turn[]) => {
    current.current?.abort();
    setTurns(kept);
  }, []);

  const clear = useCallback(() => resume([]), [resume]);

  useEffect(() => () => current.current?.abort(), []);
  const running = turns.some(({ reply }) => reply.phase === "running");
  return { turns, running, ask, retry, correct, more, halt, resume, clear };
}
