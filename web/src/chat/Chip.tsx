import type { Citation, CitedNow, Span } from "../api/types";
import { InternalLink } from "../app/InternalLink";
import { resolutionHref, useScreen, type Stop } from "../app/routes";
import { citationLabel, inferredParts } from "../i18n/labels";
import { useLang } from "../i18n/useLang";
import { WithCard } from "./WithCard";

interface Props {
  citation: Citation;
  /** The words of it that the answer quotes. */
  quoted: Span[];
  /** All paragraphs of its resolution that the answer cites. */
  trail: readonly Stop[];
  /** Whether it has to name its resolution. */
  named: boolean;
  /** What became of it in the library since; null where that was not asked. */
  state: CitedNow["state"] | null;
}

/** A citation in its sentence: a card shows the paragraph, and it opens beside the conversation. */
export function Chip({ citation, quoted, trail, named, state }: Props) {
  const { t } = useLang();
  const { screen } = useScreen();
  const { symbol, paragraph, label, lang, inferred_parts: parts } = citation;
  const chip = citationLabel(citation, named, t);
  const isOpen = screen.kind === "resolution" && screen.symbol === symbol && screen.place === paragraph;
  // Who reads two languages side by side goes on doing so.
  const view = screen.kind === "resolution" && screen.view === "both" ? screen.view : null;
  const guessed = parts.length > 0 ? t("inferred.tag", { parts: inferredParts(parts, t) }) : "";
  const changed = state === null || state === "same" ? null : t(`answers.tag.${state}`);
  const opens = t("reply.citation", { chip: changed === null ? chip : `${chip} ${changed}`, label });
  return (
    <WithCard cited={{ citation, quoted, state }}>
      <InternalLink
        href={resolutionHref(symbol, { place: paragraph, view })}
        className="chip"
        aria-label={guessed === "" ? opens : t("reply.citationInferred", { opens, guessed })}
        aria-current={isOpen ? "location" : undefined}
        opening={{ quoted, place: paragraph, lang, trail }}
      >
        {chip}
        {/* The label of a guessed number says so itself. */}
        {guessed !== "" && !paragraph.includes("~") && <span className="tag">{t("reply.inferred")}</span>}
        {changed !== null && (
          <>
            {" "}
            <span className="tag">{changed}</span>
          </>
        )}
      </InternalLink>
    </WithCard>
  );
}
