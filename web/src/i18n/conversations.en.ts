import type { zhConversations } from "./conversations.zh";

export const enConversations: typeof zhConversations = {
  conversations: { heading: "Conversations" },
};
