import { expect, it } from "vitest";

import type { Answer, Citation, Statement } from "../api/types";
import { withPage } from "./pages";
import { advance, waiting } from "./reply";

function citation(n: number, paragraph: string): Citation {
  return {
    n,
    symbol: "A/RES/75/45",
    paragraph,
    inferred: false,
    label: paragraph,
    text: "请秘书长提出报告；",
    source: { name: "a.txt", sha256: "0", retrieved: null },
    href: `/resolutions/A/RES/75/45#${paragraph}`,
    inferred_parts: [],
    lang: "zh",
    parallel: null,
  };
}

function said(text: string, kind: Statement["kind"], ...citations: number[]): Statement {
  const quotes = kind === "quote" ? citations.map((n) => ({ n, start: 0, end: 3 })) : [];
  return { text, kind, citations, quotes, verification: null, answers: quotes };
}

const COVERS = said("库中有2份决议。", "connective");

function page(lead: string, paragraph: string, next: string | null): Answer {
  const statements = [
    said(lead, "computed", 1),
    said("第75/45号决议：", "connective"),
    said("请秘书", "quote", 1),
    COVERS,
  ];
  return { statements, citations: [citation(1, paragraph)], page: next, status: "answered", generation: null } as unknown as Answer;
}

const FIRST = advance(waiting("问"), { name: "answer", data: page("第1段", "OP1", "1-1-a") });

it("a further page goes under what is there, its citations numbered on", () => {
  const reply = withPage({ ...FIRST, more: "loading" }, page("第2段", "OP2", null));
  expect(reply.citations.map(({ n, paragraph }) => [n, paragraph])).toEqual([
    [1, "OP1"],
    [2, "OP2"],
  ]);
  expect(reply.statements.filter(({ kind }) => kind === "quote").map(({ citations }) => citations)).toEqual([[1], [2]]);
  expect(reply.statements.at(-2)).toMatchObject({ quotes: [{ n: 2 }], answers: [{ n: 2 }] });
  expect(reply.answer?.page).toBeNull();
  expect(reply.more).toBeNull();
});

it("what every page says at its end stands there once, headings stay", () => {
  const reply = withPage(FIRST, page("第2段", "OP2", null));
  expect(reply.statements.filter(({ text }) => text === COVERS.text)).toHaveLength(1);
  expect(reply.statements.at(-1)?.text).toBe(COVERS.text);
  expect(reply.statements.filter(({ text }) => text === "第75/45号决议：")).toHaveLength(2);
});
