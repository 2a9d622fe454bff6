import { expect, test } from "vitest";

import { nameOf } from "./downloading";

test.each([
  ["attachment; filename=\"a.md\"; filename*=UTF-8''%E5%AF%B9%E8%AF%9D.md", "对话.md"],
  ['attachment; filename="mandates.csv"', "mandates.csv"],
  ["attachment; filename=\"a.md\"; filename*=UTF-8''%E5%", "a.md"],
  ["attachment", null],
  [null, null],
])("a file is called what the server calls it: %s", (disposition, name) => {
  expect(nameOf(disposition)).toBe(name);
});
