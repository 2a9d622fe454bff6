import { describe, expect, it } from "vitest";

import type { KeptConversation } from "../api/types";
import { ANSWER } from "../testing/answers";
import { advance, fail, stop, type Reply } from "./reply";
import {
  askedAgain,
  canRestore,
  changed,
  correctedAgain,
  goneOn,
  isUnknownAnswer,
  replacing,
  restored,
  turnsOf,
  type Turn,
} from "./turns";

const problem = (code: string) => ({ type: "about:blank", title: "", status: 422, detail: "坏", code });

const answers = (id: string) => (reply: Reply) => advance(reply, { name: "answer", data: { ...ANSWER, id } });

/** A conversation of answered questions: 一, 二, 三 under a-1, a-2, a-3. */
function conversation(): Turn[] {
  return ["一", "二", "三"].reduce<Turn[]>((turns, question, index) => {
    const id = `t${index + 1}`;
    return changed(goneOn(turns, id, question), id, answers(`a-${index + 1}`));
  }, []);
}

const questions = (turns: readonly Turn[]) => turns.map(({ reply }) => reply.question);

describe("a question asked otherwise in its place", () => {
  it("takes its turn and all after it away, and names the answer that gives way", () => {
    const turns = askedAgain(conversation(), 1, "二改", null);
    expect(questions(turns)).toEqual(["一", "二改"]);
    expect(turns[1]?.id).toBe("t2");
    expect(replacing(turns[1])).toEqual({ replaces: "a-2" });
  });

  it("lets go of what gave way once it is answered", () => {
    const turns = changed(askedAgain(conversation(), 1, "二改", null), "t2", answers("a-9"));
    expect(turns[1]?.gaveWay).toEqual([]);
    expect(restored(turns, "t2")).toEqual(turns);
  });

  it.each([
    ["stopped", stop],
    ["failed", (reply: Reply) => fail(reply, problem("interrupted"))],
  ])("that is %s can be taken back, with all that stood there", (_, end) => {
    const before = conversation();
    const turns = changed(askedAgain(before, 0, "一改", null), "t1", end);
    expect(turns.map(canRestore)).toEqual([true]);
    expect(restored(turns, "t1")).toEqual(before);
  });

  it("is not offered back while it is on its way, nor where nothing stood there", () => {
    expect(askedAgain(conversation(), 0, "一改", null).map(canRestore)).toEqual([false]);
    const stopped = changed(goneOn([], "t1", "一"), "t1", stop);
    const again = changed(askedAgain(stopped, 0, "一", null), "t1", stop);
    expect(again.map(canRestore)).toEqual([false]);
  });

  it("twice in vain still brings the first back", () => {
    const before = conversation();
    const once = changed(askedAgain(before, 1, "二改", null), "t2", stop);
    const twice = changed(askedAgain(once, 1, "二再改", null), "t2", stop);
    expect(replacing(twice[1])).toEqual({ replaces: "a-2" });
    expect(restored(twice, "t2")).toEqual(before);
  });
});

describe("what the server is told to replace", () => {
  it("is the first answer it keeps: a stopped turn is none of its", () => {
    const stopped = changed(goneOn(conversation(), "t4", "四"), "t4", stop);
    const further = changed(goneOn(stopped, "t5", "五"), "t5", answers("a-5"));
    expect(replacing(askedAgain(further, 3, "四改", null)[3])).toEqual({ replaces: "a-5" });
    expect(replacing(askedAgain(stopped, 3, "四改", null)[3])).toEqual({});
  });

  it("is nothing for a new question, unless one before it was asked again in vain", () => {
    expect(replacing(goneOn(conversation(), "t4", "四").at(-1))).toEqual({});
    const vain = changed(askedAgain(conversation(), 1, "二改", null), "t2", stop);
    const further = goneOn(vain, "t4", "四");
    expect(questions(further)).toEqual(["一", "二改", "四"]);
    expect(replacing(further.at(-1))).toEqual({ replaces: "a-2" });
    expect(further.map(canRestore)).toEqual([false, false, false]);
  });
});

it("what was put right is asked for again, but for what was refused", () => {
  const reply = { ...askedAgain(conversation(), 0, "一", { verbs: [] })[0]!.reply };
  expect(correctedAgain(reply)).toEqual({ verbs: [] });
  expect(correctedAgain(fail(reply, problem("invalid_correction")))).toBeNull();
  expect(isUnknownAnswer(problem("invalid_replacement"))).toBe(true);
  expect(isUnknownAnswer(problem("interrupted"))).toBe(false);
});

it("a kept conversation is shown as it was, judged and shared", () => {
  const feedback = { verdict: "wrong", comment: "少一段", updated: "2026-01-02T03:04:05Z" } as const;
  const kept: KeptConversation = {
    id: "c-1",
    title: "一",
    updated: "2026-01-02T03:04:05Z",
    version: 1,
    turns: [{ question: "一", answer: ANSWER, asked: "2026-01-02T03:04:05Z", origin: "asked", shared: null, feedback }],
  };
  const [turn] = turnsOf(kept);
  expect(turn?.reply).toMatchObject({ question: "一", phase: "done", marks: { shared: null, feedback } });
});
