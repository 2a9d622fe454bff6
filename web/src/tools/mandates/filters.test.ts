import { expect, it } from "vitest";

import { chosen, exportHref, filtersOf, without, withFilter, withoutFilters } from "./filters";

it("the same choice is the same query, whatever order it was made in", () => {
  const one = filtersOf("?timed=true&addressee=会员国&addressee=秘书长&sort=due");
  const other = filtersOf("?addressee=秘书长&addressee=会员国&addressee=秘书长&timed=true&x=1");
  expect(one.toString()).toBe(other.toString());
  expect(chosen(one)).toEqual([
    { key: "addressee", value: "会员国" },
    { key: "addressee", value: "秘书长" },
    { key: "timed", value: "true" },
  ]);
});

it("empty filters are none", () => {
  expect(chosen(filtersOf("?due_session=&addressee="))).toEqual([]);
});

it("taking one value away leaves the others and the order of the table", () => {
  const search = "?addressee=a&addressee=b&sort=addressee";
  expect(new URLSearchParams(without(search, { key: "addressee", value: "a" })).getAll("addressee")).toEqual(["b"]);
  expect(without(search, { key: "addressee", value: "a" })).toContain("sort=addressee");
});

it("choosing nothing of a filter takes it out of the address", () => {
  expect(withFilter("due_session=76&sort=due", "due_session", [""])).toBe("sort=due");
  expect(withoutFilters("due_session=76&symbol=A%2FRES%2F1%2F1&sort=due")).toBe("sort=due");
});

it("a file has the filters of the table and none of its order", () => {
  const href = exportHref(filtersOf("?due_session=76&sort=due"), "ics", "zh");
  expect(href).toBe("/api/v1/mandates?due_session=76&format=ics&lang=zh");
});
