import { useLang } from "../i18n/useLang";
import { InternalLink } from "./InternalLink";
import { homeHref, libraryHref } from "./routes";
import { Screen } from "./Screen";

/** An address that leads nowhere. */
export function NotFound() {
  const { t } = useLang();
  return (
    <Screen title={t("app.notFound")} lead={t("shell.notFoundLead")}>
      <p className="screen-links">
        <InternalLink className="button is-primary" href={homeHref}>
          {t("app.home")}
        </InternalLink>
        <InternalLink className="button" href={libraryHref}>
          {t("shell.toLibrary")}
        </InternalLink>
      </p>
    </Screen>
  );
}
