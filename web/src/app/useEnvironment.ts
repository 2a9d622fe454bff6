import { useSyncExternalStore } from "react";

/** Below this width the resolution takes the conversation's place. Same as in shell.css. */
const NARROW = "(max-width: 899px)";

function onNarrowChange(changed: () => void) {
  const query = window.matchMedia(NARROW);
  query.addEventListener("change", changed);
  return () => query.removeEventListener("change", changed);
}

export function useNarrow(): boolean {
  return useSyncExternalStore(onNarrowChange, () => window.matchMedia(NARROW).matches);
}

function onLineChange(changed: () => void) {
  window.addEventListener("online", changed);
  window.addEventListener("offline", changed);
  return () => {
    window.removeEventListener("online", changed);
    window.removeEventListener("offline", changed);
  };
}

export function useOnline(): boolean {
  return useSyncExternalStore(onLineChange, () => navigator.onLine);
}
