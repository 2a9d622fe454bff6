"""The MCP server itself: tools are called in threads, and what goes wrong is said to the model."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Sequence
from functools import cache, partial
from typing import TYPE_CHECKING, Any, Final, TypeVar

import anyio.to_thread
from pydantic import ValidationError
from starlette.types import Scope

from assistant import __version__
from assistant.errors import AssistantError, NotInLibrary
from assistant.mcp_server.arguments import Arguments, AskArguments
from assistant.mcp_server.reading import SCHEME, read_uri, uri_of
from assistant.mcp_server.seam import Library
from assistant.mcp_server.tools import TOOLS

if TYPE_CHECKING:
    import mcp_types as mcp
    from mcp.server.context import ServerRequestContext
    from mcp.server.lowlevel.server import Server

NAME: Final = "resolution-assistant"
INSTRUCTIONS: Final = (
    "联合国大会决议的文库：回答逐字引自编号的段落。A library of UN General Assembly resolutions. "
    "Its answers quote numbered paragraphs word for word; keep the quotations as they are and name "
    "the paragraphs. What the library does not hold it says so: do not fill the gap from memory. "
    "A resolution is named by its symbol (A/RES/75/45 or 75/45), a paragraph by its place: OP13 "
    "operative, PP2 preambular, OP3(a) an item."
)
# Questions answered side by side; the rest waits its turn, and the routes' own threads are not
# theirs to use up.
_THREADS: Final = 16
_A_PAGE: Final = 100  # resources

_log = logging.getLogger(__name__)
T = TypeVar("T")
Address = Callable[["ServerRequestContext[Any, Any]"], str]
# Of a request over HTTP, how much more than one it is; why not, where that is too much.
Count = Callable[[Scope, int], Awaitable[str | None]]


def mcp_server(library: Library, address: Address, count: Count | None = None) -> Server[Any]:
    """The server over a library. ``address`` says where the reader of a request reaches the page,
    as links in answers begin; empty where nobody knows. ``count`` hears of calls that are the work
    of several, and of how many more; what it says is told instead of an answer."""
    from mcp.server.lowlevel.server import Server

    serving = _Serving(library, address, count)
    return Server(
        NAME,
        version=__version__,
        title="决议问答 · Resolution Assistant",
        instructions=INSTRUCTIONS,
        get_tool_input_schema=_input_schemas().get,
        on_list_tools=serving.list_tools,
        on_call_tool=serving.call_tool,
        on_list_resources=serving.list_resources,
        on_list_resource_templates=serving.list_resource_templates,
        on_read_resource=serving.read_resource,
    )


class _Serving:
    """The handlers, on the event loop; the library is asked in threads."""

    def __init__(self, library: Library, address: Address, count: Count | None) -> None:
        self._counted = count
        self._library = library
        self._address = address
        self._tools = {tool.name: tool for tool in TOOLS}
        self._threads = anyio.CapacityLimiter(_THREADS)

    async def list_tools(
        self, _ctx: ServerRequestContext[Any, Any], _params: mcp.PaginatedRequestParams | None
    ) -> mcp.ListToolsResult:
        """All of them."""
        import mcp_types as mcp

        return mcp.ListToolsResult(tools=list(_listed()))

    async def call_tool(
        self, ctx: ServerRequestContext[Any, Any], params: mcp.CallToolRequestParams
    ) -> mcp.CallToolResult:
        """What a tool gives, or an error that its caller can read and act on."""
        import mcp_types as mcp

        tool = self._tools.get(params.name)
        if tool is None:
            there = ", ".join(self._tools)
            raise _invalid(f"There is no tool {params.name!r}; there are: {there}")
        try:
            arguments = tool.arguments.model_validate(params.arguments or {})
            if (refusal := await self._count(ctx, arguments)) is not None:
                return _failed(refusal)
            call = partial(tool.call, self._library, arguments, self._address(ctx))
            structured, text = await self._in_a_thread(call)
        except ValidationError as error:
            return _failed(_wrong_arguments(error))
        except AssistantError as error:
            return _failed(_said(error))
        except Exception:
            _log.exception("the tool %s failed", tool.name)
            return _failed(_OUR_FAULT)
        content: list[mcp.ContentBlock] = [mcp.TextContent(type="text", text=text)]
        return mcp.CallToolResult(content=content, structured_content=structured)

    async def list_resources(
        self, _ctx: ServerRequestContext[Any, Any], params: mcp.PaginatedRequestParams | None
    ) -> mcp.ListResourcesResult:
        """The resolutions of the library, page by page."""
        import mcp_types as mcp

        cursor = params.cursor if params else None
        ask = partial(self._library.resolution_page, limit=_A_PAGE, cursor=cursor)
        try:
            page = await self._in_a_thread(ask)
        except AssistantError as error:
            raise _invalid(_said(error)) from None
        return mcp.ListResourcesResult(
            resources=[
                mcp.Resource(
                    uri=uri_of(one.symbol), name=one.symbol, title=one.title, mime_type=_TEXT
                )
                for one in page.resolutions
            ],
            next_cursor=page.next,
        )

    async def list_resource_templates(
        self, _ctx: ServerRequestContext[Any, Any], _params: mcp.PaginatedRequestParams | None
    ) -> mcp.ListResourceTemplatesResult:
        """How a paragraph's address is written."""
        import mcp_types as mcp

        template = mcp.ResourceTemplate(
            uri_template=f"{SCHEME}{{+symbol}}{{#paragraph}}",
            name="paragraph",
            title="决议或段落 · A resolution or a paragraph",
            description="A paragraph of a resolution with its items, verbatim: "
            f"{uri_of('A/RES/75/45', 'OP13')}; without a paragraph the whole resolution",
            mime_type=_TEXT,
        )
        return mcp.ListResourceTemplatesResult(resource_templates=[template])

    async def read_resource(
        self, _ctx: ServerRequestContext[Any, Any], params: mcp.ReadResourceRequestParams
    ) -> mcp.ReadResourceResult:
        """A paragraph or a resolution as text."""
        import mcp_types as mcp

        try:
            found = await self._in_a_thread(partial(read_uri, self._library, params.uri))
        except AssistantError as error:
            raise _invalid(_said(error), {"uri": params.uri}) from None
        text = mcp.TextResourceContents(uri=params.uri, text=found.written(), mime_type=_TEXT)
        return mcp.ReadResourceResult(contents=[text])

    async def _count(self, ctx: ServerRequestContext[Any, Any], arguments: Arguments) -> str | None:
        more = len(arguments.earlier) if isinstance(arguments, AskArguments) else 0
        if self._counted is None or ctx.request is None or not more:
            return None
        return await self._counted(ctx.request.scope, more)

    async def _in_a_thread(self, work: Callable[[], T]) -> T:
        return await anyio.to_thread.run_sync(work, limiter=self._threads)


