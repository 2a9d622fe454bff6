import { useMemo, type RefObject } from "react";

import type { Ask } from "../api/client";
import type { Corrected } from "../api/types";
import { askedAgain, correctedAgain, isUnknownAnswer, replacing, restored, type Turn } from "./turns";
import { bothCorrected } from "./understood";

type Run = (turn: string, asked: Pick<Ask, "question" | "corrected" | "replaces">) => Promise<void>;
type SetTurns = (next: (turns: readonly Turn[]) => readonly Turn[]) => void;

/** Asks a question again, in the place of its answer: as it was, put right, or in other words. */
export function useAgain(
  latest: RefObject<{ turns: readonly Turn[] }>,
  setTurns: SetTurns,
  run: Run,
) {
  return useMemo(() => {
    const instead = async (id: string, words: (turn: Turn) => [string, Corrected | null]) => {
      const { turns } = latest.current;
      const at = turns.findIndex((turn) => turn.id === id);
      const turn = turns[at];
      if (!turn) return;
      const [question, corrected] = words(turn);
      const after = askedAgain(turns, at, question, corrected);
      setTurns(() => after);
      const inPlace = isUnknownAnswer(turn.reply.problem) ? {} : replacing(after[at]);
      await run(id, { question, corrected, ...inPlace });
    };
    return {
      retry: (id: string) => instead(id, ({ reply }) => [reply.question, correctedAgain(reply)]),
      correct: (id: string, corrected: Corrected) =>
        instead(id, ({ reply }) => [reply.question, bothCorrected(reply.corrected, corrected)]),
      edit: (id: string, question: string) => instead(id, () => [question, null]),
      later: (id: string) => {
        const { turns } = latest.current;
        const at = turns.findIndex((turn) => turn.id === id);
        return at < 0 ? 0 : turns.length - at - 1;
      },
      restore: (id: string) => setTurns((turns) => restored(turns, id)),
    };
  }, [latest, run, setTurns]);
}
