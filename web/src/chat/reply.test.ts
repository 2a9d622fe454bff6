import { expect, it } from "vitest";

import type { Answer, Citation, Generation, Statement } from "../api/types";
import { advance, conversationOf, fail, stop, waiting } from "./reply";
import { plainText } from "./plainText";

const CITATION: Citation = {
  n: 1,
  symbol: "A/RES/75/45",
  paragraph: "OP14",
  inferred: false,
  label: "第75/45号决议，执行部分第14段",
  text: "又请秘书长提出报告；",
  source: { name: "a.txt", sha256: "0", retrieved: null },
  href: "/resolutions/A/RES/75/45#OP14",
  inferred_parts: [],
  lang: "zh",
  parallel: null,
};
const STATEMENT: Statement = {
  text: "又请秘书长提出报告",
  kind: "quote",
  citations: [1],
  quotes: [{ n: 1, start: 0, end: 9 }],
  verification: "verbatim",
  answers: [],
};
const ANSWER: Answer = {
  version: 1,
  status: "answered",
  lang: "zh",
  answer: "又请秘书长提出报告 [1]",
  statements: [STATEMENT],
  citations: [CITATION],
  understood: {
    intent: "acts",
    symbols: [],
    places: [],
    addressee: null,
    verbs: [],
    session: null,
    attribute: null,
    target: null,
    carried: [],
    selection: null,
    deliverables: [],
    terms: [],
    deadline_session: null,
    corrections: [],
    others: [],
    rewritten: null,
  },
  coverage: { resolutions: 2, sessions: [72, 75] },
  comparison: null,
  comparisons: [],
  generation: null,
  settings_hash: "",
  answerer: "extractive",
  missing: [],
  clarify: null,
  suggestions: [],
  page: null,
  conversation_id: "c-1",
  id: "a-1",
  timings_ms: {},
};

it("grows sentence by sentence and is done with the whole answer", () => {
  let reply = waiting("问");
  reply = advance(reply, { name: "understood", data: ANSWER.understood });
  reply = advance(reply, { name: "passages", data: { total: 1, keys: ["A/RES/75/45#OP14"] } });
  reply = advance(reply, { name: "citation", data: CITATION });
  reply = advance(reply, { name: "delta", data: STATEMENT });
  expect(reply).toMatchObject({ phase: "running", passages: 1, statements: [STATEMENT] });
  reply = advance(reply, { name: "answer", data: ANSWER });
  expect(reply).toMatchObject({ phase: "done", statements: [STATEMENT], citations: [CITATION] });
});

it("keeps what had come when it fails or is stopped, and says which", () => {
  const partial = advance(waiting("问"), { name: "delta", data: STATEMENT });
  const problem = { type: "about:blank", title: "", status: 500, detail: "坏", code: "error" };
  expect(fail(partial, problem)).toMatchObject({ phase: "failed", problem, statements: [STATEMENT] });
  expect(stop(partial)).toMatchObject({ phase: "stopped", statements: [STATEMENT] });
});

it("cannot be stopped once it is done", () => {
  const done = advance(waiting("问"), { name: "answer", data: ANSWER });
  expect(stop(done)).toBe(done);
});

it("sends back the last conversation it was given", () => {
  const done = advance(waiting("问"), { name: "answer", data: ANSWER });
  expect(conversationOf([done, waiting("再问")])).toBe("c-1");
  expect(conversationOf([waiting("问")])).toBeUndefined();
});

it("copies as sentences with numbers and what the numbers stand for", () => {
  const done = advance(waiting("问"), { name: "answer", data: ANSWER });
  const asText = "又请秘书长提出报告[1]\n\n[1] 第75/45号决议，执行部分第14段 (A/RES/75/45#OP14)";
  const by = (model: string) => `由${model}改写`;
  expect(plainText(done, by)).toBe(asText);
  const phrased = { ...ANSWER, answerer: "llm:m", generation: { model: "m" } as Generation };
  expect(plainText(advance(done, { name: "answer", data: phrased }), by)).toBe(`${asText}\n\n由m改写`);
});
