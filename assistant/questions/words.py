"""Bodies, verbs and content words of a question, each with the words that name it cut out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from assistant.questions.english_words import english_content_terms
from assistant.questions.scope import blank
from assistant.text.bodies import find_bodies, find_english_bodies
from assistant.text.glossary import established
from assistant.text.numerals import chinese
from assistant.text.tokens import STOP_WORDS, specificity, tagged_words
from assistant.text.verbs import VERBS, english_verbs
from assistant.types import Entity, Lang, Span, Term, Wanted

# Verbs of the table that in a question are ordinary words: 通过 (was adopted), 指出, 设立 …
_NOT_ASKED = frozenset({"通过", "指出", "设立", "审议了", "谋求", "遵循", "希望", "赞许", "授权"})
_NOT_ASKED_IN_ENGLISH = _NOT_ASKED - {"授权"}  # a noun in Chinese, too: a mandate
# Asking with these means any directive, not the verb itself: "对X的要求", "请X做什么".
_ANY_DIRECTIVE = frozenset({"请", "要求"})
_SAYING = re.compile(r"[”\"」』]?[了过都]?(?:是)?(?:点|些)?(?:什么|哪|啥|些|的是|[??。!]|$)")
_NOT = re.compile(r"(?:不|(?<!有)没有?|并非|绝不)$")
_OFTEN_NOUNS = frozenset({"同意", "支持", "关注", "肯定", "确认"})
# 核准了建议 is one act, of what somebody else recommended.
_TAKEN_UP = re.compile(
    r"(?:核准|赞同|认可|同意|注意到|欢迎|支持|拒绝|赞赏)(?:了|过|其|该|这些|那些|哪些|什么|有关|各项|的)*$"
)
_NOT_SAID_BY = re.compile(r"(?:被|受|的|各项|哪些|什么|有何|具体)$")

_DIRECTIVE_WORD = re.compile(
    r"(?:再次|又|还)?(?<![促吁邀敦申])请(?=了?(?:些|谁|哪|什么人|各方|有关|他|她|它|其))|(?:被)?(?:请求|恳请|责令|派(?:了(?=什么|哪)|(?=活|任务)))"
)
# 请谁做什么, 要谁做什么 ask for every directive; 请了谁 for those with that verb.
_OF_ANYBODY = re.compile(
    r"(?:(?<![促吁邀敦申])请|要求?|让|叫|责成)了?(?:谁|什么人|哪些?(?:人|方|方面|国家|机构))(?:去|来)?(?:[做干办]|采取|开展|完成)"
)
# “要求”这个动词: the word itself.
_AS_A_WORD = re.compile(r"[”\"」』]?(?:这个|这一|一)(?:动词|词|字眼)")
_ENGLISH_DIRECTIVE = re.compile(
    r"\b(?:request|ask|require|want|expect|suppose|task|oblige|tell|told)(?:s|ed|d|ing)?\b|\b(?:should|must|has to|have to|need to|needs to)\b(?=.{1,60}\bdo\b)",
    re.IGNORECASE,
)
_SPEAKER = frozenset({"大会"})

_TITLED = re.compile(r"《(?P<title>[^》\s][^》]{1,60})》")
_NUMBERED = re.compile(
    r"(?P<year>[12][0-9]{3})年(?:[0-9]{1,2}月)?(?:[0-9]{1,2}[日号])?|(?<![0-9])[0-9]{1,2}月[0-9]{1,2}[日号]"
    r"|第[0-9〇零一二三四五六七八九十百]{1,5}(?:条|次|卷|节|号|附件|议定书)|[一二三四五六七八九十]{1,2}(?:点|项|条|个)(?=建议|主张|原则|方案|计划|支柱|要点)|(?<![哪每某那这当第几零一二三四五六七八九十])[一二两三四五六七八九十]{1,3}(?:天|周|个月|小时|倍)(?!来)|[0-9]+(?:\.[0-9]+)?(?:个|名|国|亿|万|美元|%|枚|项|份|天|小时)"
)
_DOCUMENT = re.compile(r"(?<![A-Za-z0-9])[A-Z]{1,4}(?:/[A-Za-z0-9.\-]+)+")
# What says nothing of a question's subject: pronouns, numerals, measures, particles, adverbs …
_EMPTY_TAGS = ("r", "m", "q", "u", "p", "c", "d", "y", "f", "e", "o", "z", "k", "s")
_COUNTING = re.compile(
    r"[几哪何多少两一这那每各本该某]+[个份次回点段条项届处天日句件种类年月卷位]?|[0-9一二三四五六七八九十]+[个份次回段条项]?"
)
# Words that turn what a text says into its opposite: an answer has to have them.
_STANCES = frozenset(
    """
    反对 否定 否认 废除 废止 允许 准许 拒绝 撤销 取消 关闭 终止 停止 中止 批评 制裁 惩罚 驱逐 开除 暂停
    退出 禁止 处罚 罚款 惩处 强制 推迟 放松 豁免 免除 赔偿 谴责 抗议 威慑 部署 购买 出售 投资 解散 推翻 撤回 修改 修正 替代 承诺
    """.split()
)
# Verbs that say nothing of what is asked: 由谁负责, 产生了什么影响.
_LIGHT = frozenset("负责 产生 造成 起到 带来 发挥 具备 属于 搞 弄 说话".split())
_RARE_NAME = 0.4  # specificity from which a word that jieba calls a name is one
_NAMING_TAGS = ("nr", "ns", "nt", "nz", "nrt", "nrfg")
_NOUN_TAGS = ("n", "vn", "an", "l", "i", "j", "eng", "x", "t")

_WANTS: tuple[tuple[Wanted, str], ...] = (
    (
        "date",
        r"何时|什么时候|什么时间|哪(?:一)?(?:天|年|日|月)|几月|几[号日]|日期|多久|何日|\bwhen\b|\bwhat (?:date|day|year)\b|\bhow long\b",
    ),
    (
        "place",
        r"何地|哪(?:个|座)城市|什么地方(?=开|举|召|签)|哪(?:里|儿)(?=召开|举行|举办|开|签|集会)|地点|\bwhere\b(?=.{0,60}\b(?:held|meet|met|convene[ds]?|takes? place|took place|opened?|hosted|happen\w*|sign\w*)\b)|\b(?:held|convened|opened|meets?|met|takes? place|took place|signed)\b.{0,40}\bwhere\b|\bwhich city\b",
    ),
    ("number", r"多少|(?<!第)几(?:个|名|位|国|枚|天|份)|\bhow many\b|\bhow much\b"),
    ("who", r"谁|由哪|哪些?(?:人|国|机构)|\bwho\b|\bwhom\b"),
    (
        "symbol",
        r"文号|编号|文件号|出处(?!.{0,3}[0-9])|出自|哪份(?:A/)?文件|哪份决议的哪|哪一节|卷|\bsymbol\b|\bdocument number\b",
    ),
)


@cache
def _asked_verbs() -> tuple[re.Pattern[str], dict[str, str]]:
    names = {
        spelling: verb.name
        for verb in reversed(VERBS)
        if verb.name not in _NOT_ASKED
        for spelling in (*verb.asked_as, *verb.spellings)
    }
    names.pop("邀", None)
    names.pop("着重", None)
    names.pop("感谢", None)
    pattern = re.compile("|".join(sorted(map(re.escape, names), key=len, reverse=True)))
    return pattern, names


def _inflected(stem: str) -> str:
    """A pattern of a stem of several words in every form: take note → takes note, taking note."""
    return re.escape(stem).replace(r"\ ", r"(?:s|es|d|ed|ing)?\s+")


@cache
def _asked_english_verbs() -> re.Pattern[str]:
    stems = sorted(english_verbs(), key=len, reverse=True)
    forms = (_inflected(stem) for stem in stems)
    return re.compile(rf"\b(?P<stem>{'|'.join(forms)})(?:s|es|d|ed|ing)?\b", re.IGNORECASE)


def asked_bodies(text: str, lang: Lang) -> tuple[Entity, ...]:
    """The bodies a question names. The Assembly itself is the speaker, not somebody addressed."""
    if lang == "en":
        named = find_english_bodies(text)
        found = (*named, *_the_president(text, named), *find_bodies(text, asked=True))
    else:
        found = (*find_bodies(text, asked=True), *find_english_bodies(text))
    return tuple(body for body in found if body.name not in _SPEAKER)


_PRESIDENT = re.compile(r"\bthe president\b(?! of\b)", re.IGNORECASE)


def _the_president(text: str, named: tuple[Entity, ...]) -> Iterator[Entity]:
    """In a question the President is the Assembly's; a text says whose."""
    for match in _PRESIDENT.finditer(text):
        if not any(body.span.start <= match.start() < body.span.end for body in named):
            yield Entity("大会主席", Span(*match.span()), match.group())


