import { createInstance, type TFunction } from "i18next";
import { beforeAll, expect, it } from "vitest";

import { en } from "../i18n/en";
import { zh } from "../i18n/zh";
import { ANSWER, CITATION } from "../testing/answers";
import { changesText } from "./changes";

const t: { zh?: TFunction; en?: TFunction } = {};

beforeAll(async () => {
  for (const lang of ["zh", "en"] as const) {
    const i18n = createInstance({
      lng: lang,
      resources: { [lang]: { translation: lang === "zh" ? zh : en } },
      interpolation: { escapeValue: false },
    });
    await i18n.init();
    t[lang] = i18n.t;
  }
});

const answer = {
  ...ANSWER,
  citations: ["OP6", "OP11", "OP13"].map((paragraph, index) => ({ ...CITATION, n: index + 1, paragraph })),
  understood: { ...ANSWER.understood, symbols: ["A/RES/75/45"] },
};
const states = (...given: ("same" | "changed" | "gone")[]) => given.map((state, index) => ({ n: index + 1, state }));

it("says nothing of an answer that cites nothing", () => {
  expect(changesText({ answer, cited: [] }, t.zh!)).toBeNull();
});

it("says that all is as it was, with how many paragraphs were compared", () => {
  expect(changesText({ answer, cited: states("same", "same", "same") }, t.zh!)).toContain("所引3段");
  expect(changesText({ answer, cited: states("same") }, t.en!)).toContain("The paragraph cited");
});

it("names what changed and what is gone", () => {
  const text = changesText({ answer, cited: states("changed", "same", "gone") }, t.zh!);
  expect(text).toContain("第6段已改动；第13段已不在库中");
  expect(text).not.toContain("第11段");
  expect(changesText({ answer, cited: states("changed", "changed", "same") }, t.en!)).toContain(
    "para. 6, para. 11 changed",
  );
});
