import type { TFunction } from "i18next";

import type { Understood } from "../api/types";

const NUMBERED = /^A\/RES\/(\d+\/\d+[A-Z]?)$/;
const PLACE = /^(OP|PP|FN)(~?)(\d+)((?:\([^)]*\))*)$/;

/** `A/RES/75/45` → `75/45`; older forms stay as they are. */
export function symbolNumber(symbol: string): string {
  return NUMBERED.exec(symbol)?.[1] ?? symbol;
}

export function symbolLabel(symbol: string, t: TFunction): string {
  const number = NUMBERED.exec(symbol)?.[1];
  return number === undefined ? symbol : t("symbol.label", { number });
}

/** `OP13` → 第13段, `OP3(a)` → 第3(a)段, `PP2` → 序言第2段; an unknown form stays as it is. */
export function placeLabel(place: string, t: TFunction): string {
  if (place === "META" || place === "END") return t(`place.${place}`);
  const [, kind, , number, items = ""] = PLACE.exec(place) ?? [];
  if (kind !== "OP" && kind !== "PP" && kind !== "FN") return place;
  return t(`place.${kind}`, { n: `${number ?? ""}${items}` });
}

/** A paragraph's label, with its resolution where the context does not say which. */
export function citationLabel(
  { symbol, paragraph }: { symbol: string; paragraph: string },
  withSymbol: boolean,
  t: TFunction,
): string {
  const place = placeLabel(paragraph, t);
  return withSymbol ? t("place.inSymbol", { symbol: symbolNumber(symbol), place }) : place;
}

/** Verbs shown before the line says that there are more. */
const VERBS_SHOWN = 3;

/** How a question was understood, as the parts of one line. */
export function understoodParts(read: Understood, t: TFunction): string[] {
  const verbs = read.verbs.slice(0, VERBS_SHOWN).join("、");
  const parts = [
    ...read.symbols.map((symbol) => symbolLabel(symbol, t)),
    ...read.places.map((place) => placeLabel(place, t)),
    read.session === null ? "" : t("symbol.session", { n: read.session }),
    verbs === "" ? "" : `${verbs}…`,
    read.addressee ?? "",
    read.attribute === null ? "" : attributeLabel(read.attribute, t),
    read.target === null ? "" : symbolLabel(read.target, t),
  ].filter((part) => part !== "");
  const said = read.verbs.length > 0 && parts.length > 1;
  // To say of an unanswerable question that it is about "content" tells the reader nothing.
  const tells = parts.length > 0 || (read.intent !== "content" && read.intent !== "refuse");
  return said || !tells ? parts : [...parts, t(`intent.${read.intent}`)];
}

function attributeLabel(attribute: string, t: TFunction): string {
  return t(`attribute.${attribute}` as "attribute.date", { defaultValue: attribute });
}
