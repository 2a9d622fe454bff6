import { useResolutions } from "../api/queries";
import type { Summary } from "../api/types";
import { InternalLink } from "../app/InternalLink";
import { ProblemNotice } from "../app/ProblemNotice";
import { resolutionHref } from "../app/routes";
import { useLang } from "../i18n/useLang";
import { langTag } from "../text/language";

/** Every resolution that can be asked about. */
export function LibraryList() {
  const { t } = useLang();
  const { data, error, isPending, refetch } = useResolutions();
  if (isPending) return <p className="state">{t("library.loading")}</p>;
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (data.length === 0) return <p className="state">{t("library.empty")}</p>;
  return (
    <div className="library">
      <p className="state">{t("library.count", { count: data.length })}</p>
      <ul>
        {data.map((summary) => (
          <LibraryItem key={summary.symbol} summary={summary} />
        ))}
      </ul>
    </div>
  );
}

function LibraryItem({ summary }: { summary: Summary }) {
  const { t, lang } = useLang();
  const { symbol, title, date, committee, preambular, operative, session, langs } = summary;
  const facts = [
    date === null ? null : new Intl.DateTimeFormat(lang, { dateStyle: "long", timeZone: "UTC" }).format(new Date(date)),
    session === null ? null : t("symbol.session", { n: session }),
    committee,
    t("library.counts", { preambular, operative }),
    langs.length > 1 ? t("library.bilingual") : null,
  ];
  return (
    <li>
      <InternalLink href={resolutionHref(symbol)}>
        <span className="symbol">{symbol}</span>
        {title === "" ? (
          <span className="title is-missing">{t("reader.noTitle")}</span>
        ) : (
          <span className="title" lang={langTag(summary.lang, title)}>
            {title}
          </span>
        )}
      </InternalLink>
      <p className="facts">{facts.filter((fact) => fact !== null).join(" · ")}</p>
    </li>
  );
}
