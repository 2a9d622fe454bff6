"""Checks of our own beside those of schemathesis; it loads this module by SCHEMATHESIS_HOOKS."""

from __future__ import annotations

import schemathesis
from schemathesis import Case, CheckContext, GenerationMode, Response


@schemathesis.check
def what_the_document_allows_is_not_called_malformed(
    ctx: CheckContext, response: Response, case: Case
) -> None:
    """422 for what fits the document is said with the code of what is wrong, never with that of a
    request that does not fit the document."""
    if response.status_code != 422 or case.meta is None:
        return
    if case.meta.generation.mode is GenerationMode.POSITIVE:
        code = response.json()["code"]
        assert code != "invalid_request", response.text


@schemathesis.check
def errors_are_problem_documents(ctx: CheckContext, response: Response, case: Case) -> None:
    """RFC 9457, with the codes that docs/rest.md lists."""
    if response.status_code < 400:
        return
    assert response.headers["content-type"] == ["application/problem+json"]
    problem = response.json()
    assert problem["status"] == response.status_code
    assert problem["type"] == f"urn:resolution-assistant:problem:{problem['code']}"
    assert problem["title"]
    assert problem["detail"]
