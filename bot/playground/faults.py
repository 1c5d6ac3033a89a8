"""Faults that tests script: what goes wrong between a bot and Telegram."""

from dataclasses import dataclass
from enum import Enum

from bot.playground.errors import ApiError, too_many_requests


class Break(Enum):
    """What becomes of the answer."""

    NOTHING = "the answer arrives"
    DROP = "the connection is cut"
    RUBBISH = "status 200 with a body that is no JSON"


@dataclass
class Fault:
    """The next `times` calls of `method` (None: of any) go wrong; `chat_id` narrows it to one chat.

    With `delivered`, the call takes effect and only its answer is lost: the bot cannot know.
    """

    method: str | None = None
    error: ApiError | None = None
    after: Break = Break.NOTHING
    delivered: bool = True
    hang_seconds: float = 0
    chat_id: int | None = None
    times: float = 1
    skip: int = 0

    def matches(self, method: str, chat_id: int | None) -> bool:
        """Is this call one of those?"""
        return self.method in (None, method) and self.chat_id in (None, chat_id)


class Faults(list[Fault]):
    """The script: for each call, the first fault that matches and is not used up."""

    def take(self, method: str, chat_id: int | None) -> Fault | None:
        """The fault of this call, if it has one."""
        for fault in self:
            if not fault.matches(method, chat_id):
                continue
            if fault.skip > 0:
                fault.skip -= 1
                continue
            fault.times -= 1
            if fault.times <= 0:
                self.remove(fault)
            return fault
        return None

    def flood(self, method: str | None = None, retry_after: int | None = 1, **where: float | None) -> None:
        """429; without `retry_after`, the answer lacks its parameters."""
        error = ApiError(429, "Too Many Requests") if retry_after is None else too_many_requests(retry_after)
        self._add(Fault(method, error), where)

    def fail(self, method: str | None, code: int, description: str, **where: float | None) -> None:
        """Any other error, in Telegram's words; nothing takes effect."""
        self._add(Fault(method, ApiError(code, description)), where)

    def drop(self, method: str | None = None, *, delivered: bool = True, **where: float | None) -> None:
        """The connection is cut before the answer."""
        self._add(Fault(method, after=Break.DROP, delivered=delivered), where)

    def rubbish(self, method: str | None = None, *, delivered: bool = True, **where: float | None) -> None:
        """The answer is 200 and no JSON."""
        self._add(Fault(method, after=Break.RUBBISH, delivered=delivered), where)

    def hang(self, method: str | None, seconds: float, *, delivered: bool = True, **where: float | None) -> None:
        """The answer takes this long; the call takes effect at once, or never, and then no answer comes."""
        after = Break.NOTHING if delivered else Break.DROP
        self._add(Fault(method, after=after, hang_seconds=seconds, delivered=delivered), where)

    def _add(self, fault: Fault, where: dict[str, float | None]) -> None:
        for name, value in where.items():
            if name not in {"chat_id", "times", "skip"}:
                raise TypeError(f"a fault knows no {name!r}")
            setattr(fault, name, value)
        self.append(fault)
