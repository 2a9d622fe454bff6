import type { Span } from "../api/types";

export interface Marked {
  text: string;
  marked: boolean;
}

/** Cuts a text at the words found; spans are code points and may touch or overlap. */
export function marked(text: string, spans: readonly Span[]): Marked[] {
  const points = Array.from(text);
  const found = points.map(() => false);
  for (const { start, end } of spans) found.fill(true, Math.max(start, 0), Math.max(end, 0));
  const pieces: Marked[] = [];
  points.forEach((point, at) => {
    const last = pieces.at(-1);
    const here = found[at] ?? false;
    if (last?.marked === here) last.text += point;
    else pieces.push({ text: point, marked: here });
  });
  return pieces;
}
