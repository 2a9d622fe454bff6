import { InternalLink } from "../app/InternalLink";
import { resolutionHref, type Opening } from "../app/routes";
import { placeLabel } from "../i18n/labels";
import { useLang } from "../i18n/useLang";
import { langTag } from "../text/language";
import { useReading } from "./reading";
import { standing } from "./trail";

/** From one paragraph that the answer cites to the one before or after it. */
export function QuotedTrail({ opening }: { opening: Opening | null }) {
  const { t, lang } = useLang();
  const stand = standing(opening);
  if (stand === null) return null;
  const { at, of, before, after } = stand;
  return (
    <nav className="trail" aria-label={t("reading.trail")} lang={langTag(lang)}>
      <TrailLink to={before} name="before" />
      <span>{t("reading.trailAt", { at, of })}</span>
      <TrailLink to={after} name="after" />
    </nav>
  );
}

function TrailLink({ to, name }: { to: Opening | null; name: "before" | "after" }) {
  const { t } = useLang();
  const { symbol, view } = useReading();
  if (to === null) {
    return (
      <span className="button" aria-hidden="true" data-off>
        {t(`reading.${name}`)}
      </span>
    );
  }
  // Who reads one language only is led to the one that is quoted.
  const shown = view === "both" ? view : null;
  return (
    <InternalLink
      className="button"
      href={resolutionHref(symbol, { place: to.place, view: shown })}
      opening={to}
      aria-label={t("reading.trailTo", { way: t(`reading.${name}`), place: placeLabel(to.place, t) })}
    >
      {t(`reading.${name}`)}
    </InternalLink>
  );
}
