import { useId } from "react";

import { useLang } from "../../i18n/useLang";
import { fileSize } from "./fileSize";
import type { Limits } from "./uploading";

/** What the server reads; it decides by the bytes, this only guides the file dialog. */
const ACCEPTED = ".txt,.pdf,.docx,.html,.htm,.zip";

interface Props {
  limits: Limits;
  over: boolean;
  onFiles: (files: readonly File[]) => void;
}

/** A field to drop files on, which is the button that opens the system's dialog too. */
export function ChooseFiles({ limits, over, onFiles }: Props) {
  const { t, lang } = useLang();
  const id = useId();
  return (
    <div className={over ? "drop-field is-over" : "drop-field"}>
      <input
        id={id}
        className="visually-hidden"
        type="file"
        multiple
        accept={ACCEPTED}
        aria-describedby={`${id}-limits`}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          // The same file may be chosen again once it was removed.
          event.target.value = "";
        }}
      />
      <label htmlFor={id} className="button">
        {t("library.upload.choose")}
      </label>
      <p>{t("library.upload.orDrop")}</p>
      <p id={`${id}-limits`} className="facet-note">
        {t("library.upload.limits", {
          count: limits.files,
          each: fileSize(limits.file_bytes, lang),
          all: fileSize(limits.total_bytes, lang),
        })}
      </p>
    </div>
  );
}
