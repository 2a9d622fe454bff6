import type { AnswerEvent } from "../api/events";
import type { Answer, Citation, CitedNow, Corrected, Problem, Statement, Understood } from "../api/types";
import { NOTHING_SAID, type Marks } from "../answers/marks";
import type { More } from "./pages";

/** How far the answer to one question has come. */
export interface Reply {
  question: string;
  /** What its reader put right in how the question was read. */
  corrected: Corrected | null;
  phase: "running" | "done" | "stopped" | "failed";
  understood: Understood | null;
  passages: number | null;
  statements: readonly Statement[];
  citations: readonly Citation[];
  answer: Answer | null;
  problem: Problem | null;
  more: More;
  /** Whether more was shown than the page that the server keeps under the answer's id. */
  paged: boolean;
  /** Whether it is shared, and what its reader said of it. */
  marks: Marks;
  /** What the library holds today of what it cites; null where that was not asked. */
  cited: readonly CitedNow[] | null;
}

export function waiting(question: string, corrected: Corrected | null = null): Reply {
  return {
    question,
    corrected,
    phase: "running",
    understood: null,
    passages: null,
    statements: [],
    citations: [],
    answer: null,
    problem: null,
    more: null,
    paged: false,
    marks: NOTHING_SAID,
    cited: null,
  };
}

/** The reply after one more event. The whole answer, coming last, replaces what was streamed. */
export function advance(reply: Reply, event: AnswerEvent): Reply {
  switch (event.name) {
    case "understood":
      return { ...reply, understood: event.data };
    case "passages":
      return { ...reply, passages: event.data.total };
    case "citation":
      return { ...reply, citations: [...reply.citations, event.data] };
    case "delta":
      return { ...reply, statements: [...reply.statements, event.data] };
    case "answer":
      return finish(reply, event.data);
    case "error":
      return fail(reply, event.data);
  }
}

function finish(reply: Reply, answer: Answer): Reply {
  const { understood, statements, citations } = answer;
  return { ...reply, phase: "done", answer, understood, statements, citations };
}

export function fail(reply: Reply, problem: Problem): Reply {
  return { ...reply, phase: "failed", problem };
}

export function stop(reply: Reply): Reply {
  return reply.phase === "running" ? { ...reply, phase: "stopped" } : reply;
}

/** The reply to a question that was answered before, as the server kept it. */
export function answeredBefore(
  question: string,
  answer: Answer,
  { marks = NOTHING_SAID, cited = null }: Partial<Pick<Reply, "marks" | "cited">> = {},
): Reply {
  return { ...finish(waiting(question), answer), marks, cited };
}

/** How many paragraphs a reply rests on: one cited twice is one. */
export function paragraphsCited({ citations }: Reply): number {
  return new Set(citations.map(({ symbol, paragraph }) => `${symbol}#${paragraph}`)).size;
}
