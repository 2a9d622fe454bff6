"""How much may be asked for at once is the same by every way in."""

from __future__ import annotations

from typing import Any

import pytest
import typer

from assistant.cli.commands import app
from assistant.mcp_server.tools import TOOLS
from assistant.server.app import openapi_document


def of_rest(path: str, name: str) -> int:
    """The bound of a parameter: of its number, or of how often it may be given."""
    operation = openapi_document()["paths"][f"/api/v1{path}"]["get"]
    (parameter,) = (one for one in operation["parameters"] if one["name"] == name)
    return bound(parameter["schema"])


def of_mcp(tool: str, name: str) -> int:
    (found,) = (one for one in TOOLS if one.name == tool)
    return bound(found.input_schema()["properties"][name])


def of_the_terminal(command: str, name: str) -> int:
    group: Any = typer.main.get_command(app)
    (option,) = (one for one in group.commands[command].params if one.name == name)
    return int(option.max)


def bound(schema: dict[str, Any]) -> int:
    forms = schema.get("anyOf", [schema])
    (found,) = {form[key] for form in forms for key in ("maximum", "maxItems") if key in form}
    return int(found)


@pytest.mark.parametrize(
    ("path", "name", "tool", "argument"),
    [
        ("/search", "limit", "search", "limit"),
        ("/mandates", "limit", "list_mandates", "limit"),
        ("/mandates", "addressee", "list_mandates", "addressee"),
        ("/mandates", "committee", "list_mandates", "committee"),
        ("/resolutions/{symbol}/references", "depth", "references", "depth"),
        ("/resolutions/{symbol}/references", "nodes", "references", "nodes"),
        ("/resolutions/{symbol}/references", "edges", "references", "edges"),
    ],
)
def test_a_model_may_ask_for_as_much_as_a_program(
    path: str, name: str, tool: str, argument: str
) -> None:
    assert of_rest(path, name) == of_mcp(tool, argument)


@pytest.mark.parametrize(
    ("path", "name", "command"),
    [
        ("/search", "limit", "search"),
        ("/library", "limit", "library"),
        ("/precedents", "limit", "precedents"),
        ("/resolutions/{symbol}/references", "depth", "references"),
    ],
)
def test_the_terminal_may_ask_for_as_much_as_a_program(path: str, name: str, command: str) -> None:
    assert of_rest(path, name) == of_the_terminal(command, name)
