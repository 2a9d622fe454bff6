import type { Answer } from "../api/types";
import { useLang } from "../i18n/useLang";
import { generationNote, isPhrased } from "./generation";

interface Props {
  answer: Answer;
  /** Asks again; null where the conversation has gone on. */
  onRetry: (() => void) | null;
}

/** Under an answer: that a model phrased it or failed to, and what became of its sentences. */
export function GenerationView({ answer, onRetry }: Props) {
  const { t, lang } = useLang();
  const note = generationNote(answer, t, lang);
  if (note === null) return null;
  return (
    <div className="generation">
      {note.failure !== null && (
        <div className="notice">
          <p>
            {t("generation.failure", { reason: note.failure })}
            {isPhrased(answer) && <span>{t("generation.failureMeans")}</span>}
          </p>
          {onRetry && (
            <button
              type="button"
              className="button"
              onClick={(event) => {
                // The button goes away with the answer: the keyboard stays at the reply.
                event.currentTarget.closest<HTMLElement>(".reply")?.focus();
                onRetry();
              }}
            >
              {t("generation.retry")}
            </button>
          )}
        </div>
      )}
      <details>
        <summary>{note.summary}</summary>
        {note.wrote && <p>{t("generation.howChecked")}</p>}
        <dl>
          {note.figures.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </details>
    </div>
  );
}
