import { useAbout, useNewest } from "../api/queries";
import { InternalLink } from "../app/InternalLink";
import { ProblemNotice } from "../app/ProblemNotice";
import { libraryHref } from "../app/routes";
import { useLang } from "../i18n/useLang";
import { useExtractsOnly } from "../model/useExtractsOnly";
import { starters } from "./starters";
import { SuggestionList } from "./SuggestionList";

/** The empty conversation: what this is, how to read it, and where to begin. */
export function Welcome() {
  const { t } = useLang();
  const { data, error, refetch } = useNewest();
  const [extractsOnly] = useExtractsOnly();
  const phrased = useAbout().data?.model != null && !extractsOnly;
  const questions = starters(data?.hits.map(({ summary }) => summary) ?? [], t);
  return (
    <div className="welcome">
      <h1>{t("ask.heading")}</h1>
      <p className="lead">{t(phrased ? "ask.leadWithModel" : "ask.lead")}</p>
      <p className="legend">
        <span className="words">{t("ask.legendSource")}</span> {t("ask.legendSourceMeans")}
        <span aria-hidden="true"> · </span>
        <strong>{t("ask.legendOurs")}</strong> {t(phrased ? "ask.legendModelsMeans" : "ask.legendOursMeans")}
      </p>
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data?.total === 0 && (
        <div className="notice">
          <p>{t("library.empty")}</p>
          <InternalLink className="button" href={libraryHref}>
            {t("ask.toLibrary")}
          </InternalLink>
        </div>
      )}
      {questions.length > 0 && (
        <section className="suggestions" aria-label={t("ask.try")}>
          <h2>{t("ask.try")}</h2>
          <SuggestionList questions={questions} />
        </section>
      )}
    </div>
  );
}
