import { useCallback, useSyncExternalStore } from "react";

/** Below this width a resolution takes the conversation's place. Same as in shell.css. */
const NARROW = "(max-width: 899px)";
/** Below this width a column of navigation, a conversation and a resolution do not go together. */
const CRAMPED_WITH_SIDE = "(max-width: 1279px)";

function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (changed: () => void) => {
      const list = window.matchMedia(query);
      list.addEventListener("change", changed);
      return () => list.removeEventListener("change", changed);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches);
}

export function useNarrow(): boolean {
  return useMedia(NARROW);
}

/** Whether the navigation has to go into a menu. */
export function useCramped(hasSide: boolean): boolean {
  return useMedia(hasSide ? CRAMPED_WITH_SIDE : NARROW);
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
