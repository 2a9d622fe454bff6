from __future__ import annotations

from pathlib import Path

import pytest

from assistant.errors import InvalidSettings
from assistant.settings import PREFIX, Settings, load_settings, settings_hash, upload_key


@pytest.fixture(autouse=True)
def _no_settings_in_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(PREFIX + name.upper(), raising=False)


def test_an_environment_without_settings_gives_the_defaults() -> None:
    settings = load_settings()
    assert settings.sample_library is True
    assert settings.embedder == "auto"
    assert settings.max_question_chars == 2_000
    assert settings.data_dir.is_absolute()
    assert settings.data_dir.name == "resolution-assistant"


def test_the_environment_sets(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("ASSISTANT_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("ASSISTANT_SAMPLE_LIBRARY", "false")
    settings = load_settings()
    assert (settings.data_dir, settings.sample_library) == (tmp_path, False)


def test_what_is_given_goes_before_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ASSISTANT_PORT", "9000")
    assert load_settings(port=9001).port == 9001
    assert load_settings(port=None).port == 9000


def test_an_empty_variable_is_as_good_as_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ASSISTANT_DATA_DIR", "")
    assert load_settings().data_dir.name == "resolution-assistant"


def test_a_home_folder_is_resolved(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert load_settings(data_dir=Path("~/kept")).data_dir == tmp_path / "kept"


@pytest.mark.parametrize("name", ["ASSISTANT_DATADIR", "assistant_embeder", "ASSISTANT_"])
def test_an_unknown_variable_is_refused_and_the_known_ones_are_named(
    monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv(name, "x")
    with pytest.raises(InvalidSettings) as refused:
        load_settings()
    for message in (refused.value.zh, refused.value.en):
        assert name in message
        assert "ASSISTANT_DATA_DIR" in message


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("ASSISTANT_READNG", "ASSISTANT_READING"),
        ("assistant_embeder", "ASSISTANT_EMBEDDER"),
        ("ASSISTANT_DATADIR", "ASSISTANT_DATA_DIR"),
    ],
)
def test_of_an_unknown_variable_the_nearest_is_named(written: str, meant: str) -> None:
    with pytest.raises(InvalidSettings) as refused:
        load_settings({written: "x"})
    assert f"是不是 {meant}？" in refused.value.zh
    assert f"Did you mean {meant}?" in refused.value.en


def test_where_nothing_is_near_none_is_named() -> None:
    with pytest.raises(InvalidSettings) as refused:
        load_settings({"ASSISTANT_XYZZY": "x"})
    assert "是不是" not in refused.value.zh


def test_an_unknown_keyword_is_refused_by_its_name() -> None:
    with pytest.raises(InvalidSettings, match="ASSISTANT_COLOUR"):
        load_settings(colour="blue")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ASSISTANT_PORT", "65536"),
        ("ASSISTANT_PORT", "eighty"),
        ("ASSISTANT_EMBEDDER", "word2vec"),
        ("ASSISTANT_MAX_QUESTION_CHARS", "0"),
        ("ASSISTANT_SAMPLE_LIBRARY", "perhaps"),
    ],
)
def test_an_impossible_value_is_refused_by_its_name(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(InvalidSettings, match=name) as refused:
        load_settings()
    assert name in refused.value.zh


def test_other_programs_variables_are_none_of_our_business() -> None:
    load_settings({"PATH": "/bin", "MY_ASSISTANT_X": "1"})


def test_settings_cannot_be_changed_and_do_not_print_the_records_url() -> None:
    settings = load_settings(records_url="postgresql://me:secret@db/library")
    assert "secret" not in repr(settings)
    with pytest.raises(ValueError, match="frozen"):
        settings.port = 1  # type: ignore[misc]


def test_the_hash_tells_what_can_change_an_answer(tmp_path: Path) -> None:
    settings = load_settings()
    moved = load_settings(data_dir=tmp_path, host="0.0.0.0", port=1)  # noqa: S104
    assert settings_hash(moved) == settings_hash(settings)
    assert settings_hash(load_settings(embedder="use")) != settings_hash(settings)
    assert settings_hash(load_settings(max_question_chars=9)) != settings_hash(settings)


def test_the_hash_tells_which_embedder_auto_chose() -> None:
    settings = load_settings()
    assert settings_hash(settings, embedder="use-1") != settings_hash(settings, embedder="e5")


# ── the upload key ───────────────────────────────────────────────────────────────────────────

KEY = "a-key-that-nobody-guesses"


def test_an_upload_key_is_in_no_dump_and_changes_no_answer() -> None:
    settings = load_settings(upload_key=KEY)
    assert KEY not in f"{settings!r} {settings} {settings.model_dump()} "
    assert KEY not in settings.model_dump_json()
    assert settings_hash(settings) == settings_hash(load_settings())


def test_an_upload_key_comes_from_the_environment_or_from_a_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert upload_key(load_settings()) is None
    (tmp_path / "key").write_text(f" {KEY}\r\n", encoding="ascii")
    monkeypatch.setenv("ASSISTANT_UPLOAD_KEY_FILE", str(tmp_path / "key"))
    from_file = upload_key(load_settings())
    monkeypatch.delenv("ASSISTANT_UPLOAD_KEY_FILE")
    monkeypatch.setenv("ASSISTANT_UPLOAD_KEY", KEY)
    from_environment = upload_key(load_settings())
    assert from_file is not None
    assert from_file == from_environment
    assert from_file.get_secret_value() == KEY


@pytest.mark.parametrize(
    "key", ["short", "with a blank inside it", "密钥" * 10, "x" * 15, "=" * 20]
)
def test_a_key_that_could_be_guessed_or_not_be_sent_is_refused_without_being_shown(
    tmp_path: Path, key: str
) -> None:
    (tmp_path / "key").write_text(key, encoding="utf-8")
    with pytest.raises(InvalidSettings, match="ASSISTANT_UPLOAD_KEY") as given:
        load_settings(upload_key=key)
    with pytest.raises(InvalidSettings, match="ASSISTANT_UPLOAD_KEY_FILE") as filed:
        upload_key(load_settings(upload_key_file=tmp_path / "key"))
    for refused in (given, filed):
        assert key not in refused.value.zh + refused.value.en
    assert "16" in given.value.zh
    assert "openssl" in given.value.en


def test_a_key_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidSettings, match="cannot be read"):
        upload_key(load_settings(upload_key_file=tmp_path / "nothing"))


