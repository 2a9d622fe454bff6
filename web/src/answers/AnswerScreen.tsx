import { Screen } from "../app/Screen";
import { useLang } from "../i18n/useLang";

/** One answer under an address of its own. */
export default function AnswerScreen({ id }: { id: string }) {
  const { t } = useLang();
  return (
    <Screen title={t("answers.heading")} lead={id}>
      <p className="state">{t("shell.coming")}</p>
    </Screen>
  );
}
