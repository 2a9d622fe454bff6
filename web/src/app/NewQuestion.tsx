import type { MouseEvent } from "react";

import { useLang } from "../i18n/useLang";
import { InternalLink } from "./InternalLink";
import { homeHref } from "./routes";

/** Begins a conversation; in a new tab, where the reader asks for one. */
export function NewQuestion({ className, onNew }: { className: string; onNew: () => void }) {
  const { t } = useLang();
  const startAnew = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    onNew();
  };
  return (
    <InternalLink className={className} href={homeHref} onClick={startAnew}>
      {t("app.newConversation")}
    </InternalLink>
  );
}
