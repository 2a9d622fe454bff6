/** The documents of the tools, by their names in the API. */

import type { components, operations } from "../api/schema";

type Schemas = components["schemas"];

export type AlignedRow = Schemas["AlignedRow"];
export type Comparison = Schemas["Comparison"];
export type Facet = Schemas["Facet"];
export type Listing = Schemas["Listing"];
export type Mandate = Schemas["Mandate"];
export type MandateDue = Schemas["MandateDue"];
export type MandateFacets = Schemas["MandateFacets"];
export type MandatePage = Schemas["MandatePage"];
export type MandateSort = NonNullable<NonNullable<operations["mandates"]["parameters"]["query"]>["sort"]>;
export type ReferenceEdge = Schemas["ReferenceEdge"];
export type ReferenceGraph = Schemas["ReferenceGraph"];
export type ReferenceLink = Schemas["ReferenceLink"];
export type ReferenceNode = Schemas["ReferenceNode"];
export type Series = Schemas["Series"];
export type SeriesMember = Schemas["SeriesMember"];
export type VerbChange = Schemas["VerbChange"];
export type WordChange = Schemas["WordChange"];

export type Invoked = ReferenceEdge["invoked"];
export type RowKind = AlignedRow["kind"];
