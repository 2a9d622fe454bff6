import type { Snippet } from "../api/types";
import { InternalLink } from "../app/InternalLink";
import type { Opening } from "../app/routes";
import { shortPlaceLabel } from "../i18n/labels";
import { useLang } from "../i18n/useLang";
import { MarkedText } from "./MarkedText";

/** The words found, to be marked in the paragraph when it is opened. */
function openingOf({ place, lang, start, spans }: Snippet): Opening {
  return { place, lang, quoted: spans.map((span) => ({ start: span.start + start, end: span.end + start })) };
}

/** A stretch of a paragraph around the words that were looked for; its number opens it there. */
export function SnippetLine({ snippet }: { snippet: Snippet }) {
  const { t } = useLang();
  return (
    <p className="snippet">
      <InternalLink className="snippet-place" href={snippet.href} opening={openingOf(snippet)}>
        {shortPlaceLabel(snippet.place, t)}
      </InternalLink>{" "}
      <span className="words">
        {snippet.cut_before && "……"}
        <MarkedText text={snippet.text} spans={snippet.spans} lang={snippet.lang} />
        {snippet.cut_after && "……"}
      </span>
    </p>
  );
}
