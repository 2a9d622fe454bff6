import { useCallback, type RefObject } from "react";

import type { Corrected } from "../api/types";
import { waiting, type Reply } from "./reply";
import { bothCorrected } from "./understood";
import type { Turn } from "./useConversation";

type Change = (id: string, next: (reply: Reply) => Reply) => void;
type Run = (id: string, question: string, before: readonly Turn[], corrected: Corrected | null) => Promise<void>;

/** Asks a question again, in the place of its answer: as it was, or with something put right. */
export function useAgain(turns: RefObject<readonly Turn[]>, change: Change, run: Run) {
  const retry = useCallback(
    async (id: string) => {
      const at = turns.current.findIndex((turn) => turn.id === id);
      const reply = turns.current[at]?.reply;
      if (!reply) return;
      // A correction that was refused would be refused again.
      const corrected = reply.problem?.code === "invalid_correction" ? null : reply.corrected;
      change(id, () => waiting(reply.question, corrected));
      await run(id, reply.question, turns.current.slice(0, at), corrected);
    },
    [change, run, turns],
  );

  const correct = useCallback(
    async (id: string, corrected: Corrected) => {
      const at = turns.current.findIndex((turn) => turn.id === id);
      const reply = turns.current[at]?.reply;
      if (!reply) return;
      const both = bothCorrected(reply.corrected, corrected);
      change(id, () => waiting(reply.question, both));
      // With its own conversation, in which the server puts the turn right.
      await run(id, reply.question, turns.current.slice(0, at + 1), both);
    },
    [change, run, turns],
  );

  return { retry, correct };
}
