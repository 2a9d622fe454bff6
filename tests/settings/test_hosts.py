from __future__ import annotations

import pytest

from assistant.settings.hosts import is_this_machine, leaves_the_machine


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.9.10", "::1", "localhost"])
def test_the_loopback_is_this_machine(host: str) -> None:
    assert is_this_machine(host)


@pytest.mark.parametrize("host", ["192.168.1.5", "ollama", "localhost.evil.example", "", None])
def test_any_other_host_is_not(host: str | None) -> None:
    assert not is_this_machine(host)


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("http://127.0.0.1:11434/v1", None),
        ("http://[::1]:8000/v1", None),
        (None, None),
        ("https://api.deepseek.com/v1", "api.deepseek.com"),
        ("https://127.0.0.1@api.deepseek.com/v1", "api.deepseek.com"),
    ],
)
def test_an_address_beyond_this_machine_is_named_by_its_host(
    url: str | None, host: str | None
) -> None:
    assert leaves_the_machine(url) == host
