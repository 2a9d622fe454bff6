import { useLang } from "../i18n/useLang";
import { InternalLink } from "./InternalLink";
import { homeHref } from "./routes";

/** The page's name, Chinese in both languages, and what it is. */
export function Wordmark() {
  const { t } = useLang();
  return (
    <InternalLink className="wordmark" href={homeHref}>
      <span lang="zh-Hans">{t("app.name")}</span>
      <small>{t("shell.subtitle")}</small>
    </InternalLink>
  );
}
