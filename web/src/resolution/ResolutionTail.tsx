import type { Resolution } from "../api/types";
import { useLang } from "../i18n/useLang";
import { langTag } from "../text/language";

/** What fitted nowhere, and where the text is from. */
export function ResolutionTail({ versions }: { versions: readonly Resolution[] }) {
  const { lang } = useLang();
  return (
    <footer className="resolution-tail" lang={langTag(lang)}>
      {versions.map((version) => (
        <VersionTail key={version.lang} version={version} isOnly={versions.length === 1} />
      ))}
    </footer>
  );
}

function VersionTail({ version: { source, unplaced, lang }, isOnly }: { version: Resolution; isOnly: boolean }) {
  const { t } = useLang();
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
      </p>
    </>
  );
}
