import type { zhModel } from "./model.zh";

/** English has a singular; Chinese has none. */
type English = typeof zhModel & {
  notice: { kept_one: string };
  generation: { passed_one: string };
};

export const enModel: English = {
  notice: {
    asking: "Finding out who answers and where questions go…",
    unknown: "It could not be found out where questions go.",
    quoted: "Answers are word for word from the resolutions.",
    phrased: "Some answers are phrased by the model {{model}}, each sentence checked against the source.",
    stays: "Questions go to this site’s server and no further.",
    staysWithModel: "The model runs on this site’s server; questions go no further.",
    goes: {
      llm: "Your question and the paragraphs cited are sent to {{host}}.",
      embedder: "For searching, your question is sent to {{host}}.",
      reranker: "For ranking, your question and the paragraphs found are sent to {{host}}.",
    },
    joint: " ",
    given:
      "The model is given the question and the paragraphs the answer cites; with a follow-up that the rules cannot read, also the last three questions and the places they cited. Nothing else of the library is sent.",
    notAsked: "You chose extracts only: the model {{model}} is not asked.",
    kept_one:
      "Conversations (questions and answers) are kept on this site’s server and deleted once nobody has gone on with them for a day.",
    kept_other:
      "Conversations (questions and answers) are kept on this site’s server and deleted once nobody has gone on with them for {{count}} days.",
    keptForEver:
      "Conversations (questions and answers) are kept on this site’s server and not deleted by themselves.",
    logs: "The server’s logs hold neither questions nor answers.",
    extractsOnly: "Extracts only",
  },
  generation: {
    checked: "rephrased, checked",
    repaired: "corrected, checked",
    by: "Phrased by the model {{model}}: ",
    notBy: "The model {{model}} was asked: ",
    unused: "The model {{model}} was asked; none of its words is in the answer",
    passed_one: "it wrote 1 sentence, {{passed}} passed the checks",
    passed_other: "it wrote {{count}} sentences, {{passed}} passed the checks",
    copied: "(Phrased by the model {{model}}, each sentence checked against its paragraph; quote from the source.)",
    failure: "The language model did not finish: {{reason}}.",
    failureMeans: "Where no sentence passed the checks, the source’s own words are given.",
    retry: "Ask the model again",
    howChecked:
      "Each sentence of the model is held against one act of the paragraph it cites: symbols, dates, numbers, sessions, bodies, countries, verbs, negations and addressees must be there. Words in serif type with a dotted line are the source’s, letter for letter.",
    outcome: {
      kept: "passed as written",
      repaired: "passed after a correction",
      replaced: "replaced by the source’s words",
      dropped: "left out",
    },
    calls: "requests",
    tokens: "tokens",
    tokenCounts: "{{read}} read, {{written}} written",
    time: "time of the model",
    seconds: "{{n}} s",
    sentTo: "question sent to",
    here: "nowhere beyond the server",
    prompts: "version of the prompts",
  },
};