def asked_verbs(
    text: str, bodies: tuple[Entity, ...], lang: Lang
) -> tuple[tuple[str, ...], bool, tuple[Span, ...]]:
    """(canonical verbs named, whether any directive is meant, the words cut)."""
    if lang == "en":
        return _english_verbs(text, bodies)
    names: list[str] = []
    of_anybody = tuple(Span(*match.span()) for match in _OF_ANYBODY.finditer(text))
    directive = bool(of_anybody)
    text, cut = blank(text, of_anybody), [*of_anybody]
    starts = {body.span.start for body in bodies}
    pattern, canonical = _asked_verbs()
    for match in pattern.finditer(text):
        name = canonical[match.group()]
        if names and name == "建议" and _TAKEN_UP.search(text[: match.start()]):
            cut.append(Span(match.start(), match.end()))
            continue
        if not _is_asked(match, name, text, starts):
            continue
        as_a_word = _AS_A_WORD.match(text, match.end())
        cut.append(Span(match.start(), as_a_word.end() if as_a_word else match.end()))
        advised = name == "建议" and bool(bodies) and not _addresses(text, match.end(), starts)
        if _denied(match, text):
            names.append(f"不{name}")  # the opposite of what any act says
        elif (name in _ANY_DIRECTIVE and not as_a_word) or advised:
            directive = True
        else:
            names.append(name)
    for match in _DIRECTIVE_WORD.finditer(text):
        cut.append(Span(match.start(), match.end()))
        if bodies or "请" not in match.group():
            directive = True
        else:
            names.append("请")  # 请了些什么 names the verb; 请秘书长做什么 means any request
    return tuple(dict.fromkeys(names)), directive and not names, tuple(cut)


