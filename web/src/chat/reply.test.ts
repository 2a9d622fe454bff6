import { expect, it } from "vitest";

import { ANSWER, CITATION, STATEMENT } from "../testing/answers";
import { plainText } from "./plainText";
import { advance, answeredBefore, fail, paragraphsCited, stop, waiting } from "./reply";

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

it("takes up an answer that the server kept as it was given, with what was said of it", () => {
  const marks = { shared: "2026-01-02T03:04:05Z", feedback: null };
  const reply = answeredBefore("问", ANSWER, { marks });
  expect(reply).toMatchObject({ question: "问", phase: "done", answer: ANSWER, statements: [STATEMENT], marks });
});

it("counts a paragraph once that is cited twice", () => {
  const twice = [CITATION, { ...CITATION, n: 2 }, { ...CITATION, n: 3, paragraph: "OP6" }];
  expect(paragraphsCited({ ...waiting("问"), citations: twice })).toBe(2);
});

it("copies as sentences with numbers and what the numbers stand for", () => {
  expect(plainText({ statements: [STATEMENT], citations: [CITATION] })).toBe(
    "又请秘书长提出报告[1]\n\n[1] 第75/45号决议，执行部分第14段 (A/RES/75/45#OP14)",
  );
  expect(plainText({ statements: [STATEMENT], citations: [] }, "不完整。")).toBe("又请秘书长提出报告[1]\n\n不完整。");
});
