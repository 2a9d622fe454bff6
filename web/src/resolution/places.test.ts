import { describe, expect, it } from "vitest";

import { paragraph } from "../testing/resolutions";
import { annexOf, breakable, depth, formOf, named } from "./places";

it.each([
  ["OP3", 0],
  ["OP3(a)", 1],
  ["OP3(a)(ii)", 2],
  ["ANNEX/ART1/2(a)", 1],
  ["OP1(a)(i)(1)(2)", 3],
])("%s lies %i deep", (place, expected) => {
  expect(depth(place)).toBe(expected);
});

it.each([
  ["ANNEX", "ANNEX"],
  ["ANNEX2/3(a)", "ANNEX2"],
  ["OP1", null],
  ["ANNEXED", null],
])("%s lies in the annex %s", (place, expected) => {
  expect(annexOf(place)).toBe(expected);
});

it.each([
  ["ANNEX2", "annex"],
  ["H1", "heading"],
  ["ANNEX/H1", "heading"],
  ["ANNEX/ART3", "article"],
  ["ANNEX/ART3/1", "paragraph"],
  ["OP3(a)", "paragraph"],
])("%s looks like %s", (place, expected) => {
  expect(formOf(paragraph(place))).toBe(expected);
});

describe("a place in an address", () => {
  const all = ["OP~1", "OP2", "OP~2"].map((place) => ({ place }));
  it.each([
    ["OP1", "OP~1"],
    ["OP~1", "OP~1"],
    ["OP2", "OP2"],
    ["OP~2", "OP~2"],
    ["OP3", undefined],
  ])("%s finds %s", (place, expected) => {
    expect(named(all, place)?.place).toBe(expected);
  });
});

it("a long address is broken where its parts meet", () => {
  expect(breakable("ANNEX/ART1/2(a)(i)")).toEqual(["ANNEX/", "ART1/", "2", "(a)", "(i)"]);
  expect(breakable("OP13")).toEqual(["OP13"]);
});
