import type { zhAbout } from "./about.zh";

/** English has a singular; Chinese has none. */
type English = typeof zhAbout & { about: { held_one: string } };

export const enAbout: English = {
  about: {
    heading: "About",
    lead: "Ask in Chinese or English what General Assembly resolutions say; every sentence of an answer can be checked, word for word, against a numbered paragraph.",
    notTheUN: "Not the United Nations",
    independence:
      "This is not a United Nations site. It is not affiliated with the United Nations and does not use its emblem. Answers here are not legal advice.",
    texts: "Where the texts come from",
    terms:
      "The texts come from United Nations documents. Reproduction is subject to the terms of use of the United Nations, with the source acknowledged; the texts published by the United Nations prevail.",
    toTerms: "Terms of use of the United Nations",
    toOfficialTexts: "Official Document System of the United Nations",
    held_one: "The library holds 1 resolution.",
    held_other: "The library holds {{count}} resolutions.",
    toLibrary: "See the library",
    questions: "Where questions go, and how long they are kept",
    software: "Version and licence",
    licence: "Resolution Assistant {{version}}; its code is under the Apache-2.0 licence.",
    drawing: "The graph of references is drawn with React Flow (MIT licence).",
  },
};
