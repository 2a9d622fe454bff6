import { navigate } from "wouter/use-browser-location";

import { InternalLink } from "../../app/InternalLink";
import { ProblemNotice } from "../../app/ProblemNotice";
import { graphHref, seriesHref } from "../../app/routes";
import { Screen } from "../../app/Screen";
import { Waiting } from "../../app/Waiting";
import { useLang } from "../../i18n/useLang";
import "../../styles/series.css";
import "../../styles/tools.css";
import { langOf, langTag } from "../../text/language";
import { Newest } from "../Newest";
import { useSeries } from "../queries";
import { ResolutionPicker } from "../ResolutionPicker";
import { StepView } from "./StepView";
import { stepsOf } from "./steps";

/** What became of a subject over the sessions. */
export default function SeriesScreen({ symbol }: { symbol: string | null }) {
  const { t } = useLang();
  return (
    <Screen
      wide
      title={t("series.heading")}
      lead={t("series.lead")}
      actions={
        symbol !== null && (
          <InternalLink className="button" href={graphHref(symbol)}>
            {t("series.graph")}
          </InternalLink>
        )
      }
    >
      <div className="series-choice">
        <ResolutionPicker
          label={t("series.choose")}
          value={symbol}
          onChoose={(chosen) => navigate(seriesHref(chosen))}
        />
      </div>
      {symbol === null ? (
        <>
          <p className="state">{t("series.hint")}</p>
          <Newest hrefOf={seriesHref} />
        </>
      ) : (
        <SeriesOf key={symbol} symbol={symbol} />
      )}
    </Screen>
  );
}

function SeriesOf({ symbol }: { symbol: string }) {
  const { t } = useLang();
  const { data, error, refetch } = useSeries(symbol);
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Waiting label={t("series.loading")} lines={6} />;
  const { title, members, coverage } = data;
  const held = members.filter((member) => member.held).length;
  return (
    <>
      {title !== "" && (
        <h2 className="series-title words" lang={langTag(langOf(title), title)}>
          {title}
        </h2>
      )}
      <p className="state" role="status">
        {t("series.count", { count: members.length, held, library: coverage.resolutions })}
      </p>
      <ol className="series" aria-label={t("series.table")}>
        {stepsOf(members).map((step) => (
          <StepView key={step.member.symbol} step={step} ofSeries={title} isCurrent={step.member.symbol === symbol} />
        ))}
      </ol>
    </>
  );
}
