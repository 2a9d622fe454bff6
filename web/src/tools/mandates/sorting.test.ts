import { describe, expect, it } from "vitest";

import type { Mandate } from "../types";
import { orderOf, pressed, serverSort, sorted } from "./sorting";

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

  it("of the server's are left as they came, the newest resolutions first unless another is asked for", () => {
    expect(["", "sort=resolution", "sort=due", "sort=-due"].map((search) => serverSort(orderOf(search)))).toEqual([
      "newest",
      "oldest",
      "due",
      "due_latest",
    ]);
    expect(keys("sort=due")).toEqual(ALL.map(({ key }) => key));
  });

  it("by who is asked, those who are not named last, in either direction", () => {
    expect(serverSort(orderOf("sort=addressee"))).toBe("newest");
    expect(keys("sort=addressee").at(-1)).toBe("A/RES/9/1#OP2");
    expect(keys("sort=-addressee")).toEqual([...keys("sort=addressee").slice(0, 2).reverse(), "A/RES/9/1#OP2"]);
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
  expect(pressed("", "due")).toBe("sort=due");
  expect(pressed("", "resolution")).toBe("sort=resolution");
});
