"""Requests that come with a condition that does not hold: If-Match, Idempotency-Key."""

from __future__ import annotations

from assistant.server.refusals import Refused


def changed_meanwhile() -> Refused:
    """If-Match names another state than the one there is (RFC 9110, 13.1.1)."""
    return Refused(
        412,
        "changed_meanwhile",
        ("内容已有变化", "Changed meanwhile"),
        (
            "If-Match 与现在的 ETag 不符：此内容在你读取之后有了变化，请重新读取后再改。",
            "If-Match is not the present ETag: this was changed after you read it. Read it again, "
            "then change it.",
        ),
    )


def key_stands_for_another() -> Refused:
    """An idempotency key that came with another request before."""
    return Refused(
        422,
        "idempotency_key_reused",
        ("幂等键已用于另一请求", "The key was used for another request"),
        (
            "此 Idempotency-Key 已随另一个请求送来过；请为每个新请求换一个。",
            "This Idempotency-Key came with another request before; use a new one for each.",
        ),
    )


def request_under_way(seconds: int) -> Refused:
    """The same request came before, and is not answered yet."""
    return Refused(
        409,
        "request_under_way",
        ("请求正在处理", "The request is under way"),
        (
            f"带有此 Idempotency-Key 的同一请求正在处理，请在 {seconds} 秒后再试。",
            "The same request with this Idempotency-Key is being carried out; try again in "
            f"{seconds} seconds.",
        ),
        {"retry-after": str(seconds)},
    )
