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

/** What stands beside the conversation. The address decides, so that every view has one. */
export type Side =
  | { kind: "none" }
  | { kind: "library" }
  | { kind: "resolution"; symbol: string; place: string | null; view: View | null }
  | { kind: "unknown" };

/** Kept in the history entry, so that going back brings the marks back too. */
export interface Opening {
  /** The citation that was clicked, and the words its answer quotes. */
  quoted: Span[];
  place: string;
  /** The language of the words it quotes. */
  lang: Lang;
}

const LIBRARY = "/resolutions";
const VIEW = "lang";

export function sideOf(pathname: string, search: string, hash: string): Side {
  const path = decode(pathname).replace(/\/+$/, "");
  if (path === "") return { kind: "none" };
  if (path === LIBRARY) return { kind: "library" };
  if (!path.startsWith(`${LIBRARY}/`)) return { kind: "unknown" };
  const place = decode(hash.replace(/^#/, ""));
  const symbol = path.slice(LIBRARY.length + 1);
  const view = new URLSearchParams(search).get(VIEW);
  return { kind: "resolution", symbol, place: place === "" ? null : place, view: isView(view) ? view : null };
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
  const path = `${LIBRARY}/${encodeURI(symbol)}${view === null ? "" : `?${VIEW}=${view}`}`;
  return place === null ? path : `${path}#${encodeURI(place)}`;
}

export const libraryHref = LIBRARY;
export const homeHref = "/";

function openingOf(state: unknown): Opening | null {
  const { quoted, place, lang } = (state ?? {}) as Partial<Opening>;
  const whole = Array.isArray(quoted) && typeof place === "string" && (lang === "zh" || lang === "en");
  return whole ? { quoted, place, lang } : null;
}

export function useSide() {
  const pathname = usePathname();
  const search = useSearch();
  const hash = useLocationProperty(() => window.location.hash);
  const state = useHistoryState<unknown>();
  const go = useCallback((href: string, opening?: Opening) => {
    navigate(href, { state: opening ?? null });
  }, []);
  return { side: sideOf(pathname, search, hash), opening: openingOf(state), state, go };
}
