import { useEffect, useRef } from "react";

import type { ConversationSummary } from "../api/types";
import { useLang } from "../i18n/useLang";

interface Props {
  conversation: ConversationSummary;
  onUndo: () => void;
  /** Told whether the reader is at it: then the time to take it back stands still. */
  onHold: (held: boolean) => void;
}

/** In a deleted conversation's place for a while: the way back. */
export function Deleted({ conversation, onUndo, onHold }: Props) {
  const { t } = useLang();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const frame = requestAnimationFrame(() => button.current?.focus());
    return () => cancelAnimationFrame(frame);
  }, []);
  return (
    <li className="kept-row is-deleted">
      <p role="status">
        {t("conversations.deleted")} <bdi>{conversation.title}</bdi>
      </p>
      <button
        ref={button}
        type="button"
        className="button"
        onClick={onUndo}
        onFocus={() => onHold(true)}
        onBlur={() => onHold(false)}
        onPointerEnter={() => onHold(true)}
        onPointerLeave={(event) => onHold(event.currentTarget === document.activeElement)}
      >
        {t("conversations.undo")}
      </button>
    </li>
  );
}
