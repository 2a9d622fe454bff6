import type { Listing } from "../api/types";
import { useLang } from "../i18n/useLang";

/** How many there are, said anew whenever it changes. */
export function Total({ listing, error }: { listing: Listing | undefined; error: boolean }) {
  const { t, lang } = useLang();
  const number = (n: number) => new Intl.NumberFormat(lang).format(n);
  const held = listing?.coverage.resolutions ?? 0;
  const part = listing !== undefined && listing.total !== held;
  return (
    <p className="library-total" role="status">
      {listing !== undefined &&
        !error &&
        (part
          ? t("library.countOf", { count: listing.total, n: number(listing.total), held: number(held) })
          : t("library.count", { count: listing.total, n: number(listing.total) }))}
    </p>
  );
}
