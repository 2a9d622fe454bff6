import type { zhLibrary } from "./library.zh";

type Words = (typeof zhLibrary)["library"];
type One<K extends string> = Record<`${K}_one`, string>;

/** English has a singular; Chinese has none. */
interface English {
  library: Words &
    One<"filtersChosen" | "show" | "count" | "countOf" | "more" | "further"> & {
      facet: Words["facet"] & One<"all" | "leftOut" | "unstated">;
      upload: Words["upload"] &
        One<
          | "limits"
          | "start"
          | "sending"
          | "inferred"
          | "unplaced"
          | "tooManyFiles"
          | "taken"
          | "unchanged"
          | "refused"
        >;
    };
}

const LIMITS = "TXT, PDF, DOCX, HTML, or a ZIP of them; each up to {{each}}, {{all}} in all";

export const enLibrary: English = {
  library: {
    heading: "Library",
    search: "Find",
    searchExample: "Title, symbol or words, as in 75/45",
    sort: { label: "Order", best: "Best match", newest: "Newest first", oldest: "Oldest first", title: "By title" },
    filters: "Filters",
    filtersChosen_one: "Filters (1)",
    filtersChosen_other: "Filters ({{count}})",
    facet: {
      session: "Session",
      committee: "Committee",
      year: "Year of adoption",
      subject: "Subject",
      all_one: "The only one",
      all_other: "All {{count}}",
      fewer: "Fewer",
      leftOut_one: "1 more: narrow the list first.",
      leftOut_other: "{{count}} more: narrow the list first.",
      unstated_one: "1 does not state it",
      unstated_other: "{{count}} do not state it",
    },
    held: { label: "Text", any: "In any language", zh: "With Chinese", en: "With English" },
    chosen: "Filters chosen",
    remove: "Remove “{{label}}”",
    removeAll: "Remove all filters",
    results: "Resolutions",
    show_one: "See 1 resolution",
    show_other: "See {{count}} resolutions",
    count_one: "1 resolution",
    count_other: "{{n}} resolutions",
    countOf_one: "1 resolution of {{held}}",
    countOf_other: "{{n}} resolutions of {{held}}",
    loading: "Listing the resolutions…",
    more_one: "Show 1 more",
    more_other: "Show more ({{count}} left)",
    further_one: "1 more paragraph says so",
    further_other: "{{count}} more paragraphs say so",
    empty: "The library is empty. Add files, then search them and ask.",
    nothing: "No resolution says “{{words}}”.",
    nothingNarrowed: "Nothing was found within the filters chosen.",
    notHeld: "The library does not hold {{list}}.",
    startOver: "See all resolutions",
    counts: "{{preambular}} preambular and {{operative}} operative paragraphs",
    bilingual: "Chinese and English",
    upload: {
      open: "Add files",
      heading: "Add resolutions to the library",
      dropHere: "Drop to add to the library",
      asking: "Asking the server…",
      off: "This server has no key that may write yet. Whoever runs it can make one with assistant keys create --scope write, or add files with assistant ingest.",
      choose: "Choose files…",
      orDrop: "Or drop files here.",
      limits_one: `${LIMITS}, one at a time.`,
      limits_other: `${LIMITS}, {{count}} files at a time.`,
      files: "Files",
      remove: "Remove",
      removeFile: "Remove {{name}}",
      start_one: "Upload 1 file",
      start_other: "Upload {{count}} files",
      cancel: "Cancel",
      symbolAsk: "Does the file not state its symbol?",
      symbol: "Symbol",
      sending_one: "Sending 1 file…",
      sending_other: "Sending {{count}} files…",
      sendingFile: "Sending {{name}}",
      reading: "Reading the files…",
      indexing: "Indexing…",
      state: { waiting: "Waiting", sending: "On its way", sent: "Sent", notTaken: "Not taken in" },
      outcome: {
        added: "Added:",
        replaced: "Replaced:",
        unchanged: "Held already, unchanged:",
        refused: "Refused:",
      },
      line: " (line {{line}})",
      inferred_one: "1 thing was inferred",
      inferred_other: "{{count}} things were inferred",
      unplaced_one: "1 line fits nowhere",
      unplaced_other: "{{count}} lines fit nowhere",
      tooLarge: "Larger than {{limit}}: it will not be sent. Split it, or convert it to text.",
      tooManyFiles_one: "Only one file at a time: remove the others.",
      tooManyFiles_other: "At most {{count}} files at a time: remove some.",
      tooManyBytes: "Together they are too large: remove some and upload in several goes.",
      taken_one: "1 resolution taken in",
      taken_other: "{{count}} resolutions taken in",
      unchanged_one: "1 unchanged",
      unchanged_other: "{{count}} unchanged",
      refused_one: "1 refused",
      refused_other: "{{count}} refused",
      nothing: "nothing taken in",
      joint: ", ",
      ended: { done: "Done: {{whole}}.", cancelled: "Cancelled: {{whole}}.", failed: "Not finished: {{whole}}." },
    },
  },
};
