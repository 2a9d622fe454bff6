import i18next, { type TFunction } from "i18next";
import { beforeAll, describe, expect, it } from "vitest";

import { en } from "./en";
import {
  citationLabel,
  inferredParts,
  placeLabel,
  shortPlaceLabel,
  symbolLabel,
  symbolNumber,
} from "./labels";
import table from "./labels.json";
import { zh } from "./zh";

const called = table as Record<"places" | "symbols", [string, string, string][]>;

let inChinese: TFunction;
let inEnglish: TFunction;

beforeAll(async () => {
  const resources = { zh: { translation: zh }, en: { translation: en } };
  await i18next.init({ lng: "zh", resources, interpolation: { escapeValue: false } });
  inChinese = i18next.getFixedT("zh");
  inEnglish = i18next.getFixedT("en");
});

// `tests/browser/test_labels.py` holds the server's labels against the same list.
describe("labels", () => {
  it.each(called.places)("of the place %s", (place, chinese, english) => {
    expect(placeLabel(place, inChinese)).toBe(chinese);
    expect(placeLabel(place, inEnglish)).toBe(english);
  });

  it.each(called.symbols)("of the symbol %s", (symbol, chinese, english) => {
    expect(symbolLabel(symbol, inChinese)).toBe(chinese);
    expect(symbolLabel(symbol, inEnglish)).toBe(english);
  });

  it.each([
    ["OP13", "第13段", "para. 13"],
    ["OP3(a)(ii)", "第3(a)(ii)段", "para. 3(a)(ii)"],
    ["OP~4", "第4段（推定）", "para. 4 (inferred)"],
    ["PP2", "序言第2段", "preamble, para. 2"],
    ["FN4", "脚注4", "note 4"],
    ["META", "题头", "masthead"],
    ["ANNEX2", "附件二", "annex II"],
    ["ANNEX/ART1/2(a)", "附件第1条第2款(a)项", "annex, art. 1, para. 2(a)"],
    ["ANNEX/3(a)", "附件第3(a)段", "annex, para. 3(a)"],
    ["SOMETHING/ELSE", "SOMETHING/ELSE", "SOMETHING/ELSE"],
    ["", "", ""],
  ])("of %s on a chip", (place, chinese, english) => {
    expect(shortPlaceLabel(place, inChinese)).toBe(chinese);
    expect(shortPlaceLabel(place, inEnglish)).toBe(english);
  });

  it("say what was inferred in one order", () => {
    expect(inferredParts(["verb", "number"], inChinese)).toBe("段号、动词");
    expect(inferredParts(["boundary"], inEnglish)).toBe("boundary");
  });

  it("name the resolution where several are cited", () => {
    const cited = { symbol: "A/RES/75/45", paragraph: "OP13" };
    expect(citationLabel(cited, true, inChinese)).toBe("75/45 第13段");
    expect(citationLabel(cited, false, inChinese)).toBe("第13段");
  });

  it("number a resolution of the Assembly, and leave others whole", () => {
    expect(symbolNumber("A/RES/217A(III)")).toBe("217 A(III)");
    expect(symbolNumber("S/RES/983(1995)")).toBe("S/RES/983(1995)");
    expect(symbolNumber("A/DEC/50/473")).toBe("A/DEC/50/473");
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
  expect(inEnglish("library.count", { count: 1, n: "1" })).toBe("1 resolution");
  expect(inEnglish("library.count", { count: 2, n: "2" })).toBe("2 resolutions");
  expect(inChinese("library.count", { count: 1, n: "1" })).toBe("共1份决议");
});
