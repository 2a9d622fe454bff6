"""Requests that come before the library is open, or after the server was told to end."""

from __future__ import annotations

from assistant.server.refusals import Refused


def starting(seconds: int) -> Refused:
    """The library is being opened."""
    return Refused(
        503,
        "starting",
        ("正在启动", "Starting"),
        (
            f"服务正在启动、打开文库，请在 {seconds} 秒后再试。",
            f"The server is starting and opens its library; try again in {seconds} seconds.",
        ),
        {"retry-after": str(seconds)},
    )


def shutting_down(seconds: int) -> Refused:
    """The server has been told to end, and this cannot be finished before."""
    return Refused(
        503,
        "shutting_down",
        ("服务正在关闭", "Shutting down"),
        (
            f"服务正在关闭，没有来得及完成；请在 {seconds} 秒后再试。",
            f"The server is shutting down and could not finish this; try again in {seconds} "
            "seconds.",
        ),
        {"retry-after": str(seconds)},
    )


def upload_goes_on_later() -> Refused:
    """An upload that is watched while the server ends."""
    return Refused(
        503,
        "shutting_down",
        ("服务正在关闭", "Shutting down"),
        (
            "服务正在关闭；这次上传已经保存，服务再启动后接着导入。",
            "The server is shutting down; this upload is kept, and is gone on with when the server "
            "runs again.",
        ),
    )
