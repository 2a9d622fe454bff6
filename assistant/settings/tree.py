"""Every setting there is: one frozen tree."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from platformdirs import user_data_path
from pydantic import Field, field_validator
from pydantic_core import PydanticCustomError
from pydantic_settings import BaseSettings, SettingsConfigDict

from assistant.settings.access import AccessSettings
from assistant.settings.embedding import EmbedderChoice, EmbeddingSettings
from assistant.settings.hosts import is_this_machine
from assistant.settings.models import ModelSettings
from assistant.settings.observing import ObservingSettings
from assistant.settings.serving import ServingSettings

__all__ = ["NOT_IN_ANSWERS", "PREFIX", "EmbedderChoice", "LibrarySettings", "Settings"]

PREFIX = "ASSISTANT_"


def _default_data_dir() -> Path:
    return user_data_path("resolution-assistant")


class LibrarySettings(BaseSettings):
    """The part of the settings that says where the library is, and how it is asked and filled."""

    data_dir: Path = Field(
        default_factory=_default_data_dir,
        description="存放决议库的文件夹 · Where the library is kept",
    )
    records_url: str | None = Field(
        default=None,
        repr=False,
        description="记录的 SQLAlchemy 地址，可含密码；不设则用 data_dir 里的 SQLite 文件 · "
        "SQLAlchemy URL of the records, with its password; default: a SQLite file in data_dir",
    )
    chroma_url: str | None = Field(
        default=None,
        description="几个进程共用的 Chroma 服务器；不设则用 data_dir 里的 Chroma · A Chroma server "
        "that several processes share; default: Chroma in data_dir",
    )
    follow_seconds: float = Field(
        default=1.0,
        gt=0,
        le=3600,
        description="每隔多少秒看一次别的进程是否改动了共用的记录 · "
        "How often a process looks whether "
        "others changed the records that it shares",
    )
    sample_library: bool = Field(
        default=True,
        description="空库先装入样本决议 · Load the sample resolutions into an empty library",
    )
    keep_sources: bool = Field(
        default=True,
        description="保存导入的原文件，供阅读和下载 · "
        "Keep the files that were ingested, to be read "
        "and downloaded",
    )
    max_question_chars: int = Field(
        default=2_000, ge=1, description="问题的字符（码点）上限 · Of a question, in code points"
    )
    work_at_once: int | None = Field(
        default=None,
        ge=1,
        le=1_000,
        description="同时处理几个问题，其余按先后等候；不设则为处理器的个数 · Questions worked on "
        "at once, the others wait in their order; default: as many as there are processors",
    )
    work_waiting: int = Field(
        default=500,
        ge=0,
        le=10_000,
        description="最多几个问题等候；再多的得到 503，请其稍后再试 · How many may wait; more are "
        "told to try again later (503)",
    )
    page_size: int = Field(
        default=20,
        ge=1,
        le=500,
        description="长清单的一个回答列出的段落数 · "
        "Paragraphs of a long list that one answer shows",
    )
    conversation_days: int = Field(
        default=30,
        ge=0,
        le=36_500,
        description="无人继续的对话保留几天；0 为永久 · "
        "How long a conversation is kept that nobody "
        "goes on with, in days; 0: for ever",
    )
    fetch_url: str = Field(
        default="https://documents.un.org",
        description="联合国文件系统，或它的镜像 · The UN document system, or a mirror of it",
    )
    fetch_pause: float = Field(
        default=3, ge=0, le=3600, description="两次请求之间的秒数 · Seconds between requests"
    )
    fetch_timeout: float = Field(
        default=60, gt=0, le=3600, description="一次请求的秒数 · Seconds for one request"
    )
    fetch_retries: int = Field(
        default=4, ge=0, le=20, description="第一次请求之后再试几次 · After the first request"
    )

    @field_validator("data_dir")
    @classmethod
    def _absolute(cls, value: Path) -> Path:
        return value.expanduser().absolute()

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


class Settings(
    LibrarySettings,
    EmbeddingSettings,
    ModelSettings,
    ServingSettings,
    AccessSettings,
    ObservingSettings,
):
    """The settings of one assistant. Build it with :func:`load_settings`, which explains errors."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_ignore_empty=True, extra="forbid", frozen=True
    )


# What a different value of cannot change any answer: places, doors and pace.
NOT_IN_ANSWERS = frozenset(
    {
        *AccessSettings.model_fields,
        *ServingSettings.model_fields,
        *ObservingSettings.model_fields,
        "data_dir",
        "records_url",
        "chroma_url",
        "follow_seconds",
        "work_at_once",
        "work_waiting",
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
        "conversation_days",
        "fetch_url",
        "fetch_pause",
        "fetch_timeout",
        "fetch_retries",
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
