import { request } from "../api/client";
import type { Lang } from "../api/types";
import { makeStore } from "../app/store";

/** Why the last file did not come; null where none failed. */
export const failedDownload = makeStore<unknown>(null);

/** The browser reads the file after the click, and tells nobody when it has. */
const READ_MS = 60_000;

export async function saveFile(href: string, lang: Lang): Promise<void> {
  failedDownload.set(null);
  const response = await request(href, { headers: { "Accept-Language": lang } });
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement("a");
  link.href = address;
  link.download = nameOf(response.headers.get("Content-Disposition")) ?? href.split(/[?#]/)[0]?.split("/").at(-1) ?? "";
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), READ_MS);
}

/** The file's name as the server gives it (RFC 6266): the one in UTF-8, else the plain one. */
export function nameOf(disposition: string | null): string | null {
  const coded = /filename\*=utf-8''([^;]+)/i.exec(disposition ?? "")?.[1];
  if (coded !== undefined) {
    try {
      return decodeURIComponent(coded.trim());
    } catch {
      // Badly coded: the plain one is left.
    }
  }
  return /filename="([^"]*)"/i.exec(disposition ?? "")?.[1] ?? null;
}
