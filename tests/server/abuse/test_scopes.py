"""Every route of the OpenAPI document against every key that is not good enough for it."""

from __future__ import annotations

import httpx
import pytest
from fastapi import APIRouter, FastAPI

from assistant.server.app import create_app
from assistant.server.page import PAGE_PATHS
from assistant.server.scopes import SAFE_METHODS, declared_by, needs
from assistant.settings import load_settings
from assistant.types import AuditEntry
from tests.server.abuse.conftest import Attacked, bearer, problem
from tests.server.abuse.routes import Operation, operations, routes_of
from tests.server.fake_assistant import FakeAssistant
from tests.server.over_sockets import eventually

ALL = operations(create_app(FakeAssistant(), load_settings({})))
READING = [one for one in ALL if one.scope == "read"]
WRITING = [one for one in ALL if one.scope in {"write", "admin"}]

# What changes nothing but the reader's own; a new name here is a decision, not a formality.
READERS_OWN = {
    "ask",
    "ask_stream",
    "owner",
    "forget_all",
    "rename",
    "forget",
    "share",
    "unshare",
    "judge",
    "take_back",
}
# Questions that come by POST and leave nothing behind.
ASKING = {"chat_completions"}


def send(attacked: Attacked, one: Operation, headers: dict[str, str]) -> httpx.Response:
    with httpx.Client(base_url=attacked.address) as client:
        return client.request(
            one.method, one.path, params=one.query, json=one.body, headers=headers, timeout=30
        )


def undeclared(app: FastAPI) -> list[str]:
    return [str(route.path) for route in routes_of(app) if not declared_by(route)]


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> FastAPI:
    return create_app(FakeAssistant(), load_settings({}, data_dir=tmp_path_factory.mktemp("app")))


def test_every_route_declares_a_scope(app: FastAPI) -> None:
    """All but the page's own addresses, which show its files and nothing else."""
    assert len(ALL) > 35
    assert set(undeclared(app)) <= {"/", *PAGE_PATHS}
    shown = [route for route in routes_of(app) if not declared_by(route)]
    assert all(route.methods == {"GET"} for route in shown)


def test_a_new_route_without_a_scope_is_found(app: FastAPI) -> None:
    more = APIRouter()
    more.get("/new")(lambda: None)
    new = FastAPI()
    new.include_router(more)
    assert undeclared(new) == ["/new"]
    new.include_router(more, prefix="/x", dependencies=[needs("read")])
    assert undeclared(new) == ["/new"]


def test_what_changes_anything_says_whether_it_is_the_readers_own(app: FastAPI) -> None:
    by_reading = {
        route.name
        for route in routes_of(app)
        if not (route.methods or set()) <= SAFE_METHODS
        and not declared_by(route) & {"write", "admin"}
    }
    assert by_reading - ASKING == READERS_OWN
    own = {route.name for route in routes_of(app) if "own" in declared_by(route)}
    assert own >= READERS_OWN


def test_uploads_and_removal_are_writing() -> None:
    assert {"upload", "cancel_upload", "remove"} <= {one.name for one in WRITING if one.changes}


@pytest.mark.parametrize("one", WRITING, ids=str)
def test_no_lesser_key_may_write(attacked: Attacked, one: Operation, fake: FakeAssistant) -> None:
    attacked.key("admin")  # somebody may
    before = (list(fake.removed), list(fake.ingested))
    assert problem(send(attacked, one, {}), 401) == "wrong_key"
    assert problem(send(attacked, one, attacked.key("read")), 403) == "scope_too_small"
    for none in (
        attacked.revoked("admin"),
        attacked.expired("admin"),
        bearer("ra_x"),
        {"authorization": "Bearer"},
    ):
        assert problem(send(attacked, one, none), 401) == "wrong_key"
    if one.scope == "admin":
        assert problem(send(attacked, one, attacked.key("write")), 403) == "scope_too_small"
    assert (fake.removed, fake.ingested) == before


@pytest.mark.parametrize("one", WRITING, ids=str)
def test_the_right_key_may_write(attacked: Attacked, one: Operation) -> None:
    for scope in ("write", "admin"):
        if one.scope != "admin" or scope == "admin":
            response = send(attacked, one, attacked.key(scope))  # type: ignore[arg-type]
            assert response.status_code not in {401, 403}, response.text


@pytest.mark.parametrize("one", READING, ids=str)
def test_where_reading_needs_a_key_nothing_is_read_without(
    closed: Attacked, one: Operation
) -> None:
    assert problem(send(closed, one, {}), 401) == "wrong_key"
    for none in (closed.revoked("read"), closed.expired("read"), bearer("ra_x")):
        assert problem(send(closed, one, none), 401) == "wrong_key"
    assert send(closed, one, closed.key("read")).status_code not in {401, 403}


