import { Suspense } from "react";

import { useLang } from "../i18n/useLang";
import { InternalLink } from "./InternalLink";
import { Preferences } from "./Preferences";
import { compareHref, graphHref, homeHref, libraryHref, mandatesHref, seriesHref, type Screen } from "./routes";
import { ConversationList, preload } from "./screens";
import { WithoutCode } from "./lazyScreen";

interface Props {
  screen: Screen;
  /** The conversation that the page holds; null for one not asked anything yet. */
  conversation: string | null;
  onNew: () => void;
  /** Told when a link was followed, so that what lies over the page can go. */
  onFollowed?: () => void;
}

const LINKS = [
  { kind: "library", href: libraryHref },
  { kind: "mandates", href: mandatesHref },
  { kind: "compare", href: compareHref() },
  { kind: "series", href: seriesHref() },
  { kind: "graph", href: graphHref() },
] as const;

/** Where everything is: the same on a laptop's column and in a phone's menu. */
export function Navigation({ screen, conversation, onNew, onFollowed }: Props) {
  const { t } = useLang();
  return (
    <div className="navigation">
      <nav aria-label={t("shell.navigation")}>
        <InternalLink
          className="nav-new"
          href={homeHref}
          onClick={(event) => {
            if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
            event.preventDefault();
            onNew();
            onFollowed?.();
          }}
        >
          {t("app.newConversation")}
        </InternalLink>
        <ul>
          {LINKS.map(({ kind, href }) => (
            <li key={kind} className={kind === "mandates" ? "nav-tools" : undefined}>
              <InternalLink
                href={href}
                aria-current={screen.kind === kind ? "page" : undefined}
                onPointerEnter={() => preload(kind)}
                onFocus={() => preload(kind)}
                onClick={onFollowed}
              >
                {t(`shell.links.${kind}`)}
              </InternalLink>
            </li>
          ))}
        </ul>
      </nav>
      <div className="nav-conversations">
        <WithoutCode>
          <Suspense fallback={null}>
            <ConversationList current={conversation} onFollowed={onFollowed} />
          </Suspense>
        </WithoutCode>
      </div>
      <Preferences onFollowed={onFollowed} />
    </div>
  );
}
