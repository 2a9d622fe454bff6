import { useQueries, useQuery, type QueryFunctionContext } from "@tanstack/react-query";

import { get } from "../api/client";
import type { components } from "../api/schema";
import type { Lang } from "../api/types";
import { useLang } from "../i18n/useLang";
import type { Link } from "./pieces";

export type Around = components["schemas"]["Around"];
export type MentionLink = components["schemas"]["MentionLink"];

/** What lies around a version; null is the one that leads. */
function aroundQuery(symbol: string, version: Lang | null, lang: Lang) {
  return {
    queryKey: ["around", symbol, version, lang],
    queryFn: async ({ signal, client }: QueryFunctionContext) => {
      const query = new URLSearchParams(version === null ? { lang } : { version, lang });
      const found = await get<Around>(`/api/v1/resolutions/${encodeURI(symbol)}/around?${query}`, lang, signal);
      // Asked before it is known which language leads, and not again when it is.
      if (version === null) client.setQueryData(["around", symbol, found.lang, lang], found);
      return found;
    },
  };
}

/** The languages a resolution is held in, the leading one first; undefined until that is known, none
 * where it cannot be had. */
export function useHeld(symbol: string): readonly Lang[] | undefined {
  const { lang } = useLang();
  const { data, isPending } = useQuery(aroundQuery(symbol, null, lang));
  return isPending ? undefined : (data?.langs ?? NO_LANGS);
}

const NO_LANGS: readonly Lang[] = [];

/** What lies around the versions that are shown. The text does not wait for it. */
export function useAround(symbol: string, langs: readonly Lang[]): readonly (Around | undefined)[] {
  const { lang } = useLang();
  const known = useHeld(symbol) !== undefined;
  return useQueries({
    queries: langs.map((version) => ({ ...aroundQuery(symbol, version, lang), enabled: known })),
    combine: dataOf,
  });
}

/** Named, so that the same answers combine into the same array. */
function dataOf(results: readonly { data: Around | undefined }[]): readonly (Around | undefined)[] {
  return results.map(({ data }) => data);
}

/** The words of each paragraph that lead to a resolution held, by its place. */
export function heldMentions({ mentions }: Pick<Around, "mentions">): Map<string, Link[]> {
  const places = new Map<string, Link[]>();
  for (const { place, span, held } of mentions) {
    const [first] = held;
    if (first === undefined) continue;
    places.set(place, [...(places.get(place) ?? []), { span, href: first.href }]);
  }
  return places;
}

const NO_LINKS: readonly Link[] = [];

/** Finds the links of a paragraph by its language and place. */
export function linksOf(langs: readonly Lang[], around: readonly (Around | undefined)[]) {
  const found = new Map(langs.map((lang, index) => [lang, heldMentions(around[index] ?? { mentions: [] })]));
  return (lang: Lang, place: string): readonly Link[] => found.get(lang)?.get(place) ?? NO_LINKS;
}

/** Each resolution held that is mentioned, once, in the order of the text. */
export function heldOnce({ mentions }: Pick<Around, "mentions">): MentionLink["held"] {
  const once = new Map(mentions.flatMap(({ held }) => held).map((one) => [one.symbol, one]));
  return [...once.values()];
}
