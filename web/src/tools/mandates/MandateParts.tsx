import type { Lang } from "../../api/types";
import { InternalLink } from "../../app/InternalLink";
import { shortPlaceLabel } from "../../i18n/labels";
import { useLang } from "../../i18n/useLang";
import { dayLabel } from "../../text/dates";
import { langTag } from "../../text/language";
import type { Mandate, MandateDue } from "../types";

/** When a mandate is due: in the source's words, and on which day that falls. */
export function DueView({ mandate: { due, lang } }: { mandate: Mandate }) {
  const { t } = useLang();
  if (due.length === 0) return <span className="state">{t("mandates.noDue")}</span>;
  return (
    <ul>
      {due.map((one, index) => (
        <li key={index}>
          <span className="words" lang={langTag(lang, one.text)}>
            {one.text}
          </span>
          <DayOf due={one} />
        </li>
      ))}
    </ul>
  );
}

function DayOf({ due: { limit, opens, recurring } }: { due: MandateDue }) {
  const { t, lang } = useLang();
  const day = limit !== null ? dayLabel(limit, lang) : opens !== null ? t("mandates.opens", { day: dayLabel(opens, lang) }) : null;
  const facts = [day, recurring ? t("mandates.every") : null].filter((fact) => fact !== null);
  return facts.length === 0 ? null : <span className="day">{facts.join(" · ")}</span>;
}

interface NamesProps {
  names: readonly string[];
  /** What they are called in the reader's language, by the source's name. */
  called: ReadonlyMap<string, string>;
  lang: Lang;
  none: string;
}

/** Names one after the other: in the reader's language where they have one there, else the source's. */
export function Names({ names, called, lang, none }: NamesProps) {
  const { lang: ours } = useLang();
  if (names.length === 0) return none === "" ? null : <span className="state">{none}</span>;
  const all = [...new Set(names)];
  const translated = all.every((name) => called.has(name));
  const shown = translated ? ours : lang;
  const written = all.map((name) => (translated ? called.get(name) : name)).join(shown === "zh" ? "、" : ", ");
  return <span lang={langTag(shown, written)}>{written}</span>;
}

/** The paragraph that asks for it, with what of it was inferred. */
export function SourceLink({ mandate }: { mandate: Mandate }) {
  const { t } = useLang();
  const { symbol, place, title, lang, href, inferred } = mandate;
  return (
    <>
      <InternalLink href={href} className="symbol">
        {symbol} · {shortPlaceLabel(place, t)}
      </InternalLink>
      {title !== "" && (
        <span className="title" lang={langTag(lang, title)}>
          {title}
        </span>
      )}
      {inferred.length > 0 && (
        <span className="doubt">{inferred.map((part) => t(`mandates.inferredPart.${part}`)).join(" · ")}</span>
      )}
    </>
  );
}
