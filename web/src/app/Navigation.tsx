import { useLang } from "../i18n/useLang";
import { Boundary } from "./Boundary";
import { InternalLink } from "./InternalLink";
import { NewQuestion } from "./NewQuestion";
import { Preferences } from "./Preferences";
import { compareHref, graphHref, libraryHref, mandatesHref, seriesHref, type Screen } from "./routes";
import { ConversationList, preload } from "./screens";

interface Props {
  screen: Screen;
  /** The conversation that the page holds; null for one not asked anything yet. */
  conversation: string | null;
  onNew: () => void;
  /** Told when a link was followed, so that what lies over the page can go. */
  onFollowed?: () => void;
}

const TOOLS = [
  { kind: "mandates", href: mandatesHref },
  { kind: "compare", href: compareHref() },
  { kind: "series", href: seriesHref() },
  { kind: "graph", href: graphHref() },
] as const;

/** Where everything is: the same on a laptop's column and in a phone's menu. */
export function Navigation({ screen, conversation, onNew, onFollowed }: Props) {
  const { t } = useLang();
  const link = (kind: "library" | (typeof TOOLS)[number]["kind"], href: string) => (
    <InternalLink
      href={href}
      aria-current={screen.kind === kind ? "page" : undefined}
      onPointerEnter={() => preload(kind)}
      onFocus={() => preload(kind)}
      onClick={onFollowed}
    >
      {t(`shell.links.${kind}`)}
    </InternalLink>
  );
  return (
    <div className="navigation">
      <nav aria-label={t("shell.navigation")}>
        <NewQuestion
          className="nav-new"
          onNew={() => {
            onFollowed?.();
            onNew();
          }}
        />
        {link("library", libraryHref)}
        <p className="nav-group" id="nav-tools">
          {t("shell.tools")}
        </p>
        <ul aria-labelledby="nav-tools">
          {TOOLS.map(({ kind, href }) => (
            <li key={kind}>{link(kind, href)}</li>
          ))}
        </ul>
      </nav>
      <div className="nav-conversations">
        <Boundary waiting={null}>
          <ConversationList current={conversation} onFollowed={onFollowed} />
        </Boundary>
      </div>
      <Preferences onFollowed={onFollowed} />
    </div>
  );
}
