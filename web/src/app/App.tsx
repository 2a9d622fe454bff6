import { useCallback, useEffect, useRef } from "react";

import { ChatRuntime } from "../chat/ChatRuntime";
import { Thread } from "../chat/Thread";
import { useConversation } from "../chat/useConversation";
import { useLang } from "../i18n/useLang";
import { useExtractsOnly } from "../model/useExtractsOnly";
import { Header } from "./Header";
import { homeHref, useSide, type Side } from "./routes";
import { SidePanel } from "./SidePanel";
import { useNarrow, useOnline } from "./useEnvironment";

export function App() {
  const { t, lang } = useLang();
  const { side, opening, go } = useSide();
  const [extractsOnly] = useExtractsOnly();
  const conversation = useConversation(lang, extractsOnly);
  const narrow = useNarrow();
  const online = useOnline();
  const opener = useOpener(side.kind !== "none");
  const covered = narrow && side.kind !== "none";

  const close = useCallback(() => {
    go(homeHref);
    // The link that opened the panel may be hidden until the panel is gone.
    requestAnimationFrame(() => opener.current?.focus());
  }, [go, opener]);

  const startAnew = () => {
    conversation.clear();
    go(homeHref);
    requestAnimationFrame(() => document.getElementById("question")?.focus());
  };

  return (
    <ChatRuntime conversation={conversation}>
      <div className={frameOf(side)}>
        <Header libraryOpen={side.kind === "library"} onNew={startAnew} />
        {!online && (
          <p className="offline" role="status">
            {t("app.offline")}
          </p>
        )}
        <main className="chat" inert={covered}>
          <Thread
            onRetry={(turn) => void conversation.retry(turn)}
            onMore={(turn) => void conversation.more(turn)}
            onCorrect={(turn, corrected) => void conversation.correct(turn, corrected)}
          />
          <p className="disclaimer">{t("app.footer")}</p>
        </main>
        {side.kind !== "none" && (
          <SidePanel side={side} narrow={narrow} opening={opening} onClose={close} />
        )}
      </div>
    </ChatRuntime>
  );
}

/** The address says how wide the panel is, so that nothing moves when the text has come. */
function frameOf(side: Side): string {
  if (side.kind === "none") return "app";
  return side.kind === "resolution" && side.view === "both" ? "app has-side is-wide" : "app has-side";
}

/** What had the focus before the panel took it, for giving it back. */
function useOpener(open: boolean) {
  const opener = useRef<HTMLElement | null>(null);
  useEffect(() => {
    const remember = (event: FocusEvent) => {
      const inPanel = event.target instanceof Element && event.target.closest(".side") !== null;
      if (event.target instanceof HTMLElement && !inPanel) opener.current = event.target;
    };
    document.addEventListener("focusin", remember);
    return () => document.removeEventListener("focusin", remember);
  }, [open]);
  return opener;
}
