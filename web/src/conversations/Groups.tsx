import { navigate } from "wouter/use-browser-location";

import type { ConversationSummary } from "../api/types";
import { homeHref } from "../app/routes";
import { useLang } from "../i18n/useLang";
import type { useChanges } from "./changes";
import { ConversationRow } from "./ConversationRow";
import { Deleted } from "./Deleted";
import { groupsOf } from "./days";
import { useDeferredDelete } from "./useDeferredDelete";

interface Props {
  conversations: readonly ConversationSummary[];
  /** The one that the page shows. */
  shown: string | null;
  changes: ReturnType<typeof useChanges>;
  onFollowed: (() => void) | undefined;
}

/** The conversations by the day or month they were last gone on with. */
export function Groups({ conversations, shown, changes, onFollowed }: Props) {
  const { lang } = useLang();
  const deletion = useDeferredDelete((one) => void changes.remove(one));
  const remove = (one: ConversationSummary) => {
    deletion.remove(one);
    if (one.id === shown) navigate(homeHref);
  };
  return groupsOf(conversations, new Date(), lang).map((group) => (
    <section key={group.label} aria-label={group.label}>
      <p className="kept-day" aria-hidden="true">
        {group.label}
      </p>
      <ul>
        {group.conversations.map((one) =>
          one.id === deletion.pending?.id ? (
            <Deleted key={one.id} conversation={one} onUndo={deletion.undo} onHold={deletion.hold} />
          ) : (
            <ConversationRow
              key={one.id}
              conversation={one}
              current={one.id === shown}
              onFollowed={onFollowed}
              onRename={(title) => void changes.rename(one, title)}
              onDelete={() => remove(one)}
            />
          ),
        )}
      </ul>
    </section>
  ));
}
