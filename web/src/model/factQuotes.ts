import type { Citation, Quote, Statement } from "../api/types";
import { slice } from "../text/codepoints";
import { verbatimRuns } from "./verbatim";

const known = new WeakMap<Statement, Statement>();

/**
 * A model's sentence with all the words it takes over from its paragraphs as quotes, in the order
 * they stand in it: those the server names and those found here. Other statements stay as they are.
 */
export function withVerbatimWords(statement: Statement, citations: readonly Citation[]): Statement {
  if (statement.kind !== "fact") return statement;
  const before = known.get(statement);
  if (before) return before;
  const cited = citations.filter(({ n }) => statement.citations.includes(n));
  const marked = { ...statement, quotes: quotesOf(statement, cited) };
  known.set(statement, marked);
  return marked;
}

function quotesOf({ text, quotes }: Statement, cited: readonly Citation[]): Quote[] {
  const found = verbatimRuns(text, cited).flatMap(({ at, source, span }) => {
    const citation = cited[source];
    return citation ? [{ at: at.start, end: at.end, quote: { n: citation.n, ...span } }] : [];
  });
  const named = quotes.flatMap((quote) => {
    const at = placeOf(quote, text, cited);
    const covered = at === null || found.some((run) => run.at <= at.start && at.end <= run.end);
    return covered ? [] : [{ at: at.start, end: at.end, quote }];
  });
  return [...found, ...named].sort((a, b) => a.at - b.at).map(({ quote }) => quote);
}

/** Where in the sentence the quoted words stand, in code points. */
function placeOf(quote: Quote, text: string, cited: readonly Citation[]) {
  const citation = cited.find(({ n }) => n === quote.n);
  const words = citation ? slice(citation.text, quote) : "";
  const unit = words === "" ? -1 : text.indexOf(words);
  if (unit < 0) return null;
  const start = Array.from(text.slice(0, unit)).length;
  return { start, end: start + Array.from(words).length };
}
