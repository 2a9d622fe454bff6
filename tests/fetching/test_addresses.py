from __future__ import annotations

import socket

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.fetching.addresses import access_address, leads_inside, may_be_asked, names_of

UN = "https://documents.un.org"
HERE = "http://127.0.0.1:8099"


def test_the_address_is_that_of_the_access_interface() -> None:
    assert access_address(UN, "A/RES/217(III)A", "zh", "pdf") == (
        "https://documents.un.org/api/symbol/access?s=A/RES/217(III)A&l=zh&t=pdf"
    )


def test_what_a_symbol_holds_beyond_its_form_cannot_change_the_address() -> None:
    assert access_address(UN, "A/75/L.1&t=x#y z", "en", "docx").endswith(
        "?s=A/75/L.1%26t%3Dx%23y%20z&l=en&t=docx"
    )


@pytest.mark.parametrize(
    ("symbol", "names"),
    [
        ("A/RES/75/45", ("A/RES/75/45",)),
        ("A/RES/51/942B", ("A/RES/51/942B", "A/RES/51/942")),
        ("A/RES/217A(III)", ("A/RES/217(III)A", "A/RES/217(III)")),
        ("S/RES/983(1995)", ("S/RES/983(1995)",)),
        ("A/75/399", ("A/75/399",)),
    ],
)
def test_a_part_is_looked_for_by_itself_and_in_the_whole(
    symbol: str, names: tuple[str, ...]
) -> None:
    assert names_of(symbol) == names


@pytest.mark.parametrize(
    "address",
    [
        "https://documents.un.org/doc/UNDOC/GEN/N20/354/40/PDF/N2035440.pdf",
        "https://DOCUMENTS.UN.ORG/x",
        "https://daccess-ods.un.org/x",
        "https://un.org/x",
        "https://documents.un.org:443/x",
    ],
)
def test_hosts_of_the_united_nations_may_be_asked_over_tls(address: str) -> None:
    assert may_be_asked(address, UN)
    assert may_be_asked(address, HERE)


@pytest.mark.parametrize(
    "address",
    [
        "http://documents.un.org/x",
        "https://documents.un.org:8443/x",
        "https://documents.un.org@evil.example/x",
        "https://user:word@documents.un.org/x",
        "https://documents.un.org\\@evil.example/x",
        "https://notun.org/x",
        "https://un.org.evil.example/x",
        "https://documents.un.org./x",
        "https://127.0.0.1/x",
        "http://127.0.0.1:8099/x",
        "http://169.254.169.254/latest",
        "https://[::1]/x",
        "https://2130706433/x",
        "ftp://documents.un.org/x",
        "file:///etc/passwd",
        "//documents.un.org/x",
        "https://documents.un.org:notaport/x",
        "https://[",
        "",
    ],
)
def test_nobody_else_may_be_asked(address: str) -> None:
    assert not may_be_asked(address, UN)


@given(st.text(max_size=30), st.sampled_from(["", "https://", "//", "https://un.org", "http://["]))
def test_any_address_may_be_asked_or_not(rest: str, start: str) -> None:
    assert may_be_asked(start + rest, UN) in (True, False)


def test_a_configured_server_may_be_asked_as_it_is_configured_and_not_otherwise() -> None:
    assert may_be_asked(f"{HERE}/x", HERE)
    assert not may_be_asked("http://127.0.0.1:8098/x", HERE)
    assert not may_be_asked("http://127.0.0.2:8099/x", HERE)
    assert not may_be_asked("https://127.0.0.1:8099/x", HERE)
    assert may_be_asked("https://mirror.example:8443/x", "https://mirror.example:8443/un")
    assert not may_be_asked("http://mirror.example:8443/x", "https://mirror.example:8443/un")


def named(monkeypatch: pytest.MonkeyPatch, *addresses: str) -> None:
    """Every name stands for these addresses."""
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (one, 443)) for one in addresses]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_args, **_kwargs: found)


@pytest.mark.parametrize(
    "inside",
    [
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",  # noqa: S104 - nothing is bound
        "::1",
        "::",
        "fe80::1",
        "fc00::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
    ],
)
def test_a_trusted_name_that_stands_for_an_address_of_our_network_is_not_asked(
    monkeypatch: pytest.MonkeyPatch, inside: str
) -> None:
    named(monkeypatch, inside)
    assert leads_inside("https://documents.un.org/x", HERE)
    named(monkeypatch, "157.150.185.49", inside)
    assert leads_inside("https://documents.un.org/x", HERE)
    assert not leads_inside("https://documents.un.org/x", UN)  # as it is configured


def test_names_that_stand_for_addresses_of_the_world_are_asked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    named(monkeypatch, "157.150.185.49", "2620:0:900::1")
    assert not leads_inside("https://documents.un.org/x", HERE)


def test_a_name_that_stands_for_nothing_is_left_to_the_client(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def none(*_args: object, **_kwargs: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "unknown")

    monkeypatch.setattr(socket, "getaddrinfo", none)
    assert not leads_inside("https://documents.un.org/x", HERE)
