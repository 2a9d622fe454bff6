import i18next, { type TFunction } from "i18next";
import { beforeAll, describe, expect, it } from "vitest";

import type { Understood } from "../api/types";
import { en } from "./en";
import { citationLabel, placeLabel, symbolLabel, understoodParts } from "./labels";
import { zh } from "./zh";

let inChinese: TFunction;
let inEnglish: TFunction;

beforeAll(async () => {
  const resources = { zh: { translation: zh }, en: { translation: en } };
  await i18next.init({ lng: "zh", resources, interpolation: { escapeValue: false } });
  inChinese = i18next.getFixedT("zh");
  inEnglish = i18next.getFixedT("en");
});

describe("labels", () => {
  const places = [
    ["OP13", "第13段", "para. 13"],
    ["OP3(a)", "第3(a)段", "para. 3(a)"],
    ["OP~4", "第4段", "para. 4"],
    ["PP2", "序言第2段", "preamble, para. 2"],
    ["FN4", "脚注4", "note 4"],
    ["META", "题头", "masthead"],
    ["ANNEX/ART1", "ANNEX/ART1", "ANNEX/ART1"],
  ] as const;
  it.each(places)("of %s", (place, chinese, english) => {
    expect(placeLabel(place, inChinese)).toBe(chinese);
    expect(placeLabel(place, inEnglish)).toBe(english);
  });

  it("name the resolution where several are cited", () => {
    const cited = { symbol: "A/RES/75/45", paragraph: "OP13" };
    expect(citationLabel(cited, true, inChinese)).toBe("75/45 第13段");
    expect(citationLabel(cited, false, inChinese)).toBe("第13段");
  });

  it("leave a symbol of another form as it is", () => {
    expect(symbolLabel("A/RES/217A(III)", inChinese)).toBe("A/RES/217A(III)");
    expect(symbolLabel("A/RES/51/942B", inEnglish)).toBe("resolution 51/942B");
  });
});

describe("the line that says how a question was understood", () => {
  const base: Understood = {
    intent: "acts",
    symbols: ["A/RES/75/45"],
    places: [],
    addressee: "秘书长",
    verbs: ["请"],
    session: null,
    attribute: null,
    target: null,
    carried: [],
  };

  it("names resolution, verb and addressee", () => {
    expect(understoodParts(base, inChinese)).toEqual(["第75/45号决议", "请…", "秘书长"]);
  });

  it("says what kind of question it is where no verb does", () => {
    const masthead = { ...base, intent: "masthead", addressee: null, verbs: [], attribute: "date" } as const;
    expect(understoodParts({ ...masthead, verbs: [] }, inChinese)).toEqual([
      "第75/45号决议",
      "通过日期",
      "题头信息",
    ]);
  });

  it("keeps silent where it has nothing to tell", () => {
    const nothing = { ...base, symbols: [], addressee: null, verbs: [] };
    expect(understoodParts({ ...nothing, intent: "refuse" }, inChinese)).toEqual([]);
    expect(understoodParts({ ...nothing, intent: "library" }, inChinese)).toEqual(["库中所藏"]);
  });

  it("shows an attribute it has no word for as the server named it", () => {
    const parts = understoodParts({ ...base, attribute: "price" }, inEnglish);
    expect(parts).toContain("price");
  });
});

it("both languages fill in the same blanks", () => {
  const blanks = (value: unknown): unknown =>
    typeof value === "string"
      ? [...value.matchAll(/{{(\w+)}}/g)].map((m) => m[1]).sort()
      : Object.fromEntries(Object.entries(value as object).map(([k, v]) => [k, blanks(v)]));
  expect(blanks(en)).toMatchObject(blanks(zh) as object);
});

it("English counts one thing as one", () => {
  expect(inEnglish("library.count", { count: 1 })).toBe("1 resolution");
  expect(inEnglish("library.count", { count: 2 })).toBe("2 resolutions");
  expect(inChinese("library.count", { count: 1 })).toBe("共1份决议");
});
