import type { Lang, Span } from "../api/types";

/** What a card shows of a paragraph; together with what was left out it is the whole text. */
export interface Excerpt {
  text: string;
  /** The quoted words, by their place in `text`. */
  quoted: Span[];
  cutBefore: boolean;
  cutAfter: boolean;
}

/** A dozen lines of a card, in characters of either script. */
const MOST: Record<Lang, number> = { zh: 260, en: 560 };
/** What stands before the quoted words of a long paragraph, so that they are not torn out of it. */
const LEAD: Record<Lang, number> = { zh: 24, en: 60 };

/** A paragraph whole, or where it is long, what it says from a little before the quoted words on. */
export function excerptOf(text: string, quoted: readonly Span[], lang: Lang): Excerpt {
  const points = Array.from(text);
  const most = MOST[lang];
  if (points.length <= most) return { text, quoted: [...quoted], cutBefore: false, cutAfter: false };
  const first = quoted.length === 0 ? 0 : Math.min(...quoted.map(({ start }) => start));
  const start = Math.min(Math.max(0, first - LEAD[lang]), points.length - most);
  const end = start + most;
  return {
    text: points.slice(start, end).join(""),
    quoted: quoted
      .map((span) => ({ start: Math.max(span.start, start) - start, end: Math.min(span.end, end) - start }))
      .filter((span) => span.start < span.end),
    cutBefore: start > 0,
    cutAfter: end < points.length,
  };
}
