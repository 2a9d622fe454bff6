import { useLang } from "../i18n/useLang";
import { InternalLink } from "./InternalLink";
import { homeHref } from "./routes";

/** The page's name, the same in both languages. */
export function Wordmark() {
  const { t } = useLang();
  return (
    <InternalLink className="wordmark" href={homeHref}>
      <span lang="zh-Hans">{t("app.name")}</span>
    </InternalLink>
  );
}
