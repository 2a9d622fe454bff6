import type { Facets } from "../api/types";
import { useLang } from "../i18n/useLang";
import { FacetBox } from "./FacetBox";
import { FACETS, type FacetName, type Filters } from "./filters";
import { HeldChoice } from "./HeldChoice";

interface Props {
  filters: Filters;
  facets: Facets | undefined;
  onChoose: (filters: Filters) => void;
}

export const GROUPS = {
  session: "sessions",
  committee: "committees",
  year: "years",
  subject: "subjects",
} as const satisfies Record<FacetName, keyof Facets>;

/** Everything a list can be narrowed by, and how many each value leaves. */
export function FacetPanel({ filters, facets, onChoose }: Props) {
  const { t } = useLang();
  if (!facets) {
    return (
      <div className="facets" aria-hidden="true">
        {FACETS.map((name) => (
          <div key={name} className="facet">
            <span className="skeleton" />
            <span className="skeleton" />
            <span className="skeleton" />
          </div>
        ))}
      </div>
    );
  }
  return (
    <div className="facets">
      {FACETS.map((name) => (
        <FacetBox
          key={name}
          name={name}
          title={t(`library.facet.${name}`)}
          group={facets[GROUPS[name]]}
          filters={filters}
          onChoose={onChoose}
        />
      ))}
      <HeldChoice filters={filters} onChoose={onChoose} />
    </div>
  );
}
