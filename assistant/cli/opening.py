"""The assistant opened for one command, and what several commands share."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.cli.collecting import collect_from_now_on
from assistant.cli.progress import ProgressBars
from assistant.settings import Settings, load_settings
from assistant.types import Lang

if TYPE_CHECKING:
    from assistant.service import Assistant

JsonOption = Annotated[bool, typer.Option("--json", help="输出 JSON · Print JSON")]


@contextmanager
def opened(
    lang: Lang | None, *, settings: Settings | None = None, repair: bool = True, quiet: bool = False
) -> Iterator[Assistant]:
    """The assistant of the settings, closed in the end; progress of opening goes to stderr."""
    from assistant.service import Assistant

    with ProgressBars(lang, quiet=quiet) as progress:
        assistant = Assistant.open(settings or load_settings(), progress, repair=repair)
    collect_from_now_on()
    with assistant:
        yield assistant


def print_json(value: object) -> None:
    """Print a value as the API would give it."""
    from pydantic_core import to_json

    typer.echo(to_json(value, indent=2).decode())
