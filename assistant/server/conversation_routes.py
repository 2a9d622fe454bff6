"""The routes of conversations: an owner's list, one as a whole, its title, its end."""

from __future__ import annotations

from typing import Annotated, Any, Final
from urllib.parse import quote

from fastapi import APIRouter, Depends, Header, Path, Query, Request, Response
from pydantic import TypeAdapter

from assistant.server.clean_text import CleanText
from assistant.server.conversation_refusals import no_such_conversation
from assistant.server.conversation_schemas import Forgotten, Renaming
from assistant.server.conversation_seam import Precondition
from assistant.server.names import one_line, shown_name
from assistant.server.openapi import problem_responses
from assistant.server.owner import Owner, identify
from assistant.server.paging import CursorQuery, LinkNext, paged
from assistant.server.parameters import DIGITS
from assistant.server.problems import language_of
from assistant.server.routes import Serving
from assistant.server.schemas import ConversationId
from assistant.server.scopes import needs
from assistant.server.validators import check_if_match
from assistant.types import (
    Conversation,
    ConversationForm,
    ConversationPage,
    ConversationSummary,
    Lang,
)

PAGE = 30  # conversations
MAX_PAGE = 100
_LONGEST_WORDS = 200

_FILES: Final[dict[int | str, dict[str, Any]]] = {
    200: {
        "description": "文件 · The file",
        "content": {
            "text/markdown": {"schema": {"type": "string"}},
            "application/json": {"schema": {"$ref": "#/components/schemas/Conversation"}},
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document": {
                "schema": {"type": "string", "format": "binary"}
            },
        },
    }
}
_DOCUMENT: Final = TypeAdapter(Conversation)  # as it goes out
Named = Annotated[ConversationId, Path(description="conversation_id")]


IfMatch = Annotated[
    str | None, Header(description="读取时得到的 ETag · The ETag that it was read with")
]


def for_one_reader(response: Response) -> None:
    """What is one browser's alone is kept by no cache."""
    response.headers["cache-control"] = "no-store"


conversation_routes = APIRouter(dependencies=[Depends(for_one_reader), needs("own")])


@conversation_routes.put(
    "/owner", status_code=204, summary="在此浏览器保留对话 · Keep conversations in this browser"
)
def owner(request: Request, response: Response) -> None:
    """Gives the browser an anonymous, random cookie, or renews the one it has. What is asked with
    it is listed for it and can be read, changed and deleted with it alone. Send it before the first
    question."""
    identify(request, response)


@conversation_routes.get(
    "/conversations",
    summary="我的对话 · My conversations",
    responses={**paged(), **problem_responses(422)},
)
def conversations(
    service: Serving,
    reader: Owner,
    link_next: LinkNext,
    *,
    q: Annotated[
        CleanText,
        Query(
            max_length=_LONGEST_WORDS,
            description="标题、问题和回答中都出现的词，以空格分开 · Words that all stand in "
            "its title, questions or answers",
        ),
    ] = "",
    cursor: CursorQuery = None,
    limit: Annotated[int, Query(ge=1, le=MAX_PAGE), DIGITS] = PAGE,
) -> ConversationPage:
    """This browser's own conversations, the one last gone on with first; none without its
    cookie."""
    page = service.conversations.search(reader, words=q, cursor=cursor, limit=limit)
    link_next(page.next)
    return page


@conversation_routes.delete("/conversations", summary="删除我的全部对话 · Forget all of mine")
def forget_all(service: Serving, reader: Owner) -> Forgotten:
    """Deletes all conversations of this browser, with what of them was shared, and its feedback."""
    count = 0 if reader is None else service.conversations.forget_all(reader)
    return Forgotten(conversations=count)


@conversation_routes.get(
    "/conversations/{conversation_id}",
    summary="一个对话 · One conversation",
    responses=problem_responses(404, 422),
)
def conversation(service: Serving, reader: Owner, conversation_id: Named) -> Conversation:
    """All its questions and answers, as they were. One begun with a browser's cookie is that
    browser's alone; one that nobody owns belongs to whoever knows its id."""
    found = service.conversations.read(conversation_id, reader)
    if found is None:
        raise no_such_conversation()
    return found


@conversation_routes.get(
    "/conversations/{conversation_id}/export",
    summary="导出对话 · A conversation as a file",
    response_class=Response,
    responses={**_FILES, **problem_responses(404, 422)},
)
def export(
    request: Request,
    service: Serving,
    reader: Owner,
    conversation_id: Named,
    *,
    form: Annotated[
        ConversationForm,
        Query(alias="format", description="md、json 或 docx（脚注为 Word 脚注）· Which file"),
    ] = "md",
    lang: Annotated[
        Lang | None, Query(description="标题、说明等所用语言 · Of what is not its own words")
    ] = None,
) -> Response:
    """The conversation as Markdown with footnotes, as JSON as it is read here, or as a Word
    document, whose footnotes cite paragraphs as UN documents do."""
    request.state.lang = lang
    spoken = language_of(request)
    file = service.conversations.export(conversation_id, reader, form, lang=spoken)
    if file is None:
        raise no_such_conversation()
    return Response(file.data, media_type=file.media_type, headers=_saved_as(file.name, spoken))


def _unchanged(if_match: str | None) -> Precondition | None:
    """Looks whether a conversation is as its reader knows it, in the moment in which it is changed:
    of two who change the same only one does."""
    if if_match is None:
        return None
    return lambda found: check_if_match(if_match, _DOCUMENT.dump_json(found))


def _saved_as(name: str, lang: Lang) -> dict[str, str]:
    """Headers of a file to be saved: its name for those that read RFC 6266, and for the others."""
    shown = shown_name(name.replace("/", "_").replace("\\", "_"))  # 75/45 is no folder
    plain = f"conversation.{shown.rpartition('.')[2]}"
    return {
        "content-disposition": f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(shown)}",
        "content-language": lang,
        "cache-control": "no-store",
    }


@conversation_routes.patch(
    "/conversations/{conversation_id}",
    summary="给对话改名 · Rename a conversation",
    responses=problem_responses(400, 404, 412, 413, 422),
)
def rename(
    service: Serving,
    reader: Owner,
    conversation_id: Named,
    to: Renaming,
    if_match: IfMatch = None,
) -> ConversationSummary:
    """Gives it a title of its own in the place of its first question. With ``If-Match`` only where
    it still is what ``GET`` gave that ``ETag`` for."""
    title = one_line(to.title or "") or None
    renamed = service.conversations.rename(
        conversation_id, reader, title, check=_unchanged(if_match)
    )
    if renamed is None:
        raise no_such_conversation()
    return renamed


@conversation_routes.delete(
    "/conversations/{conversation_id}",
    status_code=204,
    summary="忘记一个对话 · Forget a conversation",
    responses=problem_responses(404, 412, 422),
)
def forget(
    service: Serving, reader: Owner, conversation_id: Named, if_match: IfMatch = None
) -> None:
    """Deletes a conversation with all that was shared and said of it, for good. With ``If-Match``
    only where nothing was added since."""
    if not service.conversations.forget(conversation_id, reader, check=_unchanged(if_match)):
        raise no_such_conversation()
