"""The prompts: one file each in ``prompts/``, with what it is for and what it is filled with.

A file is named ``<name>.<lang>.md`` and begins with front matter in YAML: ``purpose``,
``version`` and ``variables``, a list. The text after it is a ``string.Template``: ``${question}``.
What is filled in is data and is never read as a template.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from string import Template
from typing import Any, get_args

from assistant.errors import InvalidPrompts
from assistant.types import Lang

# The prompts that the assistant asks with, and what it can fill them with.
VARIABLES: Mapping[str, frozenset[str]] = {
    "answer": frozenset({"question", "evidence", "form"}),
    "repair": frozenset({"sentence", "reasons", "evidence"}),
    "rewrite": frozenset({"before", "follow_up"}),
}
_FRONT = re.compile(r"---\n(?P<front>.*?)\n---\n(?P<text>.*)", re.DOTALL)
_NAME = re.compile(r"(?P<name>[a-z]+)\.(?P<lang>zh|en)\.md")
_FIELDS = ("purpose", "version", "variables")


@dataclass(frozen=True, slots=True)
class Prompt:
    """One prompt in one language."""

    name: str
    lang: Lang
    version: str
    purpose: str
    variables: frozenset[str]
    text: str

    def fill(self, **values: str) -> str:
        """The text with its variables filled in. Raises KeyError for one that is not given."""
        return Template(self.text).substitute(values)


@dataclass(frozen=True, slots=True)
class Prompts:
    """Every prompt, in both languages. ``hash`` stands on each answer that they brought about."""

    prompts: Mapping[tuple[str, Lang], Prompt]
    hash: str  # of names, versions and texts: 12 hexadecimal digits of SHA-256

    def get(self, name: str, lang: Lang) -> Prompt:
        """The prompt of that name. Raises KeyError for a name that is not in ``VARIABLES``."""
        return self.prompts[name, lang]


def load_prompts(folder: Path | None = None) -> Prompts:
    """The prompts of ``folder``, by default those that come with the assistant.

    Raises InvalidPrompts, which names everything that is wrong with all of them.
    """
    where: Traversable = folder or shipped()
    found: dict[tuple[str, Lang], Prompt] = {}
    wrong: list[str] = []
    for file in sorted(where.iterdir(), key=lambda each: each.name):
        if name := _NAME.fullmatch(file.name):
            lang: Lang = "en" if name["lang"] == "en" else "zh"
            prompt, faults = _read(name["name"], lang, file.read_text(encoding="utf-8"))
            found[name["name"], lang] = prompt
            wrong += [f"{file.name}: {fault}" for fault in faults]
    wrong += [
        f"{name}.{lang}.md: 没有这个文件 missing"
        for name in VARIABLES
        for lang in get_args(Lang)
        if (name, lang) not in found
    ]
    if wrong:
        listed = "\n  ".join(wrong)
        raise InvalidPrompts(
            f"提示词文件有误，请改正后再启动：\n  {listed}",
            f"The prompt files are wrong; mend them and start again:\n  {listed}",
        )
    return Prompts(found, _hash(found))


def shipped() -> Traversable:
    """The folder of prompts: in the package of a wheel, else that of the checkout."""
    packaged = files("assistant").joinpath("prompts")
    return packaged if packaged.is_dir() else Path(str(files("assistant"))).parent / "prompts"


def _read(name: str, lang: Lang, raw: str) -> tuple[Prompt, list[str]]:
    match = _FRONT.fullmatch(raw.replace("\r\n", "\n"))
    front, faults = _front_matter(match["front"] if match else "")
    text = match["text"].strip() if match else ""
    declared = frozenset(front["variables"])
    faults += list(_wrong_variables(name, declared, Template(text)))
    if not match or not text:
        faults.append("没有前置说明或正文 no front matter or no text")
    return Prompt(name, lang, str(front["version"]), front["purpose"], declared, text), faults


def _front_matter(raw: str) -> tuple[dict[str, Any], list[str]]:
    """The fields of the front matter, each with a value; and what is wrong with it."""
    import yaml

    empty: dict[str, Any] = {"purpose": "", "version": "", "variables": []}
    try:
        read = yaml.safe_load(raw)
    except yaml.YAMLError as error:
        return empty, [f"前置说明不是 YAML front matter is not YAML ({error})"]
    given = read if isinstance(read, dict) else {}
    faults = [f"缺 missing: {field}" for field in _FIELDS if not given.get(field)]
    faults += [f"不认识 unknown: {field}" for field in given if field not in _FIELDS]
    variables = given.get("variables")
    if not (isinstance(variables, list) and all(isinstance(v, str) for v in variables)):
        variables = []
    return {**empty, **given, "variables": variables}, faults


def _wrong_variables(name: str, declared: frozenset[str], text: Template) -> Iterator[str]:
    if name not in VARIABLES:
        yield "没有哪一步用它 nothing uses it"
        return
    if not text.is_valid():
        yield "正文里有写坏的变量 a broken variable in the text (write $$ for $)"
        return
    used = frozenset(text.get_identifiers())
    for variable in sorted(used - declared):
        yield f"用了未声明的变量 undeclared: {variable}"
    for variable in sorted(declared - used):
        yield f"声明了却没用 declared and not used: {variable}"
    for variable in sorted(used & declared - VARIABLES[name]):
        yield f"没有这个变量 cannot be filled: {variable}"
    for variable in sorted(VARIABLES[name] - used - declared):
        yield f"缺变量 missing: {variable}"


def _hash(prompts: Mapping[tuple[str, Lang], Prompt]) -> str:
    digest = hashlib.sha256()
    for key in sorted(prompts):
        prompt = prompts[key]
        digest.update("\0".join((*key, prompt.version, prompt.text, "")).encode())
    return digest.hexdigest()[:12]
