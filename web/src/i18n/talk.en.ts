import type { zhTalk } from "./talk.zh";

/** English has a singular; Chinese has none. */
type English = typeof zhTalk & {
  talk: { rests_one: string; edit: { loses_one: string; askInstead_one: string } };
};

export const enTalk: English = {
  talk: {
    rests_one: "Rests on 1 paragraph",
    rests_other: "Rests on {{count}} paragraphs",
    slow: "Slower than usual, still waiting for the server…",
    stopped: "Stopped.",
    restore: "Bring back what stood here",
    again: "Answer again",
    fewer: "Fewer",
    cardCut: "Only a part; open it for the whole paragraph.",
    rewritten: "completed",
    rewrittenAs: "The language model completed this question to “{{question}}”, and that was answered.",
    copy: "Copy",
    copyAs: "Copy as",
    copyPartial: "Copy what there is",
    copyFailed: "Nothing was copied. Please try again.",
    copySoFar: "Only what is shown so far; show more to copy all",
    copyForm: { text: "Plain text", markdown: "Markdown", footnotes: "UN-style footnotes" },
    copyHint: {
      text: "[1] after the words, sources at the end",
      markdown: "footnotes as [^1]",
      footnotes: "General Assembly resolution 75/45, para. 13.",
    },
    edit: {
      button: "Edit",
      of: "Edit: {{question}}",
      label: "The question in other words",
      loses_one: "1 question comes after it. It is removed from the conversation when you ask again.",
      loses_other: "{{count}} questions come after it. They are removed from the conversation when you ask again.",
      askInstead_one: "Ask, and remove the one after it",
      askInstead_other: "Ask, and remove the {{count}} after it",
      cancel: "Cancel",
    },
    share: {
      button: "Share",
      shared: "Shared",
      heading: "Share this answer",
      means:
        "Whoever has the link can read this question, its answer and the paragraphs cited, and nothing else of the conversation. You can stop sharing at any time.",
      isPrivate: "Only you can read it now.",
      isShared: "The link works.",
      make: "Make a link",
      link: "Link",
      copy: "Copy link",
      open: "Open",
      stop: "Stop sharing",
    },
    feedback: {
      label: "Is this answer right?",
      right: "Right",
      wrong: "Wrong",
      incomplete: "Incomplete",
      why: {
        wrong: "What is wrong, and what should it be? (optional)",
        incomplete: "What is missing? (optional)",
      },
      send: "Send",
      thanks: "Thank you, noted. Only those who run this site see it; press again to take it back.",
      thanksForWords: "Thank you, your words are noted. Only those who run this site see them.",
      failed: "It was not noted.",
    },
  },
};
