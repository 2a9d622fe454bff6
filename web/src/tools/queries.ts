import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";

import { get } from "../api/client";
import { LIBRARY } from "../api/queries";
import { useLang } from "../i18n/useLang";
import type { Comparison, Listing, MandateFacets, MandatePage, MandateSort, ReferenceGraph, Series } from "./types";

/** As many mandates as the server gives at once. */
export const MANDATES_A_PAGE = 500;
/** Resolutions offered below the box where one is chosen. */
const OFFERED = 8;

/** `?a=1&b=2` of what is set; labels come in the reader's language. */
function withLang(query: URLSearchParams, lang: string): string {
  const all = new URLSearchParams(query);
  all.set("lang", lang);
  return all.toString();
}

/** The mandates that a query leaves in an order, a page after the other. */
export function useMandates(query: URLSearchParams, sort: MandateSort) {
  const { lang } = useLang();
  return useInfiniteQuery({
    queryKey: ["mandates", query.toString(), sort, lang],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => {
      const page = new URLSearchParams(withLang(query, lang));
      page.set("sort", sort);
      page.set("limit", String(MANDATES_A_PAGE));
      if (pageParam !== null) page.set("cursor", pageParam);
      return get<MandatePage>(`/api/v1/mandates?${page.toString()}`, lang, signal);
    },
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
}

/** What mandates can be narrowed by, counted under what is chosen already. */
export function useMandateFacets(query: URLSearchParams) {
  const { lang } = useLang();
  return useQuery({
    queryKey: ["mandates", "facets", query.toString(), lang],
    queryFn: ({ signal }) => get<MandateFacets>(`/api/v1/mandates/facets?${withLang(query, lang)}`, lang, signal),
    placeholderData: keepPreviousData,
  });
}

/** Two resolutions held against each other; asked only where both are named. */
export function useComparison(a: string | null, b: string | null) {
  const { lang } = useLang();
  return useQuery({
    queryKey: ["compare", a, b, lang],
    enabled: a !== null && b !== null,
    queryFn: ({ signal }) => {
      // Without `version`, which would refuse what is not held in it.
      const query = new URLSearchParams({ a: a ?? "", b: b ?? "" });
      return get<Comparison>(`/api/v1/compare?${withLang(query, lang)}`, lang, signal);
    },
  });
}

export function useSeries(symbol: string | null) {
  const { lang } = useLang();
  return useQuery({
    queryKey: ["series", symbol, lang],
    enabled: symbol !== null,
    queryFn: ({ signal }) => get<Series>(`/api/v1/resolutions/${encodeURI(symbol ?? "")}/series`, lang, signal),
  });
}

export function useReferences(symbol: string | null, query: URLSearchParams) {
  const { lang } = useLang();
  return useQuery({
    queryKey: ["references", symbol, query.toString(), lang],
    enabled: symbol !== null,
    queryFn: ({ signal }) =>
      get<ReferenceGraph>(
        `/api/v1/resolutions/${encodeURI(symbol ?? "")}/references?${withLang(query, lang)}`,
        lang,
        signal,
      ),
    placeholderData: keepPreviousData,
  });
}

/** The resolutions that what is typed may mean. */
export function useResolutionsNamed(typed: string, wanted: boolean) {
  const { lang } = useLang();
  return useQuery({
    queryKey: [LIBRARY, "named", typed, lang],
    enabled: wanted,
    queryFn: ({ signal }) => {
      const query = new URLSearchParams({ q: typed, limit: String(OFFERED) });
      return get<Listing>(`/api/v1/library?${withLang(query, lang)}`, lang, signal);
    },
    placeholderData: keepPreviousData,
  });
}
