/** The filters of mandates as they stand in the address; their names and values are the API's. */

/** Filters that may be met in any of several ways. */
export const SEVERAL = ["addressee", "deliverable", "committee", "symbol"] as const;
/** Filters of one value. */
export const ONE = ["due_session", "due_after", "due_before", "session", "timed", "recurring"] as const;

export type FilterKey = (typeof SEVERAL)[number] | (typeof ONE)[number];

export interface Chosen {
  key: FilterKey;
  value: string;
}

/** What of an address are filters, in one order: the same choice is the same query. */
export function filtersOf(search: string): URLSearchParams {
  const given = new URLSearchParams(search);
  const kept = new URLSearchParams();
  for (const key of SEVERAL) {
    for (const value of [...new Set(given.getAll(key))].sort()) if (value !== "") kept.append(key, value);
  }
  for (const key of ONE) {
    const value = given.get(key);
    if (value !== null && value !== "") kept.set(key, value);
  }
  return kept;
}

export function chosen(filters: URLSearchParams): Chosen[] {
  return [...SEVERAL, ...ONE].flatMap((key) => filters.getAll(key).map((value) => ({ key, value })));
}

/** The address's query with these values of one filter; everything else in it stays. */
export function withFilter(search: string, key: FilterKey, values: readonly string[]): string {
  const query = new URLSearchParams(search);
  query.delete(key);
  for (const value of values) if (value !== "") query.append(key, value);
  return query.toString();
}

/** The query without one value of one filter. */
export function without(search: string, { key, value }: Chosen): string {
  const rest = new URLSearchParams(search).getAll(key).filter((one) => one !== value);
  return withFilter(search, key, rest);
}

/** Everything that is no filter: how the table is sorted, say. */
export function withoutFilters(search: string): string {
  const query = new URLSearchParams(search);
  for (const key of [...SEVERAL, ...ONE]) query.delete(key);
  return query.toString();
}

/** Where the same mandates are had as a file. */
export function exportHref(filters: URLSearchParams, format: "csv" | "ics", lang: string): string {
  const query = new URLSearchParams(filters);
  query.set("format", format);
  query.set("lang", lang);
  return `/api/v1/mandates?${query.toString()}`;
}
