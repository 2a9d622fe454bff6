import { describe, expect, it } from "vitest";

import type { Mark, Span } from "../api/types";
import { headingLines, linked, lines, pieces, type Piece } from "./pieces";

const NOTE: Mark = { footnote: "FN2", printed: "²", offset: 4 };
const TEXT = "注意到报告，并请秘书长";

const joined = (all: Piece[]) => all.map((p) => (p.kind === "text" ? p.text : "")).join("");
const quoted = (all: Piece[]) =>
  all.map((p) => (p.kind === "text" && p.quoted ? p.text : "")).join("");

describe("cutting a paragraph for drawing", () => {
  it("keeps every character, whatever spans overlap", () => {
    for (let start = 0; start <= TEXT.length; start++) {
      for (let end = start; end <= TEXT.length; end++) {
        const all = pieces(TEXT, { quoted: [{ start, end }], strong: [{ start: 2, end: 7 }], marks: [NOTE] });
        expect(joined(all)).toBe(TEXT);
        expect(quoted(all)).toBe(TEXT.slice(start, end));
        expect(all.filter((p) => p.kind === "mark")).toHaveLength(1);
      }
    }
  });

  it("puts a footnote mark where it stood, inside quoted words too", () => {
    const all = pieces(TEXT, { quoted: [{ start: 0, end: 6 }], strong: [], marks: [NOTE] });
    expect(all.map((p) => (p.kind === "text" ? p.text : p.mark.footnote))).toEqual([
      "注意到报",
      "FN2",
      "告，",
      "并请秘书长",
    ]);
  });

  it("keeps a mark at the very end, and two marks at one place in their order", () => {
    const end = { ...NOTE, offset: TEXT.length };
    const all = pieces(TEXT, { quoted: [], strong: [], marks: [end, { ...end, footnote: "FN3" }] });
    expect(all.map((p) => (p.kind === "text" ? "text" : p.mark.footnote))).toEqual(["text", "FN2", "FN3"]);
  });

  it("counts code points, as the API does", () => {
    const all = pieces("𠮷野请秘书长", { quoted: [{ start: 2, end: 3 }], strong: [], marks: [] });
    expect(quoted(all)).toBe("请");
  });

  it("draws an empty paragraph as nothing but its marks", () => {
    const all = pieces("", { quoted: [], strong: [], marks: [{ ...NOTE, offset: 0 }] });
    expect(all).toEqual([{ kind: "mark", mark: { ...NOTE, offset: 0 } }]);
  });
});

describe("printed lines", () => {
  const TITLE = "附件\n制止样例行为的国际公约\n本公约各缔约国，";

  it("part where the text does, marks and quoted words kept, wherever those begin and end", () => {
    const length = Array.from(TITLE).length;
    for (let start = 0; start <= length; start++) {
      for (let end = start; end <= length; end++) {
        const all = pieces(TITLE, { quoted: [{ start, end }], strong: [], marks: [{ ...NOTE, offset: start }] });
        const parted = lines(all);
        expect(parted.map(joined).join("\n")).toBe(TITLE);
        expect(parted.map(quoted).join("")).toBe(TITLE.slice(start, end).replaceAll("\n", ""));
        expect(parted.flat().filter(({ kind }) => kind === "mark")).toHaveLength(1);
      }
    }
  });

  it.each([
    [TITLE, 2],
    ["附件", 1],
    ["附件二\n议事规则\n订正本", 3],
    ["Annex\nConvention on samples\nThe States parties to this Convention,", 2],
  ])("of %j the first %i head the annex", (text, count) => {
    expect(headingLines(text)).toBe(count);
  });
});

describe("what words do and where they lead", () => {
  const ACT = "请秘书长依照第74/54号决议提出报告";
  const LINK = { span: { start: 7, end: 12 }, href: "/resolutions/A/RES/74/54" };
  const drawn = (quoted: { start: number; end: number }[]) =>
    pieces(ACT, {
      quoted,
      strong: [],
      marks: [],
      verbs: [{ start: 0, end: 1 }],
      addressees: [{ start: 1, end: 4 }],
      links: [LINK],
    });
  const playing = (all: Piece[], role: string) =>
    all.map((piece) => (piece.kind === "text" && piece.role === role ? piece.text : "")).join("");

  it("is told of exactly those words, whatever else is marked", () => {
    for (let start = 0; start <= ACT.length; start++) {
      for (let end = start; end <= ACT.length; end++) {
        const all = drawn([{ start, end }]);
        expect(joined(all)).toBe(ACT);
        expect(playing(all, "verb")).toBe("请");
        expect(playing(all, "addressee")).toBe("秘书长");
        const leading = linked(all).filter(({ link }) => link !== null);
        expect(leading).toHaveLength(1);
        expect(joined(leading[0]?.pieces ?? [])).toBe("74/54");
        expect(joined(linked(all).flatMap((one) => one.pieces))).toBe(ACT);
      }
    }
  });

  it("keeps the key of a footnote mark wherever links are drawn", () => {
    const keys = (links: Span[]) =>
      linked(pieces(TEXT, { quoted: [], strong: [], marks: [NOTE], links: links.map((span) => ({ span, href: "/" })) }))
        .filter(({ pieces: [first] }) => first?.kind === "mark")
        .map(({ key }) => key);
    const [alone, ...others] = keys([]);
    expect(others).toEqual([]);
    for (let start = 0; start < TEXT.length; start++) {
      for (let end = start + 1; end <= TEXT.length; end++) expect(keys([{ start, end }])).toEqual([alone]);
    }
  });
});
