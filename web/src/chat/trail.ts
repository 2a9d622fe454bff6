import type { Stop } from "../app/routes";
import type { Citation, Statement } from "../api/types";
import { quotedSpans } from "./segments";

/**
 * The paragraphs of one resolution that an answer cites, each once, in the order of its citations,
 * with the words it quotes of them: what the reader of the resolution goes through.
 */
export function trailOf(symbol: string, citations: readonly Citation[], statements: readonly Statement[]): Stop[] {
  const stops = new Map<string, Stop>();
  for (const { n, symbol: cited, paragraph, lang } of citations) {
    if (cited !== symbol) continue;
    const key = `${lang} ${paragraph}`;
    const quoted = [...(stops.get(key)?.quoted ?? []), ...quotedSpans(statements, n)];
    stops.set(key, { place: paragraph, lang, quoted });
  }
  return [...stops.values()];
}
