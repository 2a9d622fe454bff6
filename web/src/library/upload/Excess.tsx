import { useLang } from "../../i18n/useLang";
import type { tooMuch } from "./uploading";

/** More than the server takes at once. */
export function Excess({ what, files }: { what: NonNullable<ReturnType<typeof tooMuch>>; files: number }) {
  const { t } = useLang();
  return (
    <p className="field-problem" role="alert">
      {what === "files" ? t("library.upload.tooManyFiles", { count: files }) : t("library.upload.tooManyBytes")}
    </p>
  );
}