@pytest.mark.parametrize("one", READING, ids=str)
def test_where_reading_is_open_a_key_that_is_sent_has_to_hold(
    attacked: Attacked, one: Operation
) -> None:
    assert send(attacked, one, {}).status_code not in {401, 403}
    assert problem(send(attacked, one, attacked.revoked("read")), 401) == "wrong_key"


@pytest.mark.parametrize("path", ["/api/health", "/api/ready"])
def test_whether_it_is_well_is_told_to_everybody(closed: Attacked, path: str) -> None:
    assert httpx.get(f"{closed.address}{path}", headers=bearer("no key")).status_code == 200


def test_another_scheme_several_keys_and_a_key_elsewhere_open_nothing(closed: Attacked) -> None:
    good = closed.key("read")["authorization"]
    secret = good.split()[1]
    address = f"{closed.address}/api/v1/about"
    for headers in (
        [("authorization", f"Basic {secret}")],
        [("authorization", secret)],
        [("authorization", good), ("authorization", good)],
        [("authorization", "Bearer x"), ("authorization", good)],
        [("x-api-key", secret)],
        [("cookie", f"authorization=Bearer {secret}")],
    ):
        assert httpx.get(address, headers=headers).status_code == 401, headers
    assert httpx.get(f"{address}?access_token={secret}&key={secret}").status_code == 401
    assert httpx.get(address, headers={"authorization": good}).status_code == 200


def test_the_method_cannot_be_disguised(attacked: Attacked, fake: FakeAssistant) -> None:
    before = list(fake.removed)
    for headers in ({"x-http-method-override": "DELETE"}, {"x-method-override": "DELETE"}):
        address = f"{attacked.address}/api/v1/resolutions/75/45"
        httpx.post(address, headers=headers)
        httpx.get(address, headers=headers)
    assert fake.removed == before


@pytest.mark.parametrize(
    "path",
    [
        "/api/uploads",
        "/api/v1/uploads",
        "/api/v1//uploads",
        "/api//v1/uploads",
        "//api/v1/uploads",
        "/api/v1/uploads/",
        "/api/v1/./uploads",
        "/api/v1/x/../uploads",
        "/api/v1/%75ploads",
        "/api/%76%31/uploads",
        "/api/v1%2fuploads",
        "/api/V1/uploads",
        "/api/v1/uploads?x=/api/health",
        "/api/v1/uploads;/api/health",
        "/api/health/../v1/uploads",
    ],
)
def test_no_way_of_writing_an_address_passes_the_gate(
    attacked: Attacked, fake: FakeAssistant, path: str
) -> None:
    attacked.key("write")
    before = len(fake.ingested)
    raw = httpx.URL(attacked.address).copy_with(raw_path=path.encode())
    response = httpx.post(raw, files={"files": ("a.txt", b"x")})
    assert response.status_code in {401, 404, 405}, (path, response.status_code)
    assert len(fake.ingested) == before


def test_a_write_is_noted_with_who_what_and_how_it_ended(attacked: Attacked) -> None:
    issued = attacked.access.keys.create("", "write")
    address = f"{attacked.address}/api/v1/resolutions/75/45"
    done = httpx.delete(address, headers=bearer(issued.secret))
    reader = attacked.access.keys.create("", "read")
    refused = httpx.delete(address, headers=bearer(reader.secret))

    def noted(response: httpx.Response) -> AuditEntry:
        entries = attacked.access.audit.listed(limit=1_000)
        by_request = {entry.request_id: entry for entry in entries}
        return by_request[response.headers["x-request-id"]]

    assert eventually(lambda: None not in {noted(done).status, noted(refused).status})
    entry = noted(done)
    assert (entry.who, entry.what, entry.status) == (issued.key.id, "remove", done.status_code)
    assert entry.target == "DELETE /api/v1/resolutions/75/45"
    assert entry.address == "127.0.0.1"
    assert (noted(refused).who, noted(refused).status) == (reader.key.id, 403)
    assert issued.secret not in repr(attacked.access.audit.listed(limit=1_000))


def test_reading_and_looking_at_uploads_is_not_noted(attacked: Attacked) -> None:
    before = len(attacked.access.audit.listed(limit=10_000))
    key = attacked.key("write")
    httpx.get(f"{attacked.address}/api/v1/uploads", headers=key)
    httpx.get(f"{attacked.address}/api/v1/about", headers=key)
    assert len(attacked.access.audit.listed(limit=10_000)) == before
