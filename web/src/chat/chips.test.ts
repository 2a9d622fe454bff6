import { describe, expect, it } from "vitest";

import type { Citation, Understood } from "../api/types";
import { CHIPS_SHOWN, chipsNameResolution, chipsOf } from "./chips";

const cite = (n: number, symbol = "A/RES/75/45"): Citation => ({
  n,
  symbol,
  paragraph: `OP${String(n)}`,
  inferred: false,
  label: "",
  text: "",
  source: { name: "", sha256: "", retrieved: null },
  href: "",
  inferred_parts: [],
  lang: "zh",
  parallel: null,
});
const upTo = (count: number) => Array.from({ length: count }, (_, i) => i + 1);

it("folds citations beyond the limit, but never a single one", () => {
  const citations = upTo(20).map((n) => cite(n));
  for (const count of upTo(20)) {
    const { shown, folded } = chipsOf(upTo(count), citations);
    expect(shown.length + folded.length).toBe(count);
    expect(folded).not.toHaveLength(1);
    expect(shown.length).toBeLessThanOrEqual(CHIPS_SHOWN + 1);
  }
});

it("keeps the sentence's order and leaves out a number that no citation has", () => {
  const { shown } = chipsOf([3, 9, 1], [cite(1), cite(2), cite(3)]);
  expect(shown.map(({ n }) => n)).toEqual([3, 1]);
});

describe("a chip names its resolution", () => {
  const asking = (...symbols: string[]): Understood => ({
    intent: "content",
    symbols,
    places: [],
    addressee: null,
    verbs: [],
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
    addressee_label: null,
    verb_labels: [],
    deliverable_labels: [],
  });

  it("not where the question named it, and it alone", () => {
    expect(chipsNameResolution([cite(1), cite(2)], asking("A/RES/75/45"))).toBe(false);
  });

  it("where the question named none, so that one paragraph 7 is not taken for another", () => {
    expect(chipsNameResolution([cite(1)], asking())).toBe(true);
    expect(chipsNameResolution([cite(1)], null)).toBe(true);
  });

  it("where there are two, or another than the one asked about", () => {
    expect(chipsNameResolution([cite(1)], asking("A/RES/72/31", "A/RES/75/45"))).toBe(true);
    expect(chipsNameResolution([cite(1, "A/RES/72/31")], asking("A/RES/75/45"))).toBe(true);
  });
});
