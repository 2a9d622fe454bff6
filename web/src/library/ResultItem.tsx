import type { ListedResolution, ListedTitle } from "../api/types";
import { InternalLink } from "../app/InternalLink";
import { useLang } from "../i18n/useLang";
import { dayLabel } from "../text/dates";
import { MarkedText } from "./MarkedText";
import { SnippetLine } from "./SnippetLine";

interface Props {
  hit: ListedResolution;
  /** Its committee, named in the reader's language. */
  committee: string | null;
}

/** The title in the reader's language where there is one, and others that hold the words. */
function titlesShown(titles: readonly ListedTitle[], lang: string): ListedTitle[] {
  const first = titles.find((title) => title.lang === lang && title.text !== "") ?? titles.find(({ text }) => text !== "");
  return titles.filter((title) => title === first || title.spans.length > 0).sort((a) => (a === first ? -1 : 1));
}

/** A resolution, why it is in the list, and where the words stand in it. */
export function ResultItem({ hit, committee }: Props) {
  const { t, lang } = useLang();
  const { summary, titles, snippets, paragraphs, href } = hit;
  const [title, ...others] = titlesShown(titles, lang);
  const further = paragraphs - snippets.length;
  return (
    <li>
      <h2>
        <InternalLink href={href}>
          <span className={hit.match === "symbol" ? "symbol is-named" : "symbol"}>{summary.symbol}</span>
          {title === undefined ? (
            <span className="title is-missing">{t("reader.noTitle")}</span>
          ) : (
            <span className="title">
              <MarkedText {...title} />
            </span>
          )}
        </InternalLink>
      </h2>
      {others.map((other) => (
        <p key={other.lang} className="other-title">
          <MarkedText {...other} />
        </p>
      ))}
      <p className="facts">{useFacts(hit, committee).join(" · ")}</p>
      {snippets.length > 0 && (
        <div className="snippets">
          {snippets.map((snippet) => (
            <SnippetLine key={`${snippet.lang} ${snippet.place}`} snippet={snippet} />
          ))}
          {further > 0 && <p className="facts">{t("library.further", { count: further })}</p>}
        </div>
      )}
    </li>
  );
}

function useFacts({ summary }: ListedResolution, committee: string | null): string[] {
  const { t, lang } = useLang();
  const { date, session, preambular, operative, langs } = summary;
  return [
    date === null ? null : dayLabel(date, lang),
    session === null ? null : t("symbol.session", { n: session }),
    committee,
    t("library.counts", { preambular, operative }),
    langs.length > 1 ? t("library.bilingual") : null,
  ].filter((fact) => fact !== null);
}
