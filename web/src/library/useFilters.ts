import { useEffect, useState } from "react";
import { navigate, useSearch } from "wouter/use-browser-location";

import { libraryHref } from "../app/routes";
import { filtersOf, queryOf, type Filters } from "./filters";

/** The rest between two strokes of somebody who types; a request for each would be wasted. */
const TYPING_MS = 120;

function hrefOf(filters: Filters): string {
  // A stroke may stand in a query, and committees and symbols have them.
  const query = queryOf(filters).toString().replaceAll("%2F", "/");
  return query === "" ? libraryHref : `${libraryHref}?${query}`;
}

/** The address is what is looked for. Typing rewrites it, choosing adds to the history. */
export function useFilters() {
  const filters = filtersOf(useSearch());
  const [typed, setTyped] = useState(filters.q);
  const [composing, setComposing] = useState(false);
  const [written, setWritten] = useState(filters.q);
  // "Back" changes the address under the box.
  if (written !== filters.q) {
    setWritten(filters.q);
    if (typed.trim() !== filters.q) setTyped(filters.q);
  }

  const due = !composing && typed.trim() !== filters.q;
  const next = hrefOf({ ...filters, q: typed });
  useEffect(() => {
    if (!due) return;
    const timer = setTimeout(() => navigate(next, { replace: true }), TYPING_MS);
    return () => clearTimeout(timer);
  }, [due, next]);

  const choose = (chosen: Filters) => navigate(hrefOf({ ...chosen, q: typed }));
  const clearAll = () => {
    setTyped("");
    navigate(libraryHref);
  };
  return { filters, typed, setTyped, setComposing, choose, clearAll };
}
