import { expect, it } from "vitest";

import { versionsShown } from "./views";

it.each([
  [["zh"], null, null, ["zh"]],
  [["zh", "en"], null, null, ["zh"]],
  [["en"], null, null, ["en"]],
  [["zh", "en"], null, "en", ["en"]],
  [["zh", "en"], "zh", "en", ["zh"]],
  [["en", "zh"], "both", null, ["zh", "en"]],
  [["zh"], "both", null, ["zh"]],
  [["zh"], "en", null, ["zh"]],
  [[], null, null, [null]],
  [[], "both", "en", [null]],
  [[], "en", null, ["en"]],
] as const)("held in %j, chosen %s, quoted in %s: %j", (held, chosen, quoted, expected) => {
  expect(versionsShown(held, chosen, quoted)).toEqual(expected);
});
