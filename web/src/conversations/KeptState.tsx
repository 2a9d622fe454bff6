import { ProblemNotice } from "../app/ProblemNotice";
import { InternalLink } from "../app/InternalLink";
import { homeHref } from "../app/routes";
import { Titled } from "../app/Titled";
import { Waiting } from "../app/Waiting";
import { useLang } from "../i18n/useLang";
import "../styles/conversations.css";
import type { Kept } from "./useKept";

/** What stands in a conversation's place while it is fetched, or where there is none. */
export function KeptState({ kept }: { kept: Exclude<Kept, { kind: "shown" }> }) {
  const { t } = useLang();
  if (kept.kind === "loading") {
    return (
      <div className="kept-state">
        <Waiting label={t("conversations.opening")} lines={6} />
      </div>
    );
  }
  if (kept.kind === "failed") {
    return (
      <div className="kept-state">
        <h1>{t("conversations.notFetched")}</h1>
        <ProblemNotice error={kept.error} onRetry={kept.retry} />
      </div>
    );
  }
  return (
    <div className="kept-state" role="alert">
      <Titled subject={t("conversations.missing")} />
      <h1>{t("conversations.missing")}</h1>
      <p>{t("conversations.missingWhy")}</p>
      <p>
        <InternalLink className="button is-primary" href={homeHref}>
          {t("conversations.askAnew")}
        </InternalLink>
      </p>
    </div>
  );
}
