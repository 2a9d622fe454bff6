import { useCallback, useEffect, useMemo, useRef, useState } from "react";

import { ensureOwner } from "../api/answers";
import { askStream, localProblem, RequestError, type Ask } from "../api/client";
import type { AnswerEvent } from "../api/events";
import type { Corrected, KeptConversation, Lang } from "../api/types";
import type { Marks } from "../answers/marks";
import { advance, stop, type Reply } from "./reply";
import { changed, goneOn, replacing, turnsOf, type Turn } from "./turns";
import { useAgain } from "./useAgain";
import { useMore } from "./useMore";

/** What can be done with a turn; the functions stay the same while answers come. */
export interface TurnActions {
  retry: (id: string) => Promise<void>;
  /** Asks the question again with this put right, in the place of its answer. */
  correct: (id: string, corrected: Corrected) => Promise<void>;
  /** Asks another question in the place of one; what came after it gives way. */
  edit: (id: string, question: string) => Promise<void>;
  /** How many turns stand after one, and would give way with it. */
  later: (id: string) => number;
  /** Brings back what gave way to a question whose answer did not come to its end. */
  restore: (id: string) => void;
  /** Shows one more page of a long answer. */
  more: (id: string) => Promise<void>;
  mark: (id: string, marks: Marks) => void;
}

export interface Conversation {
  /** The id under which the server keeps it; null while it keeps nothing. */
  id: string | null;
  turns: readonly Turn[];
  running: boolean;
  ask: (question: string) => Promise<void>;
  actions: TurnActions;
  halt: () => void;
  /** Shows a conversation that the server kept. */
  open: (kept: KeptConversation) => void;
  clear: () => void;
}

/** Follows an answer to its end. What was aborted is told nothing more of. */
async function follow(ask: Ask, signal: AbortSignal, tell: (event: AnswerEvent) => void) {
  try {
    await ensureOwner();
    for await (const event of askStream(ask, signal)) {
      if (signal.aborted) return;
      tell(event);
    }
  } catch (error) {
    if (signal.aborted) return;
    const known = error instanceof RequestError;
    tell({ name: "error", data: known ? error.problem : localProblem("unreadable") });
  }
}

/** `extractsOnly`: questions are answered with the resolutions' own words, and no model is asked. */
export function useConversation(lang: Lang, extractsOnly: boolean): Conversation {
  const [turns, setTurns] = useState<readonly Turn[]>([]);
  const [id, setId] = useState<string | null>(null);
  const current = useRef<AbortController | null>(null);
  const counted = useRef(0);
  const latest = useRef({ turns, id });
  useEffect(() => {
    latest.current = { turns, id };
  }, [turns, id]);

  const change = useCallback((turn: string, next: (reply: Reply) => Reply) => {
    setTurns((all) => changed(all, turn, next));
  }, []);

  const run = useCallback(
    (turn: string, asked: Pick<Ask, "question" | "corrected" | "replaces">) => {
      current.current?.abort();
      current.current = new AbortController();
      const ask: Ask = {
        ...asked,
        lang,
        ...(extractsOnly && { answerer: "extractive" }),
        ...(latest.current.id !== null && { conversation_id: latest.current.id }),
      };
      return follow(ask, current.current.signal, (event) => {
        change(turn, (reply) => advance(reply, event));
        if (event.name === "answer") setId(event.data.conversation_id);
      });
    },
    [change, extractsOnly, lang],
  );

  const ask = useCallback(
    (question: string) => {
      counted.current += 1;
      const turn = `turn-${counted.current}`;
      const after = goneOn(latest.current.turns, turn, question);
      setTurns(after);
      return run(turn, { question, ...replacing(after.at(-1)) });
    },
    [run],
  );

  const again = useAgain(latest, setTurns, run);
  const more = useMore(lang, latest, change);
  const mark = useCallback(
    (turn: string, marks: Marks) => change(turn, (reply) => ({ ...reply, marks })),
    [change],
  );
  const actions = useMemo(() => ({ ...again, more, mark }), [again, more, mark]);

  const halt = useCallback(() => {
    current.current?.abort();
    setTurns((all) => all.map((turn) => ({ ...turn, reply: stop(turn.reply) })));
  }, []);

  const show = useCallback((kept: KeptConversation | null) => {
    current.current?.abort();
    setTurns(kept === null ? [] : turnsOf(kept));
    setId(kept?.id ?? null);
  }, []);
  const clear = useCallback(() => show(null), [show]);

  useEffect(() => () => current.current?.abort(), []);
  const running = turns.some(({ reply }) => reply.phase === "running");
  return { id, turns, running, ask, actions, halt, open: show, clear };
}
