import { Select, SelectItem, SelectItemCheck, SelectLabel, SelectPopover, SelectProvider } from "@ariakit/react/select";

import { useLang } from "../i18n/useLang";
import type { Facet } from "./types";

interface Props {
  label: string;
  /** What is said where nothing is chosen. */
  any: string;
  facets: readonly Facet[];
  values: readonly string[];
  onChange: (values: readonly string[]) => void;
}

/** A filter that may be met in any of several ways, each with how many would be left. */
export function FacetSelect({ label, any, facets, values, onChange }: Props) {
  const { lang } = useLang();
  const number = new Intl.NumberFormat(lang);
  const gone = values.filter((value) => !facets.some((facet) => facet.value === value));
  const offered = [...gone.map((value) => ({ value, label: value, count: 0 })), ...facets];
  const named = offered.filter(({ value }) => values.includes(value)).map((facet) => facet.label);
  return (
    <div className="tool-field">
      <SelectProvider value={[...values]} setValue={(chosen: string[]) => onChange(chosen)}>
        <SelectLabel>{label}</SelectLabel>
        <Select className="select" disabled={offered.length === 0} accessibleWhenDisabled>
          <span className="select-value">{named.length === 0 ? any : named.join(lang === "zh" ? "、" : ", ")}</span>
        </Select>
        <SelectPopover className="menu" gutter={4} sameWidth={false} fitViewport>
          {offered.map((facet) => (
            <SelectItem key={facet.value} value={facet.value} className="menu-item facet-item">
              <SelectItemCheck className="facet-check" checked={values.includes(facet.value)}>
                ✓
              </SelectItemCheck>
              <span className="facet-label">{facet.label}</span>
              <span className="facet-count">{number.format(facet.count)}</span>
            </SelectItem>
          ))}
        </SelectPopover>
      </SelectProvider>
    </div>
  );
}
