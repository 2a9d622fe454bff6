import { expect, it } from "vitest";

import type { Citation, Statement } from "../api/types";
import { quotedSpans, segments } from "../chat/segments";
import { withVerbatimWords } from "./factQuotes";

const CITATION = {
  n: 2,
  text: "又请秘书长就本决议的执行情况向大会第七十六届会议提出报告；",
  lang: "zh",
} as Citation;

function fact(text: string, kind: Statement["kind"] = "fact"): Statement {
  return { text, kind, citations: [2], quotes: [], verification: "checked", answers: [] };
}

it("of a model's sentence the words of the source are told apart, and marked in the source", () => {
  const marked = withVerbatimWords(fact("大会请秘书长就本决议的执行情况提出报告。"), [CITATION]);
  expect(segments(marked, [CITATION]).map(({ text, quote }) => [text, quote !== null])).toEqual([
    ["大会", false],
    ["请秘书长就本决议的执行情况", true],
    ["提出报告", true],
    ["。", false],
  ]);
  expect(quotedSpans([marked], 2)).toEqual([
    { start: 1, end: 14 },
    { start: 24, end: 28 },
  ]);
});

it("a short quotation that the server names is kept beside them", () => {
  const said = { ...fact("决议“又请”秘书长就本决议的执行情况报告。"), quotes: [{ n: 2, start: 0, end: 2 }] };
  expect(withVerbatimWords(said, [CITATION]).quotes).toEqual([
    { n: 2, start: 0, end: 2 },
    { n: 2, start: 2, end: 14 },
  ]);
});

it("quotations, counts and connecting words are left as they are", () => {
  for (const kind of ["quote", "computed", "connective"] as const) {
    const statement = fact("请秘书长就本决议的执行情况", kind);
    expect(withVerbatimWords(statement, [CITATION])).toBe(statement);
  }
});

it("a sentence without its paragraph has no words of it", () => {
  expect(withVerbatimWords(fact("请秘书长就本决议的执行情况"), []).quotes).toEqual([]);
});
