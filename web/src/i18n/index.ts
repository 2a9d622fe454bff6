import i18next, { type i18n } from "i18next";
import { initReactI18next } from "react-i18next";

import type { Lang } from "../api/types";
import type { Strings } from "./zh";

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

/** A language's strings are fetched when it is spoken: nobody waits for the other's. */
const STRINGS: Record<Lang, () => Promise<Strings>> = {
  zh: () => import("./zh").then(({ zh }) => zh),
  en: () => import("./en").then(({ en }) => en),
};

function announce(lang: string) {
  document.documentElement.lang = lang === "en" ? "en" : "zh-Hans";
}

export async function startI18n(): Promise<i18n> {
  const lang = firstLanguage();
  const translation = await STRINGS[lang]();
  i18next.on("languageChanged", announce);
  await i18next.use(initReactI18next).init({
    lng: lang,
    fallbackLng: false,
    resources: { [lang]: { translation } },
    // React escapes; doing it twice would show &lt; to the reader.
    interpolation: { escapeValue: false },
  });
  return i18next;
}

/** Speaks another language from now on; where its strings cannot be fetched, the one before. */
export async function chooseLanguage(lang: Lang): Promise<void> {
  if (!i18next.hasResourceBundle(lang, "translation")) {
    const strings = await STRINGS[lang]().catch(() => null);
    if (strings === null) return;
    i18next.addResourceBundle(lang, "translation", strings);
  }
  localStorage.setItem(REMEMBERED, lang);
  await i18next.changeLanguage(lang);
}
