import { useCallback } from "react";
import { navigate, useHistoryState, useLocationProperty, usePathname } from "wouter/use-browser-location";

import type { Span } from "../api/types";

/** What stands beside the conversation. The address decides, so that every view has one. */
export type Side =
  | { kind: "none" }
  | { kind: "library" }
  | { kind: "resolution"; symbol: string; place: string | null }
  | { kind: "unknown" };

/** Kept in the history entry, so that going back brings the marks back too. */
export interface Opening {
  /** The citation that was clicked, and the words its answer quotes. */
  quoted: Span[];
  place: string;
}

const LIBRARY = "/resolutions";

export function sideOf(pathname: string, hash: string): Side {
  const path = decode(pathname).replace(/\/+$/, "");
  if (path === "") return { kind: "none" };
  if (path === LIBRARY) return { kind: "library" };
  if (!path.startsWith(`${LIBRARY}/`)) return { kind: "unknown" };
  const place = decode(hash.replace(/^#/, ""));
  const symbol = path.slice(LIBRARY.length + 1);
  return { kind: "resolution", symbol, place: place === "" ? null : place };
}

/** An address typed by hand may hold a lone %: it is then taken as it stands. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

export function resolutionHref(symbol: string, place?: string): string {
  const path = `${LIBRARY}/${encodeURI(symbol)}`;
  return place === undefined ? path : `${path}#${encodeURI(place)}`;
}

export const libraryHref = LIBRARY;
export const homeHref = "/";

function openingOf(state: unknown): Opening | null {
  const { quoted, place } = (state ?? {}) as Partial<Opening>;
  return Array.isArray(quoted) && typeof place === "string" ? { quoted, place } : null;
}

export function useSide() {
  const pathname = usePathname();
  const hash = useLocationProperty(() => window.location.hash);
  const state = useHistoryState<unknown>();
  const go = useCallback((href: string, opening?: Opening) => {
    navigate(href, { state: opening ?? null });
  }, []);
  return { side: sideOf(pathname, hash), opening: openingOf(state), state, go };
}
