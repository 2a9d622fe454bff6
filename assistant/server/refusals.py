"""Requests that are turned away, each with what its sender can do.

Only what HTTP alone knows stands here: keys, sizes, queues. What the library refuses comes as
an ``AssistantError``.
"""

from __future__ import annotations

from collections.abc import Mapping

from fastapi import HTTPException

Words = tuple[str, str]  # Chinese, English


class Refused(HTTPException):
    """A request that is turned away. ``code`` is stable, for programs; the words are for people."""

    def __init__(
        self,
        status: int,
        code: str,
        title: Words,
        said: Words,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(status, said[1], dict(headers or {}))
        self.code = code
        self.title = title
        self.said = said


def uploads_are_off() -> Refused:
    """There is no key that could write, so nobody has one."""
    return Refused(
        403,
        "uploads_off",
        ("上传未开启", "Uploads are off"),
        (
            "此服务还没有可以写入的密钥。请在服务器上运行 assistant keys create --scope write，"
            "或在启动前设置 ASSISTANT_UPLOAD_KEY，再用 Authorization: Bearer 送出密钥。",
            "This server has no key that may write yet. Run assistant keys create --scope write on "
            "its machine, or set ASSISTANT_UPLOAD_KEY before it starts, and send the key as "
            "Authorization: Bearer.",
        ),
    )


def wrong_key(*, sent: bool) -> Refused:
    """The key is missing, or none that holds (RFC 6750, 3)."""
    challenge = 'Bearer realm="assistant"' + (', error="invalid_token"' if sent else "")
    return Refused(
        401,
        "wrong_key",
        ("需要有效的密钥", "A key that holds is needed"),
        (
            "请在 Authorization: Bearer 标头中送出此服务的密钥；没有、已过期或已吊销的，"
            "请向管理者另要一个。",
            "Send a key of this server in the header Authorization: Bearer. If yours is missing, "
            "expired or revoked, ask who runs it for another.",
        ),
        {"www-authenticate": challenge},
    )


def unknown_host() -> Refused:
    """The name that was asked is none of this server's (RFC 9110, 15.5.20)."""
    return Refused(
        421,
        "unknown_host",
        ("不是此服务的名称", "Not a name of this server"),
        (
            "请求里的主机名不是此服务的。请用管理者给出的地址；管理者可把这个名称加入 "
            "ASSISTANT_ALLOWED_HOSTS。",
            "This server is not asked by this name. Use the address that whoever runs it gave, who "
            "may add the name to ASSISTANT_ALLOWED_HOSTS.",
        ),
    )


def scope_too_small(wanted: str) -> Refused:
    """The key holds, and is not good for this (RFC 6750, 3.1)."""
    challenge = f'Bearer realm="assistant", error="insufficient_scope", scope="{wanted}"'
    return Refused(
        403,
        "scope_too_small",
        ("密钥权限不足", "The key may not do this"),
        (
            f"此操作需要权限为 {wanted} 的密钥，请向管理者另要一个。",
            f"This needs a key of scope {wanted}; ask who runs the service for one.",
        ),
        {"www-authenticate": challenge},
    )


def too_many_requests(seconds: int, headers: Mapping[str, str]) -> Refused:
    """More requests than one key or address may send."""
    return Refused(
        429,
        "too_many_requests",
        ("请求过多", "Too many requests"),
        (
            f"请求过多，请在 {seconds} 秒后再试。",
            f"There were too many requests; try again in {seconds} seconds.",
        ),
        headers,
    )


def too_many_bytes(seconds: int, headers: Mapping[str, str]) -> Refused:
    """More bytes than one key or address may send in a while."""
    return Refused(
        429,
        "too_many_bytes",
        ("发送的内容过多", "Too much was sent"),
        (
            f"短时间内发送的内容过多，请在 {seconds} 秒后再试。",
            f"Too much was sent within a short time; try again in {seconds} seconds.",
        ),
        # The rest of the body is not read.
        {**headers, "connection": "close"},
    )


def too_many_headers(limit: int) -> Refused:
    """More headers than any program sends."""
    return Refused(
        431,
        "too_many_headers",
        ("请求标头过多", "Too many headers"),
        (f"请求最多 {limit} 个标头。", f"A request may have {limit} headers."),
        {"connection": "close"},
    )


def body_too_slow(seconds: float) -> Refused:
    """The body is not here after so long."""
    return Refused(
        408,
        "body_too_slow",
        ("请求中断", "The request stalled"),
        (
            f"{seconds:.0f} 秒内没有收完请求正文，请重新发送。",
            f"The body was not here within {seconds:.0f} seconds; send it again.",
        ),
        {"connection": "close"},
    )
