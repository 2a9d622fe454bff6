import type { Facets } from "../api/types";
import { useLang } from "../i18n/useLang";
import { facetLabel } from "./facetLabel";
import { GROUPS } from "./FacetPanel";
import { countOf, FACETS, toggled, unfiltered, type Filters } from "./filters";

interface Props {
  filters: Filters;
  facets: Facets | undefined;
  onChoose: (filters: Filters) => void;
}

/** What the list is narrowed by; each is removed by pressing it. */
export function Chips({ filters, facets, onChoose }: Props) {
  const { t } = useLang();
  if (countOf(filters) === 0) return null;
  const chips = FACETS.flatMap((name) =>
    filters.chosen[name].map((value) => {
      const known = facets?.[GROUPS[name]].values.find((facet) => facet.value === value);
      const label = facetLabel(name, known ?? { value, label: value }, t);
      return { key: `${name} ${value}`, label, without: toggled(filters, name, value) };
    }),
  );
  if (filters.held !== null) {
    const label = t(`library.held.${filters.held}`);
    chips.push({ key: "held", label, without: { ...filters, held: null } });
  }
  return (
    <ul className="chosen" aria-label={t("library.chosen")}>
      {chips.map(({ key, label, without }) => (
        <li key={key}>
          <button
            type="button"
            className="chosen-chip"
            aria-label={t("library.remove", { label })}
            onClick={() => onChoose(without)}
          >
            <bdi>{label}</bdi>
            <span aria-hidden="true">×</span>
          </button>
        </li>
      ))}
      <li>
        <button type="button" className="button is-quiet" onClick={() => onChoose(unfiltered(filters))}>
          {t("library.removeAll")}
        </button>
      </li>
    </ul>
  );
}
