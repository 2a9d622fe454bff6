import type { AnswerEvent } from "../api/events";
import type { Answer, Citation, Corrected, Problem, Statement, Understood } from "../api/types";
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

/** The conversation an answer belongs to, to be sent back with the next question. */
export function conversationOf(replies: readonly Reply[]): string | undefined {
  return replies.findLast((reply) => reply.answer?.conversation_id)?.answer?.conversation_id ?? undefined;
}
