import { describe, expect, it } from "vitest";

import type { Mandate } from "../types";
import { dueDay, orderOf, pressed, sorted } from "./sorting";

function mandate(key: string, day: string | null, addressee: string | null): Mandate {
  return {
    key,
    position: 0,
    symbol: key.split("#")[0] ?? "",
    place: key.split("#")[1] ?? "",
    label: key,
    title: "",
    session: null,
    committee: null,
    verb: "请",
    verb_text: "请",
    addressees: addressee === null ? [] : [{ name: addressee, span: { start: 0, end: 0 }, text: addressee }],
    mentioned: [],
    text: "",
    span: { start: 0, end: 0 },
    asked: "",
    deliverables: [],
    due: day === null ? [] : [{ text: "", session: null, opens: day, limit: null, recurring: false }],
    agenda_item: null,
    inferred: [],
    lang: "zh",
    href: "",
  };
}

const ALL = [
  mandate("A/RES/75/45#OP13", "2021-09-14", "秘书长"),
  mandate("A/RES/9/1#OP2", null, null),
  mandate("A/RES/72/31#OP9", "2018-09-18", "会员国"),
];

describe("mandates in an order", () => {
  const keys = (search: string) => sorted(ALL, orderOf(search), "zh").map(({ key }) => key);

  it("by day, those without one last, in either direction", () => {
    expect(keys("sort=due")).toEqual(["A/RES/72/31#OP9", "A/RES/75/45#OP13", "A/RES/9/1#OP2"]);
    expect(keys("sort=-due")).toEqual(["A/RES/75/45#OP13", "A/RES/72/31#OP9", "A/RES/9/1#OP2"]);
  });

  it("by resolution, numbers as numbers", () => {
    expect(keys("sort=resolution")).toEqual(["A/RES/9/1#OP2", "A/RES/72/31#OP9", "A/RES/75/45#OP13"]);
  });

  it("are never lost", () => {
    for (const by of ["due", "addressee", "deliverable", "resolution", "nonsense"]) {
      expect(keys(`sort=${by}`).sort()).toEqual(ALL.map(({ key }) => key).sort());
    }
  });
});

it("a column's head pressed again turns the order round", () => {
  expect(pressed("due_session=76", "addressee")).toBe("due_session=76&sort=addressee");
  expect(pressed("sort=addressee", "addressee")).toBe("sort=-addressee");
  expect(pressed("sort=-addressee", "addressee")).toBe("sort=addressee");
  expect(pressed("", "due")).toBe("sort=-due");
});

it("of several dates the first counts", () => {
  const due = (opens: string) => ({ text: "", session: null, opens, limit: null, recurring: false });
  expect(dueDay({ ...mandate("x", null, null), due: [due("2022-01-01"), due("2021-01-01")] })).toBe("2021-01-01");
});
