import { useEffect, useRef } from "react";

import { useResolution } from "../api/queries";
import type { Paragraph, ParagraphKind, Resolution } from "../api/types";
import { ProblemNotice } from "../app/ProblemNotice";
import { useSide, type Opening } from "../app/routes";
import { placeLabel, symbolLabel } from "../i18n/labels";
import { useLang } from "../i18n/useLang";
import { ParagraphView } from "./ParagraphView";

interface Props {
  symbol: string;
  place: string | null;
  opening: Opening | null;
}

/** A resolution as printed, opened at a paragraph, the quoted words marked. */
export function Reader({ symbol, place, opening }: Props) {
  const { t } = useLang();
  const { data, error, isPending, refetch } = useResolution(symbol);
  if (isPending) return <p className="state">{t("reader.loading")}</p>;
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  return <ResolutionText resolution={data} place={place} opening={opening} />;
}

/** The parts in the order they are printed, with their headings. */
const PARTS: readonly { kind: ParagraphKind; heading: "preamble" | "operative" | "footnotes" | null }[] = [
  { kind: "meta", heading: null },
  { kind: "preambular", heading: "preamble" },
  { kind: "operative", heading: "operative" },
  { kind: "end", heading: null },
  { kind: "footnote", heading: "footnotes" },
];

function ResolutionText({ resolution, place, opening }: { resolution: Resolution } & Omit<Props, "symbol">) {
  const { t } = useLang();
  const text = useRef<HTMLElement>(null);
  const { state } = useSide();
  const missing = place !== null && !resolution.paragraphs.some((p) => p.place === place);

  // `state` is a new object at every navigation, so that the same citation scrolls again.
  useEffect(() => {
    const target = place === null ? null : document.getElementById(place);
    if (!target || !text.current?.contains(target)) return;
    bringIntoView(target);
    target.focus({ preventScroll: true });
  }, [place, resolution, state]);

  return (
    <article ref={text} className="resolution" lang={resolution.lang === "en" ? "en" : "zh-Hans"}>
      <ResolutionHead resolution={resolution} />
      {missing && (
        <p className="notice" role="status">
          {t("reader.noPlace", { place: placeLabel(place, t) })}
        </p>
      )}
      {PARTS.map(({ kind, heading }) => (
        <Part
          key={kind}
          heading={heading && t(`reader.${heading}`)}
          paragraphs={resolution.paragraphs.filter((p) => p.kind === kind)}
          all={resolution.paragraphs}
          place={place}
          opening={opening}
        />
      ))}
      <ResolutionTail resolution={resolution} />
    </article>
  );
}

/** Shows a paragraph with what stands around it; of one too long for that, the quoted words. */
function bringIntoView(paragraph: HTMLElement) {
  const fits = paragraph.offsetHeight < window.innerHeight / 2;
  const quoted = paragraph.querySelector("mark");
  if (fits || quoted) (fits ? paragraph : quoted)?.scrollIntoView({ block: "center" });
  else paragraph.scrollIntoView({ block: "start" });
}

interface PartProps {
  heading: string | null;
  paragraphs: readonly Paragraph[];
  /** Those of the whole resolution: a footnote leads back to the one that marks it. */
  all: readonly Paragraph[];
  place: string | null;
  opening: Opening | null;
}

function markedAt(note: Paragraph, all: readonly Paragraph[]): string | null {
  if (note.kind !== "footnote") return null;
  return all.find(({ marks }) => marks.some((m) => m.footnote === note.place))?.place ?? null;
}

function Part({ heading, paragraphs, all, place, opening }: PartProps) {
  if (paragraphs.length === 0) return null;
  return (
    <section className="part" data-kind={paragraphs[0]?.kind}>
      {heading !== null && <h3>{heading}</h3>}
      {paragraphs.map((paragraph) => (
        <ParagraphView
          key={paragraph.place}
          paragraph={paragraph}
          quoted={opening?.place === paragraph.place ? opening.quoted : []}
          current={paragraph.place === place}
          opening={opening}
          markedAt={markedAt(paragraph, all)}
        />
      ))}
    </section>
  );
}

function ResolutionHead({ resolution: { symbol, title, inferred } }: { resolution: Resolution }) {
  const { t } = useLang();
  return (
    <header className="resolution-head">
      <p className="symbol">
        {symbol}
        {inferred.includes("symbol") && (
          <small className="tag" title={t("reader.inferredBecause", { what: t("reader.inferred.symbol") })}>
            {t("reply.inferred")}
          </small>
        )}
      </p>
      <h2>
        <span className="visually-hidden">{symbolLabel(symbol, t)} </span>
        {title}
      </h2>
    </header>
  );
}

function ResolutionTail({ resolution: { source, unplaced } }: { resolution: Resolution }) {
  const { t, lang } = useLang();
  return (
    <footer className="resolution-tail" lang={lang === "en" ? "en" : "zh-Hans"}>
      {unplaced.length > 0 && (
        <details>
          <summary>{t("reader.unplaced")}</summary>
          {unplaced.map((line, index) => (
            <p key={index}>{line}</p>
          ))}
        </details>
      )}
      <p>
        {t("reader.source", { name: source.name })} · SHA-256 <code>{source.sha256.slice(0, 12)}…</code>
      </p>
    </footer>
  );
}
