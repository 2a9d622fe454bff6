import { useRef, useState } from "react";
import { flushSync } from "react-dom";

import type { ConversationSummary } from "../api/types";
import { InternalLink } from "../app/InternalLink";
import { conversationHref } from "../app/routes";
import { RenameForm } from "./RenameForm";
import { RowMenu } from "./RowMenu";

interface Props {
  conversation: ConversationSummary;
  current: boolean;
  onFollowed: (() => void) | undefined;
  onRename: (title: string) => void;
  onDelete: () => void;
}

/** One conversation: its title, which opens it, and what can be done with it. */
export function ConversationRow({ conversation, current, onFollowed, onRename, onDelete }: Props) {
  const [renaming, setRenaming] = useState(false);
  const link = useRef<HTMLAnchorElement>(null);
  if (renaming) {
    return (
      <li className="kept-row">
        <RenameForm
          title={conversation.title}
          onDone={(title) => {
            // At once: a frame later it would take the focus from what is pressed meanwhile.
            flushSync(() => setRenaming(false));
            link.current?.focus();
            if (title !== null && title !== conversation.title) onRename(title);
          }}
        />
      </li>
    );
  }
  return (
    <li className={current ? "kept-row is-current" : "kept-row"}>
      <InternalLink
        ref={link}
        className="kept-title"
        href={conversationHref(conversation.id)}
        aria-current={current ? "page" : undefined}
        title={conversation.title}
        onClick={onFollowed}
      >
        <bdi>{conversation.title}</bdi>
      </InternalLink>
      <RowMenu conversation={conversation} onRename={() => setRenaming(true)} onDelete={onDelete} />
    </li>
  );
}
