import { useEffect, useRef, type KeyboardEvent } from "react";

import { symbolLabel } from "../i18n/labels";
import { useLang } from "../i18n/useLang";
import { Boundary } from "./Boundary";
import { InternalLink } from "./InternalLink";
import { libraryHref, type Opening, type Screen } from "./routes";
import { ResolutionScreen } from "./screens";
import { useTitle } from "./useTitle";

interface Props {
  screen: Extract<Screen, { kind: "resolution" }>;
  /** Whether it is the main screen; else it stands beside the conversation. */
  alone: boolean;
  /** Whether it takes the conversation's place, so that closing it is going back. */
  narrow: boolean;
  /** Whether the reader has given it the conversation's room. */
  full: boolean;
  opening: Opening | null;
  onFull: (full: boolean) => void;
  onClose: () => void;
}

/** A resolution beside the conversation; on a phone in its place; else the screen itself. */
export function SidePanel({ screen, alone, narrow, full, opening, onFull, onClose }: Props) {
  const { t } = useLang();
  const { symbol, place, view } = screen;
  const heading = useRef<HTMLHeadingElement>(null);
  const opensAtPlace = place !== null;
  const title = symbolLabel(symbol, t);
  useTitle(title);

  // Who opens the panel wants to read it; a paragraph, where one is named, takes the focus itself.
  useEffect(() => {
    if (!opensAtPlace) heading.current?.focus({ preventScroll: true });
  }, [symbol, opensAtPlace]);

  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key === "Escape" && !event.defaultPrevented && !alone) onClose();
  };
  // Alone on the page, it is the page.
  const isMain = alone || narrow || full;
  const Heading = isMain ? "h1" : "h2";
  return (
    <div
      className={alone || full ? "side is-alone" : "side"}
      id={isMain ? "main" : undefined}
      role={isMain ? "main" : "complementary"}
      aria-labelledby="side-heading"
      onKeyDown={closeOnEscape}
    >
      <div className="side-head">
        <Heading id="side-heading" ref={heading} tabIndex={-1}>
          {title}
        </Heading>
        {alone ? (
          <InternalLink className="button is-quiet" href={libraryHref}>
            {t("shell.toLibrary")}
          </InternalLink>
        ) : (
          <>
            {!narrow && (
              <button
                type="button"
                className="button is-quiet"
                aria-pressed={full}
                onClick={() => onFull(!full)}
              >
                {t("shell.full")}
              </button>
            )}
            <button type="button" className="button is-quiet" onClick={onClose}>
              {narrow ? t("reader.back") : t("reader.close")}
            </button>
          </>
        )}
      </div>
      <div className="side-body">
        <Boundary key={symbol} waiting={t("reader.loading")}>
          <ResolutionScreen symbol={symbol} place={place} view={view} opening={opening} alone={alone} />
        </Boundary>
      </div>
    </div>
  );
}
