import type { TFunction } from "i18next";

import type { CitedNow, KeptAnswer } from "../api/types";
import { chipsNameResolution } from "../chat/chips";
import { citationLabel } from "../i18n/labels";

/** What became of the paragraphs an answer cites, in one sentence; null where it cites none. */
export function changesText({ answer, cited }: Pick<KeptAnswer, "answer" | "cited">, t: TFunction): string | null {
  if (cited.length === 0) return null;
  const named = chipsNameResolution(answer.citations, answer.understood);
  const places = (state: CitedNow["state"]) => {
    const ns = new Set(cited.filter((one) => one.state === state).map(({ n }) => n));
    const labels = answer.citations.filter(({ n }) => ns.has(n)).map((one) => citationLabel(one, named, t));
    return [...new Set(labels)].join(t("answers.joint"));
  };
  const changed = places("changed");
  const gone = places("gone");
  const changes = [
    changed !== "" && t("answers.changedParts", { places: changed }),
    gone !== "" && t("answers.goneParts", { places: gone }),
  ].filter((part) => part !== false);
  if (changes.length === 0) return t("answers.same", { count: cited.length });
  return t("answers.notSame", { changes: changes.join(t("answers.and")) });
}
