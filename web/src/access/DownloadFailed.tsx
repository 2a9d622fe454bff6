import { useSyncExternalStore } from "react";

import { localProblem, RequestError } from "../api/client";
import { problemText } from "../i18n/problems";
import { useLang } from "../i18n/useLang";
import { failedDownload } from "./downloading";

/** Says that a file did not come; the link it was asked by may be gone. */
export function DownloadFailed() {
  const { t } = useLang();
  const error = useSyncExternalStore(failedDownload.subscribe, failedDownload.get);
  if (error === null) return null;
  const problem = error instanceof RequestError ? error.problem : localProblem("unreadable");
  return (
    <p>
      {t("key.notSaved")} {problemText(problem, t)}{" "}
      <button type="button" className="button is-quiet" onClick={() => failedDownload.set(null)}>
        {t("reader.close")}
      </button>
    </p>
  );
}
