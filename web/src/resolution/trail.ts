import type { Opening, Stop } from "../app/routes";

/** Where an answer's reader stands among the paragraphs that it cites of a resolution. */
export interface Standing {
  /** From 1. */
  at: number;
  of: number;
  before: Opening | null;
  after: Opening | null;
}

/** Null where there is nothing to go on to: no trail, or one of a single paragraph. */
export function standing(opening: Opening | null): Standing | null {
  const trail = opening?.trail ?? [];
  if (opening === null || trail.length < 2) return null;
  const index = trail.findIndex(({ place, lang }) => place === opening.place && lang === opening.lang);
  if (index < 0) return null;
  const to = (stop: Stop | undefined) => (stop === undefined ? null : { ...stop, trail });
  return { at: index + 1, of: trail.length, before: to(trail[index - 1]), after: to(trail[index + 1]) };
}
