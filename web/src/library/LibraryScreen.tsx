import { useId } from "react";

import { Screen } from "../app/Screen";
import { useNarrow } from "../app/useEnvironment";
import { useLang } from "../i18n/useLang";
import "../styles/library.css";
import { Chips } from "./Chips";
import { FacetPanel } from "./FacetPanel";
import { FilterDrawer } from "./FilterDrawer";
import { Results } from "./Results";
import { SearchField } from "./SearchField";
import { SortSelect } from "./SortSelect";
import { Total } from "./Total";
import { UploadButton } from "./upload/UploadButton";
import { useFilters } from "./useFilters";
import { useListing } from "./useListing";
import { useScrollKept } from "./useScrollKept";

/** What the library holds: looked through, narrowed, counted, and added to. */
export default function LibraryScreen() {
  const { t } = useLang();
  const looking = useFilters();
  const { filters, choose, clearAll } = looking;
  const listing = useListing(filters);
  const narrow = useNarrow();
  const results = useId();
  useScrollKept(listing.data !== undefined);
  const latest = listing.data?.pages[0];
  const facets = <FacetPanel filters={filters} facets={latest?.facets} onChoose={choose} />;
  return (
    <Screen title={t("library.heading")} actions={<UploadButton />} wide>
      <search className="library-search">
        <SearchField looking={looking} controls={results} />
        <div className="library-tools">
          {narrow && (
            <FilterDrawer filters={filters} total={latest?.total} onClear={choose}>
              {facets}
            </FilterDrawer>
          )}
          <SortSelect filters={filters} used={latest?.sort} onChoose={choose} />
        </div>
      </search>
      <div className="library-columns">
        {!narrow && (
          <aside className="library-facets" aria-label={t("library.filters")}>
            {facets}
          </aside>
        )}
        <section id={results} className="library" aria-label={t("library.results")}>
          <Total listing={latest} error={listing.error !== null} />
          <Chips filters={filters} facets={latest?.facets} onChoose={choose} />
          <Results listing={listing} filters={filters} onClearAll={clearAll} onChoose={choose} />
        </section>
      </div>
    </Screen>
  );
}
