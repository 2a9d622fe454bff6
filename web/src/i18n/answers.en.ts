import type { zhAnswers } from "./answers.zh";

/** English has a singular; Chinese has none. */
type English = typeof zhAnswers & { answers: { same_one: string } };

export const enAnswers: English = {
  answers: {
    heading: "One answer",
    lead: "Asked on {{asked}}.",
    sharedSince: "Shared since {{shared}}.",
    loading: "Fetching the answer…",
    gone: "There is no such answer, or it is not shared any more",
    goneWhy: "The link may be mistyped; whoever shared it may have stopped, or deleted that conversation.",
    askAnew: "Ask yourself",
    askThis: "Ask this yourself",
    askThisWhy: "The question goes into the box. Change it first if you like; it is answered from what the library holds now.",
    askFollowUp: "This question followed on another. To ask it on its own, add the resolution it means in the box.",
    same_one: "The paragraph cited is word for word what the library holds now.",
    same_other: "The {{count}} paragraphs cited are word for word what the library holds now.",
    notSame: "The library has changed since: {{changes}}. The answer below stands as it was given.",
    changedParts: "{{places}} changed",
    goneParts: "{{places}} no longer held",
    joint: ", ",
    and: "; ",
    tag: { changed: "changed", gone: "removed" },
    state: {
      changed: "This is the text as it was when the question was asked; the library's has changed.",
      gone: "This is the text as it was when the question was asked; the library does not hold it any more.",
    },
    more: "This answer holds the first page only. Ask yourself to see all of it.",
    private: "This is your own answer and is not shared: only you can open this address.",
  },
};
