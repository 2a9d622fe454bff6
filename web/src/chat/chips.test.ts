import { expect, it } from "vitest";

import type { Citation } from "../api/types";
import { CHIPS_SHOWN, chipsOf, severalResolutions } from "./chips";

const cite = (n: number, symbol = "A/RES/75/45"): Citation => ({
  n,
  symbol,
  paragraph: `OP${String(n)}`,
  inferred: false,
  label: "",
  text: "",
  source: { name: "", sha256: "", retrieved: null },
  href: "",
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

it("names the resolution on chips as soon as there are two", () => {
  expect(severalResolutions([cite(1), cite(2)])).toBe(false);
  expect(severalResolutions([cite(1), cite(2, "A/RES/72/31")])).toBe(true);
});
