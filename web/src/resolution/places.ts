import type { Paragraph } from "../api/types";

/** Deeper items are not set in any further: a phone has no room for it. */
const DEEPEST = 3;

/** How deep an item lies: OP3 → 0, OP3(a) → 1, OP3(a)(ii) → 2. */
export function depth(place: string): number {
  return Math.min(place.split("(").length - 1, DEEPEST);
}

/** The annex a place lies in (`ANNEX2`), null where it is in none. */
export function annexOf(place: string): string | null {
  return /^ANNEX\d*(?=\/|$)/.exec(place)?.[0] ?? null;
}

export type Form = "annex" | "heading" | "article" | "paragraph";

/** What a paragraph is to the eye. */
export function formOf({ place, kind }: Pick<Paragraph, "place" | "kind">): Form {
  if (annexOf(place) === place) return "annex";
  if (kind === "heading" || /\/H\d+$/.test(place)) return "heading";
  return /\/ART\d+$/.test(place) ? "article" : "paragraph";
}

/** A place without the mark of a guessed number: `OP~4` and `OP4` stand for each other. */
export function unguessed(place: string): string {
  return place.replaceAll("~", "");
}

/** The one of these that a place names, guessed or printed. */
export function named<T extends { place: string }>(all: readonly T[], place: string): T | undefined {
  const plain = unguessed(place);
  return all.find((one) => one.place === place) ?? all.find((one) => unguessed(one.place) === plain);
}

/** Where a code in the margin may be broken: after a stroke, before a bracket. */
export function breakable(place: string): string[] {
  return place.split(/(?<=\/)|(?=\()/);
}
