"""The settings of what the server tells of itself."""

from __future__ import annotations

from typing import Literal

from pydantic import Field
from pydantic_settings import BaseSettings


class ObservingSettings(BaseSettings):
    """The part of the settings that decides what ``assistant serve`` logs, counts and traces. None
    of it changes an answer."""

    log_format: Literal["auto", "json", "console"] = Field(
        default="auto",
        description="标准错误上日志的格式；auto：不是终端就用 JSON · Form of the lines on stderr; "
        "auto: JSON unless it is a terminal",
    )
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        default="info",
        description="记录的最低级别；程序库的只记警告和错误 · The least that is logged; of "
        "libraries, warnings and errors alone",
    )
    metrics: Literal["key", "open", "off"] = Field(
        default="key",
        description="谁可以读 /metrics；key：admin 密钥，open：任何人，off：无人 · Who may read "
        "/metrics; key: keys of scope admin, open: anybody, off: nobody",
    )
    tracing: Literal["off", "otlp"] = Field(
        default="off",
        description="otlp：OpenTelemetry 追踪数据送往 OTEL_EXPORTER_OTLP_ENDPOINT，需附加包"
        " tracing · otlp: send OpenTelemetry traces where OTEL_EXPORTER_OTLP_ENDPOINT says; needs "
        "the extra tracing",
    )
