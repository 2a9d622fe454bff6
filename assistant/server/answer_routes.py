"""The routes of single answers: shown by a link, shared, judged."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query, Request, Response
from fastapi.responses import PlainTextResponse

from assistant.server.conversation_refusals import no_such_answer
from assistant.server.conversation_routes import for_one_reader
from assistant.server.conversation_schemas import AnswerId, Judgement
from assistant.server.openapi import problem_responses
from assistant.server.owner import Owner, identify
from assistant.server.routes import Serving
from assistant.server.scopes import needs
from assistant.types import AnswerForm, KeptAnswer

Named = Annotated[AnswerId, Path(description="回答的 id · The answer's ``id``")]

answer_routes = APIRouter(prefix="/answers", dependencies=[Depends(for_one_reader), needs("own")])


@answer_routes.get(
    "/{answer_id}", summary="一个回答 · One answer", responses=problem_responses(404, 422)
)
def answer(service: Serving, reader: Owner, answer_id: Named) -> KeptAnswer:
    """An answer as it was given, with its question, and nothing else of its conversation: to whom
    it belongs, and to whoever has its link while it is shared. ``cited`` says of each paragraph
    whether the library still holds it word for word."""
    return _found(service.conversations.answer(answer_id, reader))


@answer_routes.get(
    "/{answer_id}/text",
    summary="复制一个回答 · An answer to be pasted elsewhere",
    response_class=PlainTextResponse,
    responses=problem_responses(404, 422),
)
def answer_text(
    service: Serving,
    reader: Owner,
    answer_id: Named,
    form: Annotated[
        AnswerForm,
        Query(
            alias="format",
            description="text：[1]；markdown：[^1]；footnotes：按联合国脚注格式引用 · How its "
            "paragraphs are cited; footnotes: as UN documents do",
        ),
    ] = "text",
) -> PlainTextResponse:
    """Its sentences with their marks, and what each mark stands for."""
    text = service.conversations.text(answer_id, reader, form)
    if text is None:
        raise no_such_answer()
    return PlainTextResponse(text, headers={"cache-control": "no-store"})


@answer_routes.post(
    "/{answer_id}/share",
    summary="分享一个回答 · Share an answer",
    responses=problem_responses(404, 422),
)
def share(service: Serving, reader: Owner, answer_id: Named) -> KeptAnswer:
    """Makes this one answer readable to whoever has its link, until that is taken back or its
    conversation is forgotten."""
    return _found(service.conversations.share(answer_id, reader, shared=True))


@answer_routes.delete(
    "/{answer_id}/share",
    status_code=204,
    summary="取消分享 · Share an answer no more",
    responses=problem_responses(404, 422),
)
def unshare(service: Serving, reader: Owner, answer_id: Named) -> None:
    """The link leads nowhere any more, but for whom the answer belongs to."""
    _found(service.conversations.share(answer_id, reader, shared=False))


@answer_routes.post(
    "/{answer_id}/feedback",
    summary="评价一个回答 · Say whether an answer is right",
    responses=problem_responses(400, 404, 413, 422),
)
def judge(
    request: Request, response: Response, service: Serving, answer_id: Named, said: Judgement
) -> KeptAnswer:
    """Keeps what this browser says of an answer that it can read, in the place of what it said
    before. Nobody else sees it but those who run the library; it becomes evaluation questions."""
    reader = identify(request, response)
    comment = said.comment.strip()
    return _found(service.conversations.judge(answer_id, reader, said.verdict, comment))


@answer_routes.delete(
    "/{answer_id}/feedback",
    status_code=204,
    summary="收回评价 · Take feedback back",
    responses=problem_responses(404, 422),
)
def take_back(service: Serving, reader: Owner, answer_id: Named) -> None:
    """Forgets what this browser said of an answer."""
    if reader is None or not service.conversations.take_back(answer_id, reader):
        raise no_such_answer()


def _found(found: KeptAnswer | None) -> KeptAnswer:
    if found is None:
        raise no_such_answer()
    return found
