import { useState } from "react";
import { navigate, useSearch } from "wouter/use-browser-location";

import { Download } from "../../access/Download";
import { ProblemNotice } from "../../app/ProblemNotice";
import { Screen } from "../../app/Screen";
import { useNarrow } from "../../app/useEnvironment";
import { Waiting } from "../../app/Waiting";
import { mandatesHref } from "../../app/routes";
import { useLang } from "../../i18n/useLang";
import "../../styles/mandates.css";
import "../../styles/tools.css";
import { MANDATES_A_PAGE, useMandates } from "../queries";
import type { Mandate } from "../types";
import { ChosenFilters } from "./ChosenFilters";
import { chosen, exportHref, filtersOf } from "./filters";
import { MandateCards } from "./MandateCards";
import { MandateFilters } from "./MandateFilters";
import { MandateTable } from "./MandateTable";
import { orderOf, serverSort, sorted } from "./sorting";
import { useCalled } from "./useCalled";

/** Drawn at once; a table of thousands of rows would take seconds. */
const A_SCREENFUL = 100;

/** Who is asked for what, and by when. */
export default function MandatesScreen() {
  const { t, lang } = useLang();
  const search = useSearch();
  const filters = filtersOf(search);
  const change = (query: string) =>
    navigate(query === "" ? mandatesHref : `${mandatesHref}?${query}`, { replace: true });
  return (
    <Screen
      wide
      title={t("mandates.heading")}
      lead={t("mandates.lead")}
      actions={
        <>
          {(["csv", "ics"] as const).map((format) => (
            <Download
              key={format}
              className="button"
              href={exportHref(filters, format, lang)}
              title={t("mandates.exportNote")}
            >
              <span className="visually-hidden">{t("mandates.export")} </span>
              {t(`mandates.${format}`)}
            </Download>
          ))}
        </>
      }
    >
      <MandateFilters filters={filters} search={search} onChange={change} />
      <ChosenFilters filters={filters} search={search} onChange={change} />
      <MandateList key={filters.toString()} filters={filters} search={search} onChange={change} />
    </Screen>
  );
}

interface ListProps {
  filters: URLSearchParams;
  search: string;
  onChange: (query: string) => void;
}

function MandateList({ filters, search, onChange }: ListProps) {
  const { t, lang } = useLang();
  const order = orderOf(search);
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useMandates(
    filters,
    serverSort(order),
  );
  const [room, setRoom] = useState(A_SCREENFUL);
  const narrow = useNarrow();
  const called = useCalled(filters);
  if (error && data === undefined) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  const [first] = data?.pages ?? [];
  if (data === undefined || first === undefined) return <Waiting label={t("mandates.loading")} lines={8} />;
  const { total, resolutions, coverage } = first;
  if (total === 0) {
    return (
      <p className="state" role="status">
        {chosen(filters).length > 0 ? t("mandates.none") : t("mandates.noneAtAll")}
      </p>
    );
  }
  const loaded = data.pages.flatMap(({ mandates }) => mandates);
  const rows: readonly Mandate[] = sorted(loaded, order, lang);
  const shown = rows.slice(0, room);
  const List = narrow ? MandateCards : MandateTable;
  return (
    <>
      <p className="mandate-count state" role="status">
        {t("mandates.count", { count: total, resolutions, held: coverage.resolutions })}
      </p>
      {hasNextPage && (
        <p className="notice mandate-partial">
          {t("mandates.partial", { loaded: loaded.length, count: total })}{" "}
          <button type="button" className="button" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t("mandates.more", { count: Math.min(MANDATES_A_PAGE, total - loaded.length) })}
          </button>
        </p>
      )}
      <List mandates={shown} called={called} search={search} onChange={onChange} />
      {rows.length > shown.length && (
        <p className="mandate-more">
          <button type="button" className="button" onClick={() => setRoom(room + A_SCREENFUL)}>
            {t("mandates.more", { count: Math.min(A_SCREENFUL, rows.length - shown.length) })}
          </button>
          <span className="state">{t("mandates.shown", { shown: shown.length, total })}</span>
        </p>
      )}
    </>
  );
}
