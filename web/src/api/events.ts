import { createParser } from "eventsource-parser";

import type { Answer, Citation, PassageNote, Problem, Statement, Understood } from "./types";

/** One step of a streamed answer, by the name the server gives it. */
export type AnswerEvent =
  | { name: "understood"; data: Understood }
  | { name: "passages"; data: PassageNote }
  | { name: "citation"; data: Citation }
  | { name: "delta"; data: Statement }
  | { name: "answer"; data: Answer }
  | { name: "error"; data: Problem };

const NAMES: ReadonlySet<string> = new Set<AnswerEvent["name"]>([
  "understood",
  "passages",
  "citation",
  "delta",
  "answer",
  "error",
]);

/** A decoder of server-sent events: feed it bytes, cut anywhere, and it returns what is whole. */
export function eventDecoder(): (bytes: Uint8Array) => AnswerEvent[] {
  const utf8 = new TextDecoder();
  let ready: AnswerEvent[] = [];
  const parser = createParser({
    onEvent({ event, data }) {
      // Events that a newer server may add are not ours to refuse.
      if (event === undefined || !NAMES.has(event)) return;
      ready.push({ name: event, data: JSON.parse(data) as unknown } as AnswerEvent);
    },
  });
  return (bytes) => {
    ready = [];
    parser.feed(utf8.decode(bytes, { stream: true }));
    return ready;
  };
}

/** The events of a response body, as they come. Returning early cancels the body. */
export async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<AnswerEvent> {
  const decode = eventDecoder();
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield* decode(value);
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
