import { keepPreviousData, useInfiniteQuery, useQueryClient } from "@tanstack/react-query";

import { useLang } from "../i18n/useLang";
import { listConversations } from "./api";
import { CONVERSATIONS } from "./useKept";

/** This browser's conversations, page after page. What was found stays until the next is there. */
export function useConversations(words: string) {
  const { lang } = useLang();
  return useInfiniteQuery({
    queryKey: [CONVERSATIONS, words],
    queryFn: ({ pageParam, signal }) => listConversations(words, pageParam, lang, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
}

/** Asks for every list anew. */
export function useListsAnew(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: [CONVERSATIONS] });
}
