"""What those who run the service are told where it tells of itself."""

from __future__ import annotations

from assistant.server.refusals import Refused


def no_admin_key() -> Refused:
    """There is no key of scope admin, so nobody has one."""
    return Refused(
        403,
        "no_admin_key",
        ("没有管理密钥", "There is no key of scope admin"),
        (
            "这里需要 admin 权限的密钥，而此服务还没有这样的密钥。请在服务器上运行 "
            "assistant keys create --scope admin，再用 Authorization: Bearer 送出密钥；"
            "指标也可以用 ASSISTANT_METRICS=open 公开。",
            "This takes a key of scope admin, and this server has none yet. Run assistant keys "
            "create --scope admin on its machine and send the key as Authorization: Bearer; "
            "metrics may also be opened with ASSISTANT_METRICS=open.",
        ),
    )
