"""``assistant keys`` and ``assistant audit``: who may do what over HTTP, and what was done.

Both work while a server holds the library, and take effect there at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import TYPE_CHECKING, Annotated, Final

import typer

from assistant.cli import printing
from assistant.cli.language import LangOption, in_language
from assistant.cli.opening import JsonOption, print_json
from assistant.cli.printing import Line
from assistant.errors import InvalidFilter
from assistant.settings import load_settings
from assistant.types import AccessKey, AuditEntry, IssuedKey, KeyScope, KeyState, Lang

if TYPE_CHECKING:
    from assistant.access import Access

keys = typer.Typer(help="密钥 · Keys for the API", no_args_is_help=True)

IdArgument = Annotated[str, typer.Argument(help="密钥编号，见 list · The key's id, see list")]
_TIME: Final = re.compile(r"([1-9]\d{0,4})([hd])")
_STATES: Final[dict[KeyState, tuple[str, str]]] = {
    "active": ("有效", "active"),
    "expired": ("已过期", "expired"),
    "revoked": ("已吊销", "revoked"),
}


@keys.command()
def create(
    scope: Annotated[
        KeyScope,
        typer.Option(
            help="read 提问和查阅；write 另可上传和移除；admin 另可管理服务 · What it is good for"
        ),
    ],
    name: Annotated[str, typer.Option(help="给谁用、做什么用 · Whose, and what for")] = "",
    expires: Annotated[
        str | None, typer.Option(help="多久后失效：90d、12h · How long it holds")
    ] = None,
    json_: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """新建密钥，只显示这一次 · Make a key, which is shown this once."""
    lifetime = _time(expires) if expires else None
    with _access() as access:
        issued = access.keys.create(name, scope, lifetime=lifetime)
        access.audit.note("keys create", f"{issued.key.id} {scope} {issued.key.name}".rstrip())
    _show_issued(issued, lang, json_=json_)


@keys.command("list")
def list_(json_: JsonOption = False, lang: LangOption = None) -> None:
    """列出密钥，不含密钥本身 · List the keys, without what is secret of them."""
    with _access() as access:
        every = access.keys.listed()
    if json_:
        print_json(every)
        return
    printing.show([_line(key, lang) for key in every])
    total = in_language(lang, f"共 {len(every)} 个密钥。", f"{len(every)} keys.")
    printing.show([Line(total, style="dim")])


@keys.command()
def rotate(
    key: IdArgument,
    overlap: Annotated[
        str | None, typer.Option(help="旧的还能用多久：24h · How long the old one still holds")
    ] = None,
    json_: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """换一个新的密钥，编号和权限不变 · Another secret for a key, of the same id and scope."""
    time = _time(overlap) if overlap else timedelta()
    with _access() as access:
        issued = access.keys.rotate(key, overlap=time)
        access.audit.note("keys rotate", key)
    _show_issued(issued, lang, json_=json_)


@keys.command()
def revoke(key: IdArgument, lang: LangOption = None) -> None:
    """立即吊销密钥 · End a key at once."""
    with _access() as access:
        access.keys.revoke(key)
        access.audit.note("keys revoke", key)
    typer.echo(in_language(lang, f"密钥 {key} 已吊销。", f"The key {key} is revoked."))


def audit(
    who: Annotated[str | None, typer.Option(help="只要这个密钥的 · Only of this key's id")] = None,
    since: Annotated[
        str | None, typer.Option(help="只要最近的：7d、12h · Only of the last days or hours")
    ] = None,
    limit: Annotated[int, typer.Option(min=1, max=10_000, help="最多几条 · At most")] = 100,
    json_: JsonOption = False,
    lang: LangOption = None,
) -> None:
    """谁改动了什么 · Who changed what, the latest first."""
    with _access() as access:
        entries = access.audit.listed(who=who, last=_time(since) if since else None, limit=limit)
    if json_:
        print_json(entries)
    else:
        printing.show([Line(_audited(entry, lang)) for entry in entries])


@contextmanager
def _access() -> Iterator[Access]:
    # Imported here: the records' libraries are slow to load for whoever only wants to be helped.
    from assistant.access import open_access

    with open_access(load_settings()) as access:
        yield access


def _time(text: str) -> timedelta:
    """``90d`` or ``12h`` as a time. Raises InvalidFilter."""
    found = _TIME.fullmatch(text)
    if found is None:
        raise InvalidFilter(
            f"{text} 不是时长：应如 90d（天）或 12h（小时）。",
            f"{text} is no length of time: such as 90d (days) or 12h (hours).",
        )
    number = int(found[1])
    return timedelta(days=number) if found[2] == "d" else timedelta(hours=number)


def _show_issued(issued: IssuedKey, lang: Lang | None, *, json_: bool) -> None:
    if json_:
        print_json({"key": issued.key, "secret": issued.secret})
        return
    # The secret alone on stdout, so that a script can keep it without reading our words.
    typer.echo(issued.secret)
    said = in_language(
        lang,
        f"密钥 {issued.key.id}（{issued.key.scope}）只显示这一次，请立即存好。",
        f"The key {issued.key.id} ({issued.key.scope}) is shown this once: keep it now.",
    )
    typer.echo(said, err=True)


def _line(key: AccessKey, lang: Lang | None) -> Line:
    until = key.expires[:16] if key.expires else "-"
    state = in_language(lang, *_STATES[key.state])
    words = f"{key.id}  {key.scope:<5}  {state}  {key.created[:16]}  {until}  {key.name}"
    return Line(words.rstrip(), style="" if key.state == "active" else "dim")


def _audited(entry: AuditEntry, lang: Lang | None) -> str:
    ended = {
        None: in_language(lang, "未完", "not ended"),
        0: in_language(lang, "完成", "done"),
        1: in_language(lang, "失败", "failed"),
    }
    status = ended.get(entry.status, str(entry.status))
    parts = (
        entry.at[:19],
        entry.who,
        entry.what,
        status,
        entry.target,
        entry.address or "-",
        entry.request_id or "-",
    )
    return "  ".join(parts)
