import { describe, expect, it } from "vitest";

import type { Citation, Quote, Statement } from "../api/types";
import { quotedSpans, segments } from "./segments";

const SOURCE = { name: "a.txt", sha256: "0", retrieved: null };

function citation(n: number, text: string): Citation {
  const place = { symbol: "A/RES/75/45", paragraph: `OP${String(n)}`, inferred: false, inferred_parts: [] };
  return { n, ...place, label: "", text, lang: "zh", parallel: null, source: SOURCE, href: "" };
}

function statement(text: string, quotes: Quote[]): Statement {
  const citations = quotes.map(({ n }) => n);
  return { text, kind: "quote", citations, quotes, verification: "verbatim", answers: [] };
}

const CITED = [citation(1, "请秘书长征求会员国的意见"), citation(2, "又请秘书长提出报告；")];

describe("separating quoted words from ours", () => {
  it("finds each quote in turn, with our words between them", () => {
    const made = segments(
      statement("第1段：请秘书长征求会员国的意见；又请秘书长提出报告。", [
        { n: 1, start: 0, end: 12 },
        { n: 2, start: 0, end: 9 },
      ]),
      CITED,
    );
    expect(made.map(({ text, quote }) => [text, quote?.n ?? null])).toEqual([
      ["第1段：", null],
      ["请秘书长征求会员国的意见", 1],
      ["；", null],
      ["又请秘书长提出报告", 2],
      ["。", null],
    ]);
  });

  it("shows words as a quotation only where they stand, so that a changed quote is not one", () => {
    const made = segments(statement("请秘书长不征求意见", [{ n: 1, start: 0, end: 12 }]), CITED);
    expect(made).toMatchObject([{ text: "请秘书长不征求意见", quote: null }]);
  });

  it("leaves a statement alone whose citation has not come", () => {
    const made = segments(statement("请秘书长", [{ n: 9, start: 0, end: 4 }]), CITED);
    expect(made).toMatchObject([{ text: "请秘书长", quote: null }]);
  });

  it("takes [1] in a text for text", () => {
    const made = segments({ ...statement("见[1]与<b>", []), kind: "connective" }, CITED);
    expect(made).toMatchObject([{ text: "见[1]与<b>", quote: null }]);
  });

  it("counts code points before the quote", () => {
    const made = segments(statement("请", [{ n: 3, start: 2, end: 3 }]), [citation(3, "𠮷野请")]);
    expect(made).toMatchObject([{ text: "请", quote: { n: 3, start: 2, end: 3 } }]);
  });
});

describe("the words of a quotation that answer", () => {
  const WHOLE = { n: 1, start: 0, end: 12 };
  const marked = (answers: Quote[], quotes: Quote[] = [WHOLE]) =>
    segments({ ...statement("请秘书长征求会员国的意见", quotes), answers }, CITED)
      .flatMap(({ parts }) => parts)
      .map(({ text, answers }) => (answers ? `[${text}]` : text))
      .join("");

  it("are told from the others", () => {
    expect(marked([{ n: 1, start: 1, end: 4 }])).toBe("请[秘书长]征求会员国的意见");
  });

  it("may be several, in any order", () => {
    const answers = [
      { n: 1, start: 6, end: 9 },
      { n: 1, start: 1, end: 4 },
    ];
    expect(marked(answers)).toBe("请[秘书长]征求[会员国]的意见");
  });

  it("may be none, and may be all", () => {
    expect(marked([])).toBe("请秘书长征求会员国的意见");
    expect(marked([WHOLE])).toBe("[请秘书长征求会员国的意见]");
  });

  it("are not looked for outside what is quoted, and never shown twice", () => {
    expect(marked([{ n: 2, start: 1, end: 4 }])).toBe("请秘书长征求会员国的意见");
    expect(marked([{ n: 1, start: 9, end: 14 }])).toBe("请秘书长征求会员国的意见");
    const overlapping = [
      { n: 1, start: 1, end: 4 },
      { n: 1, start: 2, end: 6 },
    ];
    expect(marked(overlapping)).toBe("请[秘书长]征求会员国的意见");
  });

  it("are counted in code points from the citation's beginning", () => {
    const cited = [citation(3, "𠮷野请秘书长来")];
    const quotes = [{ n: 3, start: 1, end: 7 }];
    const made = segments({ ...statement("野请秘书长来", quotes), answers: [{ n: 3, start: 3, end: 6 }] }, cited);
    expect(made[0]?.parts.map(({ text }) => text)).toEqual(["野请", "秘书长", "来"]);
  });
});

it("gathers what all sentences quote of one citation", () => {
  const all = [
    statement("一", [{ n: 1, start: 0, end: 4 }, { n: 2, start: 0, end: 2 }]),
    statement("二", [{ n: 1, start: 6, end: 9 }]),
  ];
  expect(quotedSpans(all, 1)).toEqual([
    { start: 0, end: 4 },
    { start: 6, end: 9 },
  ]);
});
