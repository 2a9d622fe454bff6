import type { Answer, Problem, Statement } from "../api/types";
import { addedUp } from "../model/generation";
import type { Reply } from "./reply";

/** Whether more of a long list is on its way, or why it did not come. */
export type More = "loading" | Problem | null;

/** What a page says at its end, and every page again: it stays where it is said last. */
function isRepeated({ kind, text }: Statement, page: Answer): boolean {
  const isHeading = /[：:]$/.test(text);
  return kind === "connective" && !isHeading && page.statements.some((other) => other.text === text);
}

/** The reply with one more page of its list under it, its citations numbered on. */
export function withPage(reply: Reply, page: Answer): Reply {
  const first = Math.max(0, ...reply.citations.map(({ n }) => n));
  const moved = page.statements.map((statement) => ({
    ...statement,
    citations: statement.citations.map((n) => n + first),
    quotes: statement.quotes.map((quote) => ({ ...quote, n: quote.n + first })),
    answers: statement.answers.map((quote) => ({ ...quote, n: quote.n + first })),
  }));
  const kept = reply.statements.filter((statement) => !isRepeated(statement, page));
  return {
    ...reply,
    statements: [...kept, ...moved],
    citations: [...reply.citations, ...page.citations.map((one) => ({ ...one, n: one.n + first }))],
    answer: reply.answer && {
      ...reply.answer,
      page: page.page,
      generation: addedUp(reply.answer.generation, page.generation),
    },
    more: null,
    paged: true,
  };
}
