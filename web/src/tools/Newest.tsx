import { useNewest } from "../api/queries";
import { InternalLink } from "../app/InternalLink";
import { symbolLabel } from "../i18n/labels";
import { useLang } from "../i18n/useLang";
import { langOf, langTag } from "../text/language";

/** The newest resolutions held: somewhere to begin for who has no symbol at hand. */
export function Newest({ hrefOf }: { hrefOf: (symbol: string) => string }) {
  const { t } = useLang();
  const { data } = useNewest();
  const newest = data?.hits.map(({ summary }) => summary) ?? [];
  if (newest.length === 0) return null;
  return (
    <section className="newest">
      <h2>{t("tools.newest")}</h2>
      <ul>
        {newest.map(({ symbol, title }) => (
          <li key={symbol}>
            <InternalLink href={hrefOf(symbol)}>{symbolLabel(symbol, t)}</InternalLink>{" "}
            <span className="words" lang={langTag(langOf(title), title)}>
              {title}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
