import type { Reply } from "./reply";

/**
 * A reply for pasting elsewhere: its sentences with their numbers, then what each rests on. Whole
 * answers are written by the server; this is for what it does not keep: an answer that broke off, and
 * the further pages of a long one. `note`: what has to be said with it.
 */
export function plainText(
  { statements, citations }: Pick<Reply, "statements" | "citations">,
  note: string | null = null,
): string {
  const sentences = statements.map(({ text, citations: cited }) =>
    [text, ...cited.map((n) => `[${n}]`)].join(""),
  );
  const sources = citations.map(({ n, label, symbol, paragraph }) => `[${n}] ${label} (${symbol}#${paragraph})`);
  return [
    ...sentences,
    ...(sources.length > 0 ? ["", ...sources] : []),
    ...(note === null ? [] : ["", note]),
  ].join("\n");
}
