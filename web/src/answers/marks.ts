import type { Feedback } from "../api/types";

/** What was done with an answer: shared since when, and judged how. */
export interface Marks {
  shared: string | null;
  feedback: Feedback | null;
}

export const NOTHING_SAID: Marks = { shared: null, feedback: null };
