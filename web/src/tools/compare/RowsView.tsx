import type { Lang } from "../../api/types";
import { InternalLink } from "../../app/InternalLink";
import { resolutionHref } from "../../app/routes";
import { placeLabel, shortPlaceLabel } from "../../i18n/labels";
import { useLang } from "../../i18n/useLang";
import { langTag } from "../../text/language";
import type { AlignedRow, Comparison, VerbChange } from "../types";
import { isShown, stretches, type Shown, type Side } from "./words";

/** The paragraphs of both, each beside its counterpart. */
export function RowsView({ comparison, shown }: { comparison: Comparison; shown: Shown }) {
  const { t } = useLang();
  const rows = comparison.rows.filter((row) => isShown(row, shown));
  const hidden = comparison.rows.length - rows.length;
  return (
    <section aria-label={t("compare.rows")}>
      <p className="state compare-hidden" role="status">
        {rows.length === 0 ? t("compare.nothing") : hidden > 0 ? t("compare.hidden", { count: hidden }) : ""}
      </p>
      <ol className="compared">
        {rows.map((row) => (
          <RowView key={`${row.first?.place ?? ""} ${row.second?.place ?? ""}`} row={row} comparison={comparison} />
        ))}
      </ol>
    </section>
  );
}

interface RowProps {
  row: AlignedRow;
  comparison: Comparison;
}

function RowView({ row, comparison }: RowProps) {
  const { t } = useLang();
  const { kind, first, second, moved, across, verbs } = row;
  const said = t(`compare.kind.${kind}`);
  const places = [first?.place, second?.place].filter((place) => place !== undefined);
  const label =
    places.length === 2
      ? t("compare.row", { first: placeLabel(places[0] ?? "", t), second: placeLabel(places[1] ?? "", t), kind: said })
      : t("compare.rowOne", { place: placeLabel(places[0] ?? "", t), kind: said });
  return (
    <li className="compared-row" data-kind={kind} aria-label={label}>
      <p className="compared-kind">
        <span className="compared-tag">{said}</span>
        {across ? (
          <span className="compared-tag">{t("compare.across")}</span>
        ) : (
          moved && <span className="compared-tag">{t("compare.moved")}</span>
        )}
      </p>
      <div className="compared-sides">
        {kind === "same" ? (
          <Same row={row} comparison={comparison} />
        ) : (
          <>
            <SideView row={row} side="first" symbol={comparison.first} lang={comparison.lang} />
            <SideView row={row} side="second" symbol={comparison.second} lang={comparison.lang} />
          </>
        )}
      </div>
      {verbs.length > 0 && <VerbChanges verbs={verbs} />}
    </li>
  );
}

/** What is the same in both is read once, under both addresses. */
function Same({ row: { first, second }, comparison }: RowProps) {
  const text = second?.text ?? first?.text ?? "";
  return (
    <div className="compared-side is-both">
      <p className="compared-places">
        {first && <PlaceOf symbol={comparison.first} place={first.place} />}
        {second && <PlaceOf symbol={comparison.second} place={second.place} />}
      </p>
      <p className="words" lang={langTag(comparison.lang, text)}>
        {text}
      </p>
    </div>
  );
}

function SideView({ row, side, symbol, lang }: { row: AlignedRow; side: Side; symbol: string; lang: Lang }) {
  const paragraph = row[side];
  if (paragraph === null) return <div className="compared-side is-empty" aria-hidden="true" />;
  const alone = row.first === null || row.second === null;
  return (
    <div className="compared-side">
      <p className="compared-places">
        <PlaceOf symbol={symbol} place={paragraph.place} />
      </p>
      <p className="words" lang={langTag(lang, paragraph.text)}>
        {alone ? (
          <Changed side={side} routine={false} text={paragraph.text} />
        ) : (
          stretches(paragraph.text, row.words, side).map(({ text, changed, routine }, index) =>
            changed ? (
              <Changed key={index} side={side} routine={routine} text={text} />
            ) : (
              <span key={index}>{text}</span>
            ),
          )
        )}
      </p>
    </div>
  );
}

/** Words that the other side lacks: marked to the eye, and said to the ear. */
function Changed({ side, routine, text }: { side: Side; routine: boolean; text: string }) {
  const { t, lang } = useLang();
  const Mark = side === "first" ? "del" : "ins";
  const said = t(side === "first" ? "compare.deleted" : "compare.inserted");
  return (
    <Mark data-routine={routine || undefined}>
      <span className="visually-hidden" lang={langTag(lang)}>{`[${said}] `}</span>
      {text}
      <span className="visually-hidden" lang={langTag(lang)}>{` [${t("compare.end")}]`}</span>
    </Mark>
  );
}

function PlaceOf({ symbol, place }: { symbol: string; place: string }) {
  const { t } = useLang();
  return (
    <InternalLink className="compared-place" href={resolutionHref(symbol, { place })}>
      {symbol.replace(/^A\/RES\//, "")} {shortPlaceLabel(place, t)}
    </InternalLink>
  );
}

const ARROWS: Partial<Record<VerbChange["kind"], string>> = { stronger: "▲", weaker: "▼" };

function VerbChanges({ verbs }: { verbs: readonly VerbChange[] }) {
  const { t } = useLang();
  const written = (words: string) => (words === "" ? t("compare.verb.none") : words);
  return (
    <ul className="verb-changes">
      {verbs.map(({ kind, before, after }, index) => (
        <li key={index} data-kind={kind}>
          <span aria-hidden="true">{ARROWS[kind] ?? "◆"} </span>
          {t(`compare.verb.${kind}`, { before: written(before), after: written(after) })}
        </li>
      ))}
    </ul>
  );
}
