import { useEffect } from "react";

import { useLang } from "../i18n/useLang";

/** Names the browser's tab: `subject · 决议问答`; null leaves the page's own title. */
export function useTitle(subject: string | null) {
  const { t } = useLang();
  const named = subject === null ? null : subject.charAt(0).toUpperCase() + subject.slice(1);
  const title = named === null ? t("app.documentTitle") : t("shell.title", { subject: named });
  useEffect(() => {
    document.title = title;
  }, [title]);
}
