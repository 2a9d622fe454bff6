"""What a server refuses, as the errors of the library; and what only happens on the way there."""

from __future__ import annotations

from functools import cache
from typing import Final

from assistant import errors
from assistant.errors import AssistantError
from assistant.types import IngestResult, ProblemDocument


class RequestRefused(AssistantError):
    """A request that the server turns away for what only it knows: sizes, fields, what is kept.
    ``code`` is the problem document's."""

    code = "request_refused"


class KeyRefused(RequestRefused):
    """No key, another one, or one that may not do this."""

    code = "key_refused"


class TooManyRequests(RequestRefused):
    """More requests than this key or address may send. ``retry_after``: seconds to wait."""

    code = "too_many_requests"
    retry_after: float | None = None


class UploadCancelled(AssistantError):
    """An upload that somebody cancelled. ``results``: what was taken in before."""

    code = "upload_cancelled"

    def __init__(self, results: tuple[IngestResult, ...]) -> None:
        super().__init__(
            f"上传已被取消；此前导入了 {len(results)} 项，其余请重新上传。",
            f"The upload was cancelled after {len(results)} of its results; send the rest again.",
        )
        self.results = results


class ServerUnreachable(AssistantError):
    """Nobody answers at the address, not in time, or the answer broke off."""

    code = "server_unreachable"

    def __init__(self, address: str, reason: str) -> None:
        super().__init__(
            f"无法与 {address} 的服务完成通信（{reason}）。请检查地址、服务是否在运行和网络，"
            "或加大 timeout。",
            f"The server at {address} did not answer ({reason}). See whether the address is right "
            "and the server runs, or allow it a longer timeout.",
        )


class ServerFailed(AssistantError):
    """A reply that is not this API's: another server, a proxy's page, or a fault of the server."""

    code = "server_failed"

    def __init__(self, address: str, status: int) -> None:
        super().__init__(
            f"{address} 的答复（状态 {status}）不是决议问答的接口。请检查地址；"
            "若其间有代理，请看它的日志。",
            f"What {address} replied (status {status}) is not the Resolution Assistant's API. See "
            "whether the address is right, and what a proxy in between has to say.",
        )
        self.status = status


_OF_KEYS: Final = frozenset({401, 403})


def failure(problem: ProblemDocument, retry_after: float | None = None) -> AssistantError:
    """The error of the family that a problem document means."""
    said = problem.detail
    error: AssistantError
    if kind := _family().get(problem.code):
        error = kind(said, said)
    elif problem.status in _OF_KEYS:
        error = KeyRefused(said, said)
    elif problem.status == 429:
        error = TooManyRequests(said, said)
        error.retry_after = retry_after
    else:
        error = RequestRefused(said, said)
    error.code = problem.code
    error.problem = problem
    return error


@cache
def _family() -> dict[str, type[AssistantError]]:
    kinds = (kind for kind in vars(errors).values() if isinstance(kind, type))
    found = (kind for kind in kinds if issubclass(kind, AssistantError))
    return {kind.code: kind for kind in found if kind is not AssistantError}
