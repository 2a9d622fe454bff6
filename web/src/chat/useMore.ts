import { useCallback, type RefObject } from "react";

import { askStream, localProblem, RequestError, type Ask } from "../api/client";
import type { Lang } from "../api/types";
import { isPhrased } from "../model/generation";
import { withPage } from "./pages";
import type { Reply } from "./reply";
import type { Turn } from "./turns";

type Change = (id: string, next: (reply: Reply) => Reply) => void;

/** Shows one more page of a long answer, under what is shown of it. */
export function useMore(lang: Lang, latest: RefObject<{ turns: readonly Turn[] }>, change: Change) {
  return useCallback(
    async (id: string) => {
      const reply = latest.current.turns.find((turn) => turn.id === id)?.reply;
      const { page, conversation_id: conversation } = reply?.answer ?? {};
      if (!reply || !page || reply.more === "loading") return;
      change(id, (now) => ({ ...now, more: "loading" }));
      const { question, corrected } = reply;
      const ask: Ask = {
        question,
        corrected,
        lang,
        page,
        // A list is not quoted on one page and phrased on the next.
        ...(reply.answer && !isPhrased(reply.answer) && { answerer: "extractive" }),
        ...(conversation && { conversation_id: conversation }),
      };
      try {
        for await (const event of askStream(ask, new AbortController().signal)) {
          if (event.name === "answer") change(id, (now) => withPage(now, event.data));
          if (event.name === "error") change(id, (now) => ({ ...now, more: event.data }));
        }
      } catch (error) {
        const problem = error instanceof RequestError ? error.problem : localProblem("unreadable");
        change(id, (now) => ({ ...now, more: problem }));
      }
    },
    [change, lang, latest],
  );
}
