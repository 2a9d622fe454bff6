import { useCallback, useRef } from "react";

import { useVersions } from "../api/queries";
import type { Lang } from "../api/types";
import { RequestError } from "../api/client";
import { InternalLink } from "../app/InternalLink";
import { ProblemNotice } from "../app/ProblemNotice";
import { libraryHref, type Opening } from "../app/routes";
import { useLang } from "../i18n/useLang";
import { useHeld } from "./around";
import { langTag } from "../text/language";
import { ResolutionText } from "./ResolutionText";
import { placeAtTop, type Anchor } from "./scrolling";
import { versionsShown, type View } from "./views";
import { ViewSwitch } from "./ViewSwitch";

const NOT_KNOWN: readonly Lang[] = [];
const NONE_YET: readonly (Lang | null)[] = [];

interface Props {
  symbol: string;
  place: string | null;
  view: View | null;
  opening: Opening | null;
}

/** A resolution as printed, opened at a paragraph, in one language or in two. */
export function Reader(props: Props) {
  const { t } = useLang();
  const { symbol, place, view, opening } = props;
  const known = useHeld(symbol);
  const held = known ?? NOT_KNOWN;
  // A language that was chosen may not be held; the leading one, and one that was quoted, are.
  const awaited = known === undefined && view !== null;
  const anchor = useRef<Anchor | null>(null);
  const takeAnchor = useCallback(() => {
    const kept = anchor.current;
    anchor.current = null;
    return kept;
  }, []);
  const shown = awaited ? NONE_YET : versionsShown(held, view, opening?.lang ?? null);
  const queries = useVersions(symbol, shown);
  const error = queries.find((query) => query.error)?.error;
  const versions = queries.flatMap(({ data }) => data ?? []);
  const isWhole = !awaited && versions.length === shown.length;
  return (
    <>
      {held.length > 1 ? (
        <ViewSwitch
          symbol={symbol}
          place={place}
          held={held}
          shown={shown}
          onSwitch={() => {
            anchor.current = placeAtTop();
          }}
        />
      ) : (
        <OneVersion lang={held[0] ?? null} />
      )}
      {error && <Failed error={error} onRetry={() => queries.forEach((query) => void query.refetch())} />}
      {!error && !isWhole && <p className="state">{t("reader.loading")}</p>}
      {!error && isWhole && (
        <ResolutionText {...props} versions={versions} held={held} takeAnchor={takeAnchor} />
      )}
    </>
  );
}

/** Stands where the switch may come, so that it does not push the text down. */
function OneVersion({ lang }: { lang: Lang | null }) {
  const { t, lang: ours } = useLang();
  return (
    <p className="one-version" lang={langTag(ours)}>
      <span>{lang !== null && t(`reader.version.${lang}`)}</span>
    </p>
  );
}

/** What is not held will not be held by trying again: the library shows what is. */
function Failed({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const { t } = useLang();
  if (!(error instanceof RequestError && error.problem.status === 404)) return <ProblemNotice error={error} onRetry={onRetry} />;
  return (
    <div className="notice" role="alert">
      <p>{error.problem.detail}</p>
      <InternalLink className="button" href={libraryHref}>
        {t("reader.toLibrary")}
      </InternalLink>
    </div>
  );
}
