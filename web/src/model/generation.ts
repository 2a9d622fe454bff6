import type { TFunction } from "i18next";

import type { Answer, Generation, Lang } from "../api/types";

/** What a language model had to do with an answer, in words. */
export interface GenerationNote {
  /** Who phrased it, and how much of that passed. */
  summary: string;
  /** Why the model had no say, or not the last one. */
  failure: string | null;
  /** Whether there are sentences of its to tell of. */
  wrote: boolean;
  /** What became of its sentences, and what that took: name and value. */
  figures: [string, string][];
}

const OUTCOMES = ["kept", "repaired", "replaced", "dropped"] as const;

/** Whether at least one sentence of an answer is a model's. */
export function isPhrased({ answerer }: Answer): boolean {
  return answerer.startsWith("llm:");
}

/** The note under an answer that a model was asked for; null where none was. */
export function generationNote(answer: Answer, t: TFunction, lang: Lang): GenerationNote | null {
  const { generation } = answer;
  if (generation === null) return null;
  return {
    summary: summaryOf(answer, generation, t),
    failure: generation.failure,
    wrote: generation.said > 0,
    figures: [
      ...outcomes(generation, t, lang),
      ...cost(generation, answer.timings_ms.model, t, lang),
      [t("generation.sentTo"), generation.sent_to ?? t("generation.here")],
      [t("generation.prompts"), generation.prompts_hash],
    ],
  };
}

function summaryOf(answer: Answer, { model, said, kept, repaired }: Generation, t: TFunction): string {
  if (said === 0) return t("generation.unused", { model });
  const passed = t("generation.passed", { count: said, passed: kept + repaired });
  return `${t(isPhrased(answer) ? "generation.by" : "generation.notBy", { model })}${passed}`;
}

function outcomes(generation: Generation, t: TFunction, lang: Lang): [string, string][] {
  if (generation.said === 0) return [];
  return OUTCOMES.map((outcome) => [t(`generation.outcome.${outcome}`), figure(generation[outcome], lang)]);
}

function cost(generation: Generation, ms: number | undefined, t: TFunction, lang: Lang): [string, string][] {
  const { calls, prompt_tokens: read, completion_tokens: written } = generation;
  const tokens = t("generation.tokenCounts", { read: figure(read, lang), written: figure(written, lang) });
  const seconds = ms === undefined ? null : t("generation.seconds", { n: figure(ms / 1000, lang) });
  return [
    [t("generation.calls"), figure(calls, lang)],
    // A server need not count them, and words given again cost none.
    ...(read + written > 0 ? [[t("generation.tokens"), tokens] satisfies [string, string]] : []),
    ...(seconds === null ? [] : [[t("generation.time"), seconds] satisfies [string, string]]),
  ];
}

function figure(n: number, lang: Lang): string {
  return n.toLocaleString(lang === "zh" ? "zh-CN" : "en", { maximumFractionDigits: 1 });
}

/** The counts of a further page of the same answer added to those before it. */
export function addedUp(before: Generation | null, page: Generation | null): Generation | null {
  if (before === null || page === null) return before ?? page;
  const counts = ["said", "calls", "prompt_tokens", "completion_tokens", ...OUTCOMES] as const;
  const sums = Object.fromEntries(counts.map((name) => [name, before[name] + page[name]]));
  return { ...before, ...sums, failure: before.failure ?? page.failure };
}
