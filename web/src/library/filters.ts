import type { Lang, Listing } from "../api/types";

/** What a list is narrowed by, in the order it is shown in; each may have several values. */
export const FACETS = ["session", "committee", "year", "subject"] as const;
export type FacetName = (typeof FACETS)[number];

export type Sort = Listing["sort"];
export const SORTS = ["best", "newest", "oldest", "title"] as const satisfies readonly Sort[];

/** The library as an address asks for it. */
export interface Filters {
  q: string;
  chosen: Record<FacetName, readonly string[]>;
  /** Only what is held in this language. */
  held: Lang | null;
  sort: Sort | null;
}

/** The server takes no more values of one facet. */
const MOST_VALUES = 20;

export function filtersOf(search: string): Filters {
  const query = new URLSearchParams(search);
  const held = query.get("held");
  const values = (name: FacetName) => [...new Set(query.getAll(name))].filter((v) => v !== "").slice(0, MOST_VALUES);
  return {
    q: query.get("q") ?? "",
    chosen: { session: values("session"), committee: values("committee"), year: values("year"), subject: values("subject") },
    held: held === "zh" || held === "en" ? held : null,
    sort: SORTS.find((one) => one === query.get("sort")) ?? null,
  };
}

/** The query of the address and of the request: the same names, so that one can be read off the other. */
export function queryOf({ q, chosen, held, sort }: Filters): URLSearchParams {
  const query = new URLSearchParams();
  if (q.trim() !== "") query.set("q", q.trim());
  for (const name of FACETS) for (const value of chosen[name]) query.append(name, value);
  if (held !== null) query.set("held", held);
  if (sort !== null) query.set("sort", sort);
  return query;
}

/** With a value chosen, or no longer. */
export function toggled(filters: Filters, name: FacetName, value: string): Filters {
  const before = filters.chosen[name];
  const now = before.includes(value) ? before.filter((one) => one !== value) : [...before, value].slice(-MOST_VALUES);
  return { ...filters, chosen: { ...filters.chosen, [name]: now } };
}

/** Without any value chosen; the words typed and the order stay. */
export function unfiltered(filters: Filters): Filters {
  return { ...filters, chosen: { session: [], committee: [], year: [], subject: [] }, held: null };
}

export function countOf({ chosen, held }: Filters): number {
  return FACETS.reduce((sum, name) => sum + chosen[name].length, held === null ? 0 : 1);
}
