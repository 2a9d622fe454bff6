import { expect, test } from "vitest";

import { fileSize } from "./fileSize";

test.each([
  [0, "0 bytes"],
  [1, "1 byte"],
  [999, "999 bytes"],
  [1536, "1.5 kB"],
  [20_000_000, "20 MB"],
  [5_000_000_000_000, "5,000 GB"],
])("%i bytes are read as %s", (bytes, read) => {
  expect(fileSize(bytes, "en")).toBe(read);
});
