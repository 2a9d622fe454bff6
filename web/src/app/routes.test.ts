import { describe, expect, it } from "vitest";

import { resolutionHref, sideOf } from "./routes";

describe("an address of a paragraph", () => {
  const cases = [
    ["/resolutions/A/RES/75/45", "", "#OP13", "A/RES/75/45", "OP13", null],
    ["/resolutions/A/RES/75/45/", "", "", "A/RES/75/45", null, null],
    ["/resolutions/A/RES/217A(III)", "", "#ANNEX/ART1", "A/RES/217A(III)", "ANNEX/ART1", null],
    ["/resolutions/A%2FRES%2F75%2F45", "", "#OP3%28a%29", "A/RES/75/45", "OP3(a)", null],
    ["/resolutions/A/RES/75/45", "", "#%", "A/RES/75/45", "%", null],
    ["/resolutions/A/RES/75/45", "?lang=en", "#OP1", "A/RES/75/45", "OP1", "en"],
    ["/resolutions/A/RES/75/45", "?lang=both&x=1", "", "A/RES/75/45", null, "both"],
    ["/resolutions/A/RES/75/45", "?lang=fr", "", "A/RES/75/45", null, null],
  ] as const;
  it.each(cases)("%s%s%s opens %s at %s, read in %s", (path, search, hash, symbol, place, view) => {
    expect(sideOf(path, search, hash)).toEqual({ kind: "resolution", symbol, place, view });
  });

  it.each([
    { place: "OP~4", view: null },
    { place: "ANNEX2/S3/1(a)", view: "both" },
    { place: null, view: "en" },
  ] as const)("comes back from the link made for it: %o", (target) => {
    const url = new URL(resolutionHref("A/RES/217A(III)", target), "http://localhost");
    expect(sideOf(url.pathname, url.search, url.hash)).toEqual({
      kind: "resolution",
      symbol: "A/RES/217A(III)",
      ...target,
    });
  });
});

it("other addresses are the conversation, the library, or unknown", () => {
  expect(sideOf("/", "", "")).toEqual({ kind: "none" });
  expect(sideOf("/resolutions", "?lang=en", "")).toEqual({ kind: "library" });
  expect(sideOf("/admin", "", "")).toEqual({ kind: "unknown" });
});
