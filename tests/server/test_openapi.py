from __future__ import annotations

import json
from typing import Any

import pytest
from fastapi.testclient import TestClient
from pydantic import TypeAdapter

from assistant.server import examples
from assistant.server.schemas import AskRequest, UploadJob
from assistant.types import Answer


@pytest.fixture
def document(client: TestClient) -> dict[str, Any]:
    result: dict[str, Any] = client.get("/api/v1/openapi.json").json()
    return result


def test_every_route_is_described_with_a_summary_and_a_name_for_programs(
    document: dict[str, Any],
) -> None:
    operations = {
        operation["operationId"]: operation["summary"]
        for path in document["paths"].values()
        for operation in path.values()
    }
    assert set(operations) == {
        "ask",
        "ask_stream",
        "resolutions",
        "resolution",
        "remove",
        "forget",
        "forget_all",
        "export",
        "answer_text",
        "owner",
        "conversations",
        "conversation",
        "rename",
        "answer",
        "share",
        "unshare",
        "judge",
        "take_back",
        "search",
        "comparison",
        "precedents",
        "renderings",
        "mandates",
        "mandate_facets",
        "library",
        "around",
        "source",
        "references",
        "series",
        "about",
        "health",
        "ready",
        "upload",
        "upload_desk",
        "cancel_upload",
        "upload_job",
        "upload_events",
    }
    assert all(operations.values())


def test_every_reference_leads_to_a_named_schema(document: dict[str, Any]) -> None:
    schemas = document["components"]["schemas"]
    text = json.dumps(document)
    named = {part.split('"')[0] for part in text.split("#/components/schemas/")[1:]}
    assert named <= set(schemas)
    assert {"Answer", "Resolution", "Problem", "PassageNote", "Summary", "SearchHit"} <= set(
        schemas
    )
    assert "HTTPValidationError" not in schemas


def test_errors_are_problem_documents_and_nothing_else(document: dict[str, Any]) -> None:
    for path in document["paths"].values():
        for operation in path.values():
            for status, response in operation["responses"].items():
                if int(status) >= 400:
                    assert list(response["content"]) == ["application/problem+json"]


def test_fields_that_are_always_sent_are_required_and_those_of_a_question_are_not(
    document: dict[str, Any],
) -> None:
    schemas = document["components"]["schemas"]
    assert "missing" in schemas["Answer"]["required"]
    assert "date" in schemas["Deadline"]["required"]
    assert schemas["AskRequest"]["required"] == ["question"]
    assert schemas["AskRequest"]["additionalProperties"] is False


def test_the_examples_are_valid() -> None:
    for example in examples.QUESTIONS.values():
        AskRequest.model_validate(example["value"])
    TypeAdapter(Answer).validate_python(examples.PARAGRAPH_ANSWER)


def test_an_upload_is_described_with_its_form_its_key_and_a_valid_job(
    document: dict[str, Any],
) -> None:
    upload = document["paths"]["/api/v1/uploads"]["post"]
    (form,) = upload["requestBody"]["content"]
    assert form == "multipart/form-data"
    (scheme,) = upload["security"]
    described = document["components"]["securitySchemes"][next(iter(scheme))]
    assert (described["type"], described["scheme"]) == ("http", "bearer")
    assert {"401", "403", "413", "415", "422", "503"} <= set(upload["responses"])
    for name in ("UPLOAD", "UPLOAD_DONE"):
        example = getattr(examples, name)["content"]["application/json"]["example"]
        assert UploadJob.model_validate(example).model_dump(mode="json") == example


def test_an_example_quotes_what_it_cites() -> None:
    (statement,) = examples.PARAGRAPH_ANSWER["statements"]
    (citation,) = examples.PARAGRAPH_ANSWER["citations"]
    (quote,) = statement["quotes"]
    assert citation["text"][quote["start"] : quote["end"]] in statement["text"]
