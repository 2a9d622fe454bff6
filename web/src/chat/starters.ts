import type { TFunction } from "i18next";

import type { Summary } from "../api/types";
import { symbolNumber } from "../i18n/labels";

/** First questions about what the library really holds, the latest resolution before others. */
export function starters(resolutions: readonly Summary[], t: TFunction): string[] {
  const [latest, other] = [...resolutions].sort((a, b) => (b.date ?? "").localeCompare(a.date ?? ""));
  if (!latest) return [];
  const symbol = symbolNumber(latest.symbol);
  return [
    t("starters.directives", { symbol }),
    t("starters.decisions", { symbol }),
    t("starters.adopted", { symbol: symbolNumber((other ?? latest).symbol) }),
    other
      ? t("starters.compare", { a: symbolNumber(other.symbol), b: symbol })
      : t("starters.library"),
  ];
}
