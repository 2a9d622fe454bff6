import type { Reply } from "./reply";

/** An answer for pasting elsewhere: its sentences with their numbers, then what each rests on. */
export function plainText({ statements, citations }: Reply): string {
  const sentences = statements.map(({ text, citations: cited }) =>
    [text, ...cited.map((n) => `[${n}]`)].join(""),
  );
  const sources = citations.map(({ n, label, symbol, paragraph }) => `[${n}] ${label} (${symbol}#${paragraph})`);
  return [...sentences, ...(sources.length > 0 ? ["", ...sources] : [])].join("\n");
}
