"""Treaties, declarations and programmes, by every title and name that they go by.

One instrument is printed under its Chinese title, its English one, a shorter one or none at all:
a title alone (《条约》, the Convention) stands for the full one named before it. Everyday names
(禁核条约, NPT) come from ``text.glossary``; titles here are those that the texts themselves print,
as the depositary registers them. A title that is not in the table is an instrument of its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from assistant.text.glossary import ENGLISH, EVERYDAY
from assistant.text.normalise import fold
from assistant.types import Span


@dataclass(frozen=True, slots=True)
class Instrument:
    """An instrument: its Chinese title without 《》, its English one, and other names of it."""

    zh: str
    en: str
    others: tuple[str, ...] = ()  # printed or said, in either language


@dataclass(frozen=True, slots=True)
class NamedInstrument:
    """An instrument named in a question, and where."""

    title: str  # of the table, or as written between 《》
    span: Span


_TABLE: tuple[Instrument, ...] = (
    Instrument(
        "联合国宪章", "Charter of the United Nations", ("UN Charter", "United Nations Charter")
    ),
    Instrument("国际法院规约", "Statute of the International Court of Justice"),
    Instrument("世界人权宣言", "Universal Declaration of Human Rights", ("人权宣言", "UDHR")),
    Instrument(
        "不扩散核武器条约",
        "Treaty on the Non-Proliferation of Nuclear Weapons",
        ("Nuclear Non-Proliferation Treaty", "Nuclear Nonproliferation Treaty"),
    ),
    Instrument(
        "禁止核武器条约",
        "Treaty on the Prohibition of Nuclear Weapons",
        ("核武器禁止条约", "Nuclear Ban Treaty", "Nuclear Weapon Ban Treaty", "Ban Treaty", "TPNW"),
    ),
    Instrument(
        "全面禁止核试验条约",
        "Comprehensive Nuclear-Test-Ban Treaty",
        ("Comprehensive Nuclear Test Ban Treaty", "CTBT"),
    ),
    Instrument(
        "部分禁止核试验条约", "Partial Test Ban Treaty", ("Partial Nuclear Test-Ban Treaty",)
    ),
    Instrument("联合国千年宣言", "United Nations Millennium Declaration"),
    Instrument(
        "关于禁止发展、生产、储存和使用化学武器及销毁此种武器的公约",
        "Convention on the Prohibition of the Development, Production, Stockpiling and Use of "
        "Chemical Weapons and on Their Destruction",
        ("化学武器公约", "禁止化学武器公约", "化武公约", "Chemical Weapons Convention", "CWC"),
    ),
    Instrument(
        "关于禁止发展、生产和储存细菌（生物）及毒素武器和销毁此种武器的公约",
        "Convention on the Prohibition of the Development, Production and Stockpiling of "
        "Bacteriological (Biological) and Toxin Weapons and on Their Destruction",
        ("生物武器公约", "禁止生物武器公约", "生武公约", "Biological Weapons Convention", "BWC"),
    ),
    Instrument("武器贸易条约", "Arms Trade Treaty", ("ATT",)),
    Instrument("集束弹药公约", "Convention on Cluster Munitions"),
    Instrument(
        "关于禁止使用、储存、生产和转让杀伤人员地雷及销毁此种地雷的公约",
        "Convention on the Prohibition of the Use, Stockpiling, Production and Transfer of "
        "Anti-Personnel Mines and on Their Destruction",
        ("禁雷公约", "渥太华公约", "Mine Ban Convention", "Ottawa Convention"),
    ),
    Instrument(
        "公民及政治权利国际公约",
        "International Covenant on Civil and Political Rights",
        ("公民权利和政治权利国际公约", "ICCPR"),
    ),
    Instrument(
        "经济、社会及文化权利国际公约",
        "International Covenant on Economic, Social and Cultural Rights",
        ("经济、社会、文化权利国际公约", "经社文权利公约", "ICESCR"),
    ),
    Instrument("儿童权利公约", "Convention on the Rights of the Child", ("儿权公约", "CRC")),
    Instrument(
        "残疾人权利公约", "Convention on the Rights of Persons with Disabilities", ("CRPD",)
    ),
    Instrument(
        "消除对妇女一切形式歧视公约",
        "Convention on the Elimination of All Forms of Discrimination against Women",
        ("妇女公约", "消歧公约", "CEDAW"),
    ),
    Instrument(
        "消除一切形式种族歧视国际公约",
        "International Convention on the Elimination of All Forms of Racial Discrimination",
        ("ICERD",),
    ),
    Instrument(
        "禁止酷刑和其他残忍、不人道或有辱人格的待遇或处罚公约",
        "Convention against Torture and Other Cruel, Inhuman or Degrading Treatment or Punishment",
        ("禁止酷刑公约", "反酷刑公约", "Convention against Torture"),
    ),
    Instrument(
        "防止及惩治灭绝种族罪公约",
        "Convention on the Prevention and Punishment of the Crime of Genocide",
        ("灭绝种族罪公约", "灭种公约", "Genocide Convention"),
    ),
    Instrument(
        "关于难民地位的公约",
        "Convention relating to the Status of Refugees",
        ("难民公约", "Refugee Convention"),
    ),
    Instrument(
        "联合国海洋法公约",
        "United Nations Convention on the Law of the Sea",
        ("海洋法公约", "UNCLOS", "Law of the Sea Convention"),
    ),
    Instrument(
        "联合国气候变化框架公约",
        "United Nations Framework Convention on Climate Change",
        ("气候变化公约", "气候公约", "UNFCCC"),
    ),
    Instrument("巴黎协定", "Paris Agreement", ("巴黎气候协定",)),
    Instrument("生物多样性公约", "Convention on Biological Diversity", ("CBD",)),
    Instrument(
        "联合国反腐败公约", "United Nations Convention against Corruption", ("反腐败公约", "UNCAC")
    ),
    Instrument("维也纳外交关系公约", "Vienna Convention on Diplomatic Relations"),
    Instrument("维也纳领事关系公约", "Vienna Convention on Consular Relations"),
    Instrument(
        "国际刑事法院罗马规约",
        "Rome Statute of the International Criminal Court",
        ("罗马规约", "Rome Statute"),
    ),
    Instrument("北京宣言", "Beijing Declaration"),
    Instrument("行动纲要", "Platform for Action", ("北京行动纲要", "Beijing Platform for Action")),
    Instrument(
        "2030年可持续发展议程",
        "2030 Agenda for Sustainable Development",
        ("2030年议程", "2030议程", "2030 Agenda"),
    ),
    Instrument(
        "变革我们的世界：2030年可持续发展议程",
        "Transforming our world: the 2030 Agenda for Sustainable Development",
    ),
)

_SHORT_ZH = re.compile(r"(?:条约|公约|宪章|宣言|议定书|规约|协定|盟约|纲领)")
_SHORT_EN = re.compile(
    r"(?:Treaty|Convention|Charter|Declaration|Covenant|Protocol|Statute|Agreement|Compact)"
)
_TITLED = re.compile(r"《(?P<title>[^《》]+)》")
_SHORTEST_NAME = 2  # characters


def title_key(title: str) -> str:
    """One form for all spellings of a title: script, width, case, blanks and stops aside."""
    words = re.sub(r"[\W_]", "", fold(title).text.lower())
    return re.sub(r"^(?:关于|the(?=[a-z]))", "", words)


@lru_cache(maxsize=65_536)  # asked for every title of a library, and folding takes 20 µs
def identity(title: str) -> str:
    """What an instrument is called by whatever name: its Chinese title where it is known.

    >>> identity("Treaty on the Non-Proliferation of Nuclear Weapons"), identity("NPT")
    ('不扩散核武器条约', '不扩散核武器条约')
    """
    known = _by_key().get(title_key(title))
    return known.zh if known else title


def printed_titles(title: str) -> tuple[str, ...]:
    """Every title under which a text may name this instrument, the asked one among them."""
    known = _by_key().get(title_key(title))
    if known is None:
        return tuple(dict.fromkeys((title, title.removeprefix("关于"), f"关于{title}")))
    names = (known.zh, known.en, *known.others, *_everyday(known), title)
    leading = (f"关于{known.zh}", known.zh.removeprefix("关于"))
    return tuple(dict.fromkeys((*names, *leading)))


def english_title(title: str) -> str | None:
    """The English title of an instrument by any name; None where it is not known."""
    known = _by_key().get(title_key(title))
    return known.en if known else None


def is_short(title: str) -> bool:
    """Whether a title is short for one named before: 条约, Convention."""
    return bool(_SHORT_ZH.fullmatch(title) or _SHORT_EN.fullmatch(title))


def short_titles(title: str) -> tuple[str, ...]:
    """The short titles that may stand for an instrument, in both languages."""
    known = _by_key().get(title_key(title))
    full = (known.zh, known.en) if known else (title,)
    found = [m.group() for t in full for p in (_SHORT_ZH, _SHORT_EN) for m in p.finditer(t)]
    return tuple(dict.fromkeys(short for short in found if any(stands_for(short, t) for t in full)))


def stands_for(short: str, title: str) -> bool:
    """Whether a short title may stand for ``title``: it ends a Chinese one, heads an English."""
    if short == title:
        return False
    if _SHORT_EN.fullmatch(short):
        return re.search(rf"\b{short}\b", title) is not None
    return title.endswith(short)


def named_instruments(text: str) -> tuple[NamedInstrument, ...]:
    """The instruments that a folded question names, by title, short or everyday name, in order.

    Between 《》 any title counts; without them only a name of the table does.
    """
    found = [
        NamedInstrument(identity(match["title"]), Span(*match.span()))
        for match in _TITLED.finditer(text)
    ]
    taken = [one.span for one in found]
    for match in _names_pattern().finditer(text):
        span = Span(*match.span())
        if not any(span.start < other.end and other.start < span.end for other in taken):
            found.append(NamedInstrument(identity(match.group()), span))
    return tuple(sorted(found, key=lambda one: one.span))


def printed_names() -> tuple[str, ...]:
    """Every title and name of the table, in both languages."""
    return tuple(name for one in _TABLE for name in (one.zh, one.en, *one.others))


@cache
def _by_key() -> dict[str, Instrument]:
    keys: dict[str, Instrument] = {}
    for one in _TABLE:
        for name in (one.zh, one.en, *one.others, *_everyday(one)):
            keys.setdefault(title_key(name), one)
    return keys


def _everyday(instrument: Instrument) -> tuple[str, ...]:
    """The glossary's names of an instrument: npt, 禁核条约, non-proliferation treaty."""
    rows = (*EVERYDAY.items(), *ENGLISH.items())
    return tuple(name for name, meant in rows if meant[:1] == (instrument.zh,))


@cache
def _names_pattern() -> re.Pattern[str]:
    """Every name of the table, the longest first; a Latin one stands alone."""
    names = {
        name
        for one in _TABLE
        for name in (one.zh, one.en, *one.others, *_everyday(one))
        if len(name) >= _SHORTEST_NAME and not is_short(name.capitalize())
    }
    folded = sorted({fold(name).text for name in names}, key=lambda name: (-len(name), name))
    latin = [re.escape(name) for name in folded if name.isascii()]
    chinese = [re.escape(name) for name in [*folded, "宪章"] if not name.isascii()]
    return re.compile(
        rf"(?<![A-Za-z])(?:{'|'.join(latin)}|(?<=the )charter)(?![A-Za-z])|{'|'.join(chinese)}",
        re.IGNORECASE,
    )
