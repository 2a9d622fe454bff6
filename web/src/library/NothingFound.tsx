import type { Listing } from "../api/types";
import { useLang } from "../i18n/useLang";
import { countOf, unfiltered, type Filters } from "./filters";

interface Props {
  listing: Listing;
  filters: Filters;
  onClearAll: () => void;
  onChoose: (filters: Filters) => void;
}

/** Why a list is empty, and the way to one that is not. */
export function NothingFound({ listing, filters, onClearAll, onChoose }: Props) {
  const { t, lang } = useLang();
  const { coverage, symbols } = listing;
  if (coverage.resolutions === 0) {
    return (
      <div className="notice">
        <p>{t("library.empty")}</p>
      </div>
    );
  }
  const narrowed = countOf(filters) > 0;
  const list = new Intl.ListFormat(lang, { type: "conjunction" }).format(symbols);
  return (
    <div className="notice">
      <p>
        {symbols.length > 0 && !narrowed
          ? t("library.notHeld", { list })
          : t(narrowed ? "library.nothingNarrowed" : "library.nothing", { words: filters.q })}
      </p>
      {narrowed && (
        <button type="button" className="button" onClick={() => onChoose(unfiltered(filters))}>
          {t("library.removeAll")}
        </button>
      )}{" "}
      <button type="button" className="button" onClick={onClearAll}>
        {t("library.startOver")}
      </button>
    </div>
  );
}
