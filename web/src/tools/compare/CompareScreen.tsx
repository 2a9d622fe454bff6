import { Screen } from "../../app/Screen";
import { useLang } from "../../i18n/useLang";

/** Two resolutions held against each other. */
export default function CompareScreen({ a, b }: { a: string | null; b: string | null }) {
  const { t } = useLang();
  return (
    <Screen title={t("compare.heading")} lead={[a, b].filter((one) => one !== null).join(" · ")}>
      <p className="state">{t("shell.coming")}</p>
    </Screen>
  );
}
