import type { TFunction } from "i18next";

import type { Facet } from "../api/types";
import type { FacetName } from "./filters";

/** A value as it is read: 第75届会议 for 75; the server names committees and subjects. */
export function facetLabel(name: FacetName, { value, label }: Pick<Facet, "value" | "label">, t: TFunction): string {
  return name === "session" && /^\d+$/.test(value) ? t("symbol.session", { n: value }) : label;
}
