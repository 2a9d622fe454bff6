"""The settings of who may do what over HTTP, and how much of it."""

from __future__ import annotations

import re
from ipaddress import ip_network
from pathlib import Path
from typing import Final, Literal

from pydantic import Field, SecretStr, field_validator
from pydantic_core import PydanticCustomError
from pydantic_settings import BaseSettings

# What can stand after "Bearer" (RFC 6750, 2.1), and too much of it to be guessed.
UPLOAD_KEY: Final = re.compile(r"[A-Za-z0-9._~+/-]{16,}=*")
KEY_FORM_EN: Final = (
    "a key has at least 16 characters, of letters, digits and -._~+/= only; "
    "openssl rand -hex 32 makes one"
)
# Scheme, host and port alone (RFC 6454). "*" would let every page in the reader's network in.
_ORIGIN: Final = re.compile(r"https?://[A-Za-z0-9.\[\]:_-]+")


class AccessSettings(BaseSettings):
    """The part of the settings that only the server's gate looks at. None of it changes an
    answer."""

    upload_key: SecretStr | None = Field(
        default=None,
        description="assistant keys 所给之外的一个 write 密钥 · "
        "A key of scope write beside those of "
        "assistant keys",
    )
    upload_key_file: Path | None = Field(
        default=None,
        description="只含该密钥的文件，代替 upload_key · A file with that key alone, in place of "
        "upload_key",
    )
    reading: Literal["open", "key"] = Field(
        default="open",
        description="key：没有密钥只能得知服务是否在运行 · key: nothing but its health is told "
        "without a key",
    )
    rate_limit_address: str = Field(
        default="1200/minute",
        description="一个地址不带密钥的请求数，如 10/second;1200/minute；off 为不限 · "
        "Requests of one "
        "address without a key, such as 10/second;1200/minute; off: no limit",
    )
    rate_limit_key: str = Field(
        default="6000/minute", description="一个密钥的请求数；off 为不限 · Requests of one key; off"
    )
    rate_limit_writes: str = Field(
        default="120/minute",
        description="一个密钥对文库的改动次数；off 为不限 · Changes of the library by one key; off",
    )
    upload_rate: str = Field(
        default="2000000000/hour",
        description="一个密钥或地址可送来的字节数；off 为不限 · "
        "Bytes that one key or address may send; "
        "off",
    )
    rate_limit_storage: str = Field(
        default="memory://",
        repr=False,
        description="在何处计数，写法见 limits 库，可含密码；在内存中则每个进程各自计数 · "
        "Where requests "
        "are counted, as the library limits has it, with its password; in memory each process "
        "counts for itself",
    )
    trusted_proxies: list[str] = Field(
        default_factory=list,
        description="可在 X-Forwarded-For 里说明为谁转达的反向代理的地址或网段，JSON · "
        "Addresses or "
        "networks of reverse proxies, as JSON, that may say in X-Forwarded-For whom they speak for",
    )
    cors_origins: list[str] = Field(
        default_factory=list,
        description='可以调用接口的外来网页，JSON：["https://example.org"] · '
        "Pages from elsewhere, as "
        'JSON, that may call the API: ["https://example.org"]',
    )
    mcp_http: bool = Field(
        default=True, description="在 /mcp 应答 MCP 客户端 · Answer MCP clients at /mcp"
    )
    allowed_hosts: list[str] = Field(
        default_factory=list,
        description="此服务的主机名，JSON；本机、host 和 public_url 的不必列出："
        '["un.example.org"]；列出后只应答这些名称，["*"] 为任何名称 · Names that this server is '
        "asked by, as JSON, beside those of this machine, host and public_url; where there are "
        'any, it answers to these alone; ["*"]: to any, for one behind a proxy that checks them. '
        "MCP answers to these alone in any case",
    )
    audit_days: int = Field(
        default=365,
        ge=0,
        le=36_500,
        description="谁做过什么的记录保留几天；0 为永久 · "
        "How long it is kept who did what, in days; "
        "0: for ever",
    )

    @field_validator("upload_key")
    @classmethod
    def _sendable(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and not UPLOAD_KEY.fullmatch(value.get_secret_value()):
            raise PydanticCustomError("upload_key", KEY_FORM_EN)
        return value

    @field_validator("trusted_proxies")
    @classmethod
    def _networks(cls, value: list[str]) -> list[str]:
        try:
            return [str(ip_network(one)) for one in value]
        except ValueError:
            raise PydanticCustomError(
                "networks", 'addresses or networks like ["127.0.0.1", "10.0.0.0/8"]'
            ) from None

    @field_validator("cors_origins")
    @classmethod
    def _origins(cls, value: list[str]) -> list[str]:
        if not all(_ORIGIN.fullmatch(one) for one in value):
            raise PydanticCustomError("origins", 'origins like ["https://example.org"]')
        return value
