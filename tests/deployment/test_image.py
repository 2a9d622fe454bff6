"""The image: its Dockerfile by a linter and against what the compose file expects; and what it
promises, with the wheel itself: a user without rights, a system that is read-only."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
import zipfile
from fnmatch import fnmatch
from pathlib import Path

import httpx
import pytest

from tests.deployment.confined import CODE, DATA, SCRATCH, USER, confined, why_not, with_settings
from tests.deployment.nodes import until
from tests.deployment.test_compose import _services

ROOT = Path(__file__).parents[2]
WAIT = 120.0  # seconds; the machine may be busy

_PROBE = """
import json, os, pathlib, assistant
def takes(folder):
    try:
        pathlib.Path(folder, "written").write_text("x")
    except OSError:
        return False
    return True
tried = ("/", "/etc", "/tmp", "/var/tmp", os.path.expanduser("~"), os.environ["ASSISTANT_DATA_DIR"])
print(json.dumps([os.getuid(), assistant.__file__, [one for one in tried if takes(one)]]))
"""


def _instructions() -> list[tuple[str, str]]:
    """Each instruction of the Dockerfile and what stands behind it, on one line."""
    lines = (ROOT / "Dockerfile").read_text(encoding="utf-8").splitlines()
    text = "\n".join(line for line in lines if not line.startswith("#")).replace("\\\n", " ")
    return [
        (name, rest) for name, _, rest in (line.partition(" ") for line in text.split("\n")) if name
    ]


def _last_stage() -> dict[str, str]:
    found = _instructions()
    last = max(at for at, (name, _) in enumerate(found) if name == "FROM")
    return dict(found[last:])


def test_a_linter_finds_no_fault_with_it() -> None:
    linter = Path(sys.executable).parent / "hadolint"
    if not linter.exists():
        message = "hadolint is not installed here: the Dockerfile is not checked"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    checked = subprocess.run(
        [linter, ROOT / "Dockerfile"], capture_output=True, text=True, check=False
    )
    assert (checked.stdout, checked.returncode) == ("", 0)


def test_it_runs_as_a_user_without_rights_and_is_told_apart_from_root_by_its_number() -> None:
    stage = _last_stage()
    assert stage["USER"] == f"{USER}:{USER}"
    owned = [rest for name, rest in _instructions() if name == "RUN" and rest.endswith(" /data")]
    assert [f"-o {USER} -g {USER}" in one for one in owned] == [True]


def test_what_is_run_gets_the_signal_itself_and_what_compose_says_goes_with_it() -> None:
    stage, compose = _last_stage(), _services()["api"]
    assert stage["STOPSIGNAL"] == "SIGTERM"
    assert "ENTRYPOINT" not in stage  # the compose file's command is a whole one
    command = json.loads(stage["CMD"])
    assert compose["command"][: len(command)] == command
    health = stage["HEALTHCHECK"].partition("CMD ")[2]
    assert ["CMD", *json.loads(health)] == compose["healthcheck"]["test"]
    assert f"ASSISTANT_DATA_DIR={compose['environment']['ASSISTANT_DATA_DIR']}" in stage["ENV"]
    assert compose["volumes"] == [stage["VOLUME"]]


def test_compose_waits_longer_than_the_server_takes_to_end() -> None:
    from assistant.cli.serving import _CLOSING_SECONDS
    from assistant.settings import load_settings

    settings = load_settings(_services()["api"]["environment"] | {"ASSISTANT_TRUSTED_PROXIES": ""})
    longest = settings.drain_seconds + settings.grace_seconds + _CLOSING_SECONDS
    assert longest < int(_services()["api"]["stop_grace_period"].removesuffix("s"))


def test_what_it_copies_is_there_and_is_sent_to_the_engine() -> None:
    ignored = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    sent = {line.removeprefix("!") for line in ignored if line.startswith("!")}
    copied = [
        source
        for name, rest in _instructions()
        if name == "COPY" and "--from" not in rest
        for source in shlex.split(rest)[:-1]
    ]
    assert copied
    for source in copied:
        assert (ROOT / source).exists(), source
        assert Path(source).parts[0] in sent, source
    assert not {"tests", "docs", ".git"} & sent
    assert any(fnmatch("web/node_modules", line) for line in ignored)


def test_its_packages_are_those_of_the_lock_by_their_hashes() -> None:
    runs = " ".join(rest for name, rest in _instructions() if name == "RUN")
    synced = re.findall(r"uv pip sync .*?requirements\.lock", runs)
    assert len(synced) == 1
    assert "--require-hashes" in synced[0]
    locked = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    for wanted in ("psycopg-binary==", "opentelemetry-exporter-otlp-proto-http=="):
        assert wanted in locked
    for unused in ("kubernetes==", "onnxruntime==", "pytest=="):
        assert unused not in locked


@pytest.fixture(scope="module")
def code(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the wheel brings, by itself."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder)]
    done = subprocess.run([*build, str(ROOT)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    (wheel,) = folder.glob("*.whl")
    unpacked = folder / "code"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(unpacked)
    for path in (folder, *unpacked.rglob("*")):
        path.chmod(0o755)
    return unpacked


@pytest.fixture
def data(tmp_path: Path, code: Path) -> Path:
    folder = tmp_path / "data"
    folder.mkdir(mode=0o700)
    reason = why_not(folder, code)
    if reason is not None:
        pytest.skip(f"nothing can be confined here: {reason}")
    return folder


def test_it_is_confined_as_it_should_be(data: Path, code: Path) -> None:
    done = subprocess.run(
        confined(data, code, "-c", _PROBE), capture_output=True, text=True, check=True
    )
    uid, module, written = json.loads(done.stdout)
    assert (uid, module) == (int(USER), f"{CODE}/assistant/__init__.py")
    assert written == [SCRATCH, DATA]


def test_the_wheel_serves_where_only_the_data_and_tmp_can_be_written(
    data: Path, code: Path
) -> None:
    command = with_settings(
        confined(data, code, "-m", "assistant", "serve", "--port", "0"),
        {"ASSISTANT_UPLOAD_KEY": "a-key-of-an-image-0123"},
    )
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        found = re.search(r"http://\S+", process.stdout.readline())
        assert found, process.communicate(timeout=10)[1]
        with httpx.Client(base_url=found[0], timeout=WAIT) as client:
            asked = client.post("/api/v1/ask", json={"question": "消除核武器国际日是哪一天？"})
            assert asked.json()["status"] == "answered", asked.text
            sent = client.post(
                "/api/v1/uploads",
                files=[("files", ("A_RES_72_31.txt", _sample("A_RES_72_31.txt")))],
                headers={"authorization": "Bearer a-key-of-an-image-0123"},
            )
            assert sent.status_code == 202, sent.text
            until(lambda: client.get("/api/ready").is_success, "it did not become ready")
        process.send_signal(signal.SIGTERM)
        _, stderr = process.communicate(timeout=WAIT)
    finally:
        process.kill()
        process.communicate()
    assert process.returncode == 0, stderr
    for complaint in ("Traceback", "Read-only", "Permission denied", "not writable"):
        assert complaint not in stderr
    shutil.chown(data, os.getuid(), os.getgid())


def _sample(name: str) -> bytes:
    return (ROOT / "assistant" / "sample_library" / name).read_bytes()
