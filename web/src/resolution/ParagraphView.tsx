import type { Mark, Paragraph, Span } from "../api/types";
import { InternalLink } from "../app/InternalLink";
import { resolutionHref, type Opening } from "../app/routes";
import { placeLabel } from "../i18n/labels";
import { useLang } from "../i18n/useLang";
import { pieces } from "./pieces";

interface Props {
  paragraph: Paragraph;
  /** The words an answer quotes of this paragraph. */
  quoted: readonly Span[];
  /** Whether the address points here. */
  current: boolean;
  opening: Opening | null;
  /** For a footnote: the paragraph that marks it first. */
  markedAt: string | null;
}

/** How deep an item lies: OP3 → 0, OP3(a) → 1. */
function depth(place: string): number {
  return Math.min(place.split("(").length - 1, 3);
}

/** A paragraph as printed, with its address in the margin. */
export function ParagraphView({ paragraph, quoted, current, opening, markedAt }: Props) {
  const { t } = useLang();
  const { place, kind, inferred, symbol } = paragraph;
  const label = placeLabel(place, t);
  return (
    <div
      id={place}
      className={current ? "paragraph is-current" : "paragraph"}
      data-kind={kind}
      data-depth={depth(place)}
      tabIndex={-1}
      role="group"
      aria-label={label}
    >
      <InternalLink
        className="address"
        href={resolutionHref(symbol, place)}
        opening={opening}
        aria-label={t("reader.address", { code: place, place: label })}
      >
        {place}
      </InternalLink>
      <p>
        <PrintedNumber paragraph={paragraph} markedAt={markedAt} opening={opening} />
        <ParagraphText paragraph={paragraph} quoted={quoted} opening={opening} />
        {inferred.length > 0 && <InferredTag what={inferred} />}
      </p>
    </div>
  );
}

function PrintedNumber({ paragraph, markedAt, opening }: Pick<Props, "paragraph" | "markedAt" | "opening">) {
  const { t } = useLang();
  const { printed, kind, symbol } = paragraph;
  if (printed === null) return null;
  if (markedAt !== null) {
    return (
      <sup className="note-mark printed">
        <InternalLink href={resolutionHref(symbol, markedAt)} opening={opening} title={t("reader.backToText")}>
          {digits(printed)}
        </InternalLink>
      </sup>
    );
  }
  const dotted = kind === "operative" && /^\d+$/.test(printed) ? `${printed}.` : printed;
  return <span className="printed">{dotted}</span>;
}

function ParagraphText({ paragraph, quoted, opening }: Pick<Props, "paragraph" | "quoted" | "opening">) {
  const { text, emphasis, marks, symbol } = paragraph;
  return pieces(text, { quoted, strong: emphasis, marks }).map((piece, index) => {
    if (piece.kind === "mark") {
      return <FootnoteMark key={index} mark={piece.mark} symbol={symbol} opening={opening} />;
    }
    const words = piece.strong ? <strong>{piece.text}</strong> : piece.text;
    if (!piece.quoted) return <span key={index}>{words}</span>;
    return <mark key={index}>{words}</mark>;
  });
}

interface MarkProps {
  mark: Mark;
  symbol: string;
  opening: Opening | null;
}

const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** The note's number in ordinary digits: the page raises them itself, all alike. */
function digits(printed: string): string {
  return Array.from(printed, (c) => {
    const value = SUPERSCRIPTS.indexOf(c);
    return value < 0 ? c : String(value);
  }).join("");
}

function FootnoteMark({ mark, symbol, opening }: MarkProps) {
  const { t } = useLang();
  return (
    <sup className="note-mark">
      <InternalLink
        href={resolutionHref(symbol, mark.footnote)}
        opening={opening}
        aria-label={t("reader.footnote", { printed: digits(mark.printed) })}
      >
        {digits(mark.printed)}
      </InternalLink>
    </sup>
  );
}

function InferredTag({ what }: { what: readonly string[] }) {
  const { t } = useLang();
  const names = what.map((w) => t(`reader.inferred.${w}` as "reader.inferred.number", { defaultValue: w }));
  return (
    <small className="tag" title={t("reader.inferredBecause", { what: names.join("、") })}>
      {t("reply.inferred")}
    </small>
  );
}
