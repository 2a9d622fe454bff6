import { describe, expect, it } from "vitest";

import { resolution } from "../testing/resolutions";
import { rowsOf } from "./rows";

/** `place zh/en` of every row, `-` where a version has nothing. */
function drawn(chinese: readonly string[], english: readonly string[]): string[] {
  const rows = rowsOf([resolution("zh", chinese), resolution("en", english)]);
  return rows.map(({ versions }) => versions.map((one) => one?.place ?? "-").join(" "));
}

describe("two languages beside each other", () => {
  it("are paired by place", () => {
    expect(drawn(["META", "PP1", "OP1"], ["META", "PP1", "OP1"])).toEqual(["META META", "PP1 PP1", "OP1 OP1"]);
  });

  it("leave a gap where one lacks a paragraph, in its place", () => {
    expect(drawn(["META", "OP1", "OP2", "OP4", "END"], ["META", "OP1", "OP3", "OP4", "END", "FN1"])).toEqual([
      "META META",
      "OP1 OP1",
      "OP2 -",
      "- OP3",
      "OP4 OP4",
      "END END",
      "- FN1",
    ]);
  });

  it("pair a lost number with the printed one, but never two with one", () => {
    expect(drawn(["OP~1", "OP~2(a)"], ["OP1", "OP2(a)"])).toEqual(["OP~1 OP1", "OP~2(a) OP2(a)"]);
    expect(drawn(["OP1", "OP~1"], ["OP1"])).toEqual(["OP1 OP1", "OP~1 -"]);
    expect(drawn(["OP~1", "OP1"], ["OP1"])).toEqual(["OP~1 -", "OP1 OP1"]);
  });

  it("lose nothing and double nothing, whatever order they come in", () => {
    const some = ["META", "PP1", "OP1", "OP1(a)", "OP2", "S2/OP1", "ANNEX", "ANNEX/1", "END", "FN1"];
    for (let turn = 0; turn < some.length; turn++) {
      for (let left = 0; left <= some.length; left++) {
        const other = [...some.slice(turn), ...some.slice(0, turn)].slice(left);
        const rows = rowsOf([resolution("zh", some), resolution("en", other)]);
        const of = (index: number) => rows.flatMap(({ versions }) => versions[index]?.place ?? []);
        expect(of(0)).toEqual(some);
        expect(of(1).sort()).toEqual([...other].sort());
        for (const { versions } of rows) {
          const places = versions.flatMap((one) => one?.place ?? []);
          expect(new Set(places).size).toBe(1);
        }
      }
    }
  });
});

it("one language is shown as it is", () => {
  const one = resolution("zh", ["META", "OP1"]);
  expect(rowsOf([one]).map(({ versions }) => versions)).toEqual(one.paragraphs.map((paragraph) => [paragraph]));
  expect(rowsOf([])).toEqual([]);
});
