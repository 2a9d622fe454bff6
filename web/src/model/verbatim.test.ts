import { describe, expect, it } from "vitest";

import { slice } from "../text/codepoints";
import { verbatimRuns } from "./verbatim";

const OP14 = "又请秘书长就本决议的执行情况向大会第七十六届会议提出报告；";
const EN = "Also requests the Secretary-General to report to the General Assembly at its seventy-sixth session on the implementation of the present resolution;";

/** The runs as words of the sentence, held against the words of the source at the offsets given. */
function words(sentence: string, source: string, lang: "zh" | "en"): string[] {
  return verbatimRuns(sentence, [{ text: source, lang }]).map(({ at, span }) => {
    expect(slice(source, span)).toBe(slice(sentence, at));
    return slice(sentence, at);
  });
}

describe("the words that a sentence takes over", () => {
  it("are found where only its beginning is the model's", () => {
    expect(words("大会请秘书长就本决议的执行情况向大会第七十六届会议提出报告。", OP14, "zh")).toEqual([
      "请秘书长就本决议的执行情况向大会第七十六届会议提出报告",
    ]);
  });

  it("are found in another order", () => {
    expect(words("向大会第七十六届会议提出报告的是秘书长，内容是本决议的执行情况。", OP14, "zh")).toEqual([
      "向大会第七十六届会议提出报告",
      "本决议的执行情况",
    ]);
  });

  it("are never a name alone, nor marks", () => {
    expect(words("秘书长提出；", OP14, "zh")).toEqual([]);
    expect(words("", OP14, "zh")).toEqual([]);
    expect(words("请秘书长", "", "zh")).toEqual([]);
  });

  it("are whole words in English", () => {
    expect(words("It requests the Secretary-General to reports at its seventy-sixth sessions.", EN, "en")).toEqual([
      "requests the Secretary-General to",
      "at its seventy-sixth",
    ]);
    expect(words("on all nuclear-weapon States", "on all non-nuclear-weapon States", "en")).toEqual([]);
    expect(words("The Secretary-General is to report to the General Assembly.", EN, "en")).toEqual([
      "to report to the General Assembly",
    ]);
  });

  it("are counted in code points", () => {
    expect(verbatimRuns("𠀀请秘书长就", [{ text: `𠀀𠀀${OP14}`, lang: "zh" }])).toEqual([
      { at: { start: 1, end: 6 }, source: 0, span: { start: 3, end: 8 } },
    ]);
  });

  it("are the longest that any source has, wherever it has them", () => {
    const sources = ["请秘书长报告。又请秘书长报告执行情况。", "请秘书长报告执行情况和进展"];
    const given = sources.map((text) => ({ text, lang: "zh" as const }));
    expect(verbatimRuns("请秘书长报告执行情况", given.slice(0, 1))).toEqual([
      { at: { start: 0, end: 10 }, source: 0, span: { start: 8, end: 18 } },
    ]);
    expect(verbatimRuns("请秘书长报告执行情况和进展", given)).toMatchObject([{ source: 1 }]);
  });
});
