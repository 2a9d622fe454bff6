import type { Citation } from "../api/types";
import { shortPlaceLabel } from "../i18n/labels";
import { useLang } from "../i18n/useLang";
import { langTag } from "../text/language";

interface Props {
  citation: Citation;
  /** Whether the sentence cites nothing else, so that the place needs no naming. */
  only: boolean;
}

/** The same paragraph in the other language, folded. */
export function ParallelText({ citation: { parallel, paragraph }, only }: Props) {
  const { t } = useLang();
  if (parallel === null) return null;
  const version = t(`reader.version.${parallel.lang}`);
  return (
    <details className="parallel">
      <summary>{only ? version : `${version} · ${shortPlaceLabel(paragraph, t)}`}</summary>
      <p className="words" lang={langTag(parallel.lang, parallel.text)}>
        {parallel.text}
      </p>
    </details>
  );
}
