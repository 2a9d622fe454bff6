/** Of the list of conversations. */
export const zhConversations = {
  conversations: { heading: "对话" },
};
