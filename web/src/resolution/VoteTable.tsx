import type { Lang, Vote } from "../api/types";
import { useLang } from "../i18n/useLang";
import { langTag } from "../text/language";

const CAST = ["in_favour", "against", "abstaining"] as const;

/** How a resolution was voted on, as its text records it; the countries are unfolded on demand. */
export function VoteTable({ vote, lang: written }: { vote: Vote; lang: Lang }) {
  const { t, lang } = useLang();
  const listed = CAST.some((cast) => vote[`countries_${cast}`].length > 0);
  return (
    <table className="vote" lang={langTag(lang)}>
      <caption>{t("vote.heading")}</caption>
      <thead className="visually-hidden">
        <tr>
          <td />
          <th scope="col">{t("vote.votes")}</th>
          {listed && <th scope="col">{t("vote.countries")}</th>}
        </tr>
      </thead>
      <tbody>
        {CAST.map((cast) => (
          <tr key={cast}>
            <th scope="row">{t(`vote.${cast}`)}</th>
            <td className="count">{vote[cast]}</td>
            {listed && (
              <td>
                <Countries names={vote[`countries_${cast}`]} lang={written} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Countries({ names, lang }: { names: readonly string[]; lang: Lang }) {
  const { t } = useLang();
  if (names.length === 0) return null;
  return (
    <details>
      <summary>{t("vote.listed", { count: names.length })}</summary>
      <p className="words" lang={langTag(lang, names.join(""))}>
        {names.join(lang === "zh" ? "、" : ", ")}
      </p>
    </details>
  );
}
