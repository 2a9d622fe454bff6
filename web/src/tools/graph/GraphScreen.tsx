import { Screen } from "../../app/Screen";
import { useLang } from "../../i18n/useLang";

/** Who mentions whom, drawn. */
export default function GraphScreen({ symbol }: { symbol: string | null }) {
  const { t } = useLang();
  return (
    <Screen title={t("graph.heading")} lead={symbol}>
      <p className="state">{t("shell.coming")}</p>
    </Screen>
  );
}
