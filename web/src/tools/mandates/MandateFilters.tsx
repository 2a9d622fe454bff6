import { useId, useState } from "react";

import { useNarrow } from "../../app/useEnvironment";
import { useLang } from "../../i18n/useLang";
import { FacetSelect } from "../FacetSelect";
import { useMandateFacets } from "../queries";
import { ResolutionPicker } from "../ResolutionPicker";
import type { Facet, MandateFacets } from "../types";
import { chosen, withFilter, type FilterKey } from "./filters";

interface Props {
  filters: URLSearchParams;
  search: string;
  onChange: (query: string) => void;
}

/** What the table can be narrowed by; on a phone behind a button. */
export function MandateFilters(props: Props) {
  const { t } = useLang();
  const narrow = useNarrow();
  const [open, setOpen] = useState(false);
  const id = useId();
  const count = chosen(props.filters).length;
  const unfolded = open || !narrow;
  return (
    <section className="filters" aria-label={t("mandates.filters")}>
      {narrow && (
        <button
          type="button"
          className="button"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          {count === 0 ? t("mandates.filters") : t("mandates.filtersChosen", { count })}
        </button>
      )}
      <div id={id} className="filter-fields" hidden={!unfolded}>
        {unfolded && <Fields {...props} />}
      </div>
    </section>
  );
}

function Fields({ filters, search, onChange }: Props) {
  const { t } = useLang();
  const { data: facets } = useMandateFacets(filters);
  const change = (key: FilterKey) => (values: readonly string[]) => onChange(withFilter(search, key, values));
  const several = (key: "addressee" | "deliverable" | "committee", offered: readonly Facet[] | undefined) => (
    <FacetSelect
      label={t(`mandates.filter.${key}`)}
      any={t("mandates.any")}
      facets={offered ?? []}
      values={filters.getAll(key)}
      onChange={change(key)}
    />
  );
  return (
    <>
      <OneOf name="due_session" facets={sessionsOf(facets?.due_sessions, t)} {...{ filters, change }} />
      {several("addressee", facets?.addressees)}
      {several("deliverable", facets?.deliverables)}
      {several("committee", facets?.committees)}
      <OneOf name="session" facets={sessionsOf(facets?.sessions, t)} {...{ filters, change }} />
      <OneOf name="timed" facets={yesNo("timed", facets, t)} {...{ filters, change }} />
      <OneOf name="recurring" facets={yesNo("recurring", facets, t)} {...{ filters, change }} />
      <DayField name="due_after" {...{ filters, change }} />
      <DayField name="due_before" {...{ filters, change }} />
      <ResolutionPicker
        label={t("mandates.filter.symbol")}
        value={null}
        onChoose={(symbol) => change("symbol")([...filters.getAll("symbol"), symbol])}
      />
    </>
  );
}

type T = ReturnType<typeof useLang>["t"];

/** The numbers of sessions, said as sessions. */
function sessionsOf(facets: readonly Facet[] | undefined, t: T): Facet[] {
  return (facets ?? []).map((facet) => ({ ...facet, label: t("mandates.session", { n: facet.label }) }));
}

function yesNo(key: "timed" | "recurring", facets: MandateFacets | undefined, t: T): Facet[] {
  const counts = { timed: [facets?.timed, facets?.untimed], recurring: [facets?.recurring, facets?.once] }[key];
  return [
    { value: "true", label: t(`mandates.${key}.true`), count: counts[0] ?? 0 },
    { value: "false", label: t(`mandates.${key}.false`), count: counts[1] ?? 0 },
  ];
}

interface FieldProps {
  filters: URLSearchParams;
  change: (key: FilterKey) => (values: readonly string[]) => void;
}

function OneOf({ name, facets, filters, change }: FieldProps & { name: FilterKey; facets: readonly Facet[] }) {
  const { t, lang } = useLang();
  const id = useId();
  const value = filters.get(name) ?? "";
  const known = value === "" || facets.some((facet) => facet.value === value);
  const number = new Intl.NumberFormat(lang);
  return (
    <div className="tool-field">
      <label htmlFor={id}>{t(`mandates.filter.${name}`)}</label>
      <select id={id} value={value} onChange={({ target }) => change(name)([target.value])}>
        <option value="">{t("mandates.any")}</option>
        {/* A range typed into the address is kept as it is. */}
        {!known && <option value={value}>{value}</option>}
        {facets.map((facet) => (
          <option key={facet.value} value={facet.value}>
            {`${facet.label} (${number.format(facet.count)})`}
          </option>
        ))}
      </select>
    </div>
  );
}

function DayField({ name, filters, change }: FieldProps & { name: "due_after" | "due_before" }) {
  const { t } = useLang();
  const id = useId();
  return (
    <div className="tool-field">
      <label htmlFor={id}>{t(`mandates.filter.${name}`)}</label>
      <input
        id={id}
        type="date"
        key={filters.get(name) ?? ""}
        defaultValue={filters.get(name) ?? ""}
        onBlur={({ target }) => {
          if (target.value !== (filters.get(name) ?? "")) change(name)([target.value]);
        }}
      />
    </div>
  );
}
