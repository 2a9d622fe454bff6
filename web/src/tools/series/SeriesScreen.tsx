import { Screen } from "../../app/Screen";
import { useLang } from "../../i18n/useLang";

/** What became of a subject over the sessions. */
export default function SeriesScreen({ symbol }: { symbol: string | null }) {
  const { t } = useLang();
  return (
    <Screen title={t("series.heading")} lead={symbol}>
      <p className="state">{t("shell.coming")}</p>
    </Screen>
  );
}
