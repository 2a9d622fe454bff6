"""Runs the server in this process and says when it can be asked."""

from __future__ import annotations

import signal
import socket
import sys
import threading
from contextlib import suppress
from types import FrameType
from typing import TYPE_CHECKING, NoReturn

import uvicorn

from assistant.cli.language import in_language
from assistant.cli.progress import ProgressBars
from assistant.errors import AssistantError
from assistant.settings import Settings
from assistant.settings.hosts import is_this_machine
from assistant.types import Lang

if TYPE_CHECKING:
    from assistant.service import Assistant

# Only the user of this machine can have been told of a key that was made for it.
_THIS_MACHINE = "this machine"


class AddressInUse(AssistantError):
    """The host and port cannot be listened on."""

    code = "address_in_use"


def serve(settings: Settings, lang: Lang | None) -> None:
    """Serves until Ctrl-C or SIGTERM. Raises ``AddressInUse`` before any work is done."""
    from assistant.server.app import create_app
    from assistant.server.running import server_config
    from assistant.service import Assistant

    signal.signal(signal.SIGTERM, _leave)
    with bound_to(settings.host, settings.port) as listener:
        with ProgressBars(lang) as progress:
            assistant = Assistant.open(settings, progress)
        with assistant:
            config = server_config(create_app(assistant, settings))
            if sys.stderr.isatty():
                _give_first_key(assistant, settings, lang)
            with suppress(KeyboardInterrupt):  # Ctrl-C is how a server is meant to end
                _Announcing(config, address_of(listener), lang, assistant).run([listener])


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


class _Announcing(uvicorn.Server):
    """Prints its address once connections are accepted: the one line on stdout."""

    def __init__(
        self,
        config: uvicorn.Config,
        address: str,
        lang: Lang | None,
        assistant: Assistant,
    ) -> None:
        super().__init__(config)
        self._assistant = assistant
        self._warm = threading.Thread(target=assistant.warm, name="warm", daemon=True)
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
        """Ends. Readers who wait for a language model are given their answers without it."""
        self._assistant.stop_model()
        await super().shutdown(sockets)


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


def _leave(_number: int, _frame: FrameType | None) -> NoReturn:
    # Leaves through every `with`, so that the library is closed and its lock released.
    raise SystemExit(0)
