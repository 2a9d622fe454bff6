"""The settings of the server: where it listens, how much it takes in, how it ends."""

from __future__ import annotations

from pydantic import Field, field_validator
from pydantic_settings import BaseSettings

from assistant.settings.hosts import web_address


class ServingSettings(BaseSettings):
    """The part of the settings that only the server looks at. None of it changes an answer."""

    host: str = Field(
        default="127.0.0.1",
        min_length=1,
        description="监听的地址；0.0.0.0 为本机所有地址 · Address to listen on; 0.0.0.0: all of "
        "this machine's",
    )
    port: int = Field(
        default=8000, ge=0, le=65535, description="端口；0 为任意空闲端口 · Port; 0: any free one"
    )
    public_url: str | None = Field(
        default=None,
        description="读者访问网页的地址，给程序的回答里链接以它开头；不设则为所访问的地址 · "
        "Where readers reach the page, as links in answers for other programs begin; default: the "
        "address that the program asked",
    )
    max_upload_bytes: int = Field(
        default=50_000_000, ge=1, description="导入的一个文件的字节上限 · Of one file to ingest"
    )
    max_upload_total_bytes: int = Field(
        default=200_000_000,
        ge=1,
        description="一次 HTTP 上传正文的字节上限 · Of the whole body of one upload over HTTP",
    )
    max_upload_files: int = Field(
        default=200, ge=1, description="一次 HTTP 上传的文件数上限 · Files of one upload over HTTP"
    )
    drain_seconds: float = Field(
        default=0,
        ge=0,
        le=600,
        description="收到 SIGTERM 后仍接受新请求的秒数：/api/ready 已是 503，负载均衡器借此得知 · "
        "Seconds after SIGTERM during which new requests are still taken: /api/ready is 503 "
        "already, so that a load balancer learns of it",
    )
    grace_seconds: float = Field(
        default=20,
        ge=0,
        le=3600,
        description="此后留给进行中的回答和正在导入的文件的秒数 · Seconds after that for answers "
        "under way and for the file that is taken in",
    )

    @field_validator("public_url")
    @classmethod
    def _page_is_on_the_web(cls, value: str | None) -> str | None:
        return web_address(value)
