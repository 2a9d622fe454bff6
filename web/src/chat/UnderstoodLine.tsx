import type { Corrected, Understood } from "../api/types";
import { useLang } from "../i18n/useLang";
import { understoodParts, type UnderstoodPart } from "./understood";

interface Props {
  understood: Understood;
  /** Asks again with this put right; null where the conversation has gone on. */
  onCorrect: ((corrected: Corrected) => void) | null;
  /** Whether the answer is complete; before that nothing is put right, and nothing moves later. */
  ready: boolean;
}

/** How the question was read, each part with a way to take it out, and how else it may be meant. */
export function UnderstoodLine({ understood, onCorrect, ready }: Props) {
  const { t } = useLang();
  const parts = understoodParts(understood, t);
  const { carried, corrections, others, rewritten } = understood;
  if (parts.length === 0 && corrections.length === 0 && rewritten === null) return null;
  return (
    <div className="understood" role="group" aria-label={t("understood.label")}>
      {rewritten !== null && <Rewritten question={rewritten} />}
      <span className="understood-label">{t("reply.readAs")}</span>
      {parts.map((part, index) => (
        <Part key={index} part={part} onCorrect={onCorrect} ready={ready} />
      ))}
      {carried.length > 0 && <span className="tag">{t("reply.carried")}</span>}
      {corrections.map(({ typed, read }) => (
        <span key={typed} className="tag">
          {t("understood.respelt", { typed, read })}
        </span>
      ))}
      {onCorrect && others.length > 0 && (
        <span className="understood-others">
          <span>{t("understood.others")}</span>
          {others.map(({ text, overrides }) => (
            <button
              key={text}
              type="button"
              className="button is-quiet"
              disabled={!ready}
              onClick={(event) => again(event.currentTarget, () => onCorrect(overrides))}
            >
              {text}
            </button>
          ))}
        </span>
      )}
    </div>
  );
}

/** A model completed the question: openly, since the answer is one to these words. */
function Rewritten({ question }: { question: string }) {
  const { t } = useLang();
  return (
    <span className="understood-rewritten">
      <span className="tag is-calm">{t("talk.rewritten")}</span> {t("talk.rewrittenAs", { question })}
    </span>
  );
}

function Part({ part, onCorrect, ready }: { part: UnderstoodPart } & Pick<Props, "onCorrect" | "ready">) {
  const { t } = useLang();
  const { text, without } = part;
  return (
    <span className="understood-part">
      {text}
      {onCorrect && without && (
        <button
          type="button"
          className="understood-remove"
          disabled={!ready}
          aria-label={t("understood.without", { part: text })}
          title={t("understood.without", { part: text })}
          onClick={(event) => again(event.currentTarget, () => onCorrect(without))}
        >
          ×
        </button>
      )}
    </span>
  );
}

/** The button goes away with the answer it stands in: the keyboard stays at the reply. */
function again(button: HTMLElement, ask: () => void) {
  button.closest<HTMLElement>(".reply")?.focus();
  ask();
}
