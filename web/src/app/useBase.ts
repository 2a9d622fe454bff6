import { useEffect, useState } from "react";

import type { Screen } from "./routes";

const REMEMBERED = "resolution-assistant.beside";

/** Only a page loaded anew, or come back to, is to look as it did; an address typed in is not. */
function shownBefore(): boolean {
  const [entry] = performance.getEntriesByType("navigation");
  return entry instanceof PerformanceNavigationTiming && entry.type !== "navigate";
}

function remembered(screen: Screen): Screen | null {
  const conversation = sessionStorage.getItem(REMEMBERED);
  if (screen.kind !== "resolution" || conversation === null || !shownBefore()) return null;
  return { kind: "chat", conversation };
}

/**
 * The screen that a resolution was opened from, or the screen itself; null where the address was
 * the first. A conversation is remembered for this tab, so that it stands beside the resolution
 * again when the page is loaded anew.
 */
export function useBase(screen: Screen, held: string | null): Screen | null {
  const [base, setBase] = useState<Screen | null>(() => remembered(screen));
  const moved = screen.kind !== "resolution" && JSON.stringify(screen) !== JSON.stringify(base);
  if (moved) setBase(screen);
  const conversation = base?.kind === "chat" ? (held ?? base.conversation) : null;
  useEffect(() => {
    if (conversation === null) sessionStorage.removeItem(REMEMBERED);
    else sessionStorage.setItem(REMEMBERED, conversation);
  }, [conversation]);
  return moved ? screen : base;
}
