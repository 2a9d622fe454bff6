"""Runs the server in this process and says when it can be asked."""

from __future__ import annotations

import logging
import os
import signal
import socket
import sys
import threading
from contextlib import suppress
from importlib import import_module
from types import FrameType
from typing import TYPE_CHECKING, Final

from fastapi import FastAPI

from assistant.cli.collecting import collect_from_now_on
from assistant.cli.language import in_language
from assistant.cli.progress import ProgressBars
from assistant.cli.switching import switching_often
from assistant.errors import AssistantError
from assistant.server.running import GracefulServer
from assistant.settings import Settings
from assistant.settings.hosts import is_this_machine
from assistant.types import Lang

if TYPE_CHECKING:
    from assistant.service import Assistant

# Only the user of this machine can have been told of a key that was made for it.
_THIS_MACHINE = "this machine"

# How long, after the grace, the library may take to close. Threads cannot be ended: who waits for a
# server that is silent would keep the process.
_CLOSING_SECONDS: Final = 5.0
_KILLED: Final = 128  # as shells have it, and the number of the signal

_log = logging.getLogger(__name__)


class AddressInUse(AssistantError):
    """The host and port cannot be listened on."""

    code = "address_in_use"


def serve(settings: Settings, lang: Lang | None) -> None:
    """Serves until Ctrl-C or SIGTERM. Raises ``AddressInUse`` before any work is done.

    Until the library is open, only /api/health is well.
    """
    from assistant.observing.logs import logging_to_stderr
    from assistant.observing.observing import Observing
    from assistant.server.starting import answering

    signal.signal(signal.SIGTERM, _Leaving())
    with (
        switching_often(),
        logging_to_stderr(settings),
        bound_to(settings.host, settings.port) as listener,
    ):
        observing = Observing.of(settings)
        # Where nobody looks it is logged what is renewed, and every line is of one form.
        bars = ProgressBars(lang, quiet=not sys.stderr.isatty())
        with answering(listener), bars as progress:
            # After the port is open: these take a second to import.
            from assistant.server.app import create_app
            from assistant.service import Assistant

            assistant = Assistant.open(settings, progress, ahead=True, observer=observing.answered)
        with assistant:
            app = create_app(assistant, settings, observing)
            if sys.stderr.isatty():
                _give_first_key(assistant, settings, lang)
            with suppress(KeyboardInterrupt):  # Ctrl-C is how a server is meant to end
                _Announcing(app, settings, address_of(listener), lang, assistant).run([listener])


def _give_first_key(assistant: Assistant, settings: Settings, lang: Lang | None) -> None:
    """Shows whoever serves only this machine a key to upload with, where nobody has one yet.

    On a terminal alone: what goes into a log is read by others.
    """
    keys = assistant.access.with_key_of(settings).keys
    if not is_this_machine(settings.host) or keys.any_for("write"):
        return
    issued = keys.create(_THIS_MACHINE, "write")
    assistant.access.audit.note("keys create", f"{issued.key.id} write {_THIS_MACHINE}")
    said = in_language(
        lang,
        "往文库里加文件时，网页会要这个密钥（只显示这一次；另要一个：assistant keys create "
        "--scope write）：",
        "The page asks for this key where files are added (shown this once; another: assistant "
        "keys create --scope write):",
    )
    print(f"{said}\n{issued.secret}", file=sys.stderr, flush=True)  # noqa: T201


class _Announcing(GracefulServer):
    """Prints its address once connections are accepted: the one line on stdout."""

    def __init__(
        self,
        app: FastAPI,
        settings: Settings,
        address: str,
        lang: Lang | None,
        assistant: Assistant,
    ) -> None:
        super().__init__(app, settings)
        self._longest = settings.grace_seconds + _CLOSING_SECONDS
        self._warm = threading.Thread(
            target=_warmed, args=(assistant, settings), name="warm", daemon=True
        )
        self._line = in_language(
            lang, f"决议问答已就绪：{address}", f"The Resolution Assistant is ready: {address}"
        )

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Starts listening, then says so."""
        await super().startup(sockets)
        print(self._line, flush=True)  # noqa: T201 - scripts wait for this line
        # Questions are answered meanwhile; the first ones only wait for what they need.
        self._warm.start()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Ends, and sees to it that the process does, whatever some thread still waits for."""
        last = threading.Timer(self._longest, _leave_behind)
        last.daemon = True
        last.start()
        await super().shutdown(sockets)


def _warmed(assistant: Assistant, settings: Settings) -> None:
    assistant.warm()
    if settings.mcp_http:  # who comes first does not wait a second for its SDK
        import_module("mcp.server.streamable_http_manager")
    collect_from_now_on()


def address_of(listener: socket.socket) -> str:
    """Where a browser of this machine finds the server: ``http://127.0.0.1:8000``."""
    host, port = listener.getsockname()[:2]
    if listener.family == socket.AF_INET6:
        host = "[::1]" if host == "::" else f"[{host}]"
    elif host == "0.0.0.0":  # noqa: S104 - compared, not bound
        host = "127.0.0.1"
    return f"http://{host}:{port}"


def bound_to(host: str, port: int) -> socket.socket:
    """A socket that has the address but does not listen yet. Raises ``AddressInUse``."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        listener = socket.socket(family, kind, protocol)
    except OSError as error:
        raise _cannot_listen(host, port, error) from error
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
    except OSError as error:
        listener.close()
        raise _cannot_listen(host, port, error) from error
    return listener


def _cannot_listen(host: str, port: int, error: OSError) -> AddressInUse:
    return AddressInUse(
        f"无法监听 {host}:{port}（{error.strerror}）。请用 --port 换一个端口。",
        f"Cannot listen on {host}:{port} ({error.strerror}). Choose another with --port.",
    )


class _Leaving:
    """Leaves through every ``with``, so that the library is closed and its lock released; told a
    second time, at once."""

    def __init__(self) -> None:
        self._is_told = False

    def __call__(self, number: int, _frame: FrameType | None) -> None:
        if self._is_told:
            os._exit(_KILLED + number)
        self._is_told = True
        raise SystemExit(0)


def _leave_behind() -> None:
    """What was acknowledged is on disk, and what is left behind was told to nobody."""
    _log.warning("some work was left behind unfinished")
    logging.shutdown()
    os._exit(0)
