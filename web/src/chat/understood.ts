import type { TFunction } from "i18next";

import type { Corrected, Selection, Understood } from "../api/types";
import { attributeLabel, shortPlaceLabel, symbolLabel } from "../i18n/labels";

/** One thing that the question was understood to name. */
export interface UnderstoodPart {
  text: string;
  /** What asks the question again without it; null where it cannot be taken out. */
  without: Corrected | null;
}

/** Verbs shown before the line says that there are more. */
const VERBS_SHOWN = 3;

/** How a question was understood, as the parts of one line. */
export function understoodParts(read: Understood, t: TFunction): UnderstoodPart[] {
  const parts = [
    ...each(read.symbols, (symbol) => symbolLabel(symbol, t), (symbols) => ({ symbols })),
    ...each(read.places, (place) => shortPlaceLabel(place, t), (places) => ({ places })),
    one(read.selection && selectionText(read.selection, t), { emptied: ["selection"] }),
    one(read.session && t("symbol.session", { n: read.session }), { emptied: ["session"] }),
    one(verbsText(called(read.verb_labels, read.verbs), t), { verbs: [] }),
    one(read.addressee_label ?? read.addressee, { addressees: [] }),
    ...each(
      read.deliverables,
      (name) => called(read.deliverable_labels, read.deliverables)[read.deliverables.indexOf(name)] ?? name,
      (deliverables) => ({ deliverables }),
    ),
    one(read.deadline_session && t("understood.due", { n: read.deadline_session }), {
      emptied: ["deadline_session"],
    }),
    one(read.attribute && attributeLabel(read.attribute, t), { emptied: ["attribute"] }),
    one(read.target && symbolLabel(read.target, t), { emptied: ["target"] }),
  ].filter(({ text }) => text !== "");
  const said = read.verbs.length > 0 && parts.length > 1;
  // To say of an unanswerable question that it is about "content" tells the reader nothing.
  const tells = parts.length > 0 || (read.intent !== "content" && read.intent !== "refuse");
  return withoutTheLast(said || !tells ? parts : [...parts, { text: t(`intent.${read.intent}`), without: null }]);
}

/** What was put right before, and this as well: the later word on a slot counts. */
export function bothCorrected(before: Corrected | null, now: Corrected): Corrected {
  const emptied = [...new Set([...(before?.emptied ?? []), ...(now.emptied ?? [])])];
  const given = Object.entries(now).filter(([slot, value]) => slot !== "emptied" && value !== null);
  return { ...before, ...Object.fromEntries(given), ...(emptied.length > 0 && { emptied }) };
}

function one(text: string | number | null, without: Corrected): UnderstoodPart {
  return { text: text === null ? "" : String(text), without };
}

function each(
  names: readonly string[],
  label: (name: string) => string,
  left: (names: string[]) => Corrected,
): UnderstoodPart[] {
  return names.map((name) => ({ text: label(name), without: left(names.filter((other) => other !== name)) }));
}

/** A question without the only thing it names asks nothing. */
function withoutTheLast(parts: UnderstoodPart[]): UnderstoodPart[] {
  const removable = parts.filter(({ without }) => without !== null);
  return removable.length > 1 ? parts : parts.map((part) => ({ ...part, without: null }));
}

/** Answers that were kept before there were labels have none. */
function called(labels: readonly string[] | undefined, names: readonly string[]): readonly string[] {
  return labels?.length === names.length ? labels : names;
}

function verbsText(verbs: readonly string[], t: TFunction): string {
  return verbs.length === 0 ? "" : `${verbs.slice(0, VERBS_SHOWN).join(t("inferred.joint"))}…`;
}

function selectionText(chosen: Selection, t: TFunction): string {
  const { first_session: first, last_session: last, since, until, committee, agenda_item: item, title } = chosen;
  const range = (from: string | number | null, to: string | number | null) =>
    from === null && to === null ? null : [...new Set([from ?? "…", to ?? "…"])].join("–");
  const sessions = range(first, last);
  return [
    sessions && t("symbol.session", { n: sessions }),
    range(since, until),
    committee,
    item && t("understood.item", { item }),
    title && t("understood.titled", { title }),
  ]
    .filter((text) => text !== null && text !== "")
    .join(" ");
}
