import { useRef, useState } from "react";

import { useLang } from "../i18n/useLang";
import { EditQuestion } from "./EditQuestion";
import type { TurnActions } from "./useConversation";

interface Props {
  id: string;
  question: string;
  actions: TurnActions;
}

/** A question as it was asked, and a way to ask it otherwise in its place. */
export function Asked({ id, question, actions }: Props) {
  const { t } = useLang();
  const [editing, setEditing] = useState(false);
  const edit = useRef<HTMLButtonElement>(null);
  if (editing) {
    return (
      <EditQuestion
        question={question}
        later={actions.later(id)}
        onCancel={() => {
          setEditing(false);
          requestAnimationFrame(() => edit.current?.focus());
        }}
        onAsk={(words) => {
          setEditing(false);
          void actions.edit(id, words);
        }}
      />
    );
  }
  return (
    <>
      <h2>
        <span className="visually-hidden">{t("ask.you")} </span>
        {question}
      </h2>
      <button
        ref={edit}
        type="button"
        className="button is-quiet edit-question"
        aria-label={t("talk.edit.of", { question })}
        onClick={() => setEditing(true)}
      >
        {t("talk.edit.button")}
      </button>
    </>
  );
}
