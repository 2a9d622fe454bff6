import { expect, it } from "vitest";

import type { Stop } from "../app/routes";
import { standing } from "./trail";

const TRAIL: Stop[] = ["OP6", "OP11", "OP13"].map((place) => ({ place, lang: "zh", quoted: [{ start: 0, end: 2 }] }));
const at = (place: string, trail: readonly Stop[] = TRAIL) => standing({ place, lang: "zh", quoted: [], trail });

it("from each cited paragraph the ones before and after are known, and from there the others", () => {
  expect(at("OP11")).toMatchObject({ at: 2, of: 3, before: { place: "OP6" }, after: { place: "OP13", trail: TRAIL } });
  expect(at("OP6")?.before).toBeNull();
  expect(at("OP13")?.after).toBeNull();
});

it("going on to the end passes every paragraph once", () => {
  const passed = ["OP6"];
  for (let next = at("OP6")?.after ?? null; next !== null; next = standing(next)?.after ?? null) passed.push(next.place);
  expect(passed).toEqual(TRAIL.map(({ place }) => place));
});

it("without others to go to there is nothing to say", () => {
  expect(standing(null)).toBeNull();
  expect(at("OP6", TRAIL.slice(0, 1))).toBeNull();
  expect(at("PP1")).toBeNull();
});
