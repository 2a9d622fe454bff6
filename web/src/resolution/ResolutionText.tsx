import { useLayoutEffect, useMemo } from "react";

import type { Lang, Resolution } from "../api/types";
import { useScreen, type Opening } from "../app/routes";
import { placeLabel } from "../i18n/labels";
import { useLang } from "../i18n/useLang";
import { langTag } from "../text/language";
import { Contents } from "./Contents";
import { outline, type Part } from "./outline";
import { annexOf, formOf, named } from "./places";
import { markedPlaces, ReadingContext, type Reading } from "./reading";
import { Notices, ResolutionHead } from "./ResolutionHead";
import { ResolutionTail } from "./ResolutionTail";
import { rowsOf, type Row } from "./rows";
import { RowView } from "./RowView";
import { bringIntoView, elementAt, restore, type Anchor } from "./scrolling";
import type { View } from "./views";
import { VoteTable } from "./VoteTable";

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
  const reading = useMemo(() => ({ symbol, view, ...drawn }), [symbol, view, drawn]);
  const current = place === null ? null : (named(rows, place)?.place ?? null);
  return (
    <ReadingContext value={reading}>
      <article className={second ? "resolution is-parallel" : "resolution"} lang={tags[0]}>
        <ResolutionHead versions={versions} />
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
        <ResolutionTail versions={versions} />
      </article>
    </ReadingContext>
  );
}

interface Drawing extends Omit<Reading, "symbol" | "view"> {
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

interface PartProps {
  part: Part;
  versions: readonly Resolution[];
  /** The place of the row that the address points at. */
  current: string | null;
  opening: Opening | null;
}

function PartView({ part: { kind, rows }, versions, current, opening }: PartProps) {
  const voted = kind === "masthead" ? versions.find(({ vote }) => vote !== null) : undefined;
  return (
    <>
      <section className="part" data-kind={kind}>
        <PartHeading kind={kind} first={rows[0]} />
        {rows.map((row) => (
          <RowView
            key={row.place}
            row={row}
            isCurrent={row.place === current}
            opening={opening !== null && holds(row, opening.place) ? opening : null}
          />
        ))}
      </section>
      {voted?.vote && <VoteTable vote={voted.vote} lang={voted.lang} />}
    </>
  );
}

/** Whether a row is the paragraph of that place, in whichever language. */
function holds({ versions }: Row, place: string): boolean {
  return versions.some((one) => one?.place === place);
}

/** An annex brings its own heading, and head and end of a resolution need none. */
function PartHeading({ kind, first }: { kind: Part["kind"]; first: Row | undefined }) {
  const { t, lang } = useLang();
  if (kind === "masthead" || kind === "end" || first === undefined) return null;
  const ownHeading = kind === "annex" && formOf(first) === "annex";
  if (ownHeading) return null;
  const words = kind === "annex" ? placeLabel(annexOf(first.place) ?? first.place, t) : t(`reader.${kind}`);
  return <h3 lang={langTag(lang)}>{words}</h3>;
}
