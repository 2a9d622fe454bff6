import { describe, expect, it } from "vitest";

import type { AlignedRow, WordChange } from "../types";
import { isShown, stretches } from "./words";

const span = (start: number, end: number) => ({ start, end });
/** 请秘书长𠀀提出报告 → 促请秘书长提出 */
const WORDS: WordChange[] = [
  { kind: "inserted", first: span(0, 0), second: span(0, 1), routine: false },
  { kind: "same", first: span(0, 4), second: span(1, 5), routine: false },
  { kind: "deleted", first: span(4, 5), second: span(5, 5), routine: true },
  { kind: "same", first: span(5, 7), second: span(5, 7), routine: false },
  { kind: "deleted", first: span(7, 9), second: span(7, 7), routine: false },
];

describe("the words of a side", () => {
  it("are cut by code points, and nothing is lost", () => {
    const first = "请秘书长𠀀提出报告";
    const cut = stretches(first, WORDS, "first");
    expect(cut.map(({ text }) => text)).toEqual(["请秘书长", "𠀀", "提出", "报告"]);
    expect(cut.map(({ changed }) => changed)).toEqual([false, true, false, true]);
    expect(cut[1]?.routine).toBe(true);
    expect(cut.map(({ text }) => text).join("")).toBe(first);
  });

  it("hold nothing that only the other side has", () => {
    const second = "促请秘书长提出";
    const cut = stretches(second, WORDS, "second");
    expect(cut.map(({ text }) => text)).toEqual(["促", "请秘书长", "提出"]);
    expect(cut.map(({ text }) => text).join("")).toBe(second);
  });

  it("stand unmarked where there is no other side", () => {
    expect(stretches("全文", [], "second")).toEqual([{ text: "全文", changed: false, routine: false }]);
  });
});

describe("only differences", () => {
  const row = (kind: AlignedRow["kind"], moved = false): AlignedRow => ({
    kind,
    first: null,
    second: null,
    likeness: 1,
    words: [],
    verbs: [],
    moved,
    across: false,
  });
  const only = { onlyDifferences: true, withoutRoutine: false };
  const real = { onlyDifferences: true, withoutRoutine: true };

  it("leaves out what is the same, but not what was moved", () => {
    expect(isShown(row("same"), only)).toBe(false);
    expect(isShown(row("same", true), only)).toBe(true);
    expect(isShown(row("renewed"), only)).toBe(true);
  });

  it("leaves out what is routine where that is asked too, and never a change", () => {
    expect(isShown(row("renewed"), real)).toBe(false);
    for (const kind of ["changed", "added", "dropped"] as const) expect(isShown(row(kind), real)).toBe(true);
  });
});
