import type { IngestResult } from "../../api/types";
import { useLang } from "../../i18n/useLang";
import { fileSize } from "./fileSize";
import { ResultLine } from "./ResultLine";
import type { Chosen, Upload } from "./uploading";

interface Props {
  file: Chosen;
  upload: Upload;
  /** How much of it has left, 0 to 1. */
  sent: number;
  results: readonly IngestResult[];
  limit: number;
  onRemove: () => void;
}

/** A file: its name, how far it has come, what became of it. */
export function FileRow({ file, upload, sent, results, limit, onRemove }: Props) {
  const { t, lang } = useLang();
  const { phase } = upload;
  const state = stateOf(file, phase, sent, results.length > 0);
  return (
    <li className="upload-file">
      <p className="upload-name">
        <bdi>{file.name}</bdi> <span className="facts">{fileSize(file.size, lang)}</span>
      </p>
      {phase === "choosing" && (
        <button
          type="button"
          className="button is-quiet"
          aria-label={t("library.upload.removeFile", { name: file.name })}
          onClick={onRemove}
        >
          {t("library.upload.remove")}
        </button>
      )}
      {phase === "sending" && !file.tooLarge && (
        <progress
          value={sent}
          max={1}
          aria-label={t("library.upload.sendingFile", { name: file.name })}
        />
      )}
      {file.tooLarge ? (
        <p className="field-problem">{t("library.upload.tooLarge", { limit: fileSize(limit, lang) })}</p>
      ) : (
        results.length === 0 && state && <p className="facts">{t(`library.upload.state.${state}`)}</p>
      )}
      {results.map((result, index) => (
        <ResultLine key={index} result={result} named={result.name.includes("/")} />
      ))}
    </li>
  );
}

/** What is said of a file that has no result yet. */
function stateOf(file: Chosen, phase: Upload["phase"], sent: number, known: boolean) {
  if (known || file.tooLarge || phase === "choosing") return null;
  if (phase === "sending") return sent >= 1 ? "sent" : sent > 0 ? "sending" : "waiting";
  return phase === "reading" ? "waiting" : "notTaken";
}
