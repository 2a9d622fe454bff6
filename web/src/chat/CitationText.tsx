import { citationLabel, inferredParts } from "../i18n/labels";
import { useLang } from "../i18n/useLang";
import { pieces } from "../resolution/pieces";
import { langTag } from "../text/language";
import type { Cited } from "./cards";
import { excerptOf } from "./excerpt";

/** A cited paragraph on its card: where it stands, its words, the quoted ones marked. */
export function CitationText({ citation, quoted, state }: Cited) {
  const { t } = useLang();
  const { text, lang, inferred_parts: parts } = citation;
  const shown = excerptOf(text, quoted, lang);
  const drawn = pieces(shown.text, { quoted: shown.quoted, strong: [], marks: [] });
  return (
    <>
      <p className="card-label">{citationLabel(citation, true, t)}</p>
      <p className="card-text words" lang={langTag(lang, text)}>
        {shown.cutBefore && "……"}
        {drawn.map((piece, index) => {
          if (piece.kind === "mark") return null;
          return piece.quoted ? <mark key={index}>{piece.text}</mark> : piece.text;
        })}
        {shown.cutAfter && "……"}
      </p>
      {parts.length > 0 && <p className="card-note">{t("inferred.tag", { parts: inferredParts(parts, t) })}</p>}
      {state !== null && state !== "same" && <p className="card-note">{t(`answers.state.${state}`)}</p>}
      {(shown.cutBefore || shown.cutAfter) && <p className="card-hint">{t("talk.cardCut")}</p>}
    </>
  );
}
