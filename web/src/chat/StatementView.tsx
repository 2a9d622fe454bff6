import { useState } from "react";

import type { Statement } from "../api/types";
import { InternalLink } from "../app/InternalLink";
import { useSide } from "../app/routes";
import { citationLabel } from "../i18n/labels";
import { useLang } from "../i18n/useLang";
import { chipsNameResolution, chipsOf } from "./chips";
import type { Reply } from "./reply";
import { quotedSpans, segments } from "./segments";

const CHINESE = /\p{Script=Han}/u;

/** The language of quoted words, which may differ from the answer's. */
function langOf(text: string): "zh-Hans" | "en" {
  return CHINESE.test(text) ? "zh-Hans" : "en";
}

export function StatementView({ statement, reply }: { statement: Statement; reply: Reply }) {
  const { t } = useLang();
  const isQuote = statement.kind === "quote" && statement.quotes.length > 0;
  return (
    <div className={isQuote ? "statement is-quote" : "statement"} data-kind={statement.kind}>
      <p>
        {segments(statement, reply.citations).map(({ text, quote }, index) =>
          quote === null ? (
            <span key={index}>{text}</span>
          ) : (
            <q key={index} className="words" lang={langOf(text)}>
              {text}
            </q>
          ),
        )}
        {statement.verification === "repaired" && <small className="tag">{t("reply.repaired")}</small>}
        {statement.kind === "fact" && statement.verification === "checked" && (
          <small className="tag">{t("reply.checked")}</small>
        )}
        {/* A blank, not a margin: it goes away where the chips begin a line. */}
        {" "}
        <ChipRow cited={statement.citations} reply={reply} />
      </p>
    </div>
  );
}

function ChipRow({ cited, reply }: { cited: readonly number[]; reply: Reply }) {
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
  const { side } = useSide();
  const citation = reply.citations.find((one) => one.n === n);
  if (!citation) return null;
  const { symbol, paragraph, label, href, inferred } = citation;
  const chip = citationLabel(citation, chipsNameResolution(reply.citations, reply.understood), t);
  const open = side.kind === "resolution" && side.symbol === symbol && side.place === paragraph;
  return (
    <InternalLink
      href={href}
      className="chip"
      aria-label={t("reply.citation", { chip, label })}
      aria-current={open ? "location" : undefined}
      opening={{ quoted: quotedSpans(reply.statements, n), place: paragraph }}
    >
      {chip}
      {inferred && <span className="tag">{t("reply.inferred")}</span>}
    </InternalLink>
  );
}
