import type { Listing } from "../api/types";
import { ProblemNotice } from "../app/ProblemNotice";
import { Waiting } from "../app/Waiting";
import { useLang } from "../i18n/useLang";
import type { Filters } from "./filters";
import { NothingFound } from "./NothingFound";
import { ResultItem } from "./ResultItem";
import type { useListing } from "./useListing";

interface Props {
  listing: ReturnType<typeof useListing>;
  filters: Filters;
  onClearAll: () => void;
  onChoose: (filters: Filters) => void;
}

/** A committee as the filters call it, in the reader's language. */
function named(committee: string | null, listing: Listing | undefined): string | null {
  return listing?.facets.committees.values.find(({ value }) => value === committee)?.label ?? committee;
}

export function Results({ listing, filters, onClearAll, onChoose }: Props) {
  const { t } = useLang();
  const { data, error, isPending, isPlaceholderData, hasNextPage, isFetchingNextPage } = listing;
  if (error && !(data && listing.isFetchNextPageError)) {
    return (
      <>
        <ProblemNotice error={error} onRetry={() => void listing.refetch()} />
        <button type="button" className="button" onClick={onClearAll}>
          {t("library.startOver")}
        </button>
      </>
    );
  }
  if (isPending) return <Waiting label={t("library.loading")} lines={8} />;
  const hits = data.pages.flatMap((page) => page.hits);
  const first = data.pages[0];
  if (hits.length === 0 && first) {
    return <NothingFound listing={first} filters={filters} onClearAll={onClearAll} onChoose={onChoose} />;
  }
  return (
    <div className={isPlaceholderData ? "is-older" : undefined} aria-busy={isPlaceholderData}>
      <ul className="library-list">
        {hits.map((hit) => (
          <ResultItem key={hit.summary.symbol} hit={hit} committee={named(hit.summary.committee, first)} />
        ))}
      </ul>
      {error && <ProblemNotice error={error} onRetry={() => void listing.fetchNextPage()} />}
      {hasNextPage && !error && (
        <button
          type="button"
          className="button library-more"
          disabled={isFetchingNextPage || isPlaceholderData}
          onClick={() => void listing.fetchNextPage()}
        >
          {isFetchingNextPage
            ? t("library.loading")
            : t("library.more", { count: (first?.total ?? hits.length) - hits.length })}
        </button>
      )}
    </div>
  );
}
