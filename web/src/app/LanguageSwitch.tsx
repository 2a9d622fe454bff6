import { chooseLanguage } from "../i18n";
import { useLang } from "../i18n/useLang";

export function LanguageSwitch() {
  const { t, lang } = useLang();
  return (
    <button
      type="button"
      className="preference"
      lang={lang === "zh" ? "en" : "zh-Hans"}
      aria-label={t("app.switchLanguageLabel")}
      onClick={() => void chooseLanguage(lang === "zh" ? "en" : "zh")}
    >
      {t("app.switchLanguage")}
    </button>
  );
}
