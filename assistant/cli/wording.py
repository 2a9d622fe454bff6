"""``assistant precedents`` and ``assistant wording``: who used a phrase, and what it is called."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated, Final

import typer

from assistant.cli import printing
from assistant.cli.language import LangOption, in_language
from assistant.cli.opening import JsonOption, opened, print_json
from assistant.cli.printing import Line
from assistant.types import (
    BilingualExample,
    Coverage,
    Lang,
    PhraseTally,
    Precedent,
    Precedents,
    Renderings,
    Span,
    TermTable,
)
from assistant.types.bounds import MOST_PRECEDENTS

PhraseArgument = Annotated[str, typer.Argument(help="要查的说法 · The phrase")]

_KINDS: Final = {
    "preambular": ("序言部分", "preambular"),
    "operative": ("执行部分", "operative"),
    "annex": ("附件", "annex"),
    "heading": ("小标题", "heading"),
    "footnote": ("脚注", "footnote"),
}
_TABLES: Final[dict[TermTable, tuple[str, str]]] = {
    "verbs": ("动词表", "table of verbs"),
    "bodies": ("机构名称表", "table of bodies"),
    "lookup": ("检索用词表，不作译文依据", "table of search terms, no translation"),
}
_VERBS_SHOWN = 5


def precedents(
    phrase: PhraseArgument,
    *,
    limit: Annotated[
        int, typer.Option(min=1, max=MOST_PRECEDENTS, help="每页几段 · On a page")
    ] = 20,
    cursor: Annotated[str | None, typer.Option(help="从这里翻页 · Go on from here")] = None,
    json_: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """查一个说法的先例 · Who used a phrase before."""
    with opened(lang) as assistant:
        found = assistant.precedents(phrase, limit=limit, cursor=cursor, lang=lang or "zh")
    if json_:
        print_json(found)
    else:
        printing.show(precedent_lines(found, lang))


def wording(phrase: PhraseArgument, *, json_: JsonOption = False, lang: LangOption = None) -> None:
    """查一个说法的中文或英文写法 · A phrase in the other language."""
    with opened(lang) as assistant:
        found = assistant.wording(phrase, lang=lang or "zh")
    if json_:
        print_json(found)
    else:
        printing.show(rendering_lines(found, lang))


def precedent_lines(found: Precedents, lang: Lang | None) -> Iterator[Line]:
    """The counts, then a page of paragraphs, exact ones and near ones each under a heading."""
    yield Line(
        in_language(
            lang,
            f"“{found.phrase}”：原样使用 {found.exact} 段（{found.resolutions} 份决议），"
            f"近似 {found.near} 段。",
            f"“{found.phrase}”: used as it is in {found.exact} paragraphs "
            f"({found.resolutions} resolutions), nearly in {found.near}.",
        ),
        style="bold",
    )
    yield coverage_line(found.coverage, lang)
    yield from _tallies(in_language(lang, "届会", "Sessions"), found.by_session, lang)
    yield from _tallies(in_language(lang, "部分", "Parts"), found.by_kind, lang)
    yield from _tallies(in_language(lang, "动词", "Verbs"), found.by_verb[:_VERBS_SHOWN], lang)
    for name, first in (("最早 · Earliest", found.earliest), ("最近 · Latest", found.latest)):
        if first is not None:
            zh, en = name.split(" · ")
            yield Line(f"{in_language(lang, zh, en)}: {_where(first)}", indent=4)
    shown: str | None = None
    for hit in found.hits:
        if hit.match != shown:
            shown = hit.match
            yield Line("")
            names = {"exact": ("原样使用", "The same words"), "near": ("近似", "Nearly")}
            yield Line(in_language(lang, *names[hit.match]), style="bold")
        yield Line(_where(hit), style="bold")
        yield Line(marked(hit.text, hit.spans), indent=4)
    if found.next:
        yield Line("")
        yield Line(
            f"{in_language(lang, '下一页：', 'Next page: ')}--cursor {found.next}", style="dim"
        )


def rendering_lines(found: Renderings, lang: Lang | None) -> Iterator[Line]:
    """What the texts print for the phrase, with both texts side by side; what a table says."""
    yield Line(
        in_language(
            lang,
            f"“{found.phrase}”：两种文本对照的 {found.compared} 段中有 {found.paragraphs} 段，"
            f"互不相同的 {found.texts} 段。",
            f"“{found.phrase}”: in {found.paragraphs} of {found.compared} paragraphs held in both "
            f"languages, {found.texts} of them different.",
        ),
        style="bold",
    )
    yield coverage_line(found.coverage, lang)
    for term in found.table:
        yield Line(f"{in_language(lang, *_TABLES[term.table])}: {term.text}", indent=4)
    for one in found.renderings:
        yield Line("")
        counts = in_language(
            lang,
            f"{one.paragraphs} 段，别处 {one.elsewhere} 段",
            f"{one.paragraphs} paragraphs, {one.elsewhere} elsewhere",
        )
        yield Line(f"{one.text}  ({counts}, Dice {one.dice:.2f})", style="bold")
        yield from _examples(one.examples)
    if found.examples:
        yield Line("")
        yield Line(_why_as_they_are(found, lang), style="bold")
        yield from _examples(found.examples)


def coverage_line(coverage: Coverage, lang: Lang | None) -> Line:
    """What was looked through."""
    sessions = coverage.sessions
    zh = f"，第 {sessions[0]} 至 {sessions[-1]} 届会议" if sessions else ""
    en = f", sessions {sessions[0]} to {sessions[-1]}" if sessions else ""
    return Line(
        in_language(
            lang,
            f"文库：{coverage.resolutions} 份决议{zh}。",
            f"Library: {coverage.resolutions} resolutions{en}.",
        ),
        style="dim",
    )


def marked(text: str, spans: Iterable[Span]) -> str:
    """``text`` with the words of ``spans`` between 【 and 】, which no resolution prints."""
    for span in sorted(spans, reverse=True):
        text = f"{text[: span.start]}【{span.of(text)}】{text[span.end :]}"
    return text


def _where(hit: Precedent) -> str:
    return f"{hit.symbol}#{hit.paragraph}  {hit.label}"


def _tallies(name: str, tallies: Iterable[PhraseTally], lang: Lang | None) -> Iterator[Line]:
    unknown = in_language(lang, "不明", "unknown")
    parts = [
        f"{in_language(lang, *_KINDS.get(t.name or '', (t.name or unknown,) * 2))} {t.exact}"
        + (f"+{t.near}" if t.near else "")
        for t in tallies
    ]
    if parts:
        yield Line(f"{name}: {in_language(lang, '，', ', ').join(parts)}", indent=4)


def _examples(examples: Iterable[BilingualExample]) -> Iterator[Line]:
    for example in examples:
        yield Line(f"{example.symbol}#{example.paragraph}  {example.label}", indent=4)
        for text, span in ((example.zh, example.zh_span), (example.en, example.en_span)):
            yield Line(marked(text, [span] if span else []), indent=8)


def _why_as_they_are(found: Renderings, lang: Lang | None) -> str:
    if found.renderings:
        return in_language(lang, "另有别的写法：", "Put otherwise in:")
    if found.enough:
        return in_language(
            lang,
            "对照段落中没有固定对应的写法，原文如下：",
            "No wording stands out in the paragraphs held in both languages; they read:",
        )
    return in_language(
        lang,
        "对照段落太少，不足以认定固定写法，原文如下：",
        "Too few paragraphs are held in both languages to name an established wording; they read:",
    )
