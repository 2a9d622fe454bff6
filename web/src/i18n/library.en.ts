import type { zhLibrary } from "./library.zh";

/** English has a singular; Chinese has none. */
type English = typeof zhLibrary & {
  library: { count_one: string };
};

export const enLibrary: English = {
  library: {
    heading: "Library",
    count_one: "1 resolution",
    count_other: "{{count}} resolutions",
    loading: "Listing the resolutions…",
    empty: "The library is empty. Add files with assistant ingest, then ask.",
    counts: "{{preambular}} preambular and {{operative}} operative paragraphs",
    bilingual: "Chinese and English",
  },
};
