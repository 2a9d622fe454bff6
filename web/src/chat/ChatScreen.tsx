import { useLang } from "../i18n/useLang";
import { ChatRuntime } from "./ChatRuntime";
import { Thread } from "./Thread";
import type { Conversation } from "./useConversation";
import "../styles/chat.css";
import "../styles/composer.css";
import "../styles/model.css";

/** The conversation, from its welcome to its last answer, and the box to ask in. */
export default function ChatScreen({ conversation }: { conversation: Conversation }) {
  const { t } = useLang();
  return (
    <ChatRuntime conversation={conversation}>
      <Thread
        onRetry={(turn) => void conversation.retry(turn)}
        onMore={(turn) => void conversation.more(turn)}
        onCorrect={(turn, corrected) => void conversation.correct(turn, corrected)}
      />
      <p className="disclaimer">{t("app.footer")}</p>
    </ChatRuntime>
  );
}
