import { Fragment } from "react";

import type { Lang, Paragraph, Span } from "../api/types";
import { useLang } from "../i18n/useLang";
import { countOf, digits } from "./FootnoteMark";
import { InferredTag } from "./InferredTag";
import { LineView } from "./LineView";
import { PlaceLink } from "./PlaceLink";
import { headingLines, lines, pieces } from "./pieces";
import { formOf } from "./places";
import { useReading } from "./reading";

interface Props {
  paragraph: Paragraph;
  lang: Lang;
  /** The words an answer quotes of it. */
  quoted: readonly Span[];
}

/** A paragraph's words as printed: its number, its text with the quoted words marked, its notes. */
export function ParagraphText({ paragraph, lang, quoted }: Props) {
  const { linksAt, roles } = useReading();
  const { text, emphasis, marks, inferred, clauses, place } = paragraph;
  const acts = roles ? clauses : [];
  const printed = lines(
    pieces(text, {
      quoted,
      strong: emphasis,
      marks,
      verbs: acts.map((act) => act.verb_span),
      addressees: acts.flatMap(({ addressees }) => addressees.map(({ span }) => span)),
      links: linksAt(lang, place),
    }),
  );
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
              <LineView line={line} />
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
              <LineView line={line} />
            </Fragment>
          ))}
          {inferred.length > 0 && <InferredTag parts={inferred} />}
        </p>
      )}
    </>
  );
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
