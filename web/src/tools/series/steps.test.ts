import { expect, it } from "vitest";

import type { SeriesMember } from "../types";
import { placeOfKey, stepsOf } from "./steps";

function member(symbol: string, held: boolean): SeriesMember {
  return { symbol, label: symbol, held, reason: "same_title", inferred: false, evidence: [], title: null, session: null, date: null };
}

it("only neighbours that are both held are compared, and the latest stands first", () => {
  const steps = stepsOf([member("1", true), member("2", true), member("3", false), member("4", true)]);
  expect(steps.map(({ member: { symbol }, before, alone }) => [symbol, before, alone])).toEqual([
    ["4", null, "noneBefore"],
    ["3", null, "notHeld"],
    ["2", "1", null],
    ["1", null, "first"],
  ]);
});

it.each([
  ["A/RES/75/45#PP1", "A/RES/75/45", "PP1"],
  ["A/RES/217A(III)", "A/RES/217A(III)", null],
])("the key %s is a place of a resolution", (key, symbol, place) => {
  expect(placeOfKey(key)).toEqual({ symbol, place });
});
