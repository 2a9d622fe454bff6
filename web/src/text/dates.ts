import type { Lang } from "../api/types";

const STYLES = { long: { dateStyle: "long" }, medium: { dateStyle: "medium" } } as const;

/** A day of the calendar as a language writes it; what is no day stays as it is. */
export function dayLabel(day: string, lang: Lang, style: keyof typeof STYLES = "long"): string {
  const date = new Date(day);
  if (Number.isNaN(date.getTime())) return day;
  return new Intl.DateTimeFormat(lang === "zh" ? "zh-CN" : "en-GB", { ...STYLES[style], timeZone: "UTC" }).format(date);
}
