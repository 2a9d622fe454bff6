import i18next from "i18next";
import { beforeAll, expect, it } from "vitest";

import type { Answer, Generation } from "../api/types";
import { en } from "../i18n/en";
import { zh } from "../i18n/zh";
import { addedUp, generationNote } from "./generation";

beforeAll(() => i18next.init({ lng: "zh", resources: { zh: { translation: zh }, en: { translation: en } } }));

const GENERATION: Generation = {
  model: "qwen3",
  prompts_hash: "0123456789ab",
  sent_to: "api.example.org",
  said: 5,
  kept: 2,
  repaired: 1,
  replaced: 1,
  dropped: 1,
  calls: 2,
  prompt_tokens: 1234,
  completion_tokens: 56,
  failure: null,
};

function noted(change: Partial<Generation> = {}, answerer = "llm:qwen3", lang: "zh" | "en" = "zh") {
  const answer = { answerer, generation: { ...GENERATION, ...change }, timings_ms: { model: 1234.5 } };
  return generationNote(answer as unknown as Answer, i18next.getFixedT(lang), lang);
}

it("says who phrased an answer, how many sentences passed and what became of the others", () => {
  const note = noted();
  expect(note?.summary).toBe("由模型 qwen3 改写，它写了5句，3句通过核对");
  expect(note?.failure).toBeNull();
  expect(Object.fromEntries(note?.figures ?? [])).toEqual({
    原样通过: "2",
    改正后通过: "1",
    换回原文: "1",
    删去: "1",
    请求次数: "2",
    词元: "读1,234，写56",
    模型用时: "1.2秒",
    问题去向: "api.example.org",
    提示词版本: "0123456789ab",
  });
});

it("says that a model was asked of whose words none is shown", () => {
  const note = noted({ said: 1, kept: 0, repaired: 0, failure: "quota" }, "extractive", "en");
  expect(note?.summary).toBe("The model qwen3 was asked: it wrote 1 sentence, 0 passed the checks");
  expect(note?.failure).toBe("quota");
});

it("does not count tokens that the server did not count, and says that nothing left", () => {
  const figures = Object.fromEntries(noted({ prompt_tokens: 0, completion_tokens: 0, sent_to: null })?.figures ?? []);
  expect(figures).not.toHaveProperty("词元");
  expect(figures["问题去向"]).toBe("没有离开服务器");
});

it("does not count the sentences of a model that wrote none", () => {
  const note = noted({ said: 0, kept: 0, repaired: 0, failure: "down" }, "extractive");
  expect(note).toMatchObject({ summary: "问过模型 qwen3，回答里没有它的话", wrote: false, failure: "down" });
  expect(Object.fromEntries(note?.figures ?? [])).not.toHaveProperty("原样通过");
});

it("says nothing where no model was asked", () => {
  const answer = { answerer: "extractive", generation: null, timings_ms: {} } as unknown as Answer;
  expect(generationNote(answer, i18next.getFixedT("zh"), "zh")).toBeNull();
});

it("adds the pages of an answer up", () => {
  expect(addedUp(GENERATION, { ...GENERATION, failure: "cut" })).toMatchObject({
    said: 10,
    kept: 4,
    completion_tokens: 112,
    failure: "cut",
    model: "qwen3",
  });
  expect(addedUp(GENERATION, null)).toBe(GENERATION);
  expect(addedUp(null, null)).toBeNull();
});
