import { annexOf, formOf } from "./places";
import type { Row } from "./rows";

export type PartKind = "masthead" | "preamble" | "operative" | "end" | "annex" | "footnotes";

/** A stretch of a resolution that is set apart, with its rows in their order. */
export interface Part {
  kind: PartKind;
  rows: Row[];
}

/**
 * A resolution's parts as they are printed: the closing lines before the annexes, notes last. Every
 * row is in exactly one of them.
 */
export function outline(rows: readonly Row[]): Part[] {
  const body: Part[] = [];
  const annexes = new Map<string, Part>();
  const ends: Record<"masthead" | "end" | "footnotes", Row[]> = { masthead: [], end: [], footnotes: [] };
  let headings: Row[] = [];
  for (const row of rows) {
    const annex = annexOf(row.place);
    if (annex !== null) into(annexes, annex).rows.push(row);
    else if (row.kind === "meta") ends.masthead.push(row);
    else if (row.kind === "end") ends.end.push(row);
    else if (row.kind === "footnote") ends.footnotes.push(row);
    else if (row.kind === "heading") headings.push(row);
    else {
      partOf(body, row).rows.push(...headings, row);
      headings = [];
    }
  }
  // A heading that nothing follows.
  if (headings.length > 0) (body.at(-1) ?? begun(body, "operative")).rows.push(...headings);
  return [
    { kind: "masthead", rows: ends.masthead } as const,
    ...body,
    { kind: "end", rows: ends.end } as const,
    ...annexes.values(),
    { kind: "footnotes", rows: ends.footnotes } as const,
  ].filter((part) => part.rows.length > 0);
}

function into(annexes: Map<string, Part>, annex: string): Part {
  const known = annexes.get(annex);
  if (known !== undefined) return known;
  const part: Part = { kind: "annex", rows: [] };
  annexes.set(annex, part);
  return part;
}

function partOf(body: Part[], row: Row): Part {
  const kind = row.kind === "preambular" ? "preamble" : "operative";
  const last = body.at(-1);
  return last?.kind === kind ? last : begun(body, kind);
}

function begun(body: Part[], kind: PartKind): Part {
  const part: Part = { kind, rows: [] };
  body.push(part);
  return part;
}

/** A line of the table of contents. */
export interface Entry {
  kind: PartKind | "heading";
  /** Where it leads. */
  row: Row;
  level: 1 | 2;
}

/** The table of contents; empty for a resolution of preamble and operative part, which needs none. */
export function contents(parts: readonly Part[]): Entry[] {
  const entries = parts.flatMap(({ kind, rows }): Entry[] => {
    const [first] = rows;
    if (first === undefined || kind === "masthead" || kind === "end") return [];
    const headings = rows.filter((row) => formOf(row) === "heading");
    return [
      { kind, row: first, level: 1 },
      ...headings.map((row): Entry => ({ kind: "heading", row, level: 2 })),
    ];
  });
  const plain = entries.every(({ kind }) => kind === "preamble" || kind === "operative" || kind === "footnotes");
  const repeats = entries.filter(({ kind }) => kind === "operative").length > 1;
  return plain && !repeats ? [] : entries;
}
