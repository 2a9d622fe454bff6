import { useLang } from "../i18n/useLang";
import { ChatRuntime } from "./ChatRuntime";
import { GivenQuestion } from "./GivenQuestion";
import { Thread } from "./Thread";
import type { Conversation } from "./useConversation";
import "../styles/chat.css";
import "../styles/composer.css";
import "../styles/model.css";
import "../styles/talk.css";

/** The conversation, from its welcome to its last answer, and the box to ask in. */
export default function ChatScreen({ conversation }: { conversation: Conversation }) {
  const { t } = useLang();
  return (
    <ChatRuntime conversation={conversation}>
      <GivenQuestion onGiven={conversation.clear} />
      <Thread actions={conversation.actions} />
      <p className="disclaimer">{t("app.footer")}</p>
    </ChatRuntime>
  );
}
