"""What the framework itself says no to, by its status: a code, a title and what to do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

Words = tuple[str, str]  # Chinese, English

OF_HTTP: Final[Mapping[int, tuple[str, Words, Words]]] = {
    400: (
        "malformed_body",
        ("请求无法读取", "Unreadable request"),
        ("请求正文不是有效的 UTF-8 JSON。", "The body is not valid JSON in UTF-8."),
    ),
    404: (
        "no_such_route",
        ("没有这个地址", "No such address"),
        (
            "此地址下没有内容，接口说明见 /api/v1/openapi.json。",
            "There is nothing at this address; the API is described at /api/v1/openapi.json.",
        ),
    ),
    405: (
        "method_not_allowed",
        ("不支持此方法", "Method not allowed"),
        (
            "此地址不支持这种请求方法，可用的方法见 Allow 标头。",
            "This address does not take this method; the Allow header names those it takes.",
        ),
    ),
    406: (
        "not_acceptable",
        ("没有所要的格式", "Not in this form"),
        (
            "此地址不能给出 Accept 标头所要的格式，请加上 application/json。",
            "This address has nothing in the forms that the Accept header names; add "
            "application/json.",
        ),
    ),
    408: (
        "request_too_slow",
        ("请求中断", "The request stalled"),
        ("请求没有按时收完，请重新发送。", "The request was not here in time; send it again."),
    ),
    413: (
        "body_too_large",
        ("请求过大", "Request too large"),
        (
            "请求正文过大，请把问题缩短后再试。",
            "The body is too large. Shorten the question and try again.",
        ),
    ),
    415: (
        "unsupported_media_type",
        ("不支持的内容类型", "Unsupported media type"),
        (
            "请求正文应为 JSON，Content-Type 为 application/json。",
            "The body should be JSON, sent with Content-Type application/json.",
        ),
    ),
    422: (
        "invalid_request",
        ("请求有误", "Invalid request"),
        ("请求中有不正确的内容，见 errors。", "Parts of the request are wrong, see errors."),
    ),
    429: (
        "too_many_requests",
        ("请求过多", "Too many requests"),
        (
            "请求过多，请按 Retry-After 标头稍后再试。",
            "There were too many requests; try again when the Retry-After header says.",
        ),
    ),
    500: (
        "internal_error",
        ("服务器内部错误", "Internal error"),
        (
            "服务器出了差错，已记入日志；请稍后再试。",
            "Something went wrong here and was logged. Please try again later.",
        ),
    ),
    503: (
        "unavailable",
        ("暂时无法使用", "Unavailable for now"),
        ("服务暂时无法使用，请稍后再试。", "The service is unavailable for now; try again later."),
    ),
}
