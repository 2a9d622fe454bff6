import type { Citation, InferredPart, Statement } from "../api/types";
import { useLang } from "../i18n/useLang";
import { InferredTag } from "../resolution/InferredTag";
import { langTag } from "../text/language";
import { ChipRow } from "./ChipRow";
import { ParallelText } from "./ParallelText";
import type { Reply } from "./reply";
import { segments } from "./segments";

/** A sentence, the paragraphs it rests on, and for a quotation what else its reader has to know. */
export function StatementView({ statement, reply }: { statement: Statement; reply: Reply }) {
  const { t } = useLang();
  const isQuote = statement.kind === "quote" && statement.quotes.length > 0;
  const cited = reply.citations.filter(({ n }) => statement.citations.includes(n));
  const inferred = isQuote ? inferredOf(cited) : [];
  return (
    <div className={isQuote ? "statement is-quote" : "statement"} data-kind={statement.kind}>
      <p>
        {segments(statement, reply.citations).map(({ text, quote, parts }, index) =>
          quote === null ? (
            <span key={index}>{text}</span>
          ) : (
            <q key={index} className="words" lang={langTag(langOf(quote.n, cited), text)}>
              {parts.map((part, at) => (part.answers ? <mark key={at}>{part.text}</mark> : part.text))}
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
        {inferred.length > 0 && <InferredTag parts={inferred} />}
      </p>
      {isQuote && cited.map((citation) => <ParallelText key={citation.n} citation={citation} only={cited.length === 1} />)}
    </div>
  );
}

function inferredOf(cited: readonly Citation[]): InferredPart[] {
  return [...new Set(cited.flatMap((citation) => citation.inferred_parts))];
}

function langOf(n: number, cited: readonly Citation[]): Citation["lang"] {
  return cited.find((citation) => citation.n === n)?.lang ?? "zh";
}
