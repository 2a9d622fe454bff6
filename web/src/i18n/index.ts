import i18next, { type i18n } from "i18next";
import { initReactI18next } from "react-i18next";

import type { Lang } from "../api/types";
import { en } from "./en";
import { zh, type Strings } from "./zh";

declare module "i18next" {
  interface CustomTypeOptions {
    resources: { translation: Strings };
  }
}

const REMEMBERED = "resolution-assistant.lang";

/** The language chosen before, else the browser's where it is ours, else Chinese. */
function firstLanguage(): Lang {
  const remembered = localStorage.getItem(REMEMBERED);
  if (remembered === "zh" || remembered === "en") return remembered;
  const ours = navigator.languages.find((tag) => /^(zh|en)\b/.test(tag));
  return ours?.startsWith("en") ? "en" : "zh";
}

function announce(lang: string) {
  document.documentElement.lang = lang === "en" ? "en" : "zh-Hans";
}

export async function startI18n(): Promise<i18n> {
  i18next.on("languageChanged", announce);
  await i18next.use(initReactI18next).init({
    lng: firstLanguage(),
    fallbackLng: "zh",
    resources: { zh: { translation: zh }, en: { translation: en } },
    // React escapes; doing it twice would show &lt; to the reader.
    interpolation: { escapeValue: false },
  });
  return i18next;
}

export async function chooseLanguage(lang: Lang): Promise<void> {
  localStorage.setItem(REMEMBERED, lang);
  await i18next.changeLanguage(lang);
}
