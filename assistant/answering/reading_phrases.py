"""What an answer says of how its question was read; part of the closed list."""

from __future__ import annotations

READING_PHRASES: dict[str, tuple[str, str]] = {
    "completed": (
        "这是追问，由语言模型依据前文补全为“{completed}”，请核对。",
        "A follow-up, completed by the language model from what was said before as “{completed}”; "
        "please check.",
    ),
    "read_as": ("按“{read}”理解“{typed}”。", "“{typed}” is read as “{read}”."),
    "session_resolution": (
        "“{words}”理解为{when}，从所问决议的{base}起算。",
        "“{words}” is read as {when}, counted from {base}, that of the resolution.",
    ),
    "session_conversation": (
        "“{words}”理解为{when}，从前面谈到的{base}起算。",
        "“{words}” is read as {when}, counted from {base}, spoken of before.",
    ),
    "session_newest": (
        "“{words}”理解为{when}，以库中最近的{base}为准。",
        "“{words}” is read as {when}; the newest in the library is {base}.",
    ),
    "session_year": (
        "“{words}”理解为{when}，即{year}年开幕的一届。",
        "“{words}” is read as {when}, which opened in {year}.",
    ),
    "other_place": (
        "未说明是哪一部分时按执行部分理解；也可能指{place}。",
        "No part was named, and the operative part is taken; {place} may be meant as well.",
    ),
    "other_resolution": (
        "各届有同题或同号的决议，这里按最近的一份理解；也可能指{other}。",
        "Resolutions of several sessions are called so, and the newest is taken; {other} may be "
        "meant as well.",
    ),
    "other_report": (
        "这里按题头所列的报告理解；也可能指{where}要求提交的报告。",
        "The report of the masthead is taken; those that {where} asks for may be meant as well.",
    ),
    "other_due": (
        "这里按该届会议的决议理解；也可能问{when}须办理的事项。",
        "The resolutions of that session are taken; what is due {when} may be meant as well.",
    ),
}
_WHEN = (
    r"(?:第[一二三四五六七八九十百零]{1,6}届(?:至第[一二三四五六七八九十百零]{1,6}届)?会议"
    r"|(?:at )?sessions? [0-9]{1,3}(?: to [0-9]{1,3})?)"
)
READING_VARIABLES = {
    "typed": r"[^“”\n]{1,60}",
    "read": r"[^“”\n]{1,60}",
    "completed": r"[^“”\n]{1,120}",
    "words": r"[^“”\n]{1,40}",
    "base": _WHEN,
    "year": r"[0-9]{4}",
    "place": r"[^。；;“”\n]{2,60}",
}
