import type { Citation, Quote, Span, Statement } from "../api/types";
import { slice } from "../text/codepoints";

/** Words of a quotation: those that answer the question, or the others. */
export interface Part {
  text: string;
  answers: boolean;
}

/** Part of a statement: the words of a source (`quote` set) or words of ours. */
export interface Segment {
  text: string;
  quote: Quote | null;
  parts: Part[];
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
    if (found > at) result.push(ours(statement.text.slice(at, found)));
    result.push({ text: words, quote, parts: parts(words, quote, statement.answers) });
    at = found + words.length;
  }
  if (at < statement.text.length) result.push(ours(statement.text.slice(at)));
  return result;
}

function ours(text: string): Segment {
  return { text, quote: null, parts: [{ text, answers: false }] };
}

/**
 * A quotation cut where the words that answer begin and end. Marks that are not of this quotation,
 * that overlap or that leave it are not shown; together the parts always are the whole quotation.
 */
function parts(words: string, quote: Quote, answers: readonly Quote[]): Part[] {
  const characters = Array.from(words);
  const own = answers
    .filter(({ n, start, end }) => n === quote.n && quote.start <= start && start < end && end <= quote.end)
    .sort((a, b) => a.start - b.start);
  const cut: Part[] = [];
  let at = 0;
  const take = (end: number, answers: boolean) => {
    if (end > at) cut.push({ text: characters.slice(at, end).join(""), answers });
    at = Math.max(at, end);
  };
  for (const { start, end } of own) {
    if (start - quote.start < at) continue;
    take(start - quote.start, false);
    take(end - quote.start, true);
  }
  take(characters.length, false);
  return cut;
}

/** Everything that an answer quotes of one citation, for the reader panel to mark. */
export function quotedSpans(statements: readonly Statement[], n: number): Span[] {
  return statements
    .flatMap(({ quotes }) => quotes)
    .filter((quote) => quote.n === n)
    .map(({ start, end }) => ({ start, end }));
}
