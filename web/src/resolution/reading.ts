import { createContext, useContext } from "react";

import type { Lang, Paragraph } from "../api/types";
import type { LangTag } from "../text/language";
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
