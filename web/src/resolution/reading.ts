import { createContext, useContext } from "react";

import type { Lang, Paragraph } from "../api/types";
import type { LangTag } from "../text/language";
import type { Link } from "./pieces";
import type { Row } from "./rows";
import type { View } from "./views";

/** What every line of the reader has to know; it stays the same from place to place. */
export interface Reading {
  symbol: string;
  /** What the address says is to be read; links of the text keep it. */
  view: View | null;
  /** The languages of the versions shown, in the order of each row's. */
  langs: readonly Lang[];
  tags: readonly LangTag[];
  /** The paragraph that marks a note first, by the note's place. */
  markedAt: ReadonlyMap<string, string>;
  /** The words of a note, by its place: in the order of the versions, null where one lacks it. */
  notes: ReadonlyMap<string, readonly (string | null)[]>;
  /** What a paragraph of that language mentions and the library holds. */
  linksAt: (lang: Lang, place: string) => readonly Link[];
  /** Whether verbs and addressees are marked. */
  roles: boolean;
}

export const ReadingContext = createContext<Reading | null>(null);

export function useReading(): Reading {
  const reading = useContext(ReadingContext);
  if (reading === null) throw new Error("not inside the reader");
  return reading;
}

export function markedPlaces(paragraphs: readonly Paragraph[]): Map<string, string> {
  const marked = new Map<string, string>();
  for (const { place, marks } of paragraphs) {
    for (const { footnote } of marks) if (!marked.has(footnote)) marked.set(footnote, place);
  }
  return marked;
}

export function notesOf(rows: readonly Row[]): Map<string, readonly (string | null)[]> {
  const notes = rows.filter(({ kind }) => kind === "footnote");
  return new Map(notes.map(({ place, versions }) => [place, versions.map((version) => version?.text ?? null)]));
}
