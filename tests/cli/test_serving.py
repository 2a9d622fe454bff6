from __future__ import annotations

import socket

import pytest

from assistant.cli.serving import AddressInUse, address_of, bound_to


def test_the_address_has_the_real_port_where_any_was_asked_for() -> None:
    with bound_to("127.0.0.1", 0) as listener:
        assert address_of(listener) == f"http://127.0.0.1:{listener.getsockname()[1]}"
        assert listener.getsockname()[1] > 0


def test_a_server_on_every_interface_is_found_on_this_machine() -> None:
    with bound_to("0.0.0.0", 0) as listener:  # noqa: S104 - what is tested
        assert address_of(listener).startswith("http://127.0.0.1:")


@pytest.mark.skipif(not socket.has_ipv6, reason="no IPv6 here")
def test_an_ipv6_address_is_bracketed() -> None:
    with bound_to("::1", 0) as listener:
        assert address_of(listener).startswith("http://[::1]:")


def test_a_taken_port_is_an_error_that_names_it_in_both_languages() -> None:
    with bound_to("127.0.0.1", 0) as taken:
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(AddressInUse) as caught:
            bound_to("127.0.0.1", port)
    assert f"127.0.0.1:{port}" in caught.value.message("zh")
    assert "--port" in caught.value.message("en")
