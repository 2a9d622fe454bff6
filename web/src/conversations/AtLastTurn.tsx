import { useEffect } from "react";

import { arrivedByLink } from "../app/arrival";

/** Stands behind a conversation that was opened, and brings its last question into view. */
export function AtLastTurn() {
  useEffect(() => {
    // The thread draws its messages behind its own first effects.
    const frame = requestAnimationFrame(() => {
      const last = [...document.querySelectorAll<HTMLElement>(".chat .asked h2")].at(-1);
      if (!last) return;
      last.scrollIntoView({ block: "start" });
      if (!arrivedByLink()) return;
      last.tabIndex = -1;
      last.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, []);
  return null;
}
