import { useEffect, useRef, type KeyboardEvent } from "react";

import { symbolLabel } from "../i18n/labels";
import { useLang } from "../i18n/useLang";
import { LibraryList } from "../resolution/LibraryList";
import { Reader } from "../resolution/Reader";
import { InternalLink } from "./InternalLink";
import { homeHref, type Opening, type Side } from "./routes";

interface Props {
  side: Exclude<Side, { kind: "none" }>;
  /** Whether it takes the conversation's place, so that closing it is going back. */
  narrow: boolean;
  opening: Opening | null;
  onClose: () => void;
}

/** What stands beside the conversation; on a phone, in its place. */
export function SidePanel({ side, narrow, opening, onClose }: Props) {
  const { t } = useLang();
  const heading = useRef<HTMLHeadingElement>(null);
  const subject = side.kind === "resolution" ? side.symbol : side.kind;
  const opensAtPlace = side.kind === "resolution" && side.place !== null;

  // Who opens the panel wants to read it; a paragraph, where one is named, takes the focus itself.
  useEffect(() => {
    if (!opensAtPlace) heading.current?.focus({ preventScroll: true });
  }, [subject, opensAtPlace]);

  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key === "Escape") onClose();
  };
  // Alone on the page, it is the page.
  const Heading = narrow ? "h1" : "h2";
  const title = side.kind === "resolution" ? symbolLabel(side.symbol, t) : t("library.heading");
  return (
    <div
      className="side"
      role={narrow ? "main" : "complementary"}
      aria-labelledby="side-heading"
      onKeyDown={closeOnEscape}
    >
      <div className="side-head">
        <Heading id="side-heading" ref={heading} tabIndex={-1}>
          {side.kind === "unknown" ? t("app.notFound") : title}
        </Heading>
        <button type="button" className="button is-quiet" onClick={onClose}>
          {narrow ? t("reader.back") : t("reader.close")}
        </button>
      </div>
      <div className="side-body">
        {side.kind === "library" && <LibraryList />}
        {side.kind === "unknown" && <InternalLink href={homeHref}>{t("app.home")}</InternalLink>}
        {side.kind === "resolution" && (
          <Reader key={side.symbol} symbol={side.symbol} place={side.place} view={side.view} opening={opening} />
        )}
      </div>
    </div>
  );
}
