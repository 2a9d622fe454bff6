import { askForKey, authorization, heldKey, keepKey, refuseKey } from "../access/key";
import { readEvents, type AnswerEvent } from "./events";
import type { About, AskRequest, Health, Lang, Listing, Problem, Resolution } from "./types";

/** A request that failed, with the server's problem document or one of our own. */
export class RequestError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail);
    this.name = "RequestError";
  }
}

const UNAUTHORIZED = 401;

/** What the page itself can find wrong; `detail` stays empty and the page words it. */
export type LocalCode = "unreachable" | "interrupted" | "unreadable";

export function localProblem(code: LocalCode, status = 0): Problem {
  return { type: "about:blank", title: "", status, detail: "", code };
}

export type Ask = Pick<AskRequest, "question" | "conversation_id" | "corrected" | "page" | "answerer" | "replaces"> & {
  lang: Lang;
};

/** The problem document of a failed response, or ours where it has none. */
async function problemOf(response: Response): Promise<Problem> {
  try {
    const body = (await response.json()) as Partial<Problem>;
    if (typeof body.detail === "string" && typeof body.code === "string") return body as Problem;
  } catch {
    // A proxy's HTML page, or a body cut short: said below.
  }
  return localProblem("unreadable", response.status);
}

async function sent(path: string, init: RequestInit, key: string | null): Promise<Response> {
  try {
    return await fetch(path, { ...init, headers: { ...init.headers, ...authorization(key) } });
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw new RequestError(localProblem("unreachable"));
  }
}

type Init = Omit<RequestInit, "headers"> & { headers?: Record<string, string> };

/**
 * The response of a request that succeeded; else it raises what the server said, or that it cannot be reached.
 * The key goes with it, if there is one. `asks`: whether the reader is asked for one where it is wanting.
 */
export async function request(path: string, init: Init, asks = true): Promise<Response> {
  const key = heldKey();
  let response = await sent(path, init, key);
  if (response.status === UNAUTHORIZED) {
    refuseKey(key);
    // Where reading is open all goes on without it; or the reader has entered another meanwhile.
    if (heldKey() !== key) response = await sent(path, init, heldKey());
  }
  if (response.ok) return response;
  if (response.status === UNAUTHORIZED && asks) askForKey();
  throw new RequestError(await problemOf(response));
}

/** What became of a key that was tried: kept, or wrong, or good for less than this. */
export type Tried = "kept" | "wrong" | "small";

/** Keeps a key that is good for what stands at `path`. Raises as `request` does. */
export async function tryKey(key: string, path: string, lang: Lang): Promise<Tried> {
  const response = await sent(path, { headers: { "Accept-Language": lang } }, key);
  if (response.ok) {
    keepKey(key);
    return "kept";
  }
  if (response.status === UNAUTHORIZED) return "wrong";
  const problem = await problemOf(response);
  if (problem.code === "scope_too_small") return "small";
  throw new RequestError(problem);
}

export async function get<T>(path: string, lang: Lang, signal: AbortSignal): Promise<T> {
  const response = await request(path, { signal, headers: { "Accept-Language": lang } });
  return (await response.json()) as T;
}

export function getAbout(lang: Lang, signal: AbortSignal): Promise<About> {
  return get("/api/v1/about", lang, signal);
}

export function getHealth(lang: Lang, signal: AbortSignal): Promise<Health> {
  return get("/api/health", lang, signal);
}

/** The latest resolutions held, and how many there are in all. */
export function getNewest(limit: number, lang: Lang, signal: AbortSignal): Promise<Listing> {
  return get(`/api/v1/library?sort=newest&limit=${limit}&lang=${lang}`, lang, signal);
}

/** A resolution in one of its languages; null: in the one that leads. */
export function getResolution(
  symbol: string,
  version: Lang | null,
  lang: Lang,
  signal: AbortSignal,
): Promise<Resolution> {
  const query = version === null ? "" : `?version=${version}`;
  return get(`/api/v1/resolutions/${encodeURI(symbol)}${query}`, lang, signal);
}

/**
 * The events of an answer. A stream that ends without `answer` or `error` was cut, and that is
 * said: half an answer must not look like a whole one.
 */
export async function* askStream(ask: Ask, signal: AbortSignal): AsyncGenerator<AnswerEvent> {
  const response = await request("/api/v1/ask/stream", {
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      Accept: "text/event-stream",
      "Accept-Language": ask.lang,
    },
    body: JSON.stringify(ask),
    signal,
  });
  if (response.body === null) throw new RequestError(localProblem("unreadable", response.status));
  try {
    for await (const event of readEvents(response.body)) {
      yield event;
      if (event.name === "answer" || event.name === "error") return;
    }
  } catch (error) {
    if (signal.aborted) throw error;
    const unreadable = error instanceof SyntaxError;
    throw new RequestError(localProblem(unreadable ? "unreadable" : "interrupted", response.status));
  }
  throw new RequestError(localProblem("interrupted"));
}
