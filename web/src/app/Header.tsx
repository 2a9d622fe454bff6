import type { MouseEvent } from "react";
import { chooseLanguage } from "../i18n";
import { useLang } from "../i18n/useLang";
import { InternalLink } from "./InternalLink";
import { homeHref, libraryHref } from "./routes";

interface Props {
  libraryOpen: boolean;
  onNew: () => void;
}

/** The browser's own jump to a fragment loses the focus when the route is drawn again meanwhile. */
function skipToQuestion(event: MouseEvent<HTMLAnchorElement>) {
  const box = document.getElementById("question");
  if (box === null) return;
  event.preventDefault();
  box.focus();
}

export function Header({ libraryOpen, onNew }: Props) {
  const { t, lang } = useLang();
  return (
    <header className="top">
      <a className="skip" href="#question" onClick={skipToQuestion}>
        {t("app.skip")}
      </a>
      <InternalLink className="wordmark" href={homeHref}>
        <span lang="zh-Hans">{t("app.name")}</span>
        <small>{t("app.subtitle")}</small>
      </InternalLink>
      <nav>
        <InternalLink
          className="button is-quiet"
          href={libraryHref}
          aria-current={libraryOpen ? "page" : undefined}
        >
          {t("app.library")}
        </InternalLink>
        <button type="button" className="button is-quiet" onClick={onNew}>
          {t("app.newConversation")}
        </button>
        <button
          type="button"
          className="button is-quiet"
          lang={lang === "zh" ? "en" : "zh-Hans"}
          aria-label={t("app.switchLanguageLabel")}
          onClick={() => void chooseLanguage(lang === "zh" ? "en" : "zh")}
        >
          {t("app.switchLanguage")}
        </button>
      </nav>
    </header>
  );
}
