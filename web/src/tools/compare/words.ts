import type { AlignedRow, WordChange } from "../types";

/** Words of one side of a row, and whether the other side has them. */
export interface Stretch {
  text: string;
  changed: boolean;
  /** Whether the change is one that every session brings. */
  routine: boolean;
}

export type Side = "first" | "second";

/** A paragraph cut where the other side differs; joined, the stretches are its text. */
export function stretches(text: string, words: readonly WordChange[], side: Side): Stretch[] {
  if (words.length === 0) return [{ text, changed: false, routine: false }];
  const points = Array.from(text);
  return words
    .map(({ kind, routine, [side]: { start, end } }) => ({
      text: points.slice(start, end).join(""),
      changed: kind !== "same",
      routine,
    }))
    .filter((stretch) => stretch.text !== "");
}

export interface Shown {
  /** Leaves out what is the same. */
  onlyDifferences: boolean;
  /** Leaves out what only moved on with the session. */
  withoutRoutine: boolean;
}

/** Whether a row stays on the page. A paragraph that was moved is a difference, its words or not. */
export function isShown({ kind, moved, across }: AlignedRow, { onlyDifferences, withoutRoutine }: Shown): boolean {
  if (moved || across) return true;
  if (kind === "same") return !onlyDifferences;
  return kind !== "renewed" || !withoutRoutine;
}
