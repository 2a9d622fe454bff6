import { useEffect } from "react";

import { arrivedByLink } from "../app/arrival";

/** The thread places its messages, and folds what is out of sight, over some frames after its own first. */
const SETTLING_MS = 600;
const MOVED_BY_READER = ["wheel", "touchstart", "keydown", "pointerdown"] as const;

function lastQuestion(): HTMLElement | undefined {
  return [...document.querySelectorAll<HTMLElement>(".chat .asked h2")].at(-1);
}

/** Stands behind a conversation that was opened, and brings its last question into view. */
export function AtLastTurn() {
  useEffect(() => {
    const until = performance.now() + SETTLING_MS;
    let focused = !arrivedByLink();
    let frame = requestAnimationFrame(hold);
    function hold() {
      const last = lastQuestion();
      last?.scrollIntoView({ block: "start" });
      if (last && !focused) {
        last.tabIndex = -1;
        last.focus({ preventScroll: true });
        focused = true;
      }
      if (performance.now() < until) frame = requestAnimationFrame(hold);
    }
    const stop = () => cancelAnimationFrame(frame);
    for (const name of MOVED_BY_READER) window.addEventListener(name, stop, { passive: true });
    return () => {
      stop();
      for (const name of MOVED_BY_READER) window.removeEventListener(name, stop);
    };
  }, []);
  return null;
}
