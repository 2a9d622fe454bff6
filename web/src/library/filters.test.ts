import { expect, test } from "vitest";

import { countOf, filtersOf, queryOf, toggled, unfiltered } from "./filters";

const NONE = filtersOf("");

test("an address says what is looked for, and is written the same again", () => {
  const search = "q=%E8%A3%81%E5%86%9B&session=75&session=76&committee=%E7%AC%AC%E4%B8%80&held=en&sort=oldest";
  const filters = filtersOf(`?${search}`);
  expect(filters).toEqual({
    q: "裁军",
    chosen: { session: ["75", "76"], committee: ["第一"], year: [], subject: [] },
    held: "en",
    sort: "oldest",
  });
  expect(queryOf(filters).toString()).toBe(search);
});

test("what an address cannot mean is left out", () => {
  expect(filtersOf("?held=fr&sort=random&session=")).toEqual(NONE);
});

test("one value given twice is one, and no more than the server takes are sent", () => {
  expect(filtersOf("?year=1990&year=1990").chosen.year).toEqual(["1990"]);
  const many = Array.from({ length: 30 }, (_, n) => `session=${n + 1}`).join("&");
  expect(filtersOf(`?${many}`).chosen.session).toHaveLength(20);
});

test("blanks around the words are not looked for", () => {
  expect(queryOf({ ...NONE, q: "  裁军 " }).get("q")).toBe("裁军");
  expect(queryOf({ ...NONE, q: "   " }).toString()).toBe("");
});

test("a value is chosen and taken back", () => {
  const chosen = toggled(NONE, "session", "75");
  expect(chosen.chosen.session).toEqual(["75"]);
  expect(toggled(chosen, "session", "75")).toEqual(NONE);
});

test("removing all filters keeps the words and the order", () => {
  const filters = filtersOf("?q=a&session=75&held=zh&sort=title");
  expect(countOf(filters)).toBe(2);
  expect(queryOf(unfiltered(filters)).toString()).toBe("q=a&sort=title");
});
