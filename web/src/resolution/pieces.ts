import type { Mark, Span } from "../api/types";

/** What words do in an act: the verb that it leads with, those it is addressed to. */
export type Role = "verb" | "addressee";

/** Words that lead somewhere. */
export interface Link {
  span: Span;
  href: string;
}

/** A stretch of a paragraph that is drawn one way, or a footnote mark that stood there. */
export type Piece =
  | { kind: "text"; text: string; quoted: boolean; strong: boolean; role: Role | null; link: Link | null }
  | { kind: "mark"; mark: Mark };

export interface Drawing {
  quoted: readonly Span[];
  strong: readonly Span[];
  marks: readonly Mark[];
  verbs?: readonly Span[];
  addressees?: readonly Span[];
  links?: readonly Link[];
}

/** Cuts a paragraph at every boundary of its drawing; the text pieces joined are the text. */
export function pieces(text: string, drawing: Drawing): Piece[] {
  const { quoted, strong, marks, verbs = [], addressees = [], links = [] } = drawing;
  const points = Array.from(text);
  const limit = (offset: number) => Math.min(Math.max(offset, 0), points.length);
  const cuts = new Set([0, points.length]);
  const spans = [...quoted, ...strong, ...verbs, ...addressees, ...links.map(({ span }) => span)];
  for (const { start, end } of spans) cuts.add(limit(start)).add(limit(end));
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
      role: covers(verbs, start) ? "verb" : covers(addressees, start) ? "addressee" : null,
      link: links.find(({ span }) => covers([span], start)) ?? null,
    });
  });
  return result;
}

function covers(spans: readonly Span[], offset: number): boolean {
  return spans.some((span) => span.start <= offset && offset < span.end);
}

/** A stretch of one line that leads to one place, or to none; a footnote mark is one of its own. */
export interface Linked {
  /** The same however the words around it are cut. Links come after the text, and must not take the
   * focus or the pointer from a mark by drawing another in its place. */
  key: string;
  link: Link | null;
  pieces: Piece[];
}

/** The pieces of a line, those of one link together: it is one link, however its words are drawn. */
export function linked(line: readonly Piece[]): Linked[] {
  const result: Linked[] = [];
  let ofText = true;
  for (const piece of line) {
    const isText = piece.kind === "text";
    const link = isText ? piece.link : null;
    const last = result.at(-1);
    if (last && isText && ofText && last.link === link) last.pieces.push(piece);
    else result.push({ key: isText ? `${result.length}` : noteKey(piece.mark), link, pieces: [piece] });
    ofText = isText;
  }
  return result;
}

function noteKey({ footnote, printed, offset }: Mark): string {
  return `${footnote} ${printed} ${offset}`;
}

/** The pieces of each printed line. */
export function lines(all: readonly Piece[]): Piece[][] {
  const result: Piece[][] = [[]];
  for (const piece of all) {
    const parts: Piece[] = piece.kind === "mark" ? [piece] : piece.text.split("\n").map((text) => ({ ...piece, text }));
    parts.forEach((part, index) => {
      if (index > 0) result.push([]);
      result.at(-1)?.push(part);
    });
  }
  return result;
}

/**
 * How many of an annex's first lines are its heading: the word 附件, then what is no sentence. The
 * opening of what is annexed (`本公约各缔约国，`) stands behind them.
 */
export function headingLines(text: string): number {
  const rest = text.split("\n").slice(1);
  const sentence = rest.findIndex((line) => /[，,：:；;。.]$/.test(line.trim()));
  return 1 + (sentence < 0 ? rest.length : sentence);
}
