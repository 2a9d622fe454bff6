import type { Corrected, KeptConversation, Problem } from "../api/types";
import { answeredBefore, waiting, type Reply } from "./reply";

/** One question and how far its answer has come. */
export interface Turn {
  id: string;
  reply: Reply;
  /** What gave way to it: the turn asked again and all after it, until its answer is complete. */
  gaveWay: readonly Turn[];
}

/**
 * The turns with a new question at their end. Who goes on after a question that was asked again in
 * vain goes on from there: what had given way to that one gives way to the new one.
 */
export function goneOn(turns: readonly Turn[], id: string, question: string): Turn[] {
  const gaveWay = turns.flatMap((turn) => turn.gaveWay);
  const before = turns.map((turn) => (turn.gaveWay.length > 0 ? { ...turn, gaveWay: [] } : turn));
  return [...before, { id, reply: waiting(question), gaveWay }];
}

/** The turns of a conversation that the server kept. */
export function turnsOf({ id, turns }: KeptConversation): Turn[] {
  return turns.map(({ question, answer, shared, feedback }, index) => ({
    id: `${id}-${answer.id ?? index}`,
    reply: answeredBefore(question, answer, { marks: { shared, feedback } }),
    gaveWay: [],
  }));
}

/** The turns with one changed. What had given way is gone once the new answer is complete. */
export function changed(turns: readonly Turn[], id: string, next: (reply: Reply) => Reply): Turn[] {
  return turns.map((turn) => {
    if (turn.id !== id) return turn;
    const reply = next(turn.reply);
    return { id, reply, gaveWay: reply.answer === null ? turn.gaveWay : [] };
  });
}

/** The turns with one asked again in its place: it and what came after give way. */
export function askedAgain(
  turns: readonly Turn[],
  at: number,
  question: string,
  corrected: Corrected | null,
): Turn[] {
  const asked = turns[at];
  if (!asked) return [...turns];
  const after = turns.slice(at + 1);
  // What gave way before did so to a question that is now asked otherwise.
  const gaveWay = asked.gaveWay.length > 0 ? [...asked.gaveWay, ...after] : [asked, ...after];
  return [...turns.slice(0, at), { id: asked.id, reply: waiting(question, corrected), gaveWay }];
}

/** The turns as they were before one was asked again that did not come to its end. */
export function restored(turns: readonly Turn[], id: string): Turn[] {
  const at = turns.findIndex((turn) => turn.id === id);
  const gaveWay = turns[at]?.gaveWay ?? [];
  return gaveWay.length === 0 ? [...turns] : [...turns.slice(0, at), ...gaveWay];
}

/** Whether there is something to go back to: an answer, or a question after it. */
export function canRestore({ reply: { phase }, gaveWay }: Turn): boolean {
  const ended = phase === "stopped" || phase === "failed";
  return ended && gaveWay.some(({ reply }, index) => index > 0 || reply.answer !== null);
}

/**
 * Names the answer that the server is to put the new one in the place of: the first that it keeps of
 * what gave way. A turn that was stopped or failed is none of the server's.
 */
export function replacing(turn: Turn | undefined): { replaces?: string } {
  const kept = turn?.gaveWay.find(({ reply }) => reply.answer?.id != null)?.reply.answer?.id;
  return kept == null ? {} : { replaces: kept };
}

/** What was put right before is asked for again, but for what the server refused. */
export function correctedAgain({ corrected, problem }: Reply): Corrected | null {
  return problem?.code === "invalid_correction" ? null : corrected;
}

/** The server does not know that answer any more: the question is then asked as a new one. */
export function isUnknownAnswer(problem: Problem | null): boolean {
  return problem?.code === "invalid_replacement";
}
