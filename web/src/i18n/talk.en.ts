import type { zhTalk } from "./talk.zh";

export const enTalk: typeof zhTalk = {
  talk: { heading: "Conversation" },
};