def test_two_keys_are_one_too_many(tmp_path: Path) -> None:
    settings = load_settings(upload_key=KEY, upload_key_file=tmp_path / "key")
    with pytest.raises(InvalidSettings, match="not both"):
        upload_key(settings)


@pytest.mark.parametrize(
    "address",
    [
        "https://documents.un.org",
        "https://mirror.example:8443/un/",
        "http://127.0.0.1:8000",
        "http://localhost:8000",
        "http://[::1]:8000",
    ],
)
def test_documents_are_fetched_over_tls_or_from_this_machine(address: str) -> None:
    assert load_settings(fetch_url=address).fetch_url == address.rstrip("/")


@pytest.mark.parametrize(
    "address",
    [
        "http://documents.un.org",
        "http://192.168.0.1",
        "https://",
        "https://user:word@documents.un.org",
        "https://documents.un.org?x",
        "documents.un.org",
        "file:///etc/passwd",
        "https://[",
    ],
)
def test_any_other_address_for_fetching_is_refused_by_its_name(address: str) -> None:
    with pytest.raises(InvalidSettings, match="ASSISTANT_FETCH_URL"):
        load_settings(fetch_url=address)


def test_settings_of_a_mapping_come_from_nowhere_else(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """An evaluation on fresh samples must never open a person's own records."""
    monkeypatch.setenv("ASSISTANT_RECORDS_URL", "sqlite:////somebody's/own.sqlite")
    monkeypatch.setenv("ASSISTANT_PAGE_SIZE", "7")
    chosen = load_settings({"ASSISTANT_PORT": "9000", "ASSISTANT_HOST": ""}, data_dir=tmp_path)
    assert (chosen.records_url, chosen.page_size) == (None, 20)
    assert (chosen.port, chosen.host) == (9000, "127.0.0.1")
