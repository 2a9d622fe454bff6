import { Download } from "../access/Download";
import type { Resolution } from "../api/types";
import { useLang } from "../i18n/useLang";
import { dayLabel } from "../text/dates";
import { langTag } from "../text/language";
import type { Around } from "./around";

interface Props {
  versions: readonly Resolution[];
  /** What is known of each, in any order, as far as it has come. */
  around: readonly (Around | undefined)[];
}

/** What fitted nowhere, and where the text is from. */
export function ResolutionTail({ versions, around }: Props) {
  const { lang } = useLang();
  return (
    <footer className="resolution-tail" lang={langTag(lang)}>
      {versions.map((version) => (
        <VersionTail
          key={version.lang}
          version={version}
          file={around.find((one) => one?.lang === version.lang)?.source ?? null}
          isOnly={versions.length === 1}
        />
      ))}
    </footer>
  );
}

interface VersionProps {
  version: Resolution;
  /** Its file, once it is known whether that is kept. */
  file: Around["source"] | null;
  isOnly: boolean;
}

function VersionTail({ version: { source, unplaced, lang }, file, isOnly }: VersionProps) {
  const { t, lang: ours } = useLang();
  const which = isOnly ? "" : `${t(`reader.version.${lang}`)} · `;
  return (
    <>
      {unplaced.length > 0 && (
        <details className="unplaced">
          <summary>
            {which}
            {t("reader.unplaced", { count: unplaced.length })}
          </summary>
          <p>{t("reader.unplacedWhy")}</p>
          <ul lang={langTag(lang, unplaced.join(""))}>
            {unplaced.map((line, index) => (
              <li key={index}>{line}</li>
            ))}
          </ul>
        </details>
      )}
      <p>
        {which}
        {t("reader.source", { name: source.name })} · SHA-256 <code>{source.sha256.slice(0, 12)}…</code>
        {source.retrieved !== null && <> · {t("reading.retrieved", { day: dayLabel(source.retrieved, ours) })}</>}
        <span className="source-file">
          {file !== null &&
            (file.href === null ? (
              t("reading.fileNotKept")
            ) : (
              <Download href={file.href}>{t("reading.file")}</Download>
            ))}
        </span>
      </p>
    </>
  );
}
