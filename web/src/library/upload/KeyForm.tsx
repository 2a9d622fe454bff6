import { useEffect, useId, useRef, useState } from "react";

import { useLang } from "../../i18n/useLang";

interface Props {
  wrong: boolean;
  onEntered: (key: string) => void;
}

/** Asks for the key once; it stays with this tab alone. */
export function KeyForm({ wrong, onEntered }: Props) {
  const { t } = useLang();
  const [typed, setTyped] = useState("");
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  useEffect(() => input.current?.focus(), []);
  return (
    <form
      className="key-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.trim() !== "") onEntered(typed.trim());
      }}
    >
      <p id={`${id}-why`}>{t("library.upload.keyWhy")}</p>
      <label htmlFor={id}>{t("library.upload.key")}</label>
      <input
        ref={input}
        id={id}
        className="field"
        type="password"
        autoComplete="off"
        value={typed}
        aria-describedby={wrong ? `${id}-wrong` : `${id}-why`}
        aria-invalid={wrong}
        onChange={(event) => setTyped(event.target.value)}
      />
      {wrong && (
        <p id={`${id}-wrong`} className="field-problem" role="alert">
          {t("library.upload.keyWrong")}
        </p>
      )}
      <button type="submit" className="button is-primary" disabled={typed.trim() === ""}>
        {t("library.upload.keyEnter")}
      </button>
    </form>
  );
}
