import { RequestError } from "../api/client";
import { Waiting } from "../app/Waiting";
import { problemText } from "../i18n/problems";
import { useLang } from "../i18n/useLang";
import type { useConversations } from "./useConversations";

interface Props {
  query: ReturnType<typeof useConversations>;
  found: number;
  words: string;
  online: boolean;
}

/** What is to be said of the list besides its rows: that it is coming, is empty, was not fetched. */
export function ListState({ query, found, words, online }: Props) {
  const { t } = useLang();
  const { isPending, error, refetch } = query;
  if (error) {
    return (
      <div className="kept-problem" role="alert">
        <p>{error instanceof RequestError ? problemText(error.problem, t) : t("conversations.notFetched")}</p>
        <button type="button" className="button" onClick={() => void refetch()}>
          {t("reply.retry")}
        </button>
      </div>
    );
  }
  if (isPending) return online ? <Waiting label={t("conversations.loading")} /> : <p>{t("conversations.offline")}</p>;
  const searched = words !== "";
  if (found === 0 && !searched) return <p className="kept-note">{t("conversations.none")}</p>;
  return (
    <p className={found === 0 ? "kept-note" : "visually-hidden"} role="status">
      {searched && (found === 0 ? t("conversations.noMatch", { words }) : t("conversations.found", { count: found }))}
    </p>
  );
}
