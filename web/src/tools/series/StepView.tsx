import { useVersions } from "../../api/queries";
import { InternalLink } from "../../app/InternalLink";
import { compareHref, resolutionHref } from "../../app/routes";
import { citationLabel, symbolLabel } from "../../i18n/labels";
import { useLang } from "../../i18n/useLang";
import { dayLabel } from "../../text/dates";
import { langOf, langTag } from "../../text/language";
import { useComparison } from "../queries";
import type { Comparison, SeriesMember } from "../types";
import { placeOfKey, turned, type Step } from "./steps";

interface Props {
  step: Step;
  /** The title of the series: members that have it need not repeat it. */
  ofSeries: string;
  isCurrent: boolean;
}

/** One resolution of the series: when, how voted on, and what it changed. */
export function StepView({ step: { member, before, alone }, ofSeries, isCurrent }: Props) {
  const { t, lang } = useLang();
  const { symbol, session, held, title, date } = member;
  return (
    <li className="step" data-held={held} aria-current={isCurrent ? "true" : undefined}>
      <p className="step-session">
        {session !== null && t("series.session", { n: session })}
        {date !== null && <span className="state">{dayLabel(date, lang)}</span>}
      </p>
      <div className="step-body">
        <p className="step-name">
          {held ? <InternalLink href={resolutionHref(symbol)}>{symbolLabel(symbol, t)}</InternalLink> : symbolLabel(symbol, t)}
          {!held && <span className="step-tag">{t("series.notHeld")}</span>}
          {isCurrent && <span className="step-tag">{t("series.current")}</span>}
        </p>
        {title !== null && title !== ofSeries && (
          <p className="words" lang={langTag(langOf(title), title)}>
            {title}
          </p>
        )}
        <Why member={member} />
        {held && <VoteOf symbol={symbol} />}
        {before === null ? (
          alone !== "notHeld" && <p className="state">{t(`series.${alone ?? "first"}`)}</p>
        ) : (
          <Changes a={before} b={symbol} />
        )}
      </div>
    </li>
  );
}

/** Why it belongs to the series, and the paragraphs that tell so. */
function Why({ member: { reason, inferred, evidence } }: { member: SeriesMember }) {
  const { t } = useLang();
  if (reason === "same_title" && !inferred) return null;
  return (
    <p className="step-why">
      {t(`series.reason.${reason}`)}
      {inferred && <span className="step-tag">{t("series.inferred")}</span>}
      {evidence.map((key) => {
        const { symbol, place } = placeOfKey(key);
        return (
          <InternalLink key={key} href={resolutionHref(symbol, { place })}>
            {citationLabel({ symbol, paragraph: place ?? "META" }, true, t)}
          </InternalLink>
        );
      })}
    </p>
  );
}

function VoteOf({ symbol }: { symbol: string }) {
  const { t, lang } = useLang();
  const [{ data } = { data: undefined }] = useVersions(symbol, [null]);
  const number = new Intl.NumberFormat(lang);
  const vote = data?.vote ?? null;
  const said =
    vote === null
      ? t("series.noVote")
      : t("series.vote", {
          for: number.format(vote.in_favour),
          against: number.format(vote.against),
          abstaining: number.format(vote.abstaining),
        });
  return (
    <p className="step-fact">
      <span>{t("series.column.vote")}</span> {data === undefined ? "\u00a0" : said}
    </p>
  );
}

function Changes({ a, b }: { a: string; b: string }) {
  const { t } = useLang();
  const { data, error } = useComparison(a, b);
  const said = error ? t("series.cannot") : data === undefined ? t("series.comparing") : changesOf(data, t);
  return (
    <p className="step-fact">
      <span>{t("series.column.change")}</span> {said}
      <InternalLink
        className="step-compare"
        href={compareHref(a, b)}
        aria-label={t("series.compareWith", { a: symbolLabel(a, t), b: symbolLabel(b, t) })}
      >
        {t("series.compare")}
      </InternalLink>
    </p>
  );
}

function changesOf(comparison: Comparison, t: ReturnType<typeof useLang>["t"]): string {
  const counts = (["changed", "added", "dropped"] as const).map((kind) => [kind, comparison[kind]] as const);
  const verbs = (["stronger", "weaker"] as const).map((kind) => [kind, turned(comparison, kind)] as const);
  const said = [...counts, ...verbs].filter(([, count]) => count > 0).map(([kind, count]) => t(`series.${kind}`, { count }));
  if (said.length > 0) return said.join(" · ");
  return comparison.renewed > 0 ? t("series.renewedOnly") : t("series.nothing");
}
