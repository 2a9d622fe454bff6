import i18next from "i18next";
import { beforeAll, describe, expect, it } from "vitest";

import type { About } from "../api/types";
import { en } from "../i18n/en";
import { zh } from "../i18n/zh";
import { noticeOf } from "./notice";

beforeAll(() => i18next.init({ lng: "zh", resources: { zh: { translation: zh }, en: { translation: en } } }));

const HERE: About = { model: null, destinations: [], conversation_days: 30 };
const LOCAL: About = { ...HERE, model: "qwen3" };
const REMOTE: About = {
  ...LOCAL,
  destinations: [
    { what: "llm", host: "api.example.org", model: "qwen3" },
    { what: "embedder", host: "vectors.example.org", model: "bge-m3" },
  ],
};

function said(about: About, extractsOnly = false, lang = "zh") {
  return noticeOf(about, extractsOnly, i18next.getFixedT(lang));
}

describe("before anything is asked the page says", () => {
  it("that answers are quotations and questions stay, where no model is set", () => {
    expect(said(HERE)).toMatchObject({
      sentences: ["回答逐字摘自决议。", "问题只到本站的服务器，不再外发。"],
      leaves: false,
    });
  });

  it("that a model of the same machine phrases them, and questions still stay", () => {
    const { sentences, leaves } = said(LOCAL, false, "en");
    expect(sentences.join(" ")).toBe(
      "Some answers are phrased by the model qwen3, each sentence checked against the source. " +
        "The model runs on this site’s server; questions go no further.",
    );
    expect(leaves).toBe(false);
  });

  it("every host that anything is sent to", () => {
    const { sentences, leaves } = said(REMOTE);
    expect(sentences.slice(1)).toEqual([
      "问题与所引段落会发送到 api.example.org。",
      "为检索，问题会发送到 vectors.example.org。",
    ]);
    expect(leaves).toBe(true);
  });

  it("with extracts only, that the model is not asked, but not that nothing leaves", () => {
    const { sentences, more, leaves } = said(REMOTE, true);
    expect(sentences).toEqual(["回答逐字摘自决议。", "为检索，问题会发送到 vectors.example.org。"]);
    expect(more.join("")).toContain("不会询问模型 qwen3");
    expect(leaves).toBe(true);
    expect(said({ ...LOCAL, destinations: REMOTE.destinations.slice(0, 1) }, true).leaves).toBe(false);
  });

  it.each([
    ["zh", 30, "30天无人继续即删去"],
    ["en", 1, "for a day."],
    ["en", 7, "for 7 days."],
    ["zh", 0, "不自动删去"],
    ["en", 0, "not deleted by themselves"],
  ])("in %s how long %i days are", (lang, days, words) => {
    expect(said({ ...HERE, conversation_days: days }, false, lang).more.join("")).toContain(words);
  });
});
