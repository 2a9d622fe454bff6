"""Too much of anything, over real connections."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from assistant.errors import InvalidSettings
from assistant.server.caller import Caller
from assistant.server.rates import WRONG_KEY_COSTS, Rate, Rates
from assistant.settings import load_settings
from tests.mcp_server.conftest import talking
from tests.running import run
from tests.server.abuse.conftest import UNLIMITED, Attacked, bearer, problem
from tests.server.fake_assistant import FakeAssistant
from tests.server.over_sockets import served

ABOUT = "/api/v1/about"


# By the day: the count of a minute may end while it is tested.
@contextmanager
def limited(folder: Path, **limits: object) -> Iterator[Attacked]:
    fake = FakeAssistant()
    settings = load_settings({}, data_dir=folder, **{**UNLIMITED, **limits})
    with served(fake, settings) as address:
        yield Attacked(address, fake.access)


def test_an_address_that_asks_too_much_is_told_when_to_come_again(tmp_path: Path) -> None:
    with limited(tmp_path, rate_limit_address="5/day") as attacked:
        responses = [httpx.get(f"{attacked.address}{ABOUT}") for _ in range(7)]
        assert [one.status_code for one in responses] == [200] * 5 + [429] * 2
        assert responses[0].headers["ratelimit-policy"] == '"address";q=5;w=86400'
        assert responses[0].headers["ratelimit"].startswith('"address";r=4;t=')
        assert problem(responses[-1], 429) == "too_many_requests"
        assert 1 <= int(responses[-1].headers["retry-after"]) <= 86_400
        assert "retry-after" not in responses[0].headers
        for probe in ("/api/health", "/api/ready"):
            assert httpx.get(f"{attacked.address}{probe}").status_code == 200
        # Who has a key is counted by it, also from that address.
        response = httpx.get(f"{attacked.address}{ABOUT}", headers=attacked.key("read"))
        assert response.status_code == 200


def test_the_files_of_the_page_are_nobodys_allowance(tmp_path: Path) -> None:
    with limited(tmp_path, rate_limit_address="2/day") as attacked:
        for _ in range(5):
            assert httpx.get(f"{attacked.address}/assets/none.js").status_code == 404
        for path in ("/assets", "/assetsless", "/"):
            assert httpx.get(f"{attacked.address}{path}").status_code in {200, 404, 429}
        assert httpx.get(f"{attacked.address}{ABOUT}").status_code == 429


def test_each_key_has_an_allowance_of_its_own_wherever_it_is_used(tmp_path: Path) -> None:
    with limited(tmp_path, rate_limit_key="2/day") as attacked:
        one, other = attacked.key("read"), attacked.key("read")
        ask = f"{attacked.address}{ABOUT}"
        assert [httpx.get(ask, headers=one).status_code for _ in range(3)] == [200, 200, 429]
        assert httpx.get(ask, headers=other).status_code == 200


def test_questions_that_are_answered_again_count_each(tmp_path: Path) -> None:
    """OpenAI's clients and those of MCP send a conversation whole."""
    asked = [{"role": "user", "content": "第75/45号决议第14段"}]
    with limited(tmp_path, rate_limit_address="12/day") as attacked:

        def chat(questions: int) -> httpx.Response:
            body = {"model": "resolution-assistant", "messages": asked * questions}
            return httpx.post(f"{attacked.address}/v1/chat/completions", json=body)

        assert chat(10).status_code == 200  # 2 are left
        assert problem(chat(4), 429) == "too_many_requests"  # this request itself was counted
        assert chat(1).status_code == 200
        assert chat(1).status_code == 429


def test_a_call_of_mcp_that_asks_ten_questions_counts_as_ten(tmp_path: Path) -> None:
    with (
        limited(tmp_path, rate_limit_address="100/day") as attacked,
        talking(f"{attacked.address}/mcp") as talk,
    ):
        talk.call("ask", question="75/45第14段")  # the first call also asks what tools there are
        begin = left(attacked)
        talk.call("ask", question="75/45第14段")
        once = left(attacked)
        talk.call("ask", question="下一段", earlier=["75/45第14段"] * 9)
        assert once - left(attacked) == begin - once + 9
    with (
        limited(tmp_path, rate_limit_address="20/day") as attacked,
        talking(f"{attacked.address}/mcp") as talk,
    ):
        assert talk.call("ask", question="下一段", earlier=["75/45第14段"] * 20).is_error


def left(attacked: Attacked) -> int:
    told = httpx.get(f"{attacked.address}{ABOUT}").headers["ratelimit"]
    return int(told.split("r=")[1].split(";")[0])


def test_several_limits_hold_at_once(tmp_path: Path) -> None:
    with limited(tmp_path, rate_limit_address="2/second;100/hour") as attacked:
        statuses = {httpx.get(f"{attacked.address}{ABOUT}").status_code for _ in range(20)}
        assert statuses == {200, 429}


