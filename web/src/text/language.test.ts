import { expect, it } from "vitest";

import { langOf, langTag } from "./language";

it.each([
  ["zh", "请秘书长向大会第九十六届会议提出报告", "zh-Hans"],
  ["zh", "請秘書長向大會第九十六屆會議提出報告", "zh-Hant"],
  ["zh", "", "zh-Hans"],
  ["zh", "年月日", "zh-Hans"],
  ["en", "Requests the Secretary-General 請秘書長", "en"],
] as const)("a text in %s, %s, is marked %s", (lang, text, tag) => {
  expect(langTag(lang, text)).toBe(tag);
});

it.each([
  ["2013 年核裁军问题大会高级别会议的后续行动", "zh"],
  ["Nuclear disarmament", "en"],
] as const)("the title %s is in %s", (title, lang) => {
  expect(langOf(title)).toBe(lang);
});
