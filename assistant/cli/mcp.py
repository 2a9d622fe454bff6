"""``assistant mcp``: the library for an MCP client that starts this program itself."""

from __future__ import annotations

import sys
import threading
from contextlib import suppress

from assistant.cli.language import LangOption, in_language
from assistant.cli.opening import opened
from assistant.settings import load_settings


def mcp(lang: LangOption = None) -> None:
    """供 MCP 客户端启动，经标准输入输出应答 · Serve an MCP client over stdin and stdout."""
    from assistant.mcp_server import serve_stdio

    settings = load_settings()
    if sys.stdin.isatty():
        hint = in_language(
            lang,
            "这条命令由 MCP 客户端启动，设置见 docs/mcp.md；按 Ctrl-C 结束。",
            "An MCP client starts this command, see docs/mcp.en.md; end it with Ctrl-C.",
        )
        print(hint, file=sys.stderr)  # noqa: T201 - standard output is the protocol's
    with opened(lang, settings=settings) as assistant:
        # What a first question would wait for is read while the client says who it is.
        threading.Thread(target=assistant.warm, name="warm", daemon=True).start()
        with suppress(KeyboardInterrupt):
            serve_stdio(assistant, public_url=settings.public_url)
