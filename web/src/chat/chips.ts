import type { Citation, Understood } from "../api/types";

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

/** Whether chips have to name their resolution: unless the question named it, and it alone. */
export function chipsNameResolution(
  citations: readonly Citation[],
  understood: Understood | null,
): boolean {
  const asked = understood?.symbols ?? [];
  return asked.length !== 1 || citations.some(({ symbol }) => symbol !== asked[0]);
}
