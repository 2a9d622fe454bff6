import { useDeferredValue, useId, useState } from "react";
import { usePathname } from "wouter/use-browser-location";

import { RequestError } from "../api/client";
import { screenOf } from "../app/routes";
import { useOnline } from "../app/useEnvironment";
import { problemText } from "../i18n/problems";
import { useLang } from "../i18n/useLang";
import "../styles/conversations.css";
import { useChanges } from "./changes";
import { Groups } from "./Groups";
import { HowKept } from "./HowKept";
import { ListState } from "./ListState";
import { SearchBox } from "./SearchBox";
import { useConversations } from "./useConversations";

interface Props {
  /** The conversation that the page holds; null for one not asked anything yet. */
  current: string | null;
  /** Told when one was chosen, so that a phone's menu closes. */
  onFollowed?: (() => void) | undefined;
}

/** The conversations kept for this browser, in the navigation. */
export default function ConversationList({ current, onFollowed }: Props) {
  const { t } = useLang();
  const [typed, setTyped] = useState("");
  const words = useDeferredValue(typed.trim());
  const query = useConversations(words);
  const changes = useChanges();
  const label = useId();
  const { kind } = screenOf(usePathname(), "", "");
  // A resolution may stand beside it.
  const shown = kind === "chat" || kind === "resolution" ? current : null;
  const online = useOnline();
  const pages = query.data?.pages ?? [];
  const total = pages.at(-1)?.total ?? 0;
  const all = pages.flatMap((page) => page.conversations);

  return (
    <nav className="kept-list" aria-labelledby={label} aria-busy={query.isFetching}>
      <p className="kept-heading" id={label}>
        {t("conversations.heading")}
      </p>
      {(total > 0 || typed !== "") && <SearchBox typed={typed} onType={setTyped} />}
      {changes.failed && (
        <p className="kept-problem" role="alert">
          {t("conversations.notChanged")}{" "}
          {changes.failed instanceof RequestError && problemText(changes.failed.problem, t)}
        </p>
      )}
      <ListState query={query} found={total} words={words} online={online} />
      <Groups conversations={all} shown={shown} changes={changes} onFollowed={onFollowed} />
      {query.hasNextPage && (
        <button
          type="button"
          className="button is-quiet kept-earlier"
          disabled={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t("conversations.earlier")}
        </button>
      )}
      {total > 0 && words === "" && <HowKept total={total} />}
    </nav>
  );
}
