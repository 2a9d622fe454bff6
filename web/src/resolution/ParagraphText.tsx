import { Fragment } from "react";

import type { Mark, Paragraph, Span } from "../api/types";
import { useLang } from "../i18n/useLang";
import { langTag } from "../text/language";
import { InferredTag } from "./InferredTag";
import { PlaceLink } from "./PlaceLink";
import { headingLines, lines, pieces, type Piece } from "./pieces";
import { formOf } from "./places";
import { useReading } from "./reading";

interface Props {
  paragraph: Paragraph;
  /** The words an answer quotes of it. */
  quoted: readonly Span[];
}

/** A paragraph's words as printed: its number, its text with the quoted words marked, its notes. */
export function ParagraphText({ paragraph, quoted }: Props) {
  const { text, emphasis, marks, inferred } = paragraph;
  const printed = lines(pieces(text, { quoted, strong: emphasis, marks }));
  const form = formOf(paragraph);
  const headed = { annex: headingLines(text), heading: 1, article: 1, paragraph: 0 }[form];
  const Heading = form === "annex" ? "h3" : "h4";
  const rest = printed.slice(headed);
  return (
    <>
      {headed > 0 && (
        <Heading className="headline">
          <PrintedNumber paragraph={paragraph} />
          {printed.slice(0, headed).map((line, index) => (
            <span key={index}>
              <Line pieces={line} />
            </span>
          ))}
        </Heading>
      )}
      {(rest.length > 0 || inferred.length > 0) && (
        <p>
          {headed === 0 && <PrintedNumber paragraph={paragraph} />}
          {rest.map((line, index) => (
            <Fragment key={index}>
              {index > 0 && "\n"}
              <Line pieces={line} />
            </Fragment>
          ))}
          {inferred.length > 0 && <InferredTag parts={inferred} />}
        </p>
      )}
    </>
  );
}

function Line({ pieces: all }: { pieces: readonly Piece[] }) {
  return all.map((piece, index) => {
    if (piece.kind === "mark") return <FootnoteMark key={index} mark={piece.mark} />;
    const words = piece.strong ? <strong>{piece.text}</strong> : piece.text;
    return piece.quoted ? <mark key={index}>{words}</mark> : <span key={index}>{words}</span>;
  });
}

function PrintedNumber({ paragraph: { printed, kind, place } }: { paragraph: Paragraph }) {
  const { t } = useLang();
  const { markedAt } = useReading();
  const from = kind === "footnote" ? markedAt.get(place) : undefined;
  // A note that is printed inside its paragraph has no mark of its own.
  const number = printed ?? (kind === "footnote" ? countOf(place) : null);
  if (number === null) return null;
  if (from !== undefined) {
    return (
      <sup className="note-mark printed">
        <PlaceLink place={from} title={t("reader.backToText")}>
          {digits(number)}
        </PlaceLink>
      </sup>
    );
  }
  const isNumbered = kind !== "footnote" && /^\d+$/.test(number);
  return <span className="printed">{isNumbered ? `${number}.` : number}</span>;
}

const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** The note's number in ordinary digits: the page raises them itself, all alike. */
function digits(printed: string): string {
  return Array.from(printed, (c) => {
    const value = SUPERSCRIPTS.indexOf(c);
    return value < 0 ? c : String(value);
  }).join("");
}

/** `FN4` → 4: the how-manieth of the document. */
function countOf(place: string): string {
  return place.replace(/^FN/, "");
}

function FootnoteMark({ mark: { footnote, printed } }: { mark: Mark }) {
  const { t, lang } = useLang();
  const shown = digits(printed === "" ? countOf(footnote) : printed);
  if (footnote === "") {
    return (
      <sup className="note-mark" title={t("reader.footnoteLost")}>
        {shown}
        <span className="visually-hidden" lang={langTag(lang)}>
          {t("reader.footnoteLost")}
        </span>
      </sup>
    );
  }
  return (
    <sup className="note-mark">
      <PlaceLink place={footnote} aria-label={t("reader.footnote", { printed: shown })}>
        {shown}
      </PlaceLink>
    </sup>
  );
}
