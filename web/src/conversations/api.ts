import { get, request } from "../api/client";
import type { ConversationPage, ConversationSummary, KeptConversation, Lang } from "../api/types";

const ALL = "/api/v1/conversations";

function address(id: string): string {
  return `${ALL}/${encodeURIComponent(id)}`;
}

/** A page of this browser's conversations, the newest first; `words` all stand in each. */
export function listConversations(
  words: string,
  cursor: string | null,
  lang: Lang,
  signal: AbortSignal,
): Promise<ConversationPage> {
  const query = new URLSearchParams();
  if (words !== "") query.set("q", words);
  if (cursor !== null) query.set("cursor", cursor);
  const written = query.toString();
  return get(written === "" ? ALL : `${ALL}?${written}`, lang, signal);
}

export function readConversation(id: string, lang: Lang, signal: AbortSignal): Promise<KeptConversation> {
  return get(address(id), lang, signal);
}

/** null: its first question is its title again. */
export async function renameConversation(id: string, title: string | null, lang: Lang): Promise<ConversationSummary> {
  const response = await request(address(id), {
    method: "PATCH",
    headers: { "Content-Type": "application/json", "Accept-Language": lang },
    body: JSON.stringify({ title }),
  });
  return (await response.json()) as ConversationSummary;
}

/** Goes through even where the page is being left. */
export async function deleteConversation(id: string, lang: Lang): Promise<void> {
  await request(address(id), { method: "DELETE", keepalive: true, headers: { "Accept-Language": lang } });
}

export async function deleteAllConversations(lang: Lang): Promise<void> {
  await request(ALL, { method: "DELETE", headers: { "Accept-Language": lang } });
}

export const EXPORTS = ["md", "json", "docx"] as const;
export type ExportFormat = (typeof EXPORTS)[number];

export function exportHref(id: string, format: ExportFormat, lang: Lang): string {
  return `${address(id)}/export?format=${format}&lang=${lang}`;
}
