import { useCallback, useEffect, useRef, useState } from "react";

import { copyText } from "./clipboard";

/** How a copy went; it is said for a moment, and a failure until the next try. */
export type Copied = "idle" | "copied" | "failed";

const SAID_MS = 2500;

export function useCopy(): [Copied, (text: Promise<string>) => void] {
  const [state, setState] = useState<Copied>("idle");
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const copy = useCallback((text: Promise<string>) => {
    clearTimeout(timer.current);
    copyText(text).then(
      () => {
        setState("copied");
        timer.current = setTimeout(() => setState("idle"), SAID_MS);
      },
      () => setState("failed"),
    );
  }, []);
  return [state, copy];
}
