from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from assistant.access.secret import digest_of, id_of, new_id, new_secret


def test_a_key_says_what_it_is_and_whose_and_fits_behind_bearer() -> None:
    key = new_id()
    secret = new_secret(key)
    assert secret.startswith(f"ra_{key}_")
    assert id_of(secret) == key
    assert re.fullmatch(r"[A-Za-z0-9._~+/-]+=*", secret)  # RFC 6750, 2.1


def test_no_two_keys_are_alike_and_each_has_256_random_bits() -> None:
    made = {new_secret("0123456789ab") for _ in range(1_000)}
    assert len(made) == 1_000
    assert {len(one) for one in made} == {len("ra_0123456789ab_") + 43}


@given(st.text(max_size=80))
def test_any_text_can_be_sent_as_a_key_and_only_the_form_of_one_has_an_id(text: str) -> None:
    assert len(digest_of(text)) == 64
    assert id_of(text) is None
    assert id_of(new_secret("0123456789ab") + text) is None or text == ""
