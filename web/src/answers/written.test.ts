import i18next from "i18next";
import { beforeAll, describe, expect, it } from "vitest";

import type { Lang } from "../api/types";
import { en } from "../i18n/en";
import { placeLabel, symbolLabel } from "../i18n/labels";
import { zh } from "../i18n/zh";
import { CITATION, STATEMENT } from "../testing/answers";
import { asFootnote, bySymbol, escaped, written } from "./written";
import table from "./written.json";

const cited = table.cited as [string, string, boolean, string, string][];

beforeAll(async () => {
  const resources = { zh: { translation: zh }, en: { translation: en } };
  await i18next.init({ lng: "zh", resources, interpolation: { escapeValue: false } });
});

/** A citation as the server labels it. */
function citation(symbol: string, paragraph: string, inferred: boolean, lang: Lang) {
  const t = i18next.getFixedT(lang);
  const label = [symbolLabel(symbol, t), placeLabel(paragraph, t)].join(lang === "zh" ? "，" : ", ");
  return { symbol, paragraph, inferred, label };
}

// `tests/browser/test_labels.py` holds the server's forms against the same list.
describe("what is copied", () => {
  it.each(cited)("cites %s %s (inferred: %s) as UN documents do", (symbol, place, inferred, chinese, english) => {
    expect(asFootnote(citation(symbol, place, inferred, "zh"), "zh")).toBe(chinese);
    expect(asFootnote(citation(symbol, place, inferred, "en"), "en")).toBe(english);
  });

  it("cites by symbol and place", () => {
    expect(bySymbol(citation("A/RES/75/45", "OP13", false, "zh"), "zh")).toBe("A/RES/75/45, 执行部分第13段");
    expect(bySymbol(citation("A/RES/75/45", "OP13", true, "en"), "en")).toBe(
      "A/RES/75/45, operative paragraph 13 (inferred)",
    );
  });

  it.each(table.escaped)("is no markup: %s", (text = "", safe = "") => {
    expect(escaped(text)).toBe(safe);
  });

  const shown = { statements: [STATEMENT], citations: [CITATION] };

  it("says each sentence with its marks, then what they stand for, then what has to be said", () => {
    const said = written(shown, "footnotes", "zh", "说明。").split("\n");
    expect(said).toEqual([`${STATEMENT.text}¹`, "", `¹ ${asFootnote(CITATION, "zh")}`, "", "说明。"]);
    expect(written(shown, "markdown", "zh", "说明。")).toBe(
      `${STATEMENT.text}[^1]\n\n*说明。*\n\n[^1]: ${escaped(bySymbol(CITATION, "zh"))}`,
    );
  });

  it("has no notes where nothing is cited", () => {
    const nothing = { statements: [{ ...STATEMENT, citations: [] }], citations: [] };
    for (const form of ["text", "markdown", "footnotes"] as const) {
      expect(written(nothing, form, "zh", null)).toBe(STATEMENT.text);
    }
  });
});
