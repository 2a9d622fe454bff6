import { useEffect, useId, useRef, useState, type KeyboardEvent } from "react";

import { useLang } from "../i18n/useLang";
import { isComposing } from "./composing";

interface Props {
  question: string;
  /** How many questions after it would be lost. */
  later: number;
  onCancel: () => void;
  onAsk: (question: string) => void;
}

/** The question in a box, to be asked in other words; it says first what is lost by that. */
export function EditQuestion({ question, later, onCancel, onAsk }: Props) {
  const { t } = useLang();
  const [words, setWords] = useState(question);
  const box = useRef<HTMLTextAreaElement>(null);
  const lost = useId();
  const blank = words.trim() === "";

  useEffect(() => {
    box.current?.focus();
    box.current?.setSelectionRange(question.length, question.length);
  }, [question]);

  const ask = () => {
    if (blank) return;
    // The form goes away: the keyboard stays at the answer that is awaited.
    const reply = box.current?.closest(".asked")?.nextElementSibling?.querySelector<HTMLElement>(".reply");
    onAsk(words.trim());
    reply?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    if (event.key === "Escape") {
      event.stopPropagation();
      onCancel();
    } else if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      ask();
    }
  };
  return (
    <form
      className="edit-form"
      onSubmit={(event) => {
        event.preventDefault();
        ask();
      }}
    >
      {/* The headings stay those of a conversation while one of its questions is a box. */}
      <h2 className="visually-hidden">{t("talk.edit.of", { question })}</h2>
      <textarea
        ref={box}
        rows={Math.min(6, words.split("\n").length + 1)}
        value={words}
        aria-label={t("talk.edit.label")}
        aria-describedby={later > 0 ? lost : undefined}
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {later > 0 && (
        <p id={lost} className="edit-lost">
          {t("talk.edit.loses", { count: later })}
        </p>
      )}
      <EditActions later={later} blank={blank} onCancel={onCancel} />
    </form>
  );
}

function EditActions({ later, blank, onCancel }: Pick<Props, "later" | "onCancel"> & { blank: boolean }) {
  const { t } = useLang();
  return (
    <div className="edit-actions">
      <button type="submit" className="button is-primary" disabled={blank}>
        {later > 0 ? t("talk.edit.askInstead", { count: later }) : t("ask.send")}
      </button>
      <button type="button" className="button" onClick={onCancel}>
        {t("talk.edit.cancel")}
      </button>
    </div>
  );
}
