import { chooseLanguage } from "../i18n";
import { useLang } from "../i18n/useLang";
import { InternalLink } from "./InternalLink";
import { aboutHref } from "./routes";
import { THEMES, themeFrom, useTheme } from "./theme";

/** Language, light and dark, and what this page is. */
export function Preferences({ onFollowed }: { onFollowed?: (() => void) | undefined }) {
  const { t, lang } = useLang();
  const [theme, chooseTheme] = useTheme();
  return (
    <div className="preferences">
      <button
        type="button"
        className="preference"
        lang={lang === "zh" ? "en" : "zh-Hans"}
        aria-label={t("app.switchLanguageLabel")}
        onClick={() => void chooseLanguage(lang === "zh" ? "en" : "zh")}
      >
        {t("app.switchLanguage")}
      </button>
      <label className="preference">
        <span className="preference-sign" aria-hidden="true">
          ◐
        </span>
        <span className="visually-hidden">{t("shell.theme.label")}</span>
        <select value={theme} onChange={(event) => chooseTheme(themeFrom(event.target.value))}>
          {THEMES.map((one) => (
            <option key={one} value={one}>
              {t(`shell.theme.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <InternalLink className="preference" href={aboutHref} onClick={onFollowed}>
        {t("shell.about")}
      </InternalLink>
    </div>
  );
}
