import type { Mark, Span } from "../api/types";

/** A stretch of a paragraph that is drawn one way, or a footnote mark that stood there. */
export type Piece =
  | { kind: "text"; text: string; quoted: boolean; strong: boolean }
  | { kind: "mark"; mark: Mark };

export interface Drawing {
  quoted: readonly Span[];
  strong: readonly Span[];
  marks: readonly Mark[];
}

/** Cuts a paragraph at every boundary of its drawing; the text pieces joined are the text. */
export function pieces(text: string, { quoted, strong, marks }: Drawing): Piece[] {
  const points = Array.from(text);
  const limit = (offset: number) => Math.min(Math.max(offset, 0), points.length);
  const cuts = new Set([0, points.length]);
  for (const { start, end } of [...quoted, ...strong]) cuts.add(limit(start)).add(limit(end));
  for (const { offset } of marks) cuts.add(limit(offset));

  const result: Piece[] = [];
  const sorted = [...cuts].sort((a, b) => a - b);
  sorted.forEach((start, index) => {
    for (const mark of marks) if (limit(mark.offset) === start) result.push({ kind: "mark", mark });
    const end = sorted[index + 1];
    if (end === undefined) return;
    result.push({
      kind: "text",
      text: points.slice(start, end).join(""),
      quoted: covers(quoted, start),
      strong: covers(strong, start),
    });
  });
  return result;
}

function covers(spans: readonly Span[], offset: number): boolean {
  return spans.some((span) => span.start <= offset && offset < span.end);
}
