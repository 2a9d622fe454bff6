import type { Statement } from "../api/types";
import { useLang } from "../i18n/useLang";

/** That a sentence is a model's and passed its checks; nothing on what is the source's or ours. */
export function CheckedTag({ kind, verification }: Pick<Statement, "kind" | "verification">) {
  const { t } = useLang();
  if (verification === "repaired") return <small className="tag is-calm">{t("generation.repaired")}</small>;
  if (kind !== "fact") return null;
  return <small className="tag is-calm">{t("generation.checked")}</small>;
}
