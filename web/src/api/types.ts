/** The API's documents, by their names. A change of the contract changes `schema.d.ts`. */

import type { components } from "./schema";

type Schemas = components["schemas"];

export type About = Schemas["About"];
export type Answer = Schemas["Answer"];
export type AskRequest = Schemas["AskRequest"];
export type Citation = Schemas["Citation"];
export type CitedNow = Schemas["CitedNow"];
export type ConversationPage = Schemas["ConversationPage"];
export type ConversationSummary = Schemas["ConversationSummary"];
export type ConversationTurn = Schemas["ConversationTurn"];
export type Corrected = Schemas["Corrected"];
export type Facet = Schemas["Facet"];
export type FacetGroup = Schemas["FacetGroup"];
export type Facets = Schemas["Facets"];
export type Feedback = Schemas["Feedback"];
export type Generation = Schemas["Generation"];
export type IngestResult = Schemas["IngestResult"];
export type KeptAnswer = Schemas["KeptAnswer"];
export type KeptConversation = Schemas["Conversation"];
export type ListedResolution = Schemas["ListedResolution"];
export type ListedTitle = Schemas["ListedTitle"];
export type Listing = Schemas["Listing"];
export type Mark = Schemas["Mark"];
export type Paragraph = Schemas["Paragraph"];
export type Parallel = Schemas["Parallel"];
export type PassageNote = Schemas["PassageNote"];
export type Quote = Schemas["Quote"];
export type Resolution = Schemas["Resolution"];
export type Selection = Schemas["Selection"];
export type Snippet = Schemas["Snippet"];
export type Span = Schemas["Span"];
export type Statement = Schemas["Statement"];
export type Summary = Schemas["Summary"];
export type Understood = Schemas["Understood"];
export type UploadDesk = Schemas["UploadDesk"];
export type UploadJob = Schemas["UploadJob"];
export type Vote = Schemas["Vote"];

export type Health = Schemas["Health"];

export type Lang = Answer["lang"];
export type ParagraphKind = Paragraph["kind"];
export type InferredPart = Paragraph["inferred"][number];
export type Verdict = Feedback["verdict"];

/** RFC 9457, with the error's stable code. The page makes some of its own. */
export type Problem = Pick<Schemas["Problem"], "type" | "title" | "status" | "detail" | "code">;
