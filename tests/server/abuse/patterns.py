"""Every regular expression of the program, attacked: ``python -m tests.server.abuse.patterns``
prints what took too long, as JSON.

A process of its own, because it has to see modules being imported, and a pattern that backtracks
without end can only be stopped from outside.
"""

from __future__ import annotations

import ast
import importlib
import inspect
import json
import pkgutil
import re
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from types import FrameType, ModuleType
from typing import Any, NoReturn

# At this length a pattern that is exponential never ends and a cubic one takes a second or more;
# what is quadratic passes, and is bounded by how long a text may be, see ``test_long_texts``.
LENGTH = 500
# Of processor time, many times what the slowest takes.
SECONDS = 0.25
_ASKED = ("search", "fullmatch")

Found = dict[tuple[str, int], str]


class TooLong(Exception):
    """A pattern that was stopped."""


def every_pattern() -> tuple[Found, list[str]]:
    """Each pattern with where it is made, and the places whose patterns only a call could tell."""
    found: Found = {}
    compiled = re._compile  # type: ignore[attr-defined]

    def noted(pattern: Any, flags: Any) -> Any:
        made = compiled(pattern, flags)
        frame = sys._getframe(1)
        while frame.f_back and frame.f_globals.get("__name__") == "re":
            frame = frame.f_back
        name = frame.f_globals.get("__name__", "")
        if name.startswith("assistant.") and isinstance(made.pattern, str):
            found.setdefault((made.pattern, made.flags), f"{name}:{frame.f_lineno}")
        return made

    re._compile = noted  # type: ignore[attr-defined]
    modules = [importlib.import_module(name) for name in _names()]
    unknown: list[str] = []
    for module in modules:
        _call_makers(module)
        for line, pattern in _inline(module):
            if pattern is None:
                unknown.append(f"{module.__name__}:{line}")
            else:
                made = re.compile(pattern)
                found.setdefault((made.pattern, made.flags), f"{module.__name__}:{line}")
    re._compile = compiled  # type: ignore[attr-defined]
    return found, unknown


def too_slow(pattern: re.Pattern[str]) -> tuple[str, str, float] | None:
    """How it is asked, of which text, and how long that takes; None where nothing does."""
    from tests.server.abuse.pumping import attacks

    for text in attacks(pattern, LENGTH):
        for how in _ASKED:
            begun = time.process_time()
            signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS * 4)
            try:
                getattr(pattern, how)(text)
            except TooLong:
                pass
            finally:
                signal.setitimer(signal.ITIMER_VIRTUAL, 0)
            took = time.process_time() - begun
            if took > SECONDS:
                return how, text[:80], took
    return None


def _names() -> Iterator[str]:
    import assistant

    for module in pkgutil.walk_packages(assistant.__path__, "assistant."):
        if module.name != "assistant.__main__":
            yield module.name


def _call_makers(module: ModuleType) -> None:
    """Patterns that are made when first asked for."""
    for made in vars(module).values():
        function = inspect.unwrap(made) if callable(made) else None
        if getattr(function, "__module__", None) != module.__name__:
            continue
        if not inspect.isfunction(function) or inspect.signature(function).parameters:
            continue
        if "Pattern" in str(function.__annotations__.get("return", "")):
            made()


def _inline(module: ModuleType) -> Iterator[tuple[int, str | None]]:
    """The patterns of ``re.sub(…)`` and the like within functions."""
    file = module.__file__ or ""
    tree = ast.parse(Path(file).read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args):
            continue
        if not (isinstance(node.func.value, ast.Name) and node.func.value.id == "re"):
            continue
        if node.func.attr == "escape":
            continue
        expression = ast.Expression(node.args[0])
        try:
            value = eval(compile(expression, "<pattern>", "eval"), vars(module))  # noqa: S307
        except Exception:  # it needs what only a call knows
            yield node.lineno, None
        else:
            if isinstance(value, str):
                yield node.lineno, value


def _stop(_number: int, _frame: FrameType | None) -> NoReturn:
    raise TooLong


def main() -> None:
    """Print what was found."""
    signal.signal(signal.SIGVTALRM, _stop)
    found, unknown = every_pattern()
    slow = []
    for (pattern, flags), where in sorted(found.items()):
        if fault := too_slow(re.compile(pattern, flags)):
            slow.append((where, pattern, *fault))
    json.dump({"patterns": len(found), "unknown": unknown, "slow": slow}, sys.stdout)


if __name__ == "__main__":
    main()
