import { useQuery, useQueryClient } from "@tanstack/react-query";

import { ensureOwner, getKeptAnswer } from "../api/answers";
import { RequestError } from "../api/client";
import type { KeptAnswer } from "../api/types";
import { InternalLink } from "../app/InternalLink";
import { ProblemNotice } from "../app/ProblemNotice";
import { homeHref } from "../app/routes";
import { Screen } from "../app/Screen";
import { Waiting } from "../app/Waiting";
import { useLang } from "../i18n/useLang";
import { KeptAnswerView } from "./KeptAnswerView";
import { momentText } from "./moment";
import "../styles/chat.css";
import "../styles/model.css";
import "../styles/talk.css";

/** One answer under an address of its own: to be read by whoever was given the link. */
export default function AnswerScreen({ id }: { id: string }) {
  const { t, lang } = useLang();
  const queries = useQueryClient();
  const key = ["answer", id];
  const { data, error, refetch } = useQuery({
    queryKey: key,
    queryFn: async ({ signal }) => {
      // Who judges it is known by the same cookie as who asked it.
      await ensureOwner();
      return getKeptAnswer(id, lang, signal);
    },
    // What became of the library's text is told as it is now.
    staleTime: 0,
  });
  if (data) {
    return (
      <Screen title={data.question} lead={<Lead kept={data} />}>
        <KeptAnswerView
          kept={data}
          onMarked={(marks) => queries.setQueryData<KeptAnswer>(key, { ...data, ...marks })}
        />
      </Screen>
    );
  }
  if (error instanceof RequestError && error.problem.status === 404) return <Gone />;
  return (
    <Screen title={t("answers.heading")}>
      {error ? (
        <ProblemNotice error={error} onRetry={() => void refetch()} />
      ) : (
        <Waiting label={t("answers.loading")} lines={6} />
      )}
    </Screen>
  );
}

function Lead({ kept: { asked, shared } }: { kept: KeptAnswer }) {
  const { t, lang } = useLang();
  return (
    <>
      {t("answers.lead", { asked: momentText(asked, lang) })}
      {shared !== null && ` ${t("answers.sharedSince", { shared: momentText(shared, lang) })}`}
    </>
  );
}

function Gone() {
  const { t } = useLang();
  return (
    <Screen title={t("answers.gone")} lead={t("answers.goneWhy")}>
      <p role="alert" className="visually-hidden">
        {t("answers.gone")}
      </p>
      <InternalLink className="button is-primary" href={homeHref}>
        {t("answers.askAnew")}
      </InternalLink>
    </Screen>
  );
}
