import { describe, expect, it } from "vitest";

import { resolution } from "../testing/resolutions";
import { contents, outline } from "./outline";
import { rowsOf } from "./rows";

const parts = (places: readonly string[]) => outline(rowsOf([resolution("zh", places)]));
const drawn = (places: readonly string[]) =>
  parts(places).map(({ kind, rows }) => `${kind}: ${rows.map(({ place }) => place).join(" ")}`);
const listed = (places: readonly string[]) =>
  contents(parts(places)).map(({ kind, row, level }) => `${String(level)} ${kind} ${row.place}`);

describe("the parts of a resolution", () => {
  it("stand as they are printed: closing lines before the annexes, notes last", () => {
    expect(drawn(["META", "PP1", "OP1", "OP1(a)", "ANNEX", "ANNEX/1", "FN1", "END"])).toEqual([
      "masthead: META",
      "preamble: PP1",
      "operative: OP1 OP1(a)",
      "end: END",
      "annex: ANNEX ANNEX/1",
      "footnotes: FN1",
    ]);
  });

  it("keep a heading with what it heads", () => {
    expect(drawn(["H1", "PP1", "H2", "OP1", "H3", "S2/OP1"])).toEqual([
      "preamble: H1 PP1",
      "operative: H2 OP1 H3 S2/OP1",
    ]);
    expect(drawn(["OP1", "H1"])).toEqual(["operative: OP1 H1"]);
    expect(drawn(["H1"])).toEqual(["operative: H1"]);
  });

  it("are one for each annex, with its own preamble, articles and headings", () => {
    expect(drawn(["OP1", "ANNEX1", "ANNEX1/PP1", "ANNEX1/ART1", "ANNEX2", "ANNEX2/H1", "ANNEX2/S1/1"])).toEqual([
      "operative: OP1",
      "annex: ANNEX1 ANNEX1/PP1 ANNEX1/ART1",
      "annex: ANNEX2 ANNEX2/H1 ANNEX2/S1/1",
    ]);
  });

  it("hold every row once", () => {
    const all = ["META", "H1", "PP1", "OP1", "PP2", "H2", "OP2", "FN1", "ANNEX", "END", "ANNEX/3(a)", "FN2", "H3"];
    const rows = parts(all).flatMap((part) => part.rows.map(({ place }) => place));
    expect([...rows].sort()).toEqual([...all].sort());
  });
});

describe("the table of contents", () => {
  it("is not needed for preamble and operative part", () => {
    expect(listed(["META", "PP1", "OP1", "OP2", "END", "FN1"])).toEqual([]);
    expect(listed([])).toEqual([]);
  });

  it("leads to headings and annexes", () => {
    expect(listed(["META", "PP1", "H1", "OP1", "END", "ANNEX", "ANNEX/H1", "ANNEX/1", "FN1"])).toEqual([
      "1 preamble PP1",
      "1 operative H1",
      "2 heading H1",
      "1 annex ANNEX",
      "2 heading ANNEX/H1",
      "1 footnotes FN1",
    ]);
  });
});
