import type { Resolution } from "../api/types";
import type { Opening } from "../app/routes";
import { placeLabel } from "../i18n/labels";
import { useLang } from "../i18n/useLang";
import { langTag } from "../text/language";
import type { Part } from "./outline";
import { annexOf, formOf } from "./places";
import type { Row } from "./rows";
import { RowView } from "./RowView";
import { VoteTable } from "./VoteTable";

interface Props {
  part: Part;
  versions: readonly Resolution[];
  /** The place of the row that the address points at. */
  current: string | null;
  opening: Opening | null;
}

/** A part of a resolution, with the vote behind its masthead. */
export function PartView({ part: { kind, rows }, versions, current, opening }: Props) {
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
