import type { Citation, Quote, Span, Statement } from "../api/types";
import { slice } from "../text/codepoints";

/** Part of a statement: the words of a source (`quote` set) or words of ours. */
export interface Segment {
  text: string;
  quote: Quote | null;
}

/**
 * Separates the words a statement quotes from those it adds. Quotes are looked for in the order
 * the statement gives them; one that does not stand in the text is not shown as a quotation.
 */
export function segments(statement: Statement, citations: readonly Citation[]): Segment[] {
  const result: Segment[] = [];
  let at = 0;
  for (const quote of statement.quotes) {
    const citation = citations.find(({ n }) => n === quote.n);
    const words = citation ? slice(citation.text, quote) : "";
    const found = words === "" ? -1 : statement.text.indexOf(words, at);
    if (found < 0) continue;
    if (found > at) result.push({ text: statement.text.slice(at, found), quote: null });
    result.push({ text: words, quote });
    at = found + words.length;
  }
  if (at < statement.text.length) result.push({ text: statement.text.slice(at), quote: null });
  return result;
}

/** Everything that an answer quotes of one citation, for the reader panel to mark. */
export function quotedSpans(statements: readonly Statement[], n: number): Span[] {
  return statements
    .flatMap(({ quotes }) => quotes)
    .filter((quote) => quote.n === n)
    .map(({ start, end }) => ({ start, end }));
}
