import { useId } from "react";

import { useLang } from "../i18n/useLang";
import type { useFilters } from "./useFilters";

interface Props {
  looking: ReturnType<typeof useFilters>;
  /** The id of what changes while one types. */
  controls: string;
}

/** The server takes no more. */
const LONGEST = 200;

/** Looks for titles, symbols and words while they are typed; half of a Chinese syllable is not looked for. */
export function SearchField({ looking, controls }: Props) {
  const { t } = useLang();
  const id = useId();
  return (
    <div className="library-field">
      <label htmlFor={id}>{t("library.search")}</label>
      <input
        id={id}
        type="search"
        className="field"
        aria-controls={controls}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        enterKeyHint="search"
        maxLength={LONGEST}
        placeholder={t("library.searchExample")}
        value={looking.typed}
        onChange={(event) => looking.setTyped(event.target.value)}
        onCompositionStart={() => looking.setComposing(true)}
        onCompositionEnd={() => looking.setComposing(false)}
      />
    </div>
  );
}
