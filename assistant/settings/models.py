"""The settings of a language model that may phrase answers; there is none unless one is set."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field, field_validator
from pydantic_settings import BaseSettings

from assistant.settings.hosts import web_address
from assistant.settings.servers import Options, ServedModel, ServerKey


class ModelSettings(BaseSettings):
    """The part of the settings that says which model is asked, and how long it is waited for."""

    llm_url: str | None = Field(
        default=None,
        description="提供 OpenAI 式 chat completions 接口的服务器；不设则不用语言模型 · "
        "A server that "
        "speaks OpenAI's chat completions; none: no model",
    )
    llm_model: ServedModel = None
    llm_key: ServerKey = None
    llm_key_file: Path | None = Field(
        default=None,
        description="只含密钥的文件，代替 llm_key · A file with the key alone, in place of llm_key",
    )
    llm_class: str | None = Field(
        default=None,
        description="另一个 LlamaIndex 集成的点分路径，代替 llm_url · Another LlamaIndex "
        "integration, by dotted path, for llm_url",
    )
    llm_options: Options
    llm_gguf: Path | None = Field(
        default=None,
        description="在本进程内运行的模型的 GGUF 文件，代替 llm_url · "
        "A model's GGUF file that runs "
        "in this process, for llm_url",
    )
    llm_threads: int = Field(
        default=0,
        ge=0,
        le=256,
        description="本进程内的模型的线程数；0 为每个处理器一个 · Of the model in this process; "
        "0: one a processor",
    )
    llm_timeout: float = Field(
        default=60, gt=0, le=3600, description="一次答复的秒数 · Seconds for one reply"
    )
    llm_context: int = Field(
        default=8_192,
        ge=1_024,
        description="模型能接收的 token 数 · Tokens the model can take in",
    )
    llm_max_tokens: int = Field(
        default=800, ge=16, le=32_768, description="一次答复的 token 上限 · Of one reply"
    )
    llm_most_paragraphs: int = Field(
        default=12,
        ge=1,
        le=100,
        description="更长的清单照录原文，不由模型表述 · A longer list is quoted, not phrased",
    )
    llm_at_once: int = Field(
        default=2, ge=1, le=256, description="同时进行的答复数 · Replies written side by side"
    )
    llm_waiting: int = Field(
        default=8, ge=0, le=10_000, description="可以排队的问题数 · Questions that may wait"
    )
    llm_repair: bool = Field(
        default=True,
        description="未通过核对的句子连同理由再问一次 · One more call for the sentences that "
        "failed, with the reasons",
    )
    llm_remembered: int = Field(
        default=200,
        ge=0,
        le=100_000,
        description="为相同的请求在内存中保留的答复数 · "
        "Replies kept in memory for the same request",
    )
    prompts_dir: Path | None = Field(
        default=None,
        description="代替自带提示词的文件夹 · "
        "A folder of prompts in place of those that are shipped",
    )

    @field_validator("llm_url")
    @classmethod
    def _model_is_on_the_web(cls, value: str | None) -> str | None:
        return web_address(value)