def _is_asked(match: re.Match[str], name: str, text: str, body_starts: set[int]) -> bool:
    """Whether a word of the table is the act that is asked about, not another word of the text."""
    word, after = match.group(), text[match.end() :].lstrip()
    if word == "请" and not _AS_A_WORD.match(text, match.end()):
        return _addresses(text, match.end(), body_starts)
    if name == "认为":
        return bool(_SAYING.match(after))
    if name == "建议":
        counted = re.search(r"(?:[0-9一二三四五六七八九十]点|提出?|作出)$", text[: match.start()])
        return not counted and bool(body_starts or _SAYING.match(after))
    return word not in _OFTEN_NOUNS or not _is_noun(text, match)


def _denied(match: re.Match[str], text: str) -> bool:
    """不欢迎 denies; 承不承认 only asks whether."""
    before = text[: match.start()]
    a_not_a = before[-2:-1] == match.group()[:1]
    return bool(_NOT.search(before)) and not a_not_a


def _addresses(text: str, end: int, body_starts: set[int]) -> bool:
    """Whether the 请 that ends at ``end`` asks somebody named, not the assistant."""
    gap = re.match(r"(?:了|过|求|所有|有关|各|全体|其他)*", text[end:])
    return end + (gap.end() if gap else 0) in body_starts or end in body_starts


def _is_noun(text: str, match: re.Match[str]) -> bool:
    return bool(_NOT_SAID_BY.search(text[: match.start()])) or bool(
        re.match(r"的(?!是|有)", text[match.end() :])
    )


