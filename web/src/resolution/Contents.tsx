import { placeLabel } from "../i18n/labels";
import { useLang } from "../i18n/useLang";
import { langTag } from "../text/language";
import { contents, type Entry, type Part } from "./outline";
import { PlaceLink } from "./PlaceLink";
import { headingLines } from "./pieces";
import { annexOf } from "./places";
import { useReading } from "./reading";

/** Where annexes and sections begin; a resolution of two parts needs no such list. */
export function Contents({ parts }: { parts: readonly Part[] }) {
  const { t, lang } = useLang();
  const entries = contents(parts);
  if (entries.length === 0) return null;
  return (
    <nav className="contents" aria-labelledby="contents" lang={langTag(lang)}>
      <h3 id="contents">{t("reader.contents")}</h3>
      <ul>
        {entries.map((entry) => (
          <li key={`${entry.kind} ${entry.row.place}`} data-level={entry.level}>
            <PlaceLink place={entry.row.place}>
              <EntryText entry={entry} />
            </PlaceLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function EntryText({ entry: { kind, row } }: { entry: Entry }) {
  const { t, lang } = useLang();
  const { tags, langs } = useReading();
  if (kind === "preamble" || kind === "operative" || kind === "footnotes") return t(`reader.${kind}`);
  // Side by side, in the reader's language where there is one.
  const ours = langs.indexOf(lang);
  const at = row.versions[ours] ? ours : row.versions.findIndex((version) => version !== null);
  const text = row.versions[at]?.text ?? "";
  const words = (
    <span className="words" lang={tags[at]}>
      {kind === "annex" ? text.split("\n").slice(1, headingLines(text)).join(" ") : text.split("\n")[0]}
    </span>
  );
  if (kind !== "annex") return words;
  return (
    <>
      <span className="part-name">{placeLabel(annexOf(row.place) ?? row.place, t)}</span> {words}
    </>
  );
}
