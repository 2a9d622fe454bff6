import { get, request } from "./client";
import type { KeptAnswer, Lang, Verdict } from "./types";

/** What the server knows of one answer by its id: shown, copied, shared, judged. */

export type CopyForm = "text" | "markdown" | "footnotes";

let owner: Promise<void> | null = null;

/**
 * Gives this browser its anonymous cookie, once for each load. A browser that takes none is asked
 * nothing more of: everything goes on by id, and only the list of conversations stays empty.
 */
export function ensureOwner(): Promise<void> {
  owner ??= request("/api/v1/owner", { method: "PUT" }).then(
    () => undefined,
    () => {
      owner = null;
    },
  );
  return owner;
}

function path(id: string, rest = ""): string {
  return `/api/v1/answers/${encodeURIComponent(id)}${rest}`;
}

async function posted(at: string, lang: Lang, body?: object): Promise<KeptAnswer> {
  const response = await request(at, {
    method: "POST",
    headers: { "Accept-Language": lang, ...(body && { "Content-Type": "application/json" }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  return (await response.json()) as KeptAnswer;
}

async function deleted(at: string, lang: Lang): Promise<void> {
  await request(at, { method: "DELETE", headers: { "Accept-Language": lang } });
}

export function getKeptAnswer(id: string, lang: Lang, signal: AbortSignal): Promise<KeptAnswer> {
  return get(path(id), lang, signal);
}

/** An answer as text for the clipboard, with its sources in one of three forms. */
export async function getCopiedText(id: string, form: CopyForm, lang: Lang): Promise<string> {
  const response = await request(path(id, `/text?format=${form}`), { headers: { "Accept-Language": lang } });
  return response.text();
}

export function shareAnswer(id: string, lang: Lang): Promise<KeptAnswer> {
  return posted(path(id, "/share"), lang);
}

export function unshareAnswer(id: string, lang: Lang): Promise<void> {
  return deleted(path(id, "/share"), lang);
}

export function judgeAnswer(
  id: string,
  verdict: Verdict,
  comment: string,
  lang: Lang,
): Promise<KeptAnswer> {
  return posted(path(id, "/feedback"), lang, { verdict, comment });
}

export function takeFeedbackBack(id: string, lang: Lang): Promise<void> {
  return deleted(path(id, "/feedback"), lang);
}