def test_changes_have_an_allowance_of_their_own(tmp_path: Path) -> None:
    with limited(tmp_path, rate_limit_writes="1/day") as attacked:
        key = attacked.key("write")
        one = f"{attacked.address}/api/v1/resolutions/75/45"
        assert httpx.delete(one, headers=key).status_code == 200
        again = httpx.delete(one, headers=key)
        assert problem(again, 429) == "too_many_requests"
        assert again.headers["ratelimit-policy"] == '"writes";q=1;w=86400'
        assert httpx.get(one, headers=key).status_code == 200


def test_who_guesses_keys_is_soon_kept_waiting(tmp_path: Path) -> None:
    limit = WRONG_KEY_COSTS * 3
    with limited(tmp_path, rate_limit_address=f"{limit}/day") as attacked:
        ask = f"{attacked.address}{ABOUT}"
        tried = [httpx.get(ask, headers=bearer(f"ra_guess{n}")).status_code for n in range(5)]
        assert tried == [401, 401, 401, 429, 429]
        # It is the address that waits, not the holders of keys.
        assert httpx.get(ask, headers=attacked.key("read")).status_code == 200


def test_the_bytes_of_a_caller_are_counted_as_they_come(tmp_path: Path) -> None:
    with limited(tmp_path, upload_rate="300000/hour") as attacked:
        ask = f"{attacked.address}/api/v1/ask"
        body = {"question": "x" * 100_000}
        codes = [httpx.post(ask, json=body, timeout=30).status_code for _ in range(4)]
        assert codes[:2] == [422, 422]  # too long, and read
        assert codes[-1] == 429
        key = attacked.key("write")
        files = {"files": ("a.txt", b"x" * 400_000)}
        sent = httpx.post(f"{attacked.address}/api/v1/uploads", files=files, headers=key)
        assert problem(sent, 429) == "too_many_bytes"
        assert int(sent.headers["retry-after"]) > 1


@pytest.mark.parametrize("header", ["x-forwarded-for", "forwarded", "x-real-ip", "client-ip"])
def test_nobody_speaks_for_another_address_unless_the_settings_trust_them(
    tmp_path: Path, header: str
) -> None:
    with limited(tmp_path, rate_limit_address="2/day") as attacked:
        ask = f"{attacked.address}{ABOUT}"
        sent = [httpx.get(ask, headers={header: f"192.0.2.{n}"}).status_code for n in range(4)]
        assert sent == [200, 200, 429, 429]


def test_a_trusted_proxy_speaks_for_the_last_address_that_it_does_not_trust(
    tmp_path: Path,
) -> None:
    proxies = {"trusted_proxies": ["127.0.0.1", "10.0.0.0/8"]}
    with limited(tmp_path, rate_limit_address="2/day", **proxies) as attacked:
        ask = f"{attacked.address}{ABOUT}"

        def statuses(*forwarded: str) -> list[int]:
            return [httpx.get(ask, headers={"x-forwarded-for": f}).status_code for f in forwarded]

        assert statuses("192.0.2.1", "192.0.2.2", "192.0.2.3") == [200] * 3
        # What the client wrote in front of it counts for nothing.
        forged = (f"198.51.100.{n}, 192.0.2.9, 10.0.0.7" for n in range(4))
        assert statuses(*forged) == [200, 200, 429, 429]
        # Whoever has an IPv6 address has 2⁶⁴ of them.
        assert statuses(*(f"2001:db8:1:2::{n}" for n in range(1, 5))) == [200, 200, 429, 429]
        assert statuses("2001:db8:1:3::1") == [200]


def test_rates_that_are_none_are_refused_with_their_name() -> None:
    for name in ("rate_limit_address", "rate_limit_key", "rate_limit_writes", "upload_rate"):
        with pytest.raises(InvalidSettings, match=f"ASSISTANT_{name.upper()}"):
            Rates(load_settings({}, **{name: "many"}))
    for url in ("nowhere://", "redis://:secret@127.0.0.1/0", "memory"):
        with pytest.raises(InvalidSettings, match="RATE_LIMIT_STORAGE") as refused:
            Rates(load_settings({}, rate_limit_storage=url))
        assert "secret" not in str(refused.value)


@pytest.mark.parametrize("jump", [-86_400, 365 * 86_400])
def test_a_clock_that_jumps_keeps_nobody_waiting_longer_than_a_window(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, jump: int
) -> None:
    settings = load_settings({}, data_dir=tmp_path, rate_limit_address="3/minute")
    now = [1_800_000_000.0]
    monkeypatch.setattr(time, "time", lambda: now[0])
    rates, caller = Rates(settings), Caller("192.0.2.1")

    async def ask() -> Rate:
        rate = await rates.request(caller)
        assert rate is not None
        assert 0 < rate.reset <= 120
        return rate

    async def asked() -> list[bool]:
        return [(await ask()).allowed for _ in range(4)]

    async def jumped() -> None:
        assert await asked() == [True, True, True, False]
        now[0] += jump
        assert await asked() == [True, True, True, False]
        now[0] -= jump  # put right again
        await ask()
        now[0] += 121
        assert (await ask()).allowed

    run(jumped())
