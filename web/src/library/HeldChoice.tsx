import { useId } from "react";

import { useLang } from "../i18n/useLang";
import type { Filters } from "./filters";

interface Props {
  filters: Filters;
  onChoose: (filters: Filters) => void;
}

const CHOICES = [null, "zh", "en"] as const;

/** Only what is held in a language. */
export function HeldChoice({ filters, onChoose }: Props) {
  const { t } = useLang();
  const name = useId();
  return (
    <fieldset className="facet">
      <legend>{t("library.held.label")}</legend>
      {CHOICES.map((one) => (
        <label key={one ?? "any"} className="facet-value">
          <input
            type="radio"
            name={name}
            checked={filters.held === one}
            onChange={() => onChoose({ ...filters, held: one })}
          />
          <span className="facet-label">{t(`library.held.${one ?? "any"}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
