import { expect, it } from "vitest";

import { chineseNumeral, romanNumeral } from "./numerals";

it.each([
  [1, "一", "I"],
  [4, "四", "IV"],
  [10, "十", "X"],
  [11, "十一", "XI"],
  [20, "二十", "XX"],
  [49, "四十九", "XLIX"],
  [99, "九十九", "XCIX"],
])("%i is %s and %s", (n, chinese, roman) => {
  expect(chineseNumeral(n)).toBe(chinese);
  expect(romanNumeral(n)).toBe(roman);
});

it("no two numbers are written alike", () => {
  const all = Array.from({ length: 99 }, (_, index) => index + 1);
  expect(new Set(all.map(chineseNumeral)).size).toBe(99);
  expect(new Set(all.map(romanNumeral)).size).toBe(99);
});
