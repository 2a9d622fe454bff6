import { useCallback, useState } from "react";

import { localProblem, RequestError } from "../api/client";
import type { Problem } from "../api/types";

/** One request at a time, and why the last one failed. */
export function useSending() {
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const send = useCallback(async <T,>(request: () => Promise<T>, then: (result: T) => void) => {
    setSending(true);
    setProblem(null);
    try {
      then(await request());
    } catch (error) {
      setProblem(error instanceof RequestError ? error.problem : localProblem("unreadable"));
    } finally {
      setSending(false);
    }
  }, []);
  return { sending, problem, send };
}
