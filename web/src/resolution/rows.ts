import type { Paragraph, ParagraphKind, Resolution } from "../api/types";
import { unguessed } from "./places";

/** One place in the versions that are shown; null where a version lacks it. */
export interface Row {
  place: string;
  kind: ParagraphKind;
  versions: readonly (Paragraph | null)[];
}

/**
 * The paragraphs of one version or of two side by side, each once, in the order of the first; what
 * only the second has stands where the second has it.
 */
export function rowsOf(resolutions: readonly Resolution[]): Row[] {
  const [first, second] = resolutions;
  if (first === undefined) return [];
  if (second === undefined) return first.paragraphs.map((one) => rowOf(one, [one]));
  return merged(first.paragraphs, second.paragraphs);
}

function merged(first: readonly Paragraph[], second: readonly Paragraph[]): Row[] {
  const twins = twinsOf(first, second);
  const paired = new Set(twins.values());
  const rows: Row[] = [];
  let next = 0;
  const onlySecondBefore = (end: number) => {
    for (; next < end; next += 1) {
      const one = second[next];
      if (one !== undefined && !paired.has(one)) rows.push(rowOf(one, [null, one]));
    }
  };
  for (const one of first) {
    const twin = twins.get(one) ?? null;
    if (twin !== null) onlySecondBefore(second.indexOf(twin));
    rows.push(rowOf(one, [one, twin]));
  }
  onlySecondBefore(second.length);
  return rows;
}

/**
 * Which paragraphs stand for each other: those of the same place, else those whose places differ
 * only in that one number is printed and the other was lost (`OP4`, `OP~4`).
 */
function twinsOf(first: readonly Paragraph[], second: readonly Paragraph[]): Map<Paragraph, Paragraph> {
  const twins = new Map<Paragraph, Paragraph>();
  const taken = new Set<Paragraph>();
  for (const key of [(place: string) => place, unguessed]) {
    const free = new Map(second.filter((one) => !taken.has(one)).map((one) => [key(one.place), one]));
    for (const one of first) {
      const twin = free.get(key(one.place));
      if (twin === undefined || twins.has(one) || taken.has(twin)) continue;
      twins.set(one, twin);
      taken.add(twin);
    }
  }
  return twins;
}

function rowOf({ place, kind }: Paragraph, versions: Row["versions"]): Row {
  return { place, kind, versions };
}
