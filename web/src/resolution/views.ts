import type { Lang } from "../api/types";

/** What the reader chose to read, where a resolution is held in both languages. */
export type View = Lang | "both";

export function isView(text: string | null): text is View {
  return text === "zh" || text === "en" || text === "both";
}

/**
 * The versions to be shown, one or two; null is the one that the server thinks leads. Without a
 * choice it is the version that the opened citation quotes, else the leading one. Where nothing is
 * `held` it is not known which are.
 */
export function versionsShown(
  held: readonly Lang[],
  chosen: View | null,
  quoted: Lang | null,
): readonly (Lang | null)[] {
  if (chosen === "both") return held.length > 1 ? ["zh", "en"] : [null];
  const wanted = chosen ?? quoted;
  if (wanted !== null && (held.length === 0 || held.includes(wanted))) return [wanted];
  return [null];
}
