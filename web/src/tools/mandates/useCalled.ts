import { useMemo } from "react";

import { useMandateFacets } from "../queries";

/** What addressees, deliverables and committees are called in the reader's language, by their value. */
export function useCalled(filters: URLSearchParams): ReadonlyMap<string, string> {
  const { data } = useMandateFacets(filters);
  return useMemo(() => {
    const facets = data === undefined ? [] : [...data.addressees, ...data.deliverables, ...data.committees];
    return new Map(facets.map(({ value, label }) => [value, label]));
  }, [data]);
}
