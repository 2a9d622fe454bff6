import { useState } from "react";
import { navigate } from "wouter/use-browser-location";

import { InternalLink } from "../../app/InternalLink";
import { ProblemNotice } from "../../app/ProblemNotice";
import { compareHref } from "../../app/routes";
import { Screen } from "../../app/Screen";
import { Waiting } from "../../app/Waiting";
import { symbolLabel } from "../../i18n/labels";
import { useLang } from "../../i18n/useLang";
import "../../styles/compare.css";
import "../../styles/tools.css";
import { Newest } from "../Newest";
import { useComparison, useSeries } from "../queries";
import { ResolutionPicker } from "../ResolutionPicker";
import type { Comparison } from "../types";
import { ComparisonSummary, Legend } from "./ComparisonSummary";
import { RowsView } from "./RowsView";
import type { Shown } from "./words";

/** Two resolutions held against each other. */
export default function CompareScreen({ a, b }: { a: string | null; b: string | null }) {
  const { t } = useLang();
  const open = (first: string | null, second: string | null) => navigate(compareHref(first, second));
  return (
    <Screen wide title={t("compare.heading")} lead={t("compare.lead")}>
      <div className="compare-choice">
        <ResolutionPicker label={t("compare.first")} value={a} onChoose={(symbol) => open(symbol, b)} />
        <button
          type="button"
          className="button compare-swap"
          disabled={a === null && b === null}
          onClick={() => open(b, a)}
        >
          <span aria-hidden="true">⇄ </span>
          {t("compare.swap")}
        </button>
        <ResolutionPicker label={t("compare.second")} value={b} onChoose={(symbol) => open(a, symbol)} />
      </div>
      {a === null || b === null ? <Incomplete a={a} b={b} /> : <Compared key={`${a} ${b}`} a={a} b={b} />}
    </Screen>
  );
}

/** What to do where one or both are not chosen: the series of the one is most often what is meant. */
function Incomplete({ a, b }: { a: string | null; b: string | null }) {
  const { t } = useLang();
  const one = a ?? b;
  const { data } = useSeries(one);
  if (one === null) {
    return (
      <>
        <p className="state">{t("compare.choose")}</p>
        <Newest hrefOf={(symbol) => compareHref(null, symbol)} />
      </>
    );
  }
  const others = (data?.members ?? []).filter(({ held, symbol }) => held && symbol !== one);
  return (
    <>
      <p className="state">{t("compare.chooseOther", { label: symbolLabel(one, t) })}</p>
      {others.length > 0 && (
        <section className="compare-offered">
          <h2>{t("compare.neighbours")}</h2>
          <ul>
            {others.map(({ symbol, label }) => (
              <li key={symbol}>
                <InternalLink href={a === null ? compareHref(symbol, one) : compareHref(one, symbol)}>{label}</InternalLink>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Compared({ a, b }: { a: string; b: string }) {
  const { t } = useLang();
  const { data, error, refetch } = useComparison(a, b);
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Waiting label={t("compare.loading")} lines={8} />;
  return <ComparisonView comparison={data} />;
}

function ComparisonView({ comparison }: { comparison: Comparison }) {
  const { t, lang } = useLang();
  const [shown, setShown] = useState<Shown>({ onlyDifferences: false, withoutRoutine: false });
  const choose = (chosen: Partial<Shown>) => setShown({ ...shown, ...chosen });
  return (
    <>
      {comparison.lang !== lang && <p className="notice">{t("compare.otherTexts")}</p>}
      {!comparison.related && <p className="notice">{t("compare.unrelated")}</p>}
      <ComparisonSummary comparison={comparison} />
      <div className="compare-bar">
        <label className="switch">
          <input
            type="checkbox"
            checked={shown.onlyDifferences}
            onChange={({ target }) => choose({ onlyDifferences: target.checked })}
          />
          {t("compare.only")}
        </label>
        <label className="switch" title={t("compare.routineMeans")}>
          <input
            type="checkbox"
            checked={shown.withoutRoutine}
            onChange={({ target }) => choose({ withoutRoutine: target.checked })}
          />
          {t("compare.withoutRoutine")}
        </label>
        <Legend />
      </div>
      <RowsView comparison={comparison} shown={shown} />
    </>
  );
}
