import { useState } from "react";

import type { Conversation } from "../chat/useConversation";
import { useKept } from "../conversations/useKept";
import type { Screen } from "./routes";
import { useBase } from "./useBase";
import { useCramped, useNarrow } from "./useEnvironment";

/** How the window is shared out between navigation, conversation and resolution. */
export function useFrame(screen: Screen, conversation: Conversation) {
  const asked = conversation.turns.length > 0;
  const base = useBase(screen, conversation.id);
  const narrow = useNarrow();
  const [full, setFull] = useState(false);
  // Loaded anew beside a resolution, the conversation is on its way.
  const returning = base?.kind === "chat" && base.conversation !== null && !asked;
  const kept = useKept(returning ? base : screen, conversation);
  const beside = screen.kind === "resolution" && base?.kind === "chat" && (asked || returning);
  const covered = beside && (narrow || full);
  return {
    kept,
    /** Whether a resolution stands beside the conversation, or in its place on a phone. */
    beside,
    narrow,
    /** Whether the reader has given the resolution the conversation's room. */
    full,
    setFull,
    chatShown: (screen.kind === "chat" || beside) && !covered,
    /** Whether the navigation has to go into a menu. */
    cramped: useCramped(beside && !full),
  };
}
