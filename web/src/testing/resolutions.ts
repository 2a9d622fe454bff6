import type { Lang, Paragraph, ParagraphKind, Resolution } from "../api/types";

/** A paragraph for a test: of the kind that its place says. */
export function paragraph(place: string, text = place): Paragraph {
  return {
    symbol: "A/RES/95/200",
    place,
    kind: kindOf(place),
    text,
    printed: null,
    inferred: [],
    clauses: [],
    references: [],
    marks: [],
    emphasis: [],
  };
}

function kindOf(place: string): ParagraphKind {
  const kinds: [RegExp, ParagraphKind][] = [
    [/^ANNEX/, "annex"],
    [/^META/, "meta"],
    [/^END/, "end"],
    [/^FN/, "footnote"],
    [/^H/, "heading"],
    [/^PP/, "preambular"],
  ];
  return kinds.find(([form]) => form.test(place))?.[1] ?? "operative";
}

export function resolution(lang: Lang, places: readonly string[]): Resolution {
  return {
    symbol: "A/RES/95/200",
    lang,
    title: "",
    paragraphs: places.map((place) => paragraph(place, `${lang} ${place}`)),
    masthead: {},
    source: { name: "a.txt", sha256: "0", retrieved: null },
    inferred: [],
    unplaced: [],
    vote: null,
  };
}
