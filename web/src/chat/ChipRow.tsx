import { useState } from "react";

import { InternalLink } from "../app/InternalLink";
import { resolutionHref, useScreen } from "../app/routes";
import { citationLabel, inferredParts } from "../i18n/labels";
import { useLang } from "../i18n/useLang";
import { withVerbatimWords } from "../model/factQuotes";
import { chipsNameResolution, chipsOf } from "./chips";
import type { Reply } from "./reply";
import { quotedSpans } from "./segments";

/** The citations of a sentence, each leading to its paragraph. */
export function ChipRow({ cited, reply }: { cited: readonly number[]; reply: Reply }) {
  const { t } = useLang();
  const [unfolded, setUnfolded] = useState(false);
  const { shown, folded } = chipsOf(cited, reply.citations);
  if (shown.length === 0) return null;
  return (
    <span className="chips">
      {[...shown, ...(unfolded ? folded : [])].map(({ n }) => (
        <Chip key={n} n={n} reply={reply} />
      ))}
      {folded.length > 0 && !unfolded && (
        <button type="button" className="chip is-more" onClick={() => setUnfolded(true)}>
          {t("reply.more", { count: folded.length })}
        </button>
      )}
    </span>
  );
}

function Chip({ n, reply }: { n: number; reply: Reply }) {
  const { t } = useLang();
  const { screen } = useScreen();
  const citation = reply.citations.find((one) => one.n === n);
  if (!citation) return null;
  const { symbol, paragraph, label, lang, inferred_parts: parts } = citation;
  const chip = citationLabel(citation, chipsNameResolution(reply.citations, reply.understood), t);
  const isOpen = screen.kind === "resolution" && screen.symbol === symbol && screen.place === paragraph;
  // Who reads two languages side by side goes on doing so.
  const view = screen.kind === "resolution" && screen.view === "both" ? screen.view : null;
  const guessed = parts.length > 0 ? t("inferred.tag", { parts: inferredParts(parts, t) }) : "";
  const opens = t("reply.citation", { chip, label });
  return (
    <InternalLink
      href={resolutionHref(symbol, { place: paragraph, view })}
      className="chip"
      aria-label={guessed === "" ? opens : t("reply.citationInferred", { opens, guessed })}
      aria-current={isOpen ? "location" : undefined}
      opening={{ quoted: quotedSpans(verbatimOf(reply), n), place: paragraph, lang }}
    >
      {chip}
      {/* The label of a guessed number says so itself. */}
      {guessed !== "" && !paragraph.includes("~") && <span className="tag">{t("reply.inferred")}</span>}
    </InternalLink>
  );
}

function verbatimOf({ statements, citations }: Reply) {
  return statements.map((statement) => withVerbatimWords(statement, citations));
}
