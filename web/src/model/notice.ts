import type { TFunction } from "i18next";

import type { About } from "../api/types";

/** What the page says of a question before it is asked. */
export interface Notice {
  /** Who writes the answer, and where the question goes: the line that is always there. */
  sentences: string[];
  /** What is sent and kept, for who wants to know more. */
  more: string[];
  /** Whether anything goes further than the server that the page talks to. */
  leaves: boolean;
}

/** The notice for an assistant as it is set up, and for what the reader chose. */
export function noticeOf(about: About, extractsOnly: boolean, t: TFunction): Notice {
  const model = extractsOnly ? null : about.model;
  const sent = about.destinations.filter(({ what }) => what !== "llm" || model !== null);
  const goes = sent.map(({ what, host }) => t(`notice.goes.${what}`, { host }));
  return {
    sentences: [
      model === null ? t("notice.quoted") : t("notice.phrased", { model }),
      ...(goes.length > 0 ? goes : [t(model === null ? "notice.stays" : "notice.staysWithModel")]),
    ],
    more: [
      ...(model === null ? [] : [t("notice.given")]),
      ...(about.model !== null && extractsOnly ? [t("notice.notAsked", { model: about.model })] : []),
      about.conversation_days === 0 ? t("notice.keptForEver") : t("notice.kept", { count: about.conversation_days }),
      t("notice.logs"),
    ],
    leaves: sent.length > 0,
  };
}
