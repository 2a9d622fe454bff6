"""What answers about references and series say of their own; part of the closed list."""

from __future__ import annotations

from assistant.text.instruments import english_title
from assistant.text.labels import label
from assistant.types import Lang

# n: paragraphs cited; in ``mentions_in`` resolutions cited; in ``named_…`` and ``series_not_held``
# the words quoted after it.
REFERENCE_PHRASES: dict[str, tuple[str, str]] = {
    "references_both": (
        "{where}中提到文件和条约、宣言等文书的段落共{n}段：",
        "Paragraphs of {where} that mention documents, treaties or declarations: {n}.",
    ),
    "mentions_by_verb": (
        "{where}中以“{verb}”提到{target}的段落共{n}段{of}：",
        "Paragraphs of {where} that mention {target} with “{verb}”: {n}{of}.",
    ),
    "mentions_in": ("提到它的决议共{n}份。", "Resolutions that mention it: {n}."),
    "named_resolutions": ("其中写明的其他决议共{n}份：", "Other resolutions named there, {n}: "),
    "named_documents": ("其中写明的文件共{n}份：", "Documents named there, {n}: "),
    "named_instruments": (
        "其中写明的条约、宣言等文书共{n}项：",
        "Treaties and declarations named there, {n}: ",
    ),
    "named_both": ("其中写明的文件和文书共{n}项：", "Documents and treaties named there, {n}: "),
    "series_held": (
        "同一系列的决议，库中收有{n}份：",
        "Resolutions of this series in the library: {n}.",
    ),
    "series_earlier": (
        "{target}之前同一系列的决议，库中收有{n}份：",
        "Resolutions of this series before {target} in the library: {n}.",
    ),
    "series_later": (
        "{target}之后同一系列的决议，库中收有{n}份：",
        "Resolutions of this series after {target} in the library: {n}.",
    ),
    "series_none": (
        "同一系列的这些决议，库中一份未收。",
        "None of these resolutions of the series is in the library.",
    ),
    "series_first": ("库中文本所见最早的一份：", "The earliest that the texts held tell of: "),
    "series_last": ("库中文本所见最近的一份：", "The latest that the texts held tell of: "),
    "series_not_held": (
        "文本中写明而库中未收的共{n}份：",
        "Named in the texts and not in the library, {n}: ",
    ),
    "series_rule": (
        "标题相同的归为一个系列，写法、届会和年份不计。",
        "Resolutions of one title are one series, spelling, session and year aside.",
    ),
    "series_inferred": (
        "有些只见于回顾以往决议的段落，段中未写标题，归入这一系列属于推定。",
        "Some are only listed among earlier resolutions, without a title: that they belong to the "
        "series is inferred.",
    ),
    "short_titles": (
        "有些段落只写简称，所指全称由前文推定。",
        "Some paragraphs use a short title; which full title it stands for is inferred from what "
        "stands before.",
    ),
}
_KINDS: dict[str, tuple[str, str]] = {
    "": ("其他决议", "other resolutions"),
    "instrument": ("条约等文书", "treaties"),
    "document": ("文件", "documents"),
    "document instrument": ("文件和条约等文书", "documents and treaties"),
}


def target_name(target: str, lang: Lang) -> str:
    """What is asked after: a symbol's label, an instrument's title, or a kind of things."""
    if "/" in target:
        return label(target, lang)
    if target in _KINDS:
        return _KINDS[target][lang == "en"]
    english = english_title(target) if lang == "en" else None
    return f"the {english}" if english else f"《{target}》"


_OTHERS: dict[str, tuple[str, str]] = {
    "earlier": ("更早的决议", "earlier resolutions"),
    "later": ("更晚的决议", "later resolutions"),
}


def others_of_series(which: str, lang: Lang) -> str:
    """Those of a series that were asked for: ``earlier``, ``later`` or any."""
    return _OTHERS.get(which, _KINDS[""])[lang == "en"]
