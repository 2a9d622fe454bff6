import { QueryClient, useQueries, useQuery, type QueryFunctionContext } from "@tanstack/react-query";

import { useLang } from "../i18n/useLang";
import type { Lang } from "./types";
import { getAbout, getHealth, getNewest, getResolution, RequestError } from "./client";

/** Resolutions are adopted once and rarely re-ingested: five minutes spare the server. */
const FRESH_MS = 5 * 60 * 1000;

/** What the keys of all lists of the library begin with. */
export const LIBRARY = "library";
/** Offered where none is chosen. */
const NEWEST = 5;

/** A refusal is final; only what never reached the server is worth a second try. */
const worthRetrying = (count: number, error: Error) =>
  count < 1 && error instanceof RequestError && error.problem.code === "unreachable";

export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: FRESH_MS, retry: worthRetrying, refetchOnWindowFocus: false },
    },
  });
}

/** Who answers and where questions go: asked again whenever the reader comes back to the page, since
 * the assistant may have been started anew with other settings meanwhile. */
export function useAbout() {
  const { lang } = useLang();
  return useQuery({
    queryKey: ["about"],
    queryFn: ({ signal }) => getAbout(lang, signal),
    staleTime: 0,
    refetchOnWindowFocus: "always",
  });
}

/** The version that runs. */
export function useHealth() {
  const { lang } = useLang();
  return useQuery({ queryKey: ["health"], queryFn: ({ signal }) => getHealth(lang, signal) });
}

/** The latest resolutions held, and how many there are in all. */
export function useNewest() {
  const { lang } = useLang();
  return useQuery({
    queryKey: [LIBRARY, "newest", lang],
    queryFn: ({ signal }) => getNewest(NEWEST, lang, signal),
  });
}

/** The versions of a resolution that are to be shown; null stands for the one that leads. */
export function useVersions(symbol: string, versions: readonly (Lang | null)[]) {
  const { lang } = useLang();
  return useQueries({
    queries: versions.map((version) => ({
      queryKey: ["resolution", symbol, version],
      queryFn: async ({ signal, client }: QueryFunctionContext) => {
        const read = await getResolution(symbol, version, lang, signal);
        // Who then chooses the language that leads has it already.
        if (version === null) client.setQueryData(["resolution", symbol, read.lang], read);
        return read;
      },
    })),
  });
}
