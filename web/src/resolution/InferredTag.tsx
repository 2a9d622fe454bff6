import { useId, useState } from "react";

import type { InferredPart } from "../api/types";
import { inferredParts } from "../i18n/labels";
import { useLang } from "../i18n/useLang";
import { langTag } from "../text/language";

/** Says what of a paragraph was inferred, and why where it is pressed: no hovering is needed. */
export function InferredTag({ parts }: { parts: readonly InferredPart[] }) {
  const { t, lang } = useLang();
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <span className="inferred" lang={langTag(lang)}>
      <button
        type="button"
        className="tag"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen((was) => !was)}
      >
        {t("inferred.tag", { parts: inferredParts(parts, t) })}
      </button>
      <span id={id} className="why" hidden={!open}>
        {parts.map((part) => (
          <span key={part}>{t(`inferred.why.${part}`)}</span>
        ))}
      </span>
    </span>
  );
}
