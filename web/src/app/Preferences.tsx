import { ForgetKey } from "../access/ForgetKey";
import { useLang } from "../i18n/useLang";
import { InternalLink } from "./InternalLink";
import { LanguageSwitch } from "./LanguageSwitch";
import { aboutHref } from "./routes";
import { THEMES, themeFrom, useTheme } from "./theme";

/** Language, light and dark, what this page is, and the key it reads by. */
export function Preferences({ onFollowed }: { onFollowed?: (() => void) | undefined }) {
  const { t } = useLang();
  const [theme, chooseTheme] = useTheme();
  return (
    <div className="preferences">
      <LanguageSwitch />
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
      <ForgetKey className="preference" />
    </div>
  );
}
