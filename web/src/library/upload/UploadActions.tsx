import { useLang } from "../../i18n/useLang";
import type { Upload } from "./uploading";

interface Props {
  phase: Upload["phase"];
  /** How many would be sent. */
  files: number;
  excess: boolean;
  onCancel: () => void;
  onStart: () => void;
}

export function UploadActions({ phase, files, excess, onCancel, onStart }: Props) {
  const { t } = useLang();
  if (phase === "over") return null;
  if (phase !== "choosing") {
    return (
      <div className="dialog-actions">
        <button type="button" className="button" onClick={onCancel}>
          {t("library.upload.cancel")}
        </button>
      </div>
    );
  }
  if (files === 0) return null;
  return (
    <div className="dialog-actions">
      <button type="button" className="button is-primary" disabled={excess} onClick={onStart}>
        {t("library.upload.start", { count: files })}
      </button>
    </div>
  );
}
