import { readFileSync } from "node:fs";

import { describe, expect, it } from "vitest";

const SHEET = readFileSync(new URL("tokens.css", import.meta.url), "utf8");

/** The colours that a rule of the sheet gives. */
function colours(selector: string): Record<string, string> {
  const rule = SHEET.split(`${selector} {`)[1]?.split("}")[0] ?? "";
  const named = [...rule.matchAll(/--([\w-]+): (#\w{6});/g)];
  return Object.fromEntries(named.map(([, name = "", hex = ""]) => [name, hex]));
}

/** Relative luminance (WCAG 2.2) of #rrggbb. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const share = parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const TEXT = 4.5;
const EDGE = 3;

const PAIRS = [
  ...["paper", "sheet", "sunk", "red-wash", "added-wash"].map((ground) => ["ink", ground, TEXT] as const),
  ...["paper", "sheet", "sunk"].map((ground) => ["ink-soft", ground, TEXT] as const),
  ...["paper", "sheet", "sunk", "red-wash"].map((ground) => ["red", ground, TEXT] as const),
  ["red-ink", "red", TEXT],
  ["marker-ink", "marker", TEXT],
  ["added", "paper", TEXT],
  ["added", "added-wash", TEXT],
  ["rule-strong", "paper", EDGE],
  ["rule-strong", "sheet", EDGE],
] as const;

describe.each([":root", ':root[data-theme="dark"]'])("in %s", (selector) => {
  const named = colours(selector);
  it.each(PAIRS)("%s on %s stands out by %d", (ink, ground, least) => {
    expect(contrast(named[ink] ?? "#000000", named[ground] ?? "#000000")).toBeGreaterThanOrEqual(least);
  });
});
