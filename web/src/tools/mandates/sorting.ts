import type { Mandate, MandateSort } from "../types";

/** By what the table can be ordered. */
export const COLUMNS = ["due", "addressee", "deliverable", "resolution"] as const;
export type Column = (typeof COLUMNS)[number];

export interface Order {
  by: Column;
  descending: boolean;
}

/** The newest resolutions first. */
const FIRST: Order = { by: "resolution", descending: true };

/** `sort=-addressee` of an address. */
export function orderOf(search: string): Order {
  const written = new URLSearchParams(search).get("sort") ?? "";
  const by = COLUMNS.find((column) => column === written.replace(/^-/, ""));
  return by === undefined ? FIRST : { by, descending: written.startsWith("-") };
}

/** The address's query once the head of a column was pressed: that order, or its reverse. */
export function pressed(search: string, column: Column): string {
  const { by, descending } = orderOf(search);
  return orderedBy(search, column, by === column && !descending);
}

/** The address's query with that order. */
export function orderedBy(search: string, column: Column, descending = false): string {
  const query = new URLSearchParams(search);
  query.set("sort", descending ? `-${column}` : column);
  return query.toString();
}

/** The order that the server is asked for: it has those of columns that all pages can be ordered by. */
export function serverSort({ by, descending }: Order): MandateSort {
  if (by === "due") return descending ? "due_latest" : "due";
  return by === "resolution" && !descending ? "oldest" : "newest";
}

/**
 * The mandates in an order. The server's own are left as they came. Of the others those that lack
 * what the order goes by stand last either way, and what is equal stays as the server had it.
 */
export function sorted(mandates: readonly Mandate[], { by, descending }: Order, lang: string): Mandate[] {
  if (by === "due" || by === "resolution") return [...mandates];
  const collator = new Intl.Collator(lang, { numeric: true });
  const sign = descending ? -1 : 1;
  return mandates
    .map((mandate, index) => ({ mandate, index, value: KEYS[by](mandate) }))
    .sort((a, b) => {
      if (a.value === "" || b.value === "") return Number(a.value === "") - Number(b.value === "") || a.index - b.index;
      return sign * collator.compare(a.value, b.value) || a.index - b.index;
    })
    .map(({ mandate }) => mandate);
}

const KEYS: Record<"addressee" | "deliverable", (mandate: Mandate) => string> = {
  addressee: ({ addressees }) => addressees[0]?.name ?? "",
  deliverable: ({ deliverables }) => deliverables[0] ?? "",
};
