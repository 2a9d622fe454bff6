import { useId, useState } from "react";

import type { FacetGroup } from "../api/types";
import { useLang } from "../i18n/useLang";
import { facetLabel } from "./facetLabel";
import { toggled, type FacetName, type Filters } from "./filters";

/** More than these are unfolded on demand. */
const SHOWN_FIRST = 6;

interface Props {
  name: FacetName;
  title: string;
  group: FacetGroup;
  filters: Filters;
  onChoose: (filters: Filters) => void;
}

/** The values of one filter, each with the number of resolutions it leaves. */
export function FacetBox({ name, title, group, filters, onChoose }: Props) {
  const { t, lang } = useLang();
  const [all, setAll] = useState(false);
  const list = useId();
  const chosen = filters.chosen[name];
  const shown = group.values.filter(({ value }, index) => all || index < SHOWN_FIRST || chosen.includes(value));
  const number = new Intl.NumberFormat(lang);
  if (group.values.length === 0) return null;
  return (
    <fieldset className="facet">
      <legend>{title}</legend>
      <ul id={list}>
        {shown.map((facet) => (
          <li key={facet.value}>
            <label className="facet-value">
              <input
                type="checkbox"
                checked={chosen.includes(facet.value)}
                onChange={() => onChoose(toggled(filters, name, facet.value))}
              />
              <span className="facet-label">
                <bdi>{facetLabel(name, facet, t)}</bdi>
              </span>
              <span className="facet-count">{number.format(facet.count)}</span>
            </label>
          </li>
        ))}
      </ul>
      {group.values.length > SHOWN_FIRST && (
        <button
          type="button"
          className="button is-quiet facet-more"
          aria-expanded={all}
          aria-controls={list}
          onClick={() => setAll(!all)}
        >
          {all ? t("library.facet.fewer") : t("library.facet.all", { count: group.values.length })}
        </button>
      )}
      {group.left_out > 0 && all && <p className="facet-note">{t("library.facet.leftOut", { count: group.left_out })}</p>}
      {group.unstated > 0 && <p className="facet-note">{t("library.facet.unstated", { count: group.unstated })}</p>}
    </fieldset>
  );
}
