import { useCallback, useEffect, useRef, useState } from "react";

import { useConversation } from "../chat/useConversation";
import { OpenedChat } from "../conversations/OpenedChat";
import { useLang } from "../i18n/useLang";
import { useExtractsOnly } from "../model/useExtractsOnly";
import { Boundary } from "./Boundary";
import { focusQuestion } from "./focusQuestion";
import { FollowShortcuts } from "./FollowShortcuts";
import { MainScreen } from "./MainScreen";
import { Navigation } from "./Navigation";
import { Offline } from "./Offline";
import { conversationHref, homeHref, useScreen, type Screen } from "./routes";
import { SidePanel } from "./SidePanel";
import { Skip } from "./Skip";
import { TopBar } from "./TopBar";
import { useFrame } from "./useFrame";
import { Wordmark } from "./Wordmark";

export function App() {
  const { t, lang } = useLang();
  const { screen, opening, go } = useScreen();
  const [extractsOnly] = useExtractsOnly();
  const conversation = useConversation(lang, extractsOnly);
  const held = conversation.id;
  const { kept, beside, narrow, full, setFull, chatShown, cramped } = useFrame(screen, conversation);
  const chatMet = useOnceTrue(chatShown);
  const opener = useOpener(beside);

  const close = useCallback(() => {
    go(conversationHref(held));
    // The link that opened the panel may be hidden until the panel is gone.
    requestAnimationFrame(() => opener.current?.focus());
  }, [go, held, opener]);

  const { clear } = conversation;
  const startAnew = useCallback(() => {
    clear();
    go(homeHref);
    focusQuestion();
  }, [clear, go]);
  const askMore = useCallback(() => {
    if (!chatShown) go(conversationHref(held));
    focusQuestion();
  }, [chatShown, go, held]);

  const navigation = { screen, conversation: held, onNew: startAnew };
  return (
    <div className={frameOf(screen, beside && !full, cramped)}>
      <Skip toQuestion={screen.kind === "chat" && kept.kind === "shown"} />
      {cramped ? (
        <TopBar {...navigation} />
      ) : (
        <header className="rail">
          <Wordmark />
          <Navigation {...navigation} />
        </header>
      )}
      <Offline />
      <FollowShortcuts onAsk={askMore} onNew={startAnew} />
      {chatMet && (
        <main id={chatShown ? "main" : undefined} className="chat" hidden={!chatShown}>
          <Boundary waiting={t("shell.loading")}>
            <OpenedChat kept={kept} conversation={conversation} titled={screen.kind === "chat"} />
          </Boundary>
        </main>
      )}
      {screen.kind === "resolution" && (
        <SidePanel
          screen={screen}
          alone={!beside}
          narrow={narrow}
          full={full}
          opening={opening}
          onFull={setFull}
          onClose={close}
        />
      )}
      {screen.kind !== "chat" && screen.kind !== "resolution" && <MainScreen screen={screen} />}
    </div>
  );
}

/** The address says how wide the panel is, so that nothing moves when the text has come. */
function frameOf(screen: Screen, beside: boolean, cramped: boolean): string {
  const names = ["app", cramped ? "has-bar" : "has-rail"];
  if (beside) names.push("has-side");
  if (beside && screen.kind === "resolution" && screen.view === "both") names.push("is-wide");
  return names.join(" ");
}

/** The chat stays where it was while another screen is shown, its draft and its place too. */
function useOnceTrue(now: boolean): boolean {
  const [once, setOnce] = useState(now);
  if (now && !once) setOnce(true);
  return once || now;
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
