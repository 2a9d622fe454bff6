import type { Comparison, SeriesMember } from "../types";

/** A resolution of a series and the one before it, where both are held and can be compared. */
export interface Step {
  member: SeriesMember;
  before: string | null;
  /** Why there is nothing to compare with. */
  alone: "first" | "notHeld" | "noneBefore" | null;
}

/** Each member beside the one just before it; the latest first, as people look for it. */
export function stepsOf(members: readonly SeriesMember[]): Step[] {
  return members
    .map((member, index): Step => {
      const before = members[index - 1];
      if (!member.held) return { member, before: null, alone: "notHeld" };
      if (before === undefined) return { member, before: null, alone: "first" };
      if (!before.held) return { member, before: null, alone: "noneBefore" };
      return { member, before: before.symbol, alone: null };
    })
    .reverse();
}

/** How many verbs of a comparison grew stronger or weaker. */
export function turned({ rows }: Comparison, kind: "stronger" | "weaker"): number {
  return rows.flatMap(({ verbs }) => verbs).filter((verb) => verb.kind === kind).length;
}

/** `A/RES/75/45#PP1` → its resolution and place. */
export function placeOfKey(key: string): { symbol: string; place: string | null } {
  const at = key.indexOf("#");
  return at < 0 ? { symbol: key, place: null } : { symbol: key.slice(0, at), place: key.slice(at + 1) };
}
