import { expect, it } from "vitest";

import { versionsShown } from "./views";

it.each([
  [["zh"], null, null, [null]],
  [["zh", "en"], null, null, [null]],
  [["en"], null, null, [null]],
  [["zh", "en"], null, "en", ["en"]],
  [["zh", "en"], "zh", "en", ["zh"]],
  [["en", "zh"], "both", null, ["zh", "en"]],
  [["zh"], "both", null, [null]],
  [["zh"], "en", null, [null]],
  [["zh"], null, "en", [null]],
  [[], null, null, [null]],
  [[], "both", "en", [null]],
  [[], "en", null, ["en"]],
] as const)("held in %j, chosen %s, quoted in %s: %j", (held, chosen, quoted, expected) => {
  expect(versionsShown(held, chosen, quoted)).toEqual(expected);
});
