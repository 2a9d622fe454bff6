import type { Citation, Lang, Span } from "../api/types";

/** Words of a sentence that stand in a source, letter for letter. Offsets are code points. */
export interface Run {
  /** In the sentence. */
  at: Span;
  /** Which of the sources, and where in it: at the first place, where there are several. */
  source: number;
  span: Span;
}

type Source = Pick<Citation, "text" | "lang">;

/** Fewer characters than this prove nothing: 秘书长 and 联合国 stand in every paragraph. */
const CHARACTERS = 4;
/** The same for English, in whole words: "of the" stands everywhere. */
const WORDS = 3;

const LETTER = /[\p{L}\p{N}]/u;
/** What joins: the words of "non-nuclear-weapon States" are not those of "nuclear-weapon States". */
const JOINS = /[-‐‑'’]/u;

/** What a sentence takes over from its sources word for word: the longest runs, left to right. */
export function verbatimRuns(sentence: string, sources: readonly Source[]): Run[] {
  const said = Array.from(sentence);
  const given = sources.map(({ text, lang }) => ({ text: Array.from(text), lang }));
  const runs: Run[] = [];
  for (let at = 0; at < said.length; ) {
    const found = given.map((source, index) => longest(said, at, source.text, source.lang, index));
    const run = found.reduce((best, one) => (lengthOf(one) > lengthOf(best) ? one : best), null);
    if (run) runs.push(run);
    at = run ? run.at.end : at + 1;
  }
  return runs;
}

function lengthOf(run: Run | null): number {
  return run ? run.at.end - run.at.start : 0;
}

function longest(
  said: readonly string[],
  at: number,
  given: readonly string[],
  lang: Lang,
  source: number,
): Run | null {
  let best: Run | null = null;
  if (!begins(said, at, lang)) return best;
  for (let from = 0; from < given.length; from += 1) {
    if (given[from] !== said[at] || !begins(given, from, lang)) continue;
    let length = 0;
    while (at + length < said.length && said[at + length] === given[from + length]) length += 1;
    const end = wholeWords({ text: said, end: at + length }, { text: given, end: from + length }, lang);
    if (end > (best?.at.end ?? at) && proves(said.slice(at, end), lang)) {
      best = { at: { start: at, end }, source, span: { start: from, end: from + end - at } };
    }
  }
  return best;
}

/** Whether a run may begin here: at a letter or figure, in English at the beginning of a word. */
function begins(text: readonly string[], at: number, lang: Lang): boolean {
  return isLetter(text[at]) && (lang === "zh" || !isOfWord(text[at - 1]));
}

/** The end of a run of `said` without a word that was cut, and without marks and blanks. */
function wholeWords(said: Cut, given: Cut, lang: Lang): number {
  let { end } = said;
  const shift = given.end - said.end;
  const isCut = () => isOfWord(said.text[end]) || isOfWord(given.text[end + shift]);
  if (lang === "en") while (isOfWord(said.text[end - 1]) && isCut()) end -= 1;
  while (end > 0 && !isLetter(said.text[end - 1])) end -= 1;
  return end;
}

interface Cut {
  text: readonly string[];
  end: number;
}

function proves(run: readonly string[], lang: Lang): boolean {
  const letters = run.filter(isLetter).length;
  return lang === "zh" ? letters >= CHARACTERS : run.join("").split(/\s+/u).length >= WORDS;
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && LETTER.test(character);
}

function isOfWord(character: string | undefined): boolean {
  return character !== undefined && (LETTER.test(character) || JOINS.test(character));
}
