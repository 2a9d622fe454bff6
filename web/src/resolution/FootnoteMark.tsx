import { Hovercard, HovercardAnchor, HovercardProvider } from "@ariakit/react/hovercard";
import { useState } from "react";

import type { Mark } from "../api/types";
import { useLang } from "../i18n/useLang";
import { langTag } from "../text/language";
import { PlaceLink } from "./PlaceLink";
import { useReading } from "./reading";

const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** The note's number in ordinary digits: the page raises them itself, all alike. */
export function digits(printed: string): string {
  return Array.from(printed, (c) => {
    const value = SUPERSCRIPTS.indexOf(c);
    return value < 0 ? c : String(value);
  }).join("");
}

/** `FN4` → 4: the how-manieth of the document. */
export function countOf(place: string): string {
  return place.replace(/^FN/, "");
}

/** A raised number that leads to its note, and shows it where the pointer or the focus rests. */
export function FootnoteMark({ mark: { footnote, printed } }: { mark: Mark }) {
  const { t, lang } = useLang();
  const shown = digits(printed === "" ? countOf(footnote) : printed);
  if (footnote === "") {
    return (
      <sup className="note-mark" title={t("reader.footnoteLost")}>
        {shown}
        <span className="visually-hidden" lang={langTag(lang)}>
          {t("reader.footnoteLost")}
        </span>
      </sup>
    );
  }
  return (
    <sup className="note-mark">
      <NoteAtHand place={footnote} shown={shown} />
    </sup>
  );
}

function NoteAtHand({ place, shown }: { place: string; shown: string }) {
  const { t } = useLang();
  const { notes, tags } = useReading();
  const [open, setOpen] = useState(false);
  const versions = notes.get(place) ?? [];
  return (
    <HovercardProvider open={open} setOpen={setOpen} timeout={200}>
      <HovercardAnchor
        render={<PlaceLink place={place} aria-label={t("reader.footnote", { printed: shown })} />}
        onFocusVisible={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onClick={() => setOpen(false)}
      >
        {shown}
      </HovercardAnchor>
      {open && (
        <Hovercard
          className="hovercard note-card"
          portal
          unmountOnHide
          gutter={6}
          aria-label={t("reader.footnote", { printed: shown })}
        >
          {versions.map((text, index) =>
            text === null ? null : (
              <p key={index} className="words" lang={tags[index]}>
                {text}
              </p>
            ),
          )}
        </Hovercard>
      )}
    </HovercardProvider>
  );
}
