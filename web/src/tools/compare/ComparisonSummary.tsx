import { InternalLink } from "../../app/InternalLink";
import { resolutionHref } from "../../app/routes";
import { symbolLabel } from "../../i18n/labels";
import { useLang } from "../../i18n/useLang";
import { langTag } from "../../text/language";
import { useResolutionsNamed } from "../queries";
import type { Comparison } from "../types";

const KINDS = ["same", "renewed", "changed", "added", "dropped"] as const;

/** How many paragraphs became what, and which two resolutions these are. */
export function ComparisonSummary({ comparison }: { comparison: Comparison }) {
  const { t, lang } = useLang();
  const number = new Intl.NumberFormat(lang);
  return (
    <section aria-label={t("compare.counts")}>
      <dl className="compare-counts">
        {KINDS.map((kind) => (
          <div key={kind} data-kind={kind}>
            <dt>{t(`compare.kind.${kind}`)}</dt>
            <dd>{number.format(comparison[kind])}</dd>
          </div>
        ))}
        {comparison.moved > 0 && (
          <div>
            <dt>{t("compare.moved")}</dt>
            <dd>{number.format(comparison.moved)}</dd>
          </div>
        )}
      </dl>
      <p className="compare-means">{t("compare.routineMeans")}</p>
      <div className="compare-titles">
        <Named symbol={comparison.first} />
        <Named symbol={comparison.second} />
      </div>
    </section>
  );
}

function Named({ symbol }: { symbol: string }) {
  const { t, lang } = useLang();
  const { data } = useResolutionsNamed(symbol, true);
  const titles = data?.hits.find(({ summary }) => summary.symbol === symbol)?.titles ?? [];
  const title = titles.find((one) => one.lang === lang) ?? titles[0];
  return (
    <h2>
      <InternalLink href={resolutionHref(symbol)}>{symbolLabel(symbol, t)}</InternalLink>
      {/* A blank keeps the line's height until the title has come. */}
      <span className="words title" lang={title && langTag(title.lang, title.text)}>
        {title?.text ?? "\u00a0"}
      </span>
    </h2>
  );
}

/** How words that differ are marked. */
export function Legend() {
  const { t } = useLang();
  return (
    <p className="compare-legend">
      <span className="visually-hidden">{t("compare.legend")} </span>
      <del>{t("compare.legendDeleted")}</del>
      <ins>{t("compare.legendInserted")}</ins>
      <ins data-routine>{t("compare.legendRoutine")}</ins>
    </p>
  );
}
