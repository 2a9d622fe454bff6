import type { TFunction } from "i18next";

import type { InferredPart } from "../api/types";
import { chineseNumeral, romanNumeral } from "../text/numerals";

// What these expressions take apart is said in `assistant/text/labels.py`; `labels.json` holds
// what both have to call it.
const SYMBOL = /^(A\/HRC|A|S|E)\/(RES|DEC)\/(.+)$/;
const LETTER = /(?<=\d)(?=[A-Z]\(|[A-Z]$)/;
const PLACE = new RegExp(
  String.raw`^(?:(?<annex>ANNEX(?<nth>\d*))(?:/|$))?` +
    String.raw`(?:S(?<section>\d+)(?:/|$))?(?<kind>META|END|FN|H|PP|OP|ART)?(?<number>~?\d+)?(?<items>(?:\([^()]+\))*)` +
    String.raw`(?:/(?:S(?<sectionBelow>\d+)/)?(?<below>~?\d+)(?<itemsBelow>(?:\([^()]+\))*))?$`,
);
const FROM_END = /^(OP|PP|FN)-(\d+)$/;
const MOST_NUMBERED = 99;
const INFERRED_PARTS = ["number", "boundary", "verb"] as const;

type Kind = "META" | "END" | "FN" | "H" | "PP" | "OP" | "ART" | "paragraph" | "below";

/** `full` stands alone, `short` where the resolution's part needs no words: 第13段. */
type Form = "full" | "short";

/** `A/RES/75/45` → `75/45`; other organs' symbols stay whole. */
export function symbolNumber(symbol: string): string {
  const [, organ, noun, number] = SYMBOL.exec(symbol) ?? [];
  return organ === "A" && noun === "RES" && number !== undefined ? number.replace(LETTER, " ") : symbol;
}

/** `A/RES/75/45` → 第75/45号决议; a document is called by its symbol. */
export function symbolLabel(symbol: string, t: TFunction): string {
  const [, organ, noun, number = ""] = SYMBOL.exec(symbol) ?? [];
  if (organ === undefined) return symbol;
  const body = t(`symbol.organ.${organ === "A/HRC" ? "HRC" : (organ as "A" | "S" | "E")}`);
  return t(`symbol.${noun as "RES" | "DEC"}`, { body, number: number.replace(LETTER, " ") });
}

/** `OP13` → 执行部分第13段, `OP~4` → 执行部分第4段（推定）; an unknown form stays as it is. */
export function placeLabel(place: string, t: TFunction): string {
  return labelOf(place, "full", t);
}

/** The same in as few words as can be: `OP13` → 第13段, `PP2` → 序言第2段. */
export function shortPlaceLabel(place: string, t: TFunction): string {
  return labelOf(place, "short", t);
}

function labelOf(place: string, form: Form, t: TFunction): string {
  const [, part, fromEnd = ""] = FROM_END.exec(place) ?? [];
  if (part !== undefined) return t(`place.fromEnd.${part as "OP" | "PP" | "FN"}`, { n: fromEnd });
  const { annex, nth, section, kind, number, items, sectionBelow, below, itemsBelow } =
    PLACE.exec(place)?.groups ?? {};
  const ofArticle = kind === "ART";
  const step = (named: Kind, n = "", labels = "") => {
    const written = labels === "" ? "" : t(ofArticle ? "place.itemOfArticle" : "place.item", { items: labels });
    return t(`place.${form}.${named}`, { n: n.replace("~", ""), items: written });
  };
  const within = section ?? sectionBelow;
  const steps = [
    annex !== undefined && numbered("annex", nth ?? "", t),
    within !== undefined && numbered("section", within, t),
    (kind !== undefined || number !== undefined) && step((kind as Kind | undefined) ?? "paragraph", number, items),
    below !== undefined && step(ofArticle ? "below" : "paragraph", below, itemsBelow),
  ].filter((one) => one !== false);
  if (steps.length === 0) return place;
  return steps.join(t(`place.joint.${form}`)) + (place.includes("~") ? t("place.inferred") : "");
}

/** 附件二, annex II: as they are headed; by the figure beyond any that was ever printed. */
function numbered(what: "annex" | "section", figure: string, t: TFunction): string {
  const n = Number(figure);
  const written = t("place.numerals") === "roman" ? romanNumeral : chineseNumeral;
  const numeral = figure !== "" && n > 0 && n <= MOST_NUMBERED ? written(n) : figure;
  return t(`place.${what}`, { numeral }).trimEnd();
}

/** A paragraph's label, with its resolution where the context does not say which. */
export function citationLabel(
  { symbol, paragraph }: { symbol: string; paragraph: string },
  withSymbol: boolean,
  t: TFunction,
): string {
  const place = shortPlaceLabel(paragraph, t);
  return withSymbol ? t("place.inSymbol", { symbol: symbolNumber(symbol), place }) : place;
}

/** 通过日期, date of adoption: what of a resolution's frame is asked for. */
export function attributeLabel(attribute: string, t: TFunction): string {
  return t(`attribute.${attribute}` as "attribute.date", { defaultValue: attribute });
}

/** What was inferred, named in one order: 段号、动词. */
export function inferredParts(parts: readonly InferredPart[], t: TFunction): string {
  const named = INFERRED_PARTS.filter((part) => parts.includes(part)).map((part) => t(`inferred.${part}`));
  return named.join(t("inferred.joint"));
}
