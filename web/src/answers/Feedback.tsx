import { useId, useRef, useState } from "react";

import { judgeAnswer, takeFeedbackBack } from "../api/answers";
import type { Feedback as Said, Verdict } from "../api/types";
import { problemText } from "../i18n/problems";
import { useLang } from "../i18n/useLang";
import { useSending } from "./useSending";

const VERDICTS: readonly Verdict[] = ["right", "wrong", "incomplete"];
const LONGEST_COMMENT = 2000;

interface Props {
  id: string;
  said: Said | null;
  onSaid: (said: Said | null) => void;
}

/** Whether an answer is right, in one click; then why, for who wants to say; changed or taken back. */
export function Feedback({ id, said, onSaid }: Props) {
  const { t, lang } = useLang();
  const { sending, problem, send } = useSending();
  const label = useId();
  const judge = (verdict: Verdict, comment: string) =>
    send(() => judgeAnswer(id, verdict, comment, lang), ({ feedback }) => onSaid(feedback));
  const press = (verdict: Verdict) =>
    said?.verdict === verdict
      ? send(() => takeFeedbackBack(id, lang), () => onSaid(null))
      : judge(verdict, verdict === "right" ? "" : (said?.comment ?? ""));
  return (
    <div className="feedback">
      <div className="feedback-verdicts" role="group" aria-labelledby={label}>
        <span id={label}>{t("talk.feedback.label")}</span>
        {VERDICTS.map((verdict) => (
          <button
            key={verdict}
            type="button"
            className="button is-quiet"
            aria-pressed={said?.verdict === verdict}
            disabled={sending}
            onClick={() => void press(verdict)}
          >
            {t(`talk.feedback.${verdict}`)}
          </button>
        ))}
      </div>
      <p role="status" className={said ? "feedback-thanks" : "visually-hidden"}>
        {said && t(said.comment === "" ? "talk.feedback.thanks" : "talk.feedback.thanksForWords")}
      </p>
      {said && said.verdict !== "right" && (
        <Comment
          key={said.verdict}
          said={said}
          why={t(`talk.feedback.why.${said.verdict}`)}
          sending={sending}
          onSend={(comment) => void judge(said.verdict, comment)}
        />
      )}
      {problem && (
        <p role="alert" className="feedback-problem">
          {t("talk.feedback.failed")} {problemText(problem, t)}
        </p>
      )}
    </div>
  );
}

interface CommentProps {
  said: Said;
  why: string;
  sending: boolean;
  onSend: (comment: string) => void;
}

function Comment({ said, why, sending, onSend }: CommentProps) {
  const { t } = useLang();
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const [comment, setComment] = useState(said.comment);
  const unsaid = comment.trim() !== said.comment;
  return (
    <form
      className="feedback-comment"
      onSubmit={(event) => {
        event.preventDefault();
        onSend(comment.trim());
        area.current?.focus();
      }}
    >
      <label htmlFor={id}>{why}</label>
      <textarea
        id={id}
        ref={area}
        rows={2}
        maxLength={LONGEST_COMMENT}
        value={comment}
        onChange={(event) => setComment(event.target.value)}
      />
      <button type="submit" className="button" disabled={sending || !unsaid}>
        {t("talk.feedback.send")}
      </button>
    </form>
  );
}
