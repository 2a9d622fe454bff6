import type { TFunction } from "i18next";

import { useLang } from "../../i18n/useLang";
import { tally, type Upload } from "./uploading";

/** The upload as a whole, in a sentence that a screen reader hears when it changes. */
export function UploadStatus({ upload, files }: { upload: Upload; files: number }) {
  const { t } = useLang();
  const { phase, step, ended } = upload;
  const said = sentence(upload, files, t);
  return (
    <div className="upload-status">
      <p role="status" className={ended === "failed" ? "visually-hidden" : undefined}>
        {said}
      </p>
      {phase === "reading" && (
        <progress
          aria-label={said}
          {...(step !== null && step.total > 0 && { value: step.done, max: step.total })}
        />
      )}
    </div>
  );
}

function sentence({ phase, step, ended, results }: Upload, files: number, t: TFunction): string {
  if (phase === "choosing") return "";
  if (phase === "sending") return t("library.upload.sending", { count: files });
  if (phase === "reading") {
    // How far it is would be said at every file; the bar beside shows it.
    return step === null || step.step === "reading" ? t("library.upload.reading") : t("library.upload.indexing");
  }
  const { taken, unchanged, refused } = tally(results);
  const parts = [
    taken > 0 && t("library.upload.taken", { count: taken }),
    unchanged > 0 && t("library.upload.unchanged", { count: unchanged }),
    refused > 0 && t("library.upload.refused", { count: refused }),
  ].filter((part) => part !== false);
  const whole = parts.join(t("library.upload.joint"));
  return t(`library.upload.ended.${ended ?? "done"}`, { whole: whole === "" ? t("library.upload.nothing") : whole });
}
