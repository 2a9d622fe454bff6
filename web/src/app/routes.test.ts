import { describe, expect, it } from "vitest";

import { resolutionHref, sideOf } from "./routes";

describe("an address of a paragraph", () => {
  const cases = [
    ["/resolutions/A/RES/75/45", "#OP13", "A/RES/75/45", "OP13"],
    ["/resolutions/A/RES/75/45/", "", "A/RES/75/45", null],
    ["/resolutions/A/RES/217A(III)", "#ANNEX/ART1", "A/RES/217A(III)", "ANNEX/ART1"],
    ["/resolutions/A%2FRES%2F75%2F45", "#OP3%28a%29", "A/RES/75/45", "OP3(a)"],
    ["/resolutions/A/RES/75/45", "#%", "A/RES/75/45", "%"],
  ] as const;
  it.each(cases)("%s%s opens %s at %s", (path, hash, symbol, place) => {
    expect(sideOf(path, hash)).toEqual({ kind: "resolution", symbol, place });
  });

  it("comes back from the link made for it", () => {
    const url = new URL(resolutionHref("A/RES/217A(III)", "OP~4"), "http://localhost");
    expect(sideOf(url.pathname, url.hash)).toEqual({
      kind: "resolution",
      symbol: "A/RES/217A(III)",
      place: "OP~4",
    });
  });
});

it("other addresses are the conversation, the library, or unknown", () => {
  expect(sideOf("/", "")).toEqual({ kind: "none" });
  expect(sideOf("/resolutions", "")).toEqual({ kind: "library" });
  expect(sideOf("/admin", "")).toEqual({ kind: "unknown" });
});
