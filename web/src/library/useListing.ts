import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";

import { get } from "../api/client";
import { LIBRARY } from "../api/queries";
import type { Lang, Listing } from "../api/types";
import { useLang } from "../i18n/useLang";
import { queryOf, type Filters } from "./filters";

/** Of a page: enough to fill a tall screen. */
const PAGE = 30;

function getListing(asked: string, cursor: string | null, lang: Lang, signal: AbortSignal): Promise<Listing> {
  const query = new URLSearchParams(asked);
  query.set("limit", String(PAGE));
  if (cursor !== null) query.set("cursor", cursor);
  return get(`/api/v1/library?${query}`, lang, signal);
}

/**
 * The library, page after page. While another list is on its way the one before stays, and what was
 * asked for and is not wanted any more is aborted.
 */
export function useListing(filters: Filters) {
  const { lang } = useLang();
  const asked = queryOf(filters).toString();
  return useInfiniteQuery({
    queryKey: [LIBRARY, lang, asked],
    queryFn: ({ pageParam, signal }) => getListing(asked, pageParam, lang, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
}
