import type { Lang } from "../api/types";

/** Frequent characters of resolutions that only one script writes so. */
const TRADITIONAL = new Set("會國際關於決議請總書長與為這個聯組織員報導據屆項實現條約權發來應當將並務對");
const SIMPLIFIED = new Set("会国际关于决议请总书长与为这个联组织员报导据届项实现条约权发来应当将并务对");

/** How a text's language is marked, so that it is read aloud and drawn as its script asks. */
export type LangTag = "zh-Hans" | "zh-Hant" | "en";

export function langTag(lang: Lang, text = ""): LangTag {
  if (lang === "en") return "en";
  let traditional = 0;
  let simplified = 0;
  for (const character of text) {
    // Characters of both lists are written alike in both scripts.
    if (TRADITIONAL.has(character)) traditional += 1;
    if (SIMPLIFIED.has(character)) simplified += 1;
  }
  return traditional > simplified ? "zh-Hant" : "zh-Hans";
}

/** The language of words whose document is not at hand: Chinese where any character of it stands there. */
export function langOf(text: string): Lang {
  return /\p{Script=Han}/u.test(text) ? "zh" : "en";
}
