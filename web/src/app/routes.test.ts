import { describe, expect, it } from "vitest";

import {
  answerHref,
  compareHref,
  conversationHref,
  graphHref,
  resolutionHref,
  screenOf,
  seriesHref,
} from "./routes";

function screenAt(href: string) {
  const url = new URL(href, "http://localhost");
  return screenOf(url.pathname, url.search, url.hash);
}

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
    expect(screenOf(path, search, hash)).toEqual({ kind: "resolution", symbol, place, view });
  });

  it.each([
    { place: "OP~4", view: null },
    { place: "ANNEX2/S3/1(a)", view: "both" },
    { place: null, view: "en" },
  ] as const)("comes back from the link made for it: %o", (target) => {
    expect(screenAt(resolutionHref("A/RES/217A(III)", target))).toEqual({
      kind: "resolution",
      symbol: "A/RES/217A(III)",
      ...target,
    });
  });
});

describe("a link", () => {
  const SYMBOL = "A/RES/217A(III)";
  it.each([
    [conversationHref(null), { kind: "chat", conversation: null }],
    [conversationHref("c-1_x"), { kind: "chat", conversation: "c-1_x" }],
    [answerHref("a-1_x"), { kind: "answer", id: "a-1_x" }],
    [compareHref(), { kind: "compare", a: null, b: null }],
    [compareHref(SYMBOL), { kind: "compare", a: SYMBOL, b: null }],
    [compareHref(SYMBOL, "A/RES/75/45"), { kind: "compare", a: SYMBOL, b: "A/RES/75/45" }],
    [seriesHref(), { kind: "series", symbol: null }],
    [seriesHref(SYMBOL), { kind: "series", symbol: SYMBOL }],
    [graphHref(SYMBOL), { kind: "graph", symbol: SYMBOL }],
  ])("%s opens the screen it was made for", (href, screen) => {
    expect(screenAt(href)).toEqual(screen);
  });

  it("keeps the strokes of symbols readable", () => {
    expect(compareHref("A/RES/72/31", "A/RES/75/45")).toBe("/compare?a=A/RES/72/31&b=A/RES/75/45");
  });
});

it.each([
  ["/", "chat"],
  ["/resolutions?lang=en", "library"],
  ["/mandates?due=76", "mandates"],
  ["/mandates/", "mandates"],
  ["/admin", "unknown"],
  ["/conversations", "chat"],
  ["/answers/", "unknown"],
  ["/mandates/x", "unknown"],
])("%s is the screen %s", (href, kind) => {
  expect(screenAt(href).kind).toBe(kind);
});
