import { useEffect, useId, useRef, useState } from "react";

import { localProblem, RequestError, tryKey, type Tried } from "../api/client";
import { problemText } from "../i18n/problems";
import { useLang } from "../i18n/useLang";

interface Props {
  /** What the key is for. */
  why: string;
  /** What a key has to open, to be kept. */
  at: string;
  /** Said until another key was tried. */
  before?: string | null;
  onKept?: () => void;
}

/** Asks for a key, and keeps one that the server takes. */
export function KeyForm({ why, at, before = null, onKept }: Props) {
  const { t, lang } = useLang();
  const [typed, setTyped] = useState("");
  const [trying, setTrying] = useState(false);
  const [problem, setProblem] = useState(before);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  useEffect(() => input.current?.focus(), []);

  const attempt = async () => {
    setTrying(true);
    try {
      const tried: Tried = await tryKey(typed.trim(), at, lang);
      if (tried === "kept") onKept?.();
      else setProblem(t(tried === "wrong" ? "key.wrong" : "key.tooSmall"));
    } catch (error) {
      const said = error instanceof RequestError ? error.problem : localProblem("unreadable");
      setProblem(problemText(said, t));
    }
    setTrying(false);
  };

  return (
    <form
      className="key-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.trim() !== "" && !trying) void attempt();
      }}
    >
      <p id={`${id}-why`}>{why}</p>
      <label htmlFor={id}>{t("key.label")}</label>
      <input
        ref={input}
        id={id}
        className="field"
        type="password"
        autoComplete="off"
        value={typed}
        aria-describedby={problem === null ? `${id}-why` : `${id}-problem`}
        aria-invalid={problem !== null}
        onChange={(event) => setTyped(event.target.value)}
      />
      {problem !== null && (
        <p id={`${id}-problem`} className="field-problem" role="alert">
          {problem}
        </p>
      )}
      <button type="submit" className="button is-primary" disabled={typed.trim() === "" || trying}>
        {t("key.enter")}
      </button>
    </form>
  );
}
