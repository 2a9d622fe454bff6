"""How much anybody may ask and send in a while, counted by the library ``limits``."""

from __future__ import annotations

import logging
import math
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from assistant.errors import InvalidSettings
from assistant.server.caller import Caller
from assistant.settings import PREFIX, Settings

if TYPE_CHECKING:
    from limits import RateLimitItem

_OFF: Final = "off"
# Requests that one with a wrong key counts as: who guesses is soon kept waiting.
WRONG_KEY_COSTS: Final = 20

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Rate:
    """Where a caller stands: ``left`` of ``quota`` in ``window`` seconds, more in ``reset``."""

    policy: str
    allowed: bool
    quota: int
    window: int
    left: int
    reset: int

    def headers(self) -> dict[str, str]:
        """As the IETF drafts it (draft-ietf-httpapi-ratelimit-headers-10)."""
        told = {
            "ratelimit-policy": f'"{self.policy}";q={self.quota};w={self.window}',
            "ratelimit": f'"{self.policy}";r={self.left};t={self.reset}',
        }
        return told if self.allowed else {**told, "retry-after": str(self.reset)}


class Rates:
    """The allowances of the settings. Where the storage does not answer, everybody is let pass:
    keys are checked all the same, and a counter that is down must not take the service with it."""

    def __init__(self, settings: Settings) -> None:
        """Raises InvalidSettings for what is no rate, or a storage that cannot be had."""
        from limits.aio.strategies import SlidingWindowCounterRateLimiter

        self._address = _parsed("rate_limit_address", settings.rate_limit_address)
        self._key = _parsed("rate_limit_key", settings.rate_limit_key)
        self._writes = _parsed("rate_limit_writes", settings.rate_limit_writes)
        self._bytes = _parsed("upload_rate", settings.upload_rate)
        self._limiter = SlidingWindowCounterRateLimiter(_storage(settings.rate_limit_storage))

    async def request(self, caller: Caller, times: int = 1) -> Rate | None:
        """Count a request of any kind, or so many; None where there is no limit."""
        if caller.key is not None:
            return await self._hit("key", self._key, caller, times)
        return await self._hit("address", self._address, caller, times * _cost(caller))

    async def write(self, caller: Caller) -> Rate | None:
        """Count a change of the library."""
        return await self._hit("writes", self._writes, caller, 1)

    async def sent(self, caller: Caller, size: int) -> Rate | None:
        """Count bytes of a body."""
        return await self._hit("bytes", self._bytes, caller, size) if size else None

    async def _hit(
        self, policy: str, items: Sequence[RateLimitItem], caller: Caller, cost: int
    ) -> Rate | None:
        tightest: Rate | None = None
        try:
            for item in items:
                names = (policy, caller.counted_as)
                # One request of more than all there is must not count as none.
                allowed = await self._limiter.hit(item, *names, cost=min(cost, item.amount))
                reset, left = await self._limiter.get_window_stats(item, *names)
                rate = _rate(policy, item, allowed, reset, left)
                if not allowed:
                    return rate
                if tightest is None or rate.left < tightest.left:
                    tightest = rate
        except Exception:
            _log.exception("requests cannot be counted")
            return None
        return tightest


def _rate(policy: str, item: RateLimitItem, allowed: bool, reset: float, left: int) -> Rate:
    seconds = max(1, math.ceil(reset - time.time()))
    return Rate(policy, allowed, item.amount, item.get_expiry(), max(0, left), seconds)


def _cost(caller: Caller) -> int:
    return WRONG_KEY_COSTS if caller.wrong else 1


def _parsed(name: str, value: str) -> Sequence[RateLimitItem]:
    from limits import parse_many

    if value.strip().lower() == _OFF:
        return ()
    try:
        return parse_many(value)
    except ValueError:
        setting = PREFIX + name.upper()
        raise InvalidSettings(
            f"设置 {setting} 的值无效：应如 1200/minute、10/second;1200/minute，或 off",
            f"the value of {setting} is not valid: such as 1200/minute, 10/second;1200/minute, "
            "or off",
        ) from None


def _storage(url: str):  # type: ignore[no-untyped-def]  # noqa: ANN202 - limits' own union
    from limits.storage import storage_from_string

    try:
        return storage_from_string(url if url.startswith("async+") else f"async+{url}")
    except Exception as error:
        # The address may hold a password and is not repeated.
        raise InvalidSettings(
            "设置 ASSISTANT_RATE_LIMIT_STORAGE 的值无效，或缺少它的驱动程序",
            "the value of ASSISTANT_RATE_LIMIT_STORAGE is not valid, or its driver is missing",
        ) from error
