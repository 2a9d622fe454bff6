import { expect, it } from "vitest";

import type { Citation, Statement } from "../api/types";
import { trailOf } from "./trail";

const cite = (n: number, symbol: string, paragraph: string) => ({ n, symbol, paragraph, lang: "zh" }) as Citation;
const state = (n: number, start: number, end: number) =>
  ({ text: "", kind: "quote", citations: [n], quotes: [{ n, start, end }] }) as unknown as Statement;

it("holds each paragraph of the resolution once, with all that is quoted of it", () => {
  const citations = [cite(1, "A", "OP6"), cite(2, "B", "OP1"), cite(3, "A", "OP13"), cite(4, "A", "OP6")];
  const statements = [state(1, 0, 3), state(2, 0, 9), state(3, 1, 2), state(4, 5, 7)];
  expect(trailOf("A", citations, statements)).toEqual([
    { place: "OP6", lang: "zh", quoted: [{ start: 0, end: 3 }, { start: 5, end: 7 }] },
    { place: "OP13", lang: "zh", quoted: [{ start: 1, end: 2 }] },
  ]);
});
