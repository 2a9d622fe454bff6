import type { IngestResult } from "../../api/types";
import { InternalLink } from "../../app/InternalLink";
import { resolutionHref } from "../../app/routes";
import { useLang } from "../../i18n/useLang";

/** What became of a file, or of one resolution in it: a link to it, or the reason of the refusal. */
export function ResultLine({ result, named }: { result: IngestResult; named: boolean }) {
  const { t, lang } = useLang();
  const { outcome, symbol, line, name } = result;
  const reason = lang === "en" ? result.reason_en : result.reason_zh;
  const doubts = [
    result.inferred > 0 && t("library.upload.inferred", { count: result.inferred }),
    result.unplaced > 0 && t("library.upload.unplaced", { count: result.unplaced }),
  ].filter((one) => one !== false);
  return (
    <p className={outcome === "refused" ? "upload-result is-refused" : "upload-result"}>
      {named && (
        <>
          <bdi>{name}</bdi>{" "}
        </>
      )}
      {t(`library.upload.outcome.${outcome}`)}{" "}
      {symbol !== null && (
        <InternalLink href={resolutionHref(symbol, { view: result.lang })}>{symbol}</InternalLink>
      )}
      {outcome === "refused" && (
        <>
          {reason}
          {line !== null && t("library.upload.line", { line })}
        </>
      )}
      {doubts.length > 0 && <span className="facts"> {doubts.join(t("library.upload.joint"))}</span>}
    </p>
  );
}
