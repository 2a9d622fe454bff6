import { isPhrased } from "../model/generation";
import type { Reply } from "./reply";

/**
 * An answer for pasting elsewhere: its sentences with their numbers, then what each rests on.
 * `phrasedBy`: what is said of sentences that are not the resolutions' own.
 */
export function plainText({ statements, citations, answer }: Reply, phrasedBy: (model: string) => string): string {
  const sentences = statements.map(({ text, citations: cited }) =>
    [text, ...cited.map((n) => `[${n}]`)].join(""),
  );
  const sources = citations.map(({ n, label, symbol, paragraph }) => `[${n}] ${label} (${symbol}#${paragraph})`);
  const model = answer && isPhrased(answer) ? answer.generation?.model : undefined;
  return [
    ...sentences,
    ...(sources.length > 0 ? ["", ...sources] : []),
    ...(model === undefined ? [] : ["", phrasedBy(model)]),
  ].join("\n");
}
