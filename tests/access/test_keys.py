from __future__ import annotations

import ast
import inspect
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from pydantic import SecretStr

from assistant.access import IN_SETTINGS, SCOPES, Keys, KnownKey, NoSuchKey, covers
from assistant.access import keys as keys_module
from assistant.library.records import Records
from tests.access.conftest import Wall


def test_a_new_key_holds_and_says_what_it_is_good_for(keys: Keys) -> None:
    issued = keys.create("网页", "write")
    assert keys.check(issued.secret) == KnownKey(issued.key.id, "write")
    assert issued.key.name == "网页"


def test_what_is_kept_of_a_key_is_not_the_key(keys: Keys, tmp_path: Path) -> None:
    issued = keys.create("", "admin")
    secret = issued.secret.rpartition("_")[2]
    for file in tmp_path.iterdir():
        assert secret.encode() not in file.read_bytes()
    assert issued.secret not in repr(issued)
    assert issued.secret not in repr(keys.listed())


def test_one_wrong_character_makes_it_another_key(keys: Keys) -> None:
    secret = keys.create("", "read").secret
    for at in range(len(secret)):
        other = secret[:at] + ("A" if secret[at] != "A" else "B") + secret[at + 1 :]
        assert keys.check(other) is None
    assert keys.check(secret[:-1]) is None
    assert keys.check(f"{secret}A") is None
    assert keys.check("") is None


def test_a_revoked_key_holds_no_more_and_cannot_be_brought_back(keys: Keys) -> None:
    issued = keys.create("", "admin")
    assert keys.revoke(issued.key.id).state == "revoked"
    assert keys.check(issued.secret) is None
    for again in (keys.revoke, keys.rotate):
        with pytest.raises(NoSuchKey):
            again(issued.key.id)


def test_revoking_is_seen_at_once_by_others_who_have_the_records_open(
    keys: Keys, records: Records, wall: Wall
) -> None:
    issued = keys.create("", "read")
    others = Keys(records.keys, None, wall)
    assert others.check(issued.secret)
    keys.revoke(issued.key.id)
    assert others.check(issued.secret) is None


def test_a_rotation_does_not_overrule_a_revocation_that_comes_meanwhile(
    keys: Keys, records: Records, wall: Wall
) -> None:
    issued = keys.create("", "write")

    def revoked_meanwhile() -> datetime:
        if keys.check(issued.secret):
            keys.revoke(issued.key.id)
        return wall()

    with pytest.raises(NoSuchKey):
        Keys(records.keys, None, revoked_meanwhile).rotate(
            issued.key.id, overlap=timedelta(hours=1)
        )
    assert [key.state for key in keys.listed()] == ["revoked"]
    assert keys.check(issued.secret) is None


def test_a_key_holds_until_it_expires(keys: Keys, wall: Wall) -> None:
    issued = keys.create("", "read", lifetime=timedelta(hours=1))
    wall.go(minutes=59, seconds=59)
    assert keys.check(issued.secret)
    wall.go(seconds=1)
    assert keys.check(issued.secret) is None
    assert [key.state for key in keys.listed()] == ["expired"]


def test_a_rotated_key_has_another_secret_and_the_old_one_holds_as_long_as_was_said(
    keys: Keys, wall: Wall
) -> None:
    old = keys.create("", "write")
    new = keys.rotate(old.key.id, overlap=timedelta(hours=24))
    assert keys.check(old.secret) == keys.check(new.secret) == KnownKey(old.key.id, "write")
    wall.go(hours=24)
    assert keys.check(old.secret) is None
    assert keys.check(new.secret)


def test_without_an_overlap_the_old_secret_ends_at_once(keys: Keys) -> None:
    old = keys.create("", "write")
    new = keys.rotate(old.key.id)
    assert keys.check(old.secret) is None
    assert keys.check(new.secret)


def test_rotating_outlives_no_expiry_and_revoking_ends_both_secrets(keys: Keys, wall: Wall) -> None:
    old = keys.create("", "read", lifetime=timedelta(hours=2))
    new = keys.rotate(old.key.id, overlap=timedelta(hours=9))
    assert new.key.expires == old.key.expires
    keys.revoke(old.key.id)
    assert keys.check(old.secret) is None
    assert keys.check(new.secret) is None
    wall.go(hours=3)


def test_each_scope_contains_those_before_it_and_no_other() -> None:
    assert [[covers(held, wanted) for wanted in SCOPES] for held in SCOPES] == [
        [True, False, False],
        [True, True, False],
        [True, True, True],
    ]


def test_the_key_of_the_settings_may_write_and_not_more(records: Records) -> None:
    keys = Keys(records.keys, SecretStr("a-key-of-the-settings"))
    known = keys.check("a-key-of-the-settings")
    assert known == KnownKey(IN_SETTINGS, "write")
    assert keys.check("a-key-of-the-setting") is None
    assert keys.any_for("write")
    assert not keys.any_for("admin")


def test_whether_anybody_may_write_counts_only_keys_that_hold(keys: Keys) -> None:
    keys.create("", "read")
    assert not keys.any_for("write")
    issued = keys.create("", "admin")
    assert keys.any_for("write")
    keys.revoke(issued.key.id)
    assert not keys.any_for("write")


def test_a_name_is_one_line_however_it_was_given(keys: Keys) -> None:
    assert keys.create("a\nb\x1b[31m \u202ec", "read").key.name == "a b [31m c"


def test_secrets_are_compared_in_constant_time_alone() -> None:
    """By construction: a digest is compared by ``hmac.compare_digest`` and by nothing else."""
    tree = ast.parse(inspect.getsource(keys_module))
    compared = [
        ast.unparse(node)
        for node in ast.walk(tree)
        if isinstance(node, ast.Compare)
        and any(
            "digest" in ast.unparse(part) or "given" in ast.unparse(part)
            for part in (node.left, *node.comparators)
        )
        and not all(isinstance(op, ast.Is | ast.IsNot) for op in node.ops)
    ]
    assert compared == []
    assert inspect.getsource(Keys.check).count("hmac.compare_digest(") == 3


def test_a_clock_that_jumps_ends_no_key_for_good_and_brings_none_back(
    keys: Keys, wall: Wall
) -> None:
    lasting, ending = keys.create("", "read"), keys.create("", "read", lifetime=timedelta(days=30))
    revoked = keys.create("", "read")
    keys.revoke(revoked.key.id)
    for days in (-1, 365):
        wall.go(days=days)
        assert keys.check(lasting.secret)
        assert (keys.check(ending.secret) is not None) is (days < 0)
        assert keys.check(revoked.secret) is None
        assert keys.check(keys.rotate(lasting.key.id, overlap=timedelta(hours=1)).secret)
        lasting = keys.rotate(lasting.key.id)
        wall.go(days=-days)  # put right again
        assert keys.check(ending.secret)
        assert keys.check(revoked.secret) is None
    assert len(keys.listed()) == 3
