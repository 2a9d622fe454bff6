/** The API's documents, by their names. A change of the contract changes `schema.d.ts`. */

import type { components } from "./schema";

type Schemas = components["schemas"];

export type About = Schemas["About"];
export type Answer = Schemas["Answer"];
export type AskRequest = Schemas["AskRequest"];
export type Citation = Schemas["Citation"];
export type Corrected = Schemas["Corrected"];
export type Generation = Schemas["Generation"];
export type Mark = Schemas["Mark"];
export type Parallel = Schemas["Parallel"];
export type Paragraph = Schemas["Paragraph"];
export type PassageNote = Schemas["PassageNote"];
export type Quote = Schemas["Quote"];
export type Resolution = Schemas["Resolution"];
export type Selection = Schemas["Selection"];
export type Span = Schemas["Span"];
export type Statement = Schemas["Statement"];
export type Summary = Schemas["Summary"];
export type Understood = Schemas["Understood"];
export type Vote = Schemas["Vote"];

export type Lang = Answer["lang"];
export type ParagraphKind = Paragraph["kind"];
export type InferredPart = Paragraph["inferred"][number];

/** RFC 9457, with the error's stable code. The page makes some of its own. */
export type Problem = Pick<Schemas["Problem"], "type" | "title" | "status" | "detail" | "code">;
