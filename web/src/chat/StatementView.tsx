import type { Citation, InferredPart, Statement } from "../api/types";
import { useLang } from "../i18n/useLang";
import { CheckedTag } from "../model/CheckedTag";
import { withVerbatimWords } from "../model/factQuotes";
import { InferredTag } from "../resolution/InferredTag";
import { langTag } from "../text/language";
import { ChipRow } from "./ChipRow";
import { ParallelText } from "./ParallelText";
import type { Reply } from "./reply";
import { segments } from "./segments";

/** A sentence, the paragraphs it rests on, and for a quotation what else its reader has to know. */
export function StatementView({ statement: given, reply }: { statement: Statement; reply: Reply }) {
  const { lang } = useLang();
  const statement = withVerbatimWords(given, reply.citations);
  const { kind, verification } = statement;
  const isQuote = kind === "quote" && statement.quotes.length > 0;
  const cited = reply.citations.filter(({ n }) => statement.citations.includes(n));
  const rests = isQuote || kind === "fact";
  // An answer keeps its language when the page changes to the other.
  const ours = reply.answer && reply.answer.lang !== lang ? langTag(reply.answer.lang) : undefined;
  const inferred = rests ? inferredOf(cited) : [];
  return (
    <div className={classOf(isQuote, kind)} data-kind={kind}>
      <p>
        {segments(statement, reply.citations).map(({ text, quote, parts }, index) =>
          quote === null ? (
            <span key={index} lang={ours}>
              {text}
            </span>
          ) : (
            <q key={index} className="words" lang={langTag(langOf(quote.n, cited), text)}>
              {parts.map((part, at) => (part.answers ? <mark key={at}>{part.text}</mark> : part.text))}
            </q>
          ),
        )}
        <CheckedTag kind={kind} verification={verification} />
        {/* A blank, not a margin: it goes away where the chips begin a line. */}
        {" "}
        <ChipRow cited={statement.citations} reply={reply} />
        {inferred.length > 0 && <InferredTag parts={inferred} />}
      </p>
      {rests && cited.map((citation) => <ParallelText key={citation.n} citation={citation} only={cited.length === 1} />)}
    </div>
  );
}

function classOf(isQuote: boolean, kind: Statement["kind"]): string {
  if (isQuote) return "statement is-quote";
  return kind === "fact" ? "statement is-fact" : "statement";
}

function inferredOf(cited: readonly Citation[]): InferredPart[] {
  return [...new Set(cited.flatMap((citation) => citation.inferred_parts))];
}

function langOf(n: number, cited: readonly Citation[]): Citation["lang"] {
  return cited.find((citation) => citation.n === n)?.lang ?? "zh";
}
