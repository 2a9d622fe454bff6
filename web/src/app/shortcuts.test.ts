import { describe, expect, it } from "vitest";

import { shortcutOf } from "./shortcuts";

const ALONE = { ctrlKey: false, metaKey: false, altKey: false, isComposing: false, repeat: false };

describe("a single key", () => {
  it.each([
    ["/", "ask"],
    ["n", "new"],
    ["N", "new"],
    ["?", "help"],
    ["？", "help"],
    ["／", "ask"],
    ["x", null],
    ["Enter", null],
    ["Process", null],
  ])("%s does %s", (key, name) => {
    expect(shortcutOf({ ...ALONE, key })).toBe(name);
  });

  it.each(["ctrlKey", "metaKey", "altKey", "isComposing", "repeat"])(
    "with %s belongs to the browser, the system or the input method",
    (held) => {
      expect(shortcutOf({ ...ALONE, key: "n", [held]: true })).toBeNull();
    },
  );
});
