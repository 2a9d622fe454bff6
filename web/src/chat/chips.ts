import type { Citation } from "../api/types";

/** A sentence shows this many citations before it folds the rest away. */
export const CHIPS_SHOWN = 6;

export interface Chips {
  shown: Citation[];
  folded: Citation[];
}

/** The citations of a sentence, in its order; too many are folded, but never just one. */
export function chipsOf(cited: readonly number[], citations: readonly Citation[]): Chips {
  const all = cited.flatMap((n) => citations.find((citation) => citation.n === n) ?? []);
  if (all.length <= CHIPS_SHOWN + 1) return { shown: all, folded: [] };
  return { shown: all.slice(0, CHIPS_SHOWN), folded: all.slice(CHIPS_SHOWN) };
}

/** Whether a chip has to name its resolution. */
export function severalResolutions(citations: readonly Citation[]): boolean {
  return new Set(citations.map(({ symbol }) => symbol)).size > 1;
}