def _english_verbs(
    text: str, bodies: tuple[Entity, ...]
) -> tuple[tuple[str, ...], bool, tuple[Span, ...]]:
    names: list[str] = []
    cut: list[Span] = []
    directive = False
    table = english_verbs()
    for match in _asked_english_verbs().finditer(text):
        stem = next(
            (s for s in table if re.fullmatch(_inflected(s), match["stem"], re.IGNORECASE)), ""
        )
        found = table.get(stem)
        found = found and found - _NOT_ASKED_IN_ENGLISH
        if not found:
            continue
        if stem == "note" and re.search(r"\b(?:or|a|the|foot|which)\s*$", text[: match.start()]):
            continue
        cut.append(Span(match.start(), match.end()))
        if stem == "request" and not bodies and _requests_something(match, text):
            names.append("请")  # as in Chinese: request something names the verb
        elif found & {"请", "要求"}:
            directive = True
        else:
            names.extend(sorted(found))
    for match in _ENGLISH_DIRECTIVE.finditer(text):
        directive = True
        cut.append(Span(match.start(), match.end()))
    return tuple(dict.fromkeys(names)), directive and not names, tuple(cut)


def _requests_something(match: re.Match[str], text: str) -> bool:
    """Which paragraphs request something; what requests are made and who is requested ask for
    any directive, as does request somebody to."""
    # One blank: where a resolution was named, there are more.
    is_noun = re.search(
        r"\b(?:what|which|the|all|any|every|its|their|these|those|many|other|of|new) ?$",
        text[: match.start()],
        re.IGNORECASE,
    )
    passive = match.group().lower().endswith("ed")
    whom = re.match(
        r"\s+(?:some|any|every)(?:body|one)\b|\s+(?:whom?|of|from|to)\b", text[match.end() :]
    )
    return not (is_noun or passive or whom)


def wanted(text: str) -> tuple[Wanted, ...]:
    """What kind of words would answer the question."""
    kinds = [kind for kind, pattern in _WANTS if re.search(pattern, text, re.IGNORECASE)]
    if "symbol" in kinds and "number" in kinds:
        kinds.remove("number")  # 文号是多少
    return tuple(kinds)


def content_terms(text: str, lang: Lang) -> tuple[Term, ...]:
    """The words of what is left of a question that say what it is about, each once, in order."""
    if lang == "en":
        return english_content_terms(text)
    terms: list[Term] = []
    cut: list[Span] = []
    for match in _TITLED.finditer(text):
        terms.append(Term(match["title"], established(match["title"]), naming=True))
        cut.append(Span(match.start(), match.end()))
    for pattern in (_DOCUMENT, _NUMBERED):
        for match in pattern.finditer(blank(text, cut)):
            terms.append(Term(match.group(), _in_both_numerals(match.group()), naming=True))
            cut.append(Span(match.start(), match.end()))
    for word, tag in tagged_words(blank(text, cut)):
        if (
            word in STOP_WORDS
            or word in _LIGHT
            or not re.match(r"\w", word)
            or _COUNTING.fullmatch(word)
        ):
            continue
        naming = word in _STANCES or _names_something(word, tag)
        if len(word) == 1 or (not naming and tag != "eng" and tag.startswith(_EMPTY_TAGS)):
            continue
        terms.append(Term(word, established(word), naming, tag.startswith(_NOUN_TAGS)))
    return tuple(dict.fromkeys(terms))


def _names_something(word: str, tag: str) -> bool:
    """Whether a word is a proper name; jieba also calls common words names (普通 is nz)."""
    if tag.startswith("ns"):
        return True
    return tag.startswith(_NAMING_TAGS) and specificity(word) >= _RARE_NAME


def _in_both_numerals(word: str) -> tuple[str, ...]:
    """第6条 is printed as 第六条, 9月26号 as 9月26日."""
    word = re.sub(r"(?<=[0-9])号$", "日", word) if "月" in word else word
    spelled = re.sub(r"[0-9]{1,3}", lambda m: chinese(int(m.group())), word)
    return tuple(dict.fromkeys((word, spelled)))
