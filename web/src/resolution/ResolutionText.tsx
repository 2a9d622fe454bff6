import { useLayoutEffect, useMemo } from "react";

import type { Lang, Resolution } from "../api/types";
import { useScreen, type Opening } from "../app/routes";
import { placeLabel } from "../i18n/labels";
import { useLang } from "../i18n/useLang";
import { langTag } from "../text/language";
import { linksOf, useAround } from "./around";
import { AroundView } from "./AroundView";
import { Contents } from "./Contents";
import { outline, type Part } from "./outline";
import { PartView } from "./PartView";
import { named } from "./places";
import { QuotedTrail } from "./QuotedTrail";
import { markedPlaces, notesOf, ReadingContext, type Reading } from "./reading";
import { ReadingTools } from "./ReadingTools";
import { Notices, ResolutionHead } from "./ResolutionHead";
import { ResolutionTail } from "./ResolutionTail";
import { rowsOf, type Row } from "./rows";
import { bringIntoView, elementAt, restore, type Anchor } from "./scrolling";
import { useRoles } from "./useRoles";
import type { View } from "./views";

interface Props {
  symbol: string;
  place: string | null;
  view: View | null;
  opening: Opening | null;
  /** The languages the library holds it in. */
  held: readonly Lang[];
  /** One version, or two to stand side by side. */
  versions: readonly Resolution[];
  /** Hands out, once, what to keep in sight where only the language has changed. */
  takeAnchor: () => Anchor | null;
}

/** The whole text, part by part. */
export function ResolutionText({ symbol, place, view, opening, held, versions, takeAnchor }: Props) {
  const [first, second] = versions;
  const drawn = useMemo(() => drawing([first, second].filter((one) => one !== undefined)), [first, second]);
  const { rows, parts, tags } = drawn;
  useArrival(place, drawn, takeAnchor);
  const around = useAround(symbol, drawn.langs);
  const linksAt = useMemo(() => linksOf(drawn.langs, around), [drawn, around]);
  const [roles, showRoles] = useRoles();
  const reading = useMemo(
    () => ({ symbol, view, linksAt, roles, ...drawn }),
    [symbol, view, linksAt, roles, drawn],
  );
  const current = place === null ? null : (named(rows, place)?.place ?? null);
  return (
    <ReadingContext value={reading}>
      <article className={second ? "resolution is-parallel" : "resolution"} lang={tags[0]}>
        <ResolutionHead versions={versions} />
        <ReadingTools symbol={symbol} roles={roles} onRoles={showRoles} />
        <Notices versions={versions} />
        {place !== null && current === null && (
          <MissingPlace place={place} lang={second || held.length < 2 ? null : (first?.lang ?? null)} />
        )}
        <Contents parts={parts} />
        {parts.map((part) => (
          <PartView
            key={`${part.kind} ${part.rows[0]?.place ?? ""}`}
            part={part}
            versions={versions}
            current={current}
            opening={opening}
          />
        ))}
        <AroundView around={around[0] ?? null} />
        <ResolutionTail versions={versions} around={around} />
        <QuotedTrail opening={opening} />
      </article>
    </ReadingContext>
  );
}

interface Drawing extends Omit<Reading, "symbol" | "view" | "linksAt" | "roles"> {
  rows: Row[];
  parts: Part[];
}

function drawing(versions: readonly Resolution[]): Drawing {
  const rows = rowsOf(versions);
  return {
    rows,
    parts: outline(rows),
    langs: versions.map(({ lang }) => lang),
    tags: versions.map(({ lang, paragraphs }) => langTag(lang, paragraphs.map(({ text }) => text).join(""))),
    markedAt: markedPlaces(versions.flatMap(({ paragraphs }) => paragraphs)),
    notes: notesOf(rows),
  };
}

/** Goes to the place that the address names, or stays where the reader was. */
function useArrival(place: string | null, drawn: Drawing, takeAnchor: Props["takeAnchor"]) {
  const { state } = useScreen();
  // `state` is a new object at every navigation, so that the same citation scrolls again.
  useLayoutEffect(() => {
    const kept = takeAnchor();
    if (kept) {
      restore(kept);
      return;
    }
    const target = place === null ? null : elementAt(place);
    if (!target) return;
    bringIntoView(target);
    target.focus({ preventScroll: true });
  }, [place, drawn, state, takeAnchor]);
}

/** `lang` is set where another version may have it. */
function MissingPlace({ place, lang }: { place: string; lang: Lang | null }) {
  const { t, lang: ours } = useLang();
  const named = placeLabel(place, t);
  return (
    <p className="notice" role="status" lang={langTag(ours)}>
      {lang === null ? t("reader.noPlace", { place: named }) : t(`reader.noPlaceIn.${lang}`, { place: named })}
    </p>
  );
}
