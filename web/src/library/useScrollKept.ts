import { useEffect } from "react";

/** The rest after a movement; each note is a new entry of the history's state. */
const REST_MS = 150;

/** Going back to a list finds it where it was left, once its rows are there again. */
export function useScrollKept(ready: boolean) {
  useEffect(() => {
    const frame = document.getElementById("main");
    if (!ready || !frame) return;
    const state = window.history.state as { top?: unknown } | null;
    if (typeof state?.top === "number") frame.scrollTop = state.top;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const remember = () => {
      clearTimeout(timer);
      timer = setTimeout(() => window.history.replaceState({ top: frame.scrollTop }, ""), REST_MS);
    };
    frame.addEventListener("scroll", remember, { passive: true });
    return () => {
      // The address may be another's by now.
      clearTimeout(timer);
      frame.removeEventListener("scroll", remember);
    };
  }, [ready]);
}
