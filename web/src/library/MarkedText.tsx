import { Fragment } from "react";

import type { Lang, Span } from "../api/types";
import { langTag } from "../text/language";
import { marked } from "./marking";

interface Props {
  text: string;
  spans: readonly Span[];
  lang: Lang;
}

/** Words of a resolution, with those that were looked for marked. */
export function MarkedText({ text, spans, lang }: Props) {
  return (
    <span lang={langTag(lang, text)}>
      {marked(text, spans).map((piece, index) =>
        piece.marked ? <mark key={index}>{piece.text}</mark> : <Fragment key={index}>{piece.text}</Fragment>,
      )}
    </span>
  );
}
