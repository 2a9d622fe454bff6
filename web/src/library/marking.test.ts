import { expect, test } from "vitest";

import { marked } from "./marking";

const joined = (text: string, spans: { start: number; end: number }[]) =>
  marked(text, spans)
    .map((piece) => (piece.marked ? `[${piece.text}]` : piece.text))
    .join("");

test("the words found are marked, and the pieces joined are the text", () => {
  expect(joined("核裁军与裁军", [{ start: 1, end: 3 }, { start: 4, end: 6 }])).toBe("核[裁军]与[裁军]");
});

test("offsets are code points, also behind characters of two units", () => {
  expect(joined("𠀀𠀁裁军", [{ start: 2, end: 4 }])).toBe("𠀀𠀁[裁军]");
});

test("spans that touch or overlap are one mark", () => {
  expect(joined("abcdef", [{ start: 1, end: 3 }, { start: 2, end: 4 }, { start: 4, end: 5 }])).toBe("a[bcde]f");
});

test("a span beyond the text marks what is there", () => {
  expect(joined("abc", [{ start: 2, end: 99 }])).toBe("ab[c]");
});

test("nothing found leaves the text as it is", () => {
  expect(marked("abc", [])).toEqual([{ text: "abc", marked: false }]);
  expect(marked("", [])).toEqual([]);
});
