import { Screen } from "../../app/Screen";
import { useLang } from "../../i18n/useLang";

/** Who is asked for what, and by when. */
export default function MandatesScreen() {
  const { t } = useLang();
  return (
    <Screen title={t("mandates.heading")}>
      <p className="state">{t("shell.coming")}</p>
    </Screen>
  );
}
