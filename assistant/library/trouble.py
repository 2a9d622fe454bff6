"""What is wrong with a server that was asked for vectors or for an order, and what to do.

An error's own words are not shown: they may hold the key, and are not in the reader's language.
"""

from __future__ import annotations

from dataclasses import dataclass

_TOO_MANY = 429


@dataclass(frozen=True, slots=True)
class Trouble:
    """A failure in both languages. ``passing``: the same request may succeed in a moment;
    ``refused``: it never will, another one may."""

    zh: str
    en: str
    passing: bool = False
    refused: bool = False


def trouble_with(error: BaseException, setting: str) -> Trouble:
    """What an HTTP client's or an integration's ``error`` means.

    ``setting`` is what its settings begin with: ``ASSISTANT_EMBEDDER``.
    """
    status = _status(error)
    if status is not None:
        return _of_status(status, setting)
    names = " ".join(kind.__name__ for kind in type(error).__mro__)
    if "Timeout" in names:
        return Trouble(
            f"服务器没有及时答复，可调大 {setting}_TIMEOUT",
            f"the server did not reply in time; {setting}_TIMEOUT may be raised",
            passing=True,
        )
    if "Connect" in names or "NetworkError" in names or "ProtocolError" in names:
        return Trouble(
            f"连不上服务器，请检查它是否在运行、{setting}_URL 是否正确",
            f"the server cannot be reached; see that it runs, and check {setting}_URL",
            passing=True,
        )
    kind = type(error).__name__
    return Trouble(f"答复无法使用（{kind}）", f"the reply cannot be used ({kind})")


def _status(error: BaseException) -> int | None:
    """The HTTP status of an error of openai, of httpx or of what resembles them."""
    for holder in (error, getattr(error, "response", None)):
        status = getattr(holder, "status_code", None)
        if isinstance(status, int):
            return status
    return None


def _of_status(status: int, setting: str) -> Trouble:
    if status in (401, 403):
        return Trouble(
            f"服务器不接受这个密钥（{status}），请检查 {setting}_KEY",
            f"the server does not accept the key ({status}); check {setting}_KEY",
        )
    if status in (404, 405):
        return Trouble(
            f"服务器上没有这个地址或模型（{status}），请检查 {setting}_URL 与 {setting}_MODEL",
            f"the server has no such address or model ({status}); "
            f"check {setting}_URL and {setting}_MODEL",
        )
    if status == _TOO_MANY:
        return Trouble(
            "服务器的额度或频率已用尽（429），请稍后再试",
            "the server's quota is used up (429); try again later",
            passing=True,
        )
    if status in (400, 413, 422):
        return Trouble(
            f"服务器拒绝了请求（{status}），文字可能太长，也请检查 {setting}_MODEL",
            f"the server refused the request ({status}); the texts may be too long, or "
            f"{setting}_MODEL is not what it serves",
            refused=True,
        )
    return Trouble(
        f"服务器出错（{status}）", f"the server failed ({status})", passing=status >= 500
    )
