"""What people write and mean the same by: 啥, 壹佰, di 3 duan, and what they take back.

All of it is brought to one form before a question is read; a question without any of it stays as
it is.
"""

from __future__ import annotations

import re

from assistant.text.dates import arabic_dates

_BRACKETED = re.compile(r"第\(([0-9]{1,3})\)")
_TWICE = re.compile(r"(的|了|吗|呢|是|在|有)\1+")
_WORDS = (
    ("啥时候", "什么时候"),
    ("几时", "何时"),
    ("为啥", "为什么"),
    ("啥子", "什么"),
    ("神马", "什么"),
    ("甚么", "什么"),
    ("嘛玩意儿", "什么"),
    ("啥", "什么"),
    ("咋样", "怎么样"),
    ("咋", "怎么"),
    ("什么嘛", "什么"),
    ("什么呀", "什么"),
    ("什么来着", "什么"),
)
# 不对, 世卫组织要做什么: what comes before is taken back.
_TAKEN_BACK = re.compile(
    r"^.{2,80}?[?!。,;.]*\s*(?<!是不是)(?:哦|噢|啊|呃|嗯)?"
    r"(?:(?:不对|错了|说错了|打错了|问错了|搞错了|更正(?:一下)?)(?:了|啊|哦)?[,。:!;]+\s*"
    r"(?:我?(?:是说|想问的?是|要问的?是|应该是))?|(?:不是|不对)?[,。;]\s*我(?:是说|的意思是|想问的是),?)(?=.{4})"
    r"|^.{2,120}?[?!.,;]\s*(?:no,? (?:wait|sorry)|i mean|sorry,? i mean|correction)[,:.]?\s+(?=.{4})",
    re.IGNORECASE,
)
# The numerals of cheques, within a number that counts sessions, paragraphs or resolutions.
_FORMAL = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟", "一二三四五六七八九十百千")
_FORMAL_NUMERAL = re.compile(
    r"[一二三四五六七八九十百零〇壹贰叁肆伍陆柒捌玖拾佰仟]*[壹贰叁肆伍陆柒捌玖拾佰仟]"
    r"[一二三四五六七八九十百零〇壹贰叁肆伍陆柒捌玖拾佰仟]*(?=届|号|段|条|节|/|项|款)"
)
_SPOKEN = {
    "ling": "零", "yi": "一", "er": "二", "liang": "两", "san": "三", "si": "四", "wu": "五",
    "liu": "六", "qi": "七", "ba": "八", "jiu": "九", "shi": "十", "bai": "百",
}  # fmt: skip
_UNITS = {"duan": "段", "tiao": "条", "jie": "届", "hao": "号", "xiang": "项"}
_SYLLABLE = "|".join(sorted(_SPOKEN, key=len, reverse=True))
_NUMBER = rf"(?:[0-9]{{1,3}}|(?:(?:{_SYLLABLE})\s?)+)"
# qishiwu jie 45 hao, di 3 duan; a unit alone (jie) is anybody's name.
_PINYIN = re.compile(
    rf"(?<![A-Za-z])(?P<nth>di\s?)?(?P<n>{_NUMBER})\s?(?P<unit>{'|'.join(_UNITS)})(?![A-Za-z])",
    re.IGNORECASE,
)


def plain(folded: str) -> str:
    """A folded question in plain words.

    >>> plain("75/45 di 3 duan说啥"), plain("第柒拾伍届会议")
    ('75/45第3段说什么', '第七十五届会议')
    """
    if taken_back := _TAKEN_BACK.match(folded):
        folded = folded[taken_back.end() :]
    for said, written in _WORDS:
        folded = folded.replace(said, written)
    folded = _FORMAL_NUMERAL.sub(lambda m: m.group().translate(_FORMAL), folded)
    folded = _PINYIN.sub(_from_pinyin, folded)
    folded = re.sub(r"(?<=[0-9])\s+(?=第[0-9零一二三四五六七八九十百]+[段条])", "", folded)
    folded = _BRACKETED.sub(r"第\1", folded)
    return arabic_dates(_TWICE.sub(r"\1", folded))


def _from_pinyin(match: re.Match[str]) -> str:
    spoken = re.findall(_SYLLABLE, match["n"].lower())
    number = match["n"] if match["n"].isdecimal() else "".join(map(_SPOKEN.__getitem__, spoken))
    return f"{'第' if match['nth'] else ''}{number.strip()}{_UNITS[match['unit'].lower()]}"
