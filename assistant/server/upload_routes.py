"""The routes of uploads: files come in, a job tells what becomes of them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import AsyncIterator
from typing import Annotated, Any, Final

from anyio import CancelScope
from fastapi import APIRouter, Depends, Header, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.sse import EventSourceResponse, ServerSentEvent
from pydantic import BaseModel, Field, ValidationError
from pydantic_core import to_json
from starlette.concurrency import run_in_threadpool

from assistant.server import examples, lifetime_refusals, upload_refusals
from assistant.server.clean_text import ONE_LINE
from assistant.server.idempotency import REPLAYED, OnceOnly
from assistant.server.job import Job, Report
from assistant.server.openapi import problem_responses
from assistant.server.parameters import DIGITS
from assistant.server.problems import language_of, problem_of
from assistant.server.receiving import Limits, Received, receive
from assistant.server.schemas import MAX_SYMBOL, UploadFields, UploadJob
from assistant.server.scopes import needs
from assistant.server.spool import Upload
from assistant.server.versions import CURRENT
from assistant.server.waiting import Waiting
from assistant.types import Lang

UPLOADS: Final = f"{CURRENT}/uploads"

_FORM: Final[dict[str, Any]] = {
    "requestBody": {
        "required": True,
        "content": {
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "required": ["files"],
                    "additionalProperties": False,
                    "dependentSchemas": {"symbol": {"properties": {"files": {"maxItems": 1}}}},
                    "properties": {
                        "files": {
                            "type": "array",
                            "minItems": 1,
                            "items": {"type": "string", "format": "binary"},
                            "description": "决议文件或它们的 ZIP · Files of resolutions, or ZIPs",
                        },
                        "symbol": {
                            "type": "string",
                            "minLength": 1,
                            "maxLength": MAX_SYMBOL,
                            **ONE_LINE,
                            "description": "文件未写明的文号，只用于一个文件 · For one file that "
                            "does not state its symbol",
                        },
                        "dry_run": {
                            "type": "boolean",
                            "default": False,
                            "description": "只说明会怎样，不改动文库 · Only say what would happen",
                        },
                    },
                }
            }
        },
    }
}


def _job(jobs: Waiting, id: str) -> Job:  # noqa: A002 - its name in the path
    return jobs.find(id)


class UploadDesk(BaseModel):
    """What may be uploaded at once, and the uploads there are."""

    file_bytes: int = Field(description="每个文件的字节上限 · Of one file")
    total_bytes: int = Field(description="一次上传的字节上限 · Of an upload")
    files: int = Field(description="一次上传的文件数上限 · Files of an upload")
    uploads: tuple[UploadJob, ...]


Watched = Annotated[Job, Depends(_job)]

uploads = APIRouter(prefix="/uploads", dependencies=[needs("write")])


@uploads.post(
    "",
    status_code=202,
    response_model=UploadJob,
    summary="上传文件 · Upload files",
    openapi_extra=_FORM,
    responses={
        202: examples.UPLOAD,
        **problem_responses(400, 401, 403, 408, 409, 413, 415, 422, 503),
    },
)
async def upload(
    request: Request, response: Response, jobs: Waiting, once: OnceOnly
) -> UploadJob | Response:
    """Takes files, and answers when they are all here; the job tells what becomes of them.

    Jobs are done one at a time, and questions are answered meanwhile. A restart forgets the
    reports of jobs, never a document: what was accepted is taken up again. The limits are
    ASSISTANT_MAX_UPLOAD_BYTES (a file), ASSISTANT_MAX_UPLOAD_TOTAL_BYTES and
    ASSISTANT_MAX_UPLOAD_FILES (an upload).
    """
    limits: Limits = request.app.state.upload_limits
    name, folder = jobs.begin()
    try:
        content_type = request.headers.get("content-type", "")
        received = await receive(content_type, request.stream(), folder, limits)
        fields = _checked(received)
        kept = await run_in_threadpool(lambda: once.begin(_fingerprint(received)))
        if kept is not None:
            jobs.give_up(name)
            before = UploadJob.model_validate_json(kept)
            headers = {**REPLAYED, "location": before.href}
            return Response(kept, 202, headers, "application/json")
        # Nothing else is awaited from here on: an upload is either given up or accepted.
        with CancelScope(shield=True):  # in a thread, as it waits for the disk
            wanted = Upload(name, received.files, fields.symbol, fields.dry_run)
            job = await run_in_threadpool(jobs.accept, wanted)
    except BaseException:
        jobs.give_up(name)
        raise
    response.headers["location"] = _href(name)
    accepted = _document(job.report, language_of(request))
    with CancelScope(shield=True):  # it is taken in, whoever left
        await run_in_threadpool(once.keep, to_json(accepted))
    return accepted


@uploads.get(
    "",
    summary="密钥是否有效，可传多少，有哪些上传 · Whether the key holds, limits, uploads",
    responses=problem_responses(401, 403),
)
async def upload_desk(request: Request, jobs: Waiting) -> UploadDesk:
    """What a page asks when a key is entered: 401 for a wrong key, 403 where uploads are off.
    Nothing is changed. The uploads are those that wait, run or are remembered, the latest last."""
    limits: Limits = request.app.state.upload_limits
    lang = language_of(request)
    return UploadDesk(
        file_bytes=limits.file_bytes,
        total_bytes=limits.total_bytes,
        files=limits.files,
        uploads=tuple(_document(job.report, lang) for job in jobs.known()),
    )


@uploads.delete(
    "/{id}",
    summary="取消上传 · Cancel an upload",
    responses=problem_responses(401, 403, 404),
)
async def cancel_upload(request: Request, jobs: Waiting, job: Watched) -> UploadJob:
    """Takes no further file of it in. What was taken in before stays, and its results say what:
    a waiting upload is ``cancelled`` at once, a running one behind the file at hand. When all its
    files are read it is too late, and it ends as it would have."""
    cancelled = await run_in_threadpool(jobs.cancel, job.report.id)
    return _document(cancelled.report, language_of(request))


@uploads.get(
    "/{id}",
    summary="上传的进展 · What becomes of an upload",
    responses={200: examples.UPLOAD_DONE, **problem_responses(401, 403, 404)},
)
async def upload_job(request: Request, job: Watched) -> UploadJob:
    """The job: how far it has come, and its results when it is done.

    Finished jobs are remembered: the last 50 of them, for 24 hours.
    """
    return _document(job.report, language_of(request))


@uploads.get(
    "/{id}/events",
    summary="边导入边看 · Watch an upload",
    response_class=EventSourceResponse,
    responses={200: examples.UPLOAD_EVENTS, **problem_responses(401, 403, 404, 422)},
)
async def upload_events(
    request: Request,
    job: Watched,
    last_event_id: Annotated[int, Header(ge=0), DIGITS] = 0,
) -> AsyncIterator[ServerSentEvent]:
    """The job as server-sent events, from the first one on, however late one listens: ``progress``,
    a ``result`` for each resolution or refused file, and ``done`` with the whole job last, when
    they can be asked about. ``Last-Event-ID`` skips what was heard. Where the server ends before
    the job, the last is ``error`` with a problem document: it goes on when the server runs again.
    """
    lang = language_of(request)
    async for number, event in job.follow(last_event_id):
        data = event.data
        shown = _document(data, lang) if isinstance(data, Report) else data
        yield ServerSentEvent(event=event.name, id=str(number), raw_data=to_json(shown).decode())
    if job.finished_at is None:
        problem = problem_of(lifetime_refusals.upload_goes_on_later(), lang)
        yield ServerSentEvent(event="error", raw_data=problem.model_dump_json())


def _fingerprint(received: Received) -> bytes:
    """What was sent, whatever boundary stood between its parts: clients draw another each time."""
    said = [json.dumps(received.fields, sort_keys=True)]
    for path in received.files:
        with path.open("rb") as file:
            said.append(f"{path.name}\0{hashlib.file_digest(file, 'sha256').hexdigest()}")
    return "\0".join(said).encode()


def _checked(received: Received) -> UploadFields:
    try:
        fields = UploadFields.model_validate(received.fields)
    except ValidationError as error:
        found = error.errors(include_url=False, include_input=False)
        raise RequestValidationError(
            [{**item, "loc": ("body", *item["loc"])} for item in found]
        ) from None
    if fields.symbol is not None and len(received.files) > 1:
        raise upload_refusals.symbol_for_one_file(len(received.files))
    return fields


def _href(name: str) -> str:
    return f"{UPLOADS}/{name}"


def _document(report: Report, lang: Lang) -> UploadJob:
    return UploadJob(
        id=report.id,
        state=report.state,
        files=report.files,
        done=report.done,
        dry_run=report.dry_run,
        progress=report.progress,
        results=report.results,
        error=problem_of(report.error, lang) if report.error else None,
        href=_href(report.id),
    )
