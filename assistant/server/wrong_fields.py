"""What pydantic found wrong with a request, said to its sender in Chinese or English."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from assistant.server.schemas import FieldProblem
from assistant.types import Lang

# pydantic's error type → Chinese, English; the braces are filled from the error's context
# https://docs.pydantic.dev/latest/errors/validation_errors/
_MESSAGES: Final[Mapping[str, tuple[str, str]]] = {
    "missing": ("缺少此项。", "This is required."),
    "extra_forbidden": ("没有名为此的字段。", "There is no field of this name."),
    "unknown_parameter": (
        "没有名为此的参数，可用的有：{known}。",
        "There is no parameter of this name; there are: {known}.",
    ),
    "no_parameters": (
        "没有名为此的参数，此地址不接受参数。",
        "There is no parameter of this name: this address takes none.",
    ),
    "string_type": ("应为字符串。", "This should be a string."),
    "surrogate": (
        "含有不成对的代理码位，不是有效的 Unicode 文本。",
        "This holds a lone surrogate and is not valid Unicode text.",
    ),
    "nul": ("含有 NUL 字符，不是文本。", "This holds a NUL character and is not text."),
    "controls": (
        "含有换行或控制字符，应为一行文字。",
        "This holds a line break or a control character; it should be one line.",
    ),
    "list_type": ("应为数组。", "This should be an array."),
    "literal_error": ("应为 {expected} 之一。", "This should be one of {expected}."),
    "string_too_short": ("不能为空。", "This must not be empty."),
    "string_too_long": (
        "过长，最多 {max_length} 个字符。",
        "This is too long; at most {max_length} characters.",
    ),
    "too_short": ("至少要有 {min_length} 项。", "There has to be at least {min_length} item."),
    "too_long": ("过多，最多 {max_length} 项。", "This has too many items; at most {max_length}."),
    "bool_parsing": ("应为 true 或 false。", "This should be true or false."),
    "int_parsing": ("应为整数。", "This should be a whole number."),
    "int_type": ("应为整数。", "This should be a whole number."),
    "model_type": ("应为对象。", "This should be an object."),
    "date_from_datetime_parsing": (
        "应为日期，例如 2026-09-01。",
        "This should be a date such as 2026-09-01.",
    ),
    "greater_than_equal": ("不能小于 {ge}。", "This must be at least {ge}."),
    "less_than_equal": ("不能大于 {le}。", "This must be at most {le}."),
    "model_attributes_type": (
        "正文应为 JSON 对象，Content-Type 为 application/json。",
        "The body should be a JSON object, sent with Content-Type application/json.",
    ),
}
_OTHERWISE: Final = ("内容不正确。", "This is not valid.")

# A request of a million wrong fields needs no million messages.
MAX_FIELD_PROBLEMS: Final = 20


def field_problems(errors: Sequence[Mapping[str, Any]], lang: Lang) -> list[FieldProblem]:
    """Each finding with the place it is about; the values sent are not repeated."""
    return [_field_problem(error, lang) for error in errors[:MAX_FIELD_PROBLEMS]]


def _field_problem(error: Mapping[str, Any], lang: Lang) -> FieldProblem:
    where, *path = error["loc"]
    inside = error["type"] == "model_attributes_type" and path
    zh, en = _MESSAGES.get("model_type" if inside else error["type"], _OTHERWISE)
    expected = {
        name: _alternatives(value, lang) if name == "expected" else value
        for name, value in error.get("ctx", {}).items()
    }
    detail = (en if lang == "en" else zh).format_map(expected)
    if where == "body":
        return FieldProblem(detail=detail, pointer=_pointer(path))
    return FieldProblem(detail=detail, parameter=str(path[0]) if path else str(where))


def _alternatives(expected: str, lang: Lang) -> str:
    return expected if lang == "en" else expected.replace(" or ", "、").replace(", ", "、")


def _pointer(path: Sequence[str | int]) -> str:
    steps = (str(step).replace("~", "~0").replace("/", "~1") for step in path)
    return "".join(f"/{step}" for step in steps)
