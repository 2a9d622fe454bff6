import { createParser } from "eventsource-parser";

import { authorization, heldKey, refuseKey } from "../../access/key";
import { localProblem, request, RequestError } from "../../api/client";
import type { Lang, Problem, UploadDesk, UploadJob } from "../../api/types";
import type { JobEvent } from "./uploading";

export const DESK = "/api/v1/uploads";
const NAMES: ReadonlySet<string> = new Set<JobEvent["name"]>(["progress", "result", "done"]);

/** Without a key the server still tells whether uploads are on; the desk itself asks for one then. */
export async function readDesk(lang: Lang, signal: AbortSignal): Promise<UploadDesk> {
  const response = await request(DESK, { signal, headers: { "Accept-Language": lang } }, false);
  return (await response.json()) as UploadDesk;
}

export async function cancelJob(href: string, lang: Lang): Promise<void> {
  await request(href, { method: "DELETE", headers: { "Accept-Language": lang } }, false);
}

export interface Sending {
  files: readonly File[];
  /** For one file that does not state it. */
  symbol: string;
  lang: Lang;
  onLoaded: (bytes: number) => void;
}

/** Sends all files in one request. Only XMLHttpRequest tells how much of it has left. */
export function send({ files, symbol, lang, onLoaded }: Sending, signal: AbortSignal): Promise<UploadJob> {
  const form = new FormData();
  for (const file of files) form.append("files", file);
  if (symbol !== "") form.append("symbol", symbol);
  return new Promise((resolve, reject) => {
    const call = new XMLHttpRequest();
    const key = heldKey();
    const headers = { "Accept-Language": lang, ...authorization(key) };
    call.open("POST", DESK);
    for (const [name, value] of Object.entries(headers)) call.setRequestHeader(name, value);
    call.upload.onprogress = ({ loaded }) => onLoaded(loaded);
    call.onload = () => {
      if (call.status === 401) refuseKey(key);
      const body = parsed(call.responseText);
      if (call.status === 202 && body !== null) resolve(body as UploadJob);
      else reject(new RequestError(problemOf(body, call.status)));
    };
    call.onerror = () => reject(new RequestError(localProblem("unreachable")));
    call.onabort = () => reject(new DOMException("", "AbortError"));
    signal.addEventListener("abort", () => call.abort(), { once: true });
    call.send(form);
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

function problemOf(body: unknown, status: number): Problem {
  const { detail, code } = (body ?? {}) as Partial<Problem>;
  const whole = typeof detail === "string" && typeof code === "string";
  return whole ? (body as Problem) : localProblem("unreadable", status);
}

interface Heard {
  id: string | null;
  event: JobEvent;
}

/** A decoder of a job's events: feed it bytes, cut anywhere, and it returns what is whole. */
export function jobDecoder(): (bytes: Uint8Array) => Heard[] {
  const utf8 = new TextDecoder();
  let ready: Heard[] = [];
  const parser = createParser({
    onEvent({ id, event, data }) {
      if (event === undefined || !NAMES.has(event)) return;
      ready.push({ id: id ?? null, event: { name: event, data: JSON.parse(data) as unknown } as JobEvent });
    },
  });
  return (bytes) => {
    ready = [];
    parser.feed(utf8.decode(bytes, { stream: true }));
    return ready;
  };
}

const PAUSE_MS = 1000;
const ATTEMPTS = 5;

/** What becomes of a job, to its end; a broken connection is taken up where it broke. */
export async function* followJob(href: string, lang: Lang, signal: AbortSignal): AsyncGenerator<JobEvent> {
  let heard: string | null = null;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const last: string | null = heard;
    try {
      for await (const { id, event } of listen(href, lang, last, signal)) {
        heard = id ?? heard;
        attempt = 0;
        yield event;
        if (event.name === "done") return;
      }
    } catch (error) {
      // A refusal is final; a network may come back.
      if (signal.aborted || (error instanceof RequestError && error.problem.status > 0)) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    if (signal.aborted) return;
  }
  throw new RequestError(localProblem("interrupted"));
}

async function* listen(
  href: string,
  lang: Lang,
  last: string | null,
  signal: AbortSignal,
): AsyncGenerator<Heard> {
  const headers = {
    "Accept-Language": lang,
    Accept: "text/event-stream",
    ...(last !== null && { "Last-Event-ID": last }),
  };
  const { body } = await request(`${href}/events`, { signal, headers }, false);
  if (body === null) return;
  const decode = jobDecoder();
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
