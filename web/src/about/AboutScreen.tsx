import { Screen } from "../app/Screen";
import { useLang } from "../i18n/useLang";

/** What this page is, whose texts it shows, and where questions go. */
export default function AboutScreen() {
  const { t } = useLang();
  return (
    <Screen title={t("about.heading")}>
      <p>{t("app.footer")}</p>
    </Screen>
  );
}
