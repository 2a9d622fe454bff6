import { useId } from "react";

import { useLang } from "../i18n/useLang";

/** The server takes no more. */
const LONGEST = 200;

/** Looks for words in titles, questions and answers while they are typed. */
export function SearchBox({ typed, onType }: { typed: string; onType: (typed: string) => void }) {
  const { t } = useLang();
  const id = useId();
  return (
    <div className="kept-search">
      <label className="visually-hidden" htmlFor={id}>
        {t("conversations.search")}
      </label>
      <input
        id={id}
        type="search"
        className="field"
        maxLength={LONGEST}
        autoComplete="off"
        spellCheck={false}
        placeholder={t("conversations.search")}
        value={typed}
        onChange={(event) => onType(event.target.value)}
      />
    </div>
  );
}
