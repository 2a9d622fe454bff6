import { useEffect, useState } from "react";

import { useLang } from "../i18n/useLang";
import { paragraphsCited, type Reply } from "./reply";

/** After this long without news it is said that the answer takes longer than it mostly does. */
const SLOW_MS = 8000;

interface Props {
  reply: Reply;
  /** Of its heading, where it has one: below the question's. */
  level?: "h2" | "h3";
}

/**
 * The first line of a reply: how far it has come, and on how many paragraphs it rests. It stands
 * there from the first moment on, so that nothing moves when it changes.
 */
export function ReplyHead({ reply, level: Heading = "h3" }: Props) {
  const { t } = useLang();
  const { phase, answer } = reply;
  if (phase === "running") return <Waiting key={reply.passages} passages={reply.passages} />;
  const cited = paragraphsCited(reply);
  if (answer !== null && answer.status !== "answered") {
    return <Heading className="reply-head refusal-heading">{t(`reply.status.${answer.status}`)}</Heading>;
  }
  if (answer === null && cited === 0) return null;
  return <p className="reply-head">{cited > 0 ? t("talk.rests", { count: cited }) : t("reply.status.answered")}</p>;
}

function Waiting({ passages }: { passages: number | null }) {
  const { t } = useLang();
  const slow = useSlow();
  const text = passages === null ? t("reply.searching") : t("reply.reading", { total: passages });
  return (
    <p className="reply-head waiting">
      <span className="pulse" aria-hidden="true" />
      {slow ? t("talk.slow") : text}
    </p>
  );
}

function useSlow(): boolean {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SLOW_MS);
    return () => clearTimeout(timer);
  }, []);
  return slow;
}
