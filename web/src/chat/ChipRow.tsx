import { useState } from "react";

import type { Stop } from "../app/routes";
import { useLang } from "../i18n/useLang";
import { withVerbatimWords } from "../model/factQuotes";
import { Chip } from "./Chip";
import { chipsNameResolution, chipsOf } from "./chips";
import type { Reply } from "./reply";
import { quotedSpans } from "./segments";
import { trailOf } from "./trail";

/** The citations of a sentence, each leading to its paragraph. */
export function ChipRow({ cited, reply }: { cited: readonly number[]; reply: Reply }) {
  const { t } = useLang();
  const [unfolded, setUnfolded] = useState(false);
  const { shown, folded } = chipsOf(cited, reply.citations);
  if (shown.length === 0) return null;
  const named = chipsNameResolution(reply.citations, reply.understood);
  return (
    <span className="chips">
      {[...shown, ...(unfolded ? folded : [])].map((citation) => (
        <Chip
          key={citation.n}
          citation={citation}
          quoted={quotedSpans(verbatimOf(reply), citation.n)}
          trail={trailIn(reply, citation.symbol)}
          named={named}
          state={reply.cited?.find(({ n }) => n === citation.n)?.state ?? null}
        />
      ))}
      {folded.length > 0 && (
        <button
          type="button"
          className="chip is-more"
          aria-expanded={unfolded}
          onClick={() => setUnfolded((was) => !was)}
        >
          {unfolded ? t("talk.fewer") : t("reply.more", { count: folded.length })}
        </button>
      )}
    </span>
  );
}

const verbatim = new WeakMap<Reply, ReturnType<typeof withVerbatimWords>[]>();

/** Once for each state of a reply: every chip of it asks. */
function verbatimOf(reply: Reply) {
  const known = verbatim.get(reply);
  if (known) return known;
  const made = reply.statements.map((statement) => withVerbatimWords(statement, reply.citations));
  verbatim.set(reply, made);
  return made;
}

const trails = new WeakMap<Reply, Map<string, Stop[]>>();

function trailIn(reply: Reply, symbol: string): Stop[] {
  const known = trails.get(reply) ?? new Map<string, Stop[]>();
  trails.set(reply, known);
  const trail = known.get(symbol) ?? trailOf(symbol, reply.citations, verbatimOf(reply));
  known.set(symbol, trail);
  return trail;
}
