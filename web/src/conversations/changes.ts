import { useQueryClient, type InfiniteData } from "@tanstack/react-query";
import { useState } from "react";

import { RequestError } from "../api/client";
import type { ConversationPage, ConversationSummary } from "../api/types";
import { useLang } from "../i18n/useLang";
import { deleteConversation, renameConversation } from "./api";
import { without, withTitle } from "./pages";
import { CONVERSATIONS } from "./useKept";

type Pages = InfiniteData<ConversationPage, string | null>;

/** Renaming and deleting: seen at once, and taken back with a word where the server refuses. */
export function useChanges() {
  const client = useQueryClient();
  const { lang } = useLang();
  const [failed, setFailed] = useState<Error | null>(null);

  const attempt = async (change: (pages: Pages) => Pages, request: () => Promise<unknown>) => {
    setFailed(null);
    await client.cancelQueries({ queryKey: [CONVERSATIONS] });
    client.setQueriesData<Pages>({ queryKey: [CONVERSATIONS] }, (pages) => pages && change(pages));
    try {
      await request();
    } catch (error) {
      // What another tab has deleted already is as it should be.
      const gone = error instanceof RequestError && error.problem.status === 404;
      if (!gone) setFailed(error as Error);
    }
    await client.invalidateQueries({ queryKey: [CONVERSATIONS] });
  };

  const rename = ({ id }: ConversationSummary, title: string) =>
    attempt(
      (all) => ({ ...all, pages: withTitle(all.pages, id, title) }),
      () => renameConversation(id, title === "" ? null : title, lang),
    );
  const remove = ({ id }: ConversationSummary) =>
    attempt(
      (all) => ({ ...all, pages: without(all.pages, id) }),
      () => deleteConversation(id, lang),
    );
  return { failed, rename, remove };
}
