"""The closed list's sentences of an answer that refuses: why, and what is there instead."""

from __future__ import annotations

REFUSAL_PHRASES: dict[str, tuple[str, str]] = {
    "not_held": ("库中没有：{missing}。", "Not in the library: {missing}."),
    "library_holds": ("库中现有：{held}。", "The library holds: {held}."),
    "library_empty": (
        "库中还没有决议，请先导入。",
        "The library is empty; ingest resolutions first.",
    ),
    "off_topic": (
        "这个问题不在库中决议的范围内。",
        "This question is not about the resolutions held.",
    ),
    "opinion": (
        "这里只引用决议原文，不提供意见、评价、预测或法律建议。",
        "Only the text of resolutions is quoted here; no opinion, prediction or legal advice "
        "is given.",
    ),
    "later": (
        "这里只答决议原文写了什么，通过以后执行和发展的情况不在其中。",
        "Only what resolutions say is answered here; what happened after their adoption is not "
        "in them.",
    ),
    "bears_on": ("原文中与此有关的段落：", "Paragraphs of the texts that bear on this:"),
    "instruction": (
        "这里只回答决议写了什么，不执行其他指令。",
        "Only questions about what resolutions say are answered; other instructions are not "
        "followed.",
    ),
    "task": (
        "这里只回答决议写了什么，不写作、不编程、不计算。",
        "Only questions about what resolutions say are answered; nothing is written, "
        "programmed or calculated.",
    ),
    "small_talk": (
        "你好。这里回答联合国大会决议写了什么，每句话都附原文出处。",
        "Hello. Ask what General Assembly resolutions say; every sentence comes with its source.",
    ),
    "language": ("目前只接受中文和英文提问。", "Questions are read in Chinese and English only."),
    "empty": ("没有读到问题，请用文字提问。", "No question was read; please ask in words."),
    "can_ask": (
        "可以按决议号、段号、主体或动词提问。",
        "Ask by resolution, paragraph, body or verb.",
    ),
    "which": ("您问的是哪一份决议？", "Which resolution do you mean?"),
    "by_words_alone": (
        "按意思查找现在用不了，这次只按词语查找，用词不同的段落可能没有找到。",
        "Searching by meaning does not work now; this was searched by words alone, and paragraphs "
        "that say it in other words may not have been found.",
    ),
    "model_silent": (
        "语言模型这次没有作答，以上是原文摘录。",
        "The language model did not answer this time; the above quotes the texts.",
    ),
}
