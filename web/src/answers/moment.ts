import type { Lang } from "../api/types";

/** A moment as the reader's clock tells it, to the minute: 2026年11月22日 14:05. */
export function momentText(moment: string, lang: Lang): string {
  const locale = lang === "zh" ? "zh-CN" : "en-GB";
  return new Intl.DateTimeFormat(locale, { dateStyle: "long", timeStyle: "short" }).format(new Date(moment));
}
