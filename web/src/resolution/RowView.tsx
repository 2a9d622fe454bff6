import { Fragment, memo } from "react";

import type { Span } from "../api/types";
import type { Opening } from "../app/routes";
import { placeLabel } from "../i18n/labels";
import { useLang } from "../i18n/useLang";
import { langTag } from "../text/language";
import { CopyAddress } from "./CopyAddress";
import { ParagraphText } from "./ParagraphText";
import { PlaceLink } from "./PlaceLink";
import { breakable, depth, formOf } from "./places";
import { useReading } from "./reading";
import type { Row } from "./rows";

const NOTHING: readonly Span[] = [];
/** Places whose codes are ours alone: nobody cites "META". */
const SAID: Readonly<Record<string, true>> = { META: true, END: true };

interface Props {
  row: Row;
  /** Whether the address points here. */
  isCurrent: boolean;
  /** What an answer quotes of this row. */
  opening: Opening | null;
}

/**
 * A paragraph, in one language or in two, with its address in the margin. It is drawn again only if
 * it changes: to go from one of 500 paragraphs to the next took four times as long otherwise.
 */
export const RowView = memo(function RowView({ row, isCurrent, opening }: Props) {
  const { t } = useLang();
  const { place, kind } = row;
  const label = placeLabel(place, t);
  return (
    <div
      id={place}
      className={isCurrent ? "paragraph is-current" : "paragraph"}
      data-kind={kind}
      data-form={formOf(row)}
      data-depth={depth(place)}
      tabIndex={-1}
      role="group"
      aria-label={label}
    >
      <PlaceLink className="address" place={place} aria-label={t("reader.address", { code: place, place: label })}>
        {(place in SAID ? [label] : breakable(place)).map((part, index) => (
          <Fragment key={index}>
            {index > 0 && <wbr />}
            {part}
          </Fragment>
        ))}
      </PlaceLink>
      <CopyAddress place={place} label={label} isCurrent={isCurrent} />
      <Versions row={row} opening={opening} />
    </div>
  );
});

function Versions({ row: { versions }, opening }: Omit<Props, "isCurrent">) {
  const { t, lang: ours } = useLang();
  const { langs, tags } = useReading();
  return (
    <div className="versions">
      {langs.map((lang, index) => {
        const paragraph = versions[index] ?? null;
        return paragraph === null ? (
          <p key={lang} className="gap" lang={langTag(ours)}>
            {t(`reader.lacks.${lang}`)}
          </p>
        ) : (
          <div key={lang} lang={tags[index]}>
            <ParagraphText paragraph={paragraph} lang={lang} quoted={opening?.lang === lang ? opening.quoted : NOTHING} />
          </div>
        );
      })}
    </div>
  );
}
