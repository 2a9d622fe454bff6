import type { ReactNode } from "react";

import { InternalLink } from "../app/InternalLink";
import { useLang } from "../i18n/useLang";
import { langTag } from "../text/language";
import { FootnoteMark } from "./FootnoteMark";
import { linked, type Piece, type Role } from "./pieces";

/** A printed line: quoted words marked, what it mentions linked, its notes where they stood. */
export function LineView({ line }: { line: readonly Piece[] }) {
  return linked(line).map(({ key, link, pieces }) => {
    const drawn = pieces.map((piece, at) => <PieceView key={at} piece={piece} />);
    if (link === null) return <span key={key}>{drawn}</span>;
    return (
      <InternalLink key={key} className="mention" href={link.href}>
        {drawn}
      </InternalLink>
    );
  });
}

function PieceView({ piece }: { piece: Piece }) {
  if (piece.kind === "mark") return <FootnoteMark mark={piece.mark} />;
  const strong = piece.strong ? <strong>{piece.text}</strong> : piece.text;
  const words = piece.role === null ? strong : <WithRole role={piece.role}>{strong}</WithRole>;
  return piece.quoted ? <mark>{words}</mark> : words;
}

/** Verbs and addressees have different lines below them, and say what they are to the ear. */
function WithRole({ role, children }: { role: Role; children: ReactNode }) {
  const { t, lang } = useLang();
  return (
    <span className="role" data-role={role}>
      <span className="visually-hidden" lang={langTag(lang)}>
        {`[${t(`reading.role.${role}`)}] `}
      </span>
      {children}
    </span>
  );
}
