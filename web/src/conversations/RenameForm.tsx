import { useEffect, useRef, useState, type KeyboardEvent } from "react";

import { useLang } from "../i18n/useLang";

/** The server takes no more. */
const LONGEST = 200;

interface Props {
  title: string;
  /** null: nothing is to be changed. */
  onDone: (title: string | null) => void;
}

/** The title, written anew in its place: Enter keeps it, Escape leaves it, a blank one is the first question. */
export function RenameForm({ title, onDone }: Props) {
  const { t } = useLang();
  const [typed, setTyped] = useState(title);
  const input = useRef<HTMLInputElement>(null);
  const done = useRef(false);
  useEffect(() => {
    // The menu that led here gives the focus back to its button first.
    const frame = requestAnimationFrame(() => input.current?.select());
    return () => cancelAnimationFrame(frame);
  }, []);
  const finish = (kept: string | null) => {
    if (done.current) return;
    done.current = true;
    onDone(kept);
  };
  const leave = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    // A phone's menu, in which the list stands, would be closed by it.
    event.preventDefault();
    event.stopPropagation();
    finish(null);
  };
  return (
    <form
      className="kept-rename"
      onSubmit={(event) => {
        event.preventDefault();
        finish(typed.trim());
      }}
    >
      <input
        ref={input}
        className="field"
        aria-label={t("conversations.newTitle")}
        placeholder={t("conversations.firstQuestion")}
        maxLength={LONGEST}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={leave}
      />
      <button type="submit" className="button">
        {t("conversations.save")}
      </button>
      <button type="button" className="button is-quiet" onClick={() => finish(null)}>
        {t("conversations.cancel")}
      </button>
    </form>
  );
}
