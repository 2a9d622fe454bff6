import i18next, { type TFunction } from "i18next";
import { beforeAll, expect, it } from "vitest";

import type { Understood } from "../api/types";
import { en } from "../i18n/en";
import { zh } from "../i18n/zh";
import { bothCorrected, understoodParts } from "./understood";

let inChinese: TFunction;
let inEnglish: TFunction;

beforeAll(async () => {
  const resources = { zh: { translation: zh }, en: { translation: en } };
  await i18next.init({ lng: "zh", resources, interpolation: { escapeValue: false } });
  inChinese = i18next.getFixedT("zh");
  inEnglish = i18next.getFixedT("en");
});

const READ: Understood = {
  intent: "acts",
  symbols: ["A/RES/75/45"],
  places: [],
  addressee: "秘书长",
  verbs: ["请"],
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
  addressee_label: "秘书长",
  verb_labels: ["请"],
  deliverable_labels: [],
};
const NOTHING: Understood = { ...READ, symbols: [], addressee: null, verbs: [], addressee_label: null, verb_labels: [] };

const texts = (read: Understood, t: TFunction) => understoodParts(read, t).map(({ text }) => text);

it("names resolution, verb and addressee", () => {
  expect(texts(READ, inChinese)).toEqual(["第75/45号决议", "请…", "秘书长"]);
});

it("calls who is asked, by which verb, for what, as the answer's language does", () => {
  const english: Understood = {
    ...READ,
    verbs: ["请", "敦促"],
    deliverables: ["报告"],
    addressee_label: "Secretary-General",
    verb_labels: ["request (请)", "urge (敦促)"],
    deliverable_labels: ["report"],
  };
  expect(texts(english, inEnglish).slice(1)).toEqual(["request (请), urge (敦促)…", "Secretary-General", "report"]);
});

it("calls them by their names in answers kept before there were labels", () => {
  const before: Understood = { ...READ, addressee_label: null, verb_labels: [] };
  const older: Partial<Understood> = { ...before };
  delete older.verb_labels;
  delete older.deliverable_labels;
  expect(texts(before, inChinese)).toEqual(["第75/45号决议", "请…", "秘书长"]);
  expect(texts(older as Understood, inChinese)).toEqual(["第75/45号决议", "请…", "秘书长"]);
});

it("says what kind of question it is where no verb does", () => {
  const masthead: Understood = {
    ...READ,
    intent: "masthead",
    addressee: null,
    addressee_label: null,
    verbs: [],
    verb_labels: [],
    attribute: "date",
  };
  expect(texts(masthead, inChinese)).toEqual(["第75/45号决议", "通过日期", "题头信息"]);
});

it("keeps silent where it has nothing to tell", () => {
  expect(texts({ ...NOTHING, intent: "refuse" }, inChinese)).toEqual([]);
  expect(texts({ ...NOTHING, intent: "library" }, inChinese)).toEqual(["库中所藏"]);
});

it("shows an attribute it has no word for as the server named it", () => {
  expect(texts({ ...READ, attribute: "price" }, inEnglish)).toContain("price");
});

it("tells what resolutions were chosen by, and when something is due", () => {
  const selection = {
    first_session: 72, last_session: 75, since: null, until: null,
    committee: "第一委员会", agenda_item: null, title: "核裁军",
  };
  const read: Understood = { ...NOTHING, intent: "deadlines", selection, deadline_session: 76 };
  expect(texts(read, inChinese)).toEqual([
    "第72–75届会议 第一委员会 标题含“核裁军”",
    "第76届会议到期",
    "期限",
  ]);
});

it("takes each part out by what asks without it", () => {
  const read: Understood = { ...READ, symbols: ["A/RES/75/45", "A/RES/72/31"], session: 75, deliverables: ["报告"] };
  expect(understoodParts(read, inChinese).map(({ without }) => without)).toEqual([
    { symbols: ["A/RES/72/31"] },
    { symbols: ["A/RES/75/45"] },
    { emptied: ["session"] },
    { verbs: [] },
    { addressees: [] },
    { deliverables: [] },
  ]);
});

it("leaves the only thing that a question names", () => {
  const only: Understood = { ...READ, intent: "overview", addressee: null, addressee_label: null, verbs: [], verb_labels: [] };
  expect(understoodParts(only, inChinese).every(({ without }) => without === null)).toBe(true);
});

it("puts right one thing after another", () => {
  const first = bothCorrected(null, { addressees: [] });
  const second = bothCorrected(first, { symbols: ["A/RES/72/31"], places: null, emptied: ["session"] });
  expect(second).toEqual({ addressees: [], symbols: ["A/RES/72/31"], emptied: ["session"] });
  const third = bothCorrected(second, { addressees: ["会员国"], emptied: ["target"] });
  expect(third).toEqual({ addressees: ["会员国"], symbols: ["A/RES/72/31"], emptied: ["session", "target"] });
});
