import { expect, it } from "vitest";

import { slice } from "../text/codepoints";
import { excerptOf } from "./excerpt";

const LONG = Array.from({ length: 1000 }, (_, index) => String.fromCodePoint(0x4e00 + index)).join("");

it("a short paragraph is shown whole", () => {
  const quoted = [{ start: 1, end: 3 }];
  expect(excerptOf("请秘书长", quoted, "zh")).toEqual({
    text: "请秘书长",
    quoted,
    cutBefore: false,
    cutAfter: false,
  });
});

it.each([0, 10, 400, 900, 990])("the words quoted at %i of a long one are in sight, and the same", (start) => {
  const quoted = { start, end: start + 10 };
  const shown = excerptOf(LONG, [quoted], "zh");
  expect(Array.from(shown.text).length).toBeLessThan(300);
  expect(LONG).toContain(shown.text);
  expect(shown.quoted.map((span) => slice(shown.text, span))).toEqual([slice(LONG, quoted)]);
  expect(shown.cutBefore).toBe(!LONG.startsWith(shown.text));
  expect(shown.cutAfter).toBe(!LONG.endsWith(shown.text));
});

it("a quotation longer than the card is cut with it", () => {
  const shown = excerptOf(LONG, [{ start: 0, end: 1000 }], "zh");
  expect(shown.quoted).toEqual([{ start: 0, end: Array.from(shown.text).length }]);
});

it("without quoted words it begins where the paragraph does", () => {
  expect(excerptOf(LONG, [], "zh")).toMatchObject({ cutBefore: false, cutAfter: true, quoted: [] });
});

it("counts characters, not their units", () => {
  const rare = "𠮷".repeat(400);
  const shown = excerptOf(rare, [{ start: 390, end: 400 }], "zh");
  expect(shown.quoted.map((span) => slice(shown.text, span))).toEqual(["𠮷".repeat(10)]);
});
