import { useSyncExternalStore } from "react";

/** A narrow window has no room for a drawing, and who wants no motion may not want to pan about. */
const PLAIN = "(max-width: 899px), (prefers-reduced-motion: reduce)";

function subscribe(changed: () => void) {
  const list = window.matchMedia(PLAIN);
  list.addEventListener("change", changed);
  return () => list.removeEventListener("change", changed);
}

/** Whether a table serves the reader better than a drawing, until they choose. */
export function usePlain(): boolean {
  return useSyncExternalStore(subscribe, () => window.matchMedia(PLAIN).matches);
}
