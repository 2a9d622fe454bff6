import type { ConversationSummary, Lang } from "../api/types";

export interface Group {
  label: string;
  conversations: ConversationSummary[];
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** The day of a calendar on the reader's wall, counted; days of 23 or 25 hours are days. */
function dayNumber(date: Date): number {
  return Math.round(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / DAY_MS);
}

function labelOf(updated: Date, now: Date, lang: Lang): string {
  const daysAgo = dayNumber(now) - dayNumber(updated);
  // A server's clock may be ahead of the reader's.
  if (daysAgo <= 1) return new Intl.RelativeTimeFormat(lang, { numeric: "auto" }).format(-Math.max(daysAgo, 0), "day");
  return new Intl.DateTimeFormat(lang, { year: "numeric", month: "long" }).format(updated);
}

/** Today, yesterday, then month by month, in the order they come. */
export function groupsOf(conversations: readonly ConversationSummary[], now: Date, lang: Lang): Group[] {
  const groups: Group[] = [];
  for (const conversation of conversations) {
    const label = labelOf(new Date(conversation.updated), now, lang);
    const last = groups.at(-1);
    if (last?.label === label) last.conversations.push(conversation);
    else groups.push({ label, conversations: [conversation] });
  }
  return groups;
}