_TEXT: Final = "text/plain"
_HELD: Final = (
    "文库所藏见 resources/list，或用 ask 问“库里有哪些决议”。resources/list names what is held; or "
    "ask “Which resolutions are in the library?”"
)
_WRONG: Final = "参数有误，请改正后重试 · Wrong arguments, correct them and call again:"
_OUR_FAULT: Final = (
    "服务器出错，未能完成；请稍后重试。The server failed and has noted why; try again later."
)


@cache  # their schemas take 0.3 s, and the SDK looks at them with every call
def _listed() -> tuple[mcp.Tool, ...]:
    import mcp_types as mcp

    return tuple(
        mcp.Tool(
            name=tool.name,
            title=tool.title,
            description=tool.description,
            input_schema=tool.input_schema(),
            output_schema=tool.output_schema(),
            annotations=mcp.ToolAnnotations(
                title=tool.title, read_only_hint=True, idempotent_hint=True, open_world_hint=False
            ),
        )
        for tool in TOOLS
    )


def _input_schemas() -> dict[str, dict[str, Any]]:
    return {tool.name: tool.input_schema for tool in _listed()}


def _failed(text: str) -> mcp.CallToolResult:
    import mcp_types as mcp

    content: list[mcp.ContentBlock] = [mcp.TextContent(type="text", text=text)]
    return mcp.CallToolResult(content=content, is_error=True)


def _invalid(message: str, data: object = None) -> Exception:
    from mcp.shared.exceptions import MCPError
    from mcp_types import INVALID_PARAMS

    return MCPError(code=INVALID_PARAMS, message=message, data=data)


def _said(error: AssistantError) -> str:
    """In both languages: the model reads either, its user perhaps one."""
    lines = [error.zh, error.en]
    if isinstance(error, NotInLibrary):
        lines.append(_HELD)
    return "\n".join(lines)


def _wrong_arguments(error: ValidationError) -> str:
    """Each argument that is wrong, and what it should be."""
    lines = [f"{_path(one['loc'])}: {one['msg']}" for one in error.errors(include_input=False)]
    return "\n".join((_WRONG, *lines))


def _path(location: Sequence[int | str]) -> str:
    return ".".join(map(str, location)) or "(arguments)"
