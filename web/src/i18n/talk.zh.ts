/** Of what can be done with an answer and a conversation. */
export const zhTalk = {
  talk: { heading: "对话" },
};
