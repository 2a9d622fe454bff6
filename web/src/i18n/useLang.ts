import { useTranslation } from "react-i18next";

import type { Lang } from "../api/types";

/** The translator and the language it speaks. */
export function useLang() {
  const { t, i18n } = useTranslation();
  const lang: Lang = i18n.language === "en" ? "en" : "zh";
  return { t, lang };
}
