import { ChatScreen } from "../app/screens";
import { Titled } from "../app/Titled";
import type { Conversation } from "../chat/useConversation";
import { AtLastTurn } from "./AtLastTurn";
import { KeptState } from "./KeptState";
import type { Kept } from "./useKept";

interface Props {
  kept: Kept;
  conversation: Conversation;
  /** Whether the tab is named after it. */
  titled: boolean;
}

/** The conversation of the address, or what is to be said in its place. */
export function OpenedChat({ kept, conversation, titled }: Props) {
  if (kept.kind !== "shown") return <KeptState kept={kept} />;
  return (
    <>
      {titled && <Titled subject={conversation.turns[0]?.reply.question ?? null} />}
      <ChatScreen key={kept.opened} conversation={conversation} />
      {kept.opened !== null && <AtLastTurn key={kept.opened} />}
    </>
  );
}
