import type { Lang } from "../api/types";
import { InternalLink } from "../app/InternalLink";
import { resolutionHref } from "../app/routes";
import { useLang } from "../i18n/useLang";
import type { View } from "./views";

const VIEWS: readonly View[] = ["zh", "en", "both"];
const TAGS = { zh: "zh-Hans", en: "en", both: undefined } as const;

interface Props {
  symbol: string;
  place: string | null;
  held: readonly Lang[];
  shown: readonly (Lang | null)[];
  /** Told before the other view is drawn. */
  onSwitch: () => void;
}

/** Chinese, English or both, for a resolution that is held in both. */
export function ViewSwitch({ symbol, place, held, shown, onSwitch }: Props) {
  const { t } = useLang();
  const current = shown.length > 1 ? "both" : (shown[0] ?? held[0]);
  return (
    <nav className="views" aria-label={t("reader.view.label")}>
      {VIEWS.map((view) => (
        <InternalLink
          key={view}
          href={resolutionHref(symbol, { place, view })}
          opening="keep"
          lang={TAGS[view]}
          aria-current={view === current ? "true" : undefined}
          onClick={onSwitch}
        >
          {t(`reader.view.${view}`)}
        </InternalLink>
      ))}
    </nav>
  );
}
