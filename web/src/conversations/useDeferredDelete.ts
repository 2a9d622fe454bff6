import { useCallback, useEffect, useRef, useState } from "react";

import type { ConversationSummary } from "../api/types";

/** How long a deletion can be taken back, while nothing of it has the focus. */
const UNDO_MS = 10_000;

/**
 * A deletion that can be taken back: it is done when the time is up, when another follows, or when
 * the list or the page is left. `hold` stops the time while the reader is at the button.
 */
export function useDeferredDelete(carryOut: (conversation: ConversationSummary) => void) {
  const [pending, setPending] = useState<ConversationSummary | null>(null);
  const [held, hold] = useState(false);
  const latest = useRef({ pending, carryOut });
  useEffect(() => {
    latest.current = { pending, carryOut };
  }, [pending, carryOut]);

  const flush = useCallback(() => {
    const { pending: due, carryOut: now } = latest.current;
    latest.current.pending = null;
    if (due) now(due);
    setPending(null);
  }, []);

  useEffect(() => {
    if (pending === null || held) return;
    const timer = setTimeout(flush, UNDO_MS);
    return () => clearTimeout(timer);
  }, [flush, held, pending]);

  useEffect(() => {
    window.addEventListener("pagehide", flush);
    return () => {
      window.removeEventListener("pagehide", flush);
      flush();
    };
  }, [flush]);

  const remove = (conversation: ConversationSummary) => {
    flush();
    setPending(conversation);
  };
  const undo = () => {
    latest.current.pending = null;
    hold(false);
    setPending(null);
  };
  return { pending, remove, undo, hold };
}
