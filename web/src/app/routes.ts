import { useCallback } from "react";
import {
  navigate,
  useHistoryState,
  useLocationProperty,
  usePathname,
  useSearch,
} from "wouter/use-browser-location";

import type { Lang, Span } from "../api/types";
import { isView, type View } from "../resolution/views";

/** What is shown. The address decides, so that every screen has one. */
export type Screen =
  | { kind: "chat"; conversation: string | null }
  | { kind: "answer"; id: string }
  | { kind: "library" }
  | { kind: "resolution"; symbol: string; place: string | null; view: View | null }
  | { kind: "compare"; a: string | null; b: string | null }
  | { kind: "series"; symbol: string | null }
  | { kind: "graph"; symbol: string | null }
  | { kind: "mandates" }
  | { kind: "about" }
  | { kind: "unknown" };

/** A paragraph that an answer cites, and the words that it quotes of it. */
export interface Stop {
  quoted: Span[];
  place: string;
  /** The language of the words it quotes. */
  lang: Lang;
}

/** Of the citation that was clicked. Kept in the history entry, so that going back brings the marks back too. */
export interface Opening extends Stop {
  /** All paragraphs of this resolution that the answer cites, in its order, to go on from one to the next. */
  trail?: readonly Stop[];
}

const VIEW = "lang";

export function screenOf(pathname: string, search: string, hash: string): Screen {
  const path = decode(pathname).replace(/^\/+|\/+$/g, "");
  const [first = "", ...others] = path.split("/");
  const rest = others.join("/");
  const query = new URLSearchParams(search);
  const alone = rest === "";
  const named = alone ? null : rest;
  switch (first) {
    case "":
      return { kind: "chat", conversation: null };
    case "conversations":
      return { kind: "chat", conversation: named };
    case "answers":
      return alone ? { kind: "unknown" } : { kind: "answer", id: rest };
    case "resolutions":
      return alone ? { kind: "library" } : resolutionScreen(rest, query.get(VIEW), hash);
    case "compare":
      return alone ? { kind: "compare", a: query.get("a"), b: query.get("b") } : { kind: "unknown" };
    case "series":
      return { kind: "series", symbol: named };
    case "graph":
      return { kind: "graph", symbol: named };
    case "mandates":
      return { kind: alone ? "mandates" : "unknown" };
    case "about":
      return { kind: alone ? "about" : "unknown" };
    default:
      return { kind: "unknown" };
  }
}

function resolutionScreen(symbol: string, view: string | null, hash: string): Screen {
  const place = decode(hash.replace(/^#/, ""));
  return {
    kind: "resolution",
    symbol,
    place: place === "" ? null : place,
    view: isView(view) ? view : null,
  };
}

/** An address typed by hand may hold a lone %: it is then taken as it stands. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

export interface Target {
  place?: string | null;
  /** What to read of a resolution held in both languages; null leaves it to the page. */
  view?: View | null;
}

export function resolutionHref(symbol: string, { place = null, view = null }: Target = {}): string {
  const path = `${libraryHref}/${encodeURI(symbol)}${view === null ? "" : `?${VIEW}=${view}`}`;
  return place === null ? path : `${path}#${encodeURI(place)}`;
}

export const homeHref = "/";
export const libraryHref = "/resolutions";
export const mandatesHref = "/mandates";
export const aboutHref = "/about";

/** The conversation kept under that id; null: a new one. */
export function conversationHref(id: string | null): string {
  return id === null ? homeHref : `/conversations/${encodeURIComponent(id)}`;
}

export function answerHref(id: string): string {
  return `/answers/${encodeURIComponent(id)}`;
}

export function compareHref(a: string | null = null, b: string | null = null): string {
  const query = new URLSearchParams();
  if (a !== null) query.set("a", a);
  if (b !== null) query.set("b", b);
  // A stroke may stand in a query, and symbols are full of them.
  const written = query.toString().replaceAll("%2F", "/");
  return written === "" ? "/compare" : `/compare?${written}`;
}

export function seriesHref(symbol: string | null = null): string {
  return symbol === null ? "/series" : `/series/${encodeURI(symbol)}`;
}

export function graphHref(symbol: string | null = null): string {
  return symbol === null ? "/graph" : `/graph/${encodeURI(symbol)}`;
}

function openingOf(state: unknown): Opening | null {
  const { quoted, place, lang, trail } = (state ?? {}) as Partial<Opening>;
  const whole = Array.isArray(quoted) && typeof place === "string" && (lang === "zh" || lang === "en");
  if (!whole) return null;
  return Array.isArray(trail) ? { quoted, place, lang, trail: trail as readonly Stop[] } : { quoted, place, lang };
}

export function useScreen() {
  const pathname = usePathname();
  const search = useSearch();
  const hash = useLocationProperty(() => window.location.hash);
  const state = useHistoryState<unknown>();
  const go = useCallback((href: string, opening?: Opening) => {
    navigate(href, { state: opening ?? null });
  }, []);
  return { screen: screenOf(pathname, search, hash), opening: openingOf(state), state, go };
}
