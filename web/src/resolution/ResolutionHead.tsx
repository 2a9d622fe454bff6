import type { Resolution } from "../api/types";
import { symbolLabel } from "../i18n/labels";
import { useLang } from "../i18n/useLang";
import { langTag } from "../text/language";
import { useReading } from "./reading";

interface Props {
  versions: readonly Resolution[];
}

/** Symbol and title, the title in every language shown. */
export function ResolutionHead({ versions }: Props) {
  const { t, lang } = useLang();
  const { symbol, tags } = useReading();
  const titled = versions.some(({ title }) => title !== "");
  return (
    <header className="resolution-head">
      <p className="symbol">{symbol}</p>
      <h2>
        <span className={titled ? "visually-hidden" : undefined} lang={langTag(lang)}>
          {symbolLabel(symbol, t)}{" "}
        </span>
        {versions.map(({ title }, index) => (
          <span key={index} className="title" lang={tags[index]}>
            {title}
          </span>
        ))}
      </h2>
    </header>
  );
}

const NOTED = ["operative", "symbol", "title"] as const;

/** What the reader has to know of the text as a whole before trusting it. */
export function Notices({ versions }: Props) {
  const { t, lang } = useLang();
  const noted = NOTED.filter((what) => versions.some(({ inferred }) => inferred.includes(what)));
  if (noted.length === 0) return null;
  return (
    <ul className="notice" lang={langTag(lang)}>
      {noted.map((what) => (
        <li key={what}>{t(`reader.notice.${what}`)}</li>
      ))}
    </ul>
  );
}
