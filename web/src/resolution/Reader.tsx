import { useCallback, useRef } from "react";

import { useResolutions, useVersions } from "../api/queries";
import type { Lang } from "../api/types";
import { RequestError } from "../api/client";
import { InternalLink } from "../app/InternalLink";
import { ProblemNotice } from "../app/ProblemNotice";
import { libraryHref, type Opening } from "../app/routes";
import { useLang } from "../i18n/useLang";
import { ResolutionText } from "./ResolutionText";
import { placeAtTop, type Anchor } from "./scrolling";
import { versionsShown, type View } from "./views";
import { ViewSwitch } from "./ViewSwitch";

interface Props {
  symbol: string;
  place: string | null;
  view: View | null;
  opening: Opening | null;
}

/** A resolution as printed, opened at a paragraph, in one language or in two. */
export function Reader({ symbol, ...rest }: Props) {
  const { t } = useLang();
  const library = useResolutions();
  // Which languages there are is known first, so that the switch does not push the text down.
  if (library.isPending) return <p className="state">{t("reader.loading")}</p>;
  const held = library.data?.resolutions.find((one) => one.symbol === symbol)?.langs ?? [];
  return <HeldResolution symbol={symbol} held={held} {...rest} />;
}

function HeldResolution({ held, ...props }: Props & { held: readonly Lang[] }) {
  const { t } = useLang();
  const { symbol, place, view, opening } = props;
  const anchor = useRef<Anchor | null>(null);
  const takeAnchor = useCallback(() => {
    const kept = anchor.current;
    anchor.current = null;
    return kept;
  }, []);
  const shown = versionsShown(held, view, opening?.lang ?? null);
  const queries = useVersions(symbol, shown);
  const error = queries.find((query) => query.error)?.error;
  const versions = queries.flatMap(({ data }) => data ?? []);
  return (
    <>
      {held.length > 1 && (
        <ViewSwitch
          symbol={symbol}
          place={place}
          shown={shown}
          onSwitch={() => {
            anchor.current = placeAtTop();
          }}
        />
      )}
      {error && <Failed error={error} onRetry={() => queries.forEach((query) => void query.refetch())} />}
      {!error && versions.length < shown.length && <p className="state">{t("reader.loading")}</p>}
      {!error && versions.length === shown.length && (
        <ResolutionText {...props} versions={versions} held={held} takeAnchor={takeAnchor} />
      )}
    </>
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
