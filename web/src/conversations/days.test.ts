import { expect, test } from "vitest";

import type { ConversationSummary } from "../api/types";
import { groupsOf } from "./days";

const NOW = new Date(2026, 10, 22, 9, 30);

function updated(...dates: Date[]): ConversationSummary[] {
  return dates.map((date, index) => ({ id: `${index}`, title: "问", turns: 1, updated: date.toISOString() }));
}

const ALL = updated(
  new Date(2026, 10, 22, 0, 1),
  new Date(2026, 10, 21, 23, 59),
  new Date(2026, 10, 20, 12),
  new Date(2026, 9, 31, 12),
  new Date(2026, 9, 1, 12),
  new Date(2025, 10, 22, 12),
);

test("today and yesterday are those of the reader's calendar, then come months", () => {
  expect(groupsOf(ALL, NOW, "zh").map(({ label }) => label)).toEqual([
    "今天",
    "昨天",
    "2026年11月",
    "2026年10月",
    "2025年11月",
  ]);
  expect(groupsOf(ALL, NOW, "en").map(({ label }) => label)).toEqual([
    "today",
    "yesterday",
    "November 2026",
    "October 2026",
    "November 2025",
  ]);
});

test("every conversation stands in one group, in the order given", () => {
  const ids = groupsOf(ALL, NOW, "zh").flatMap(({ conversations }) => conversations.map(({ id }) => id));
  expect(ids).toEqual(["0", "1", "2", "3", "4", "5"]);
});

test("a server whose clock is ahead says today", () => {
  const [group] = groupsOf(updated(new Date(2026, 10, 23, 1)), NOW, "en");
  expect(group?.label).toBe("today");
});

test("nothing gives no groups", () => {
  expect(groupsOf([], NOW, "zh")).toEqual([]);
});
