/** The API's documents, as the server's OpenAPI names them. */

export type Lang = "zh" | "en";

export interface Span {
  start: number;
  end: number;
}

export type Intent =
  | "paragraph"
  | "acts"
  | "masthead"
  | "count"
  | "footnotes"
  | "references"
  | "mentioned_by"
  | "deadlines"
  | "overview"
  | "library"
  | "compare"
  | "content"
  | "refuse";

export interface Understood {
  intent: Intent;
  symbols: string[];
  places: string[];
  addressee: string | null;
  verbs: string[];
  session: number | null;
  attribute: string | null;
  target: string | null;
  carried: string[];
}

export interface PassageNote {
  total: number;
  keys: string[];
}

export interface Quote {
  n: number;
  start: number;
  end: number;
}

export interface Statement {
  text: string;
  kind: "quote" | "fact" | "computed" | "connective";
  citations: number[];
  quotes: Quote[];
  verification: "verbatim" | "checked" | "repaired" | "recounted" | null;
}

export interface Citation {
  n: number;
  symbol: string;
  paragraph: string;
  inferred: boolean;
  label: string;
  text: string;
  source: { name: string; sha256: string; retrieved: string | null };
  href: string;
}

export interface Answer {
  version: 1;
  status: "answered" | "not_found" | "out_of_scope" | "needs_clarification";
  lang: Lang;
  answer: string;
  statements: Statement[];
  citations: Citation[];
  understood: Understood;
  coverage: { resolutions: number; sessions: number[] };
  settings_hash: string;
  answerer: string;
  missing: string[];
  clarify: string | null;
  suggestions: string[];
  page: string | null;
  conversation_id: string | null;
  timings_ms: Record<string, number>;
}

export interface Summary {
  symbol: string;
  label: string;
  title: string;
  lang: Lang;
  session: number | null;
  date: string | null;
  committee: string | null;
  preambular: number;
  operative: number;
}

export interface Mark {
  footnote: string;
  printed: string;
  offset: number;
}

export type ParagraphKind = "meta" | "preambular" | "operative" | "footnote" | "end";

export interface Paragraph {
  symbol: string;
  place: string;
  kind: ParagraphKind;
  text: string;
  printed: string | null;
  inferred: string[];
  marks: Mark[];
  emphasis: Span[];
}

export interface Fact {
  value: string;
  place: string;
  span: Span;
}

export interface Resolution {
  symbol: string;
  lang: Lang;
  title: string;
  paragraphs: Paragraph[];
  masthead: Record<string, Fact>;
  source: { name: string; sha256: string; retrieved: string | null };
  inferred: string[];
  unplaced: string[];
}

/** RFC 9457, with the error's stable code. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: string;
}
