"""The queue of updates: kept until they are confirmed, handed to one poller at a time or to a webhook."""

import asyncio
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from bot.playground.errors import conflict

FIRST_UPDATE_ID = 100_000_001
KEPT = timedelta(hours=24)
BATCH = 100
# These come only to bots that ask for them by name.
OPT_IN = frozenset({"chat_member", "message_reaction", "message_reaction_count"})


@dataclass(frozen=True)
class Update:
    """One update, and when it happened."""

    id: int
    kind: str
    payload: dict[str, Any]
    at: datetime

    def as_json(self) -> dict[str, Any]:
        """The Bot API's Update."""
        return {"update_id": self.id, self.kind: self.payload}

    @property
    def place(self) -> int:
        """The chat, or else the person, within which updates are brought in order."""
        about = self.payload.get("message", self.payload)
        there = about.get("chat") or about.get("from") or {}
        return int(there.get("id", 0))


@dataclass
class Webhook:
    """Where the bot wants its updates brought."""

    url: str
    secret: str = ""
    max_connections: int = 40
    has_certificate: bool = False
    last_error: dict[str, Any] = field(default_factory=dict)

    def failed(self, said: str, at: datetime) -> None:
        """An update could not be brought."""
        self.last_error = {"last_error_date": int(at.timestamp()), "last_error_message": said}

    def as_json(self) -> dict[str, Any]:
        """The Bot API's WebhookInfo, but for what is pending."""
        return {
            "url": self.url,
            "has_custom_certificate": self.has_certificate,
            "max_connections": self.max_connections,
        } | self.last_error


class UpdateQueue:
    """What has happened and the bot has not confirmed."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self.allowed: frozenset[str] | None = None
        self.bell = asyncio.Event()
        self._webhook: Webhook | None = None
        self.now = now
        self._pending: deque[Update] = deque()
        self._next_id = FIRST_UPDATE_ID
        self._poller: asyncio.Event | None = None
        self.polls = 0
        self._closed = False

    @property
    def pending(self) -> list[dict[str, Any]]:
        """Everything not confirmed yet, oldest first."""
        return [update.as_json() for update in self.unconfirmed()]

    @property
    def webhook(self) -> Webhook | None:
        """Where updates are to be brought; None while they are to be fetched."""
        return self._webhook

    @webhook.setter
    def webhook(self, webhook: Webhook | None) -> None:
        self._webhook = webhook
        self.bell.set()

    def unconfirmed(self) -> list[Update]:
        """As `pending`."""
        self._forget_old()
        return list(self._pending)

    def delivered(self, update: Update) -> None:
        """The webhook has taken it."""
        if update in self._pending:
            self._pending.remove(update)

    @property
    def last_id(self) -> int:
        """The id of the newest update, confirmed or not."""
        return self._next_id - 1

    @property
    def polled(self) -> bool:
        """Is a bot waiting for updates right now?"""
        return self._poller is not None

    def wants(self, kind: str) -> bool:
        """Has the bot asked for this kind of update?"""
        return kind not in OPT_IN if self.allowed is None else kind in self.allowed

    def add(self, kind: str, payload: dict[str, Any]) -> int | None:
        """Queue an update and return its id, or None if the bot does not want its kind."""
        if not self.wants(kind):
            return None
        update = Update(self._next_id, kind, payload, self.now())
        self._next_id += 1
        self._pending.append(update)
        self._ring()
        return update.id

    def repeat(self, update: dict[str, Any]) -> None:
        """Hand out an update once more, in front of all others, as Telegram does after a lost confirmation."""
        kind = next(name for name in update if name != "update_id")
        self._pending.appendleft(Update(update["update_id"], kind, update[kind], self.now()))
        self._ring()

    def _ring(self) -> None:
        self.bell.set()
        if self._poller is not None:
            self._poller.set()

    def drop(self) -> None:
        """Forget everything that is pending."""
        self._pending.clear()

    def allow(self, kinds: Iterable[str] | None) -> None:
        """Remember which kinds the bot wants; None changes nothing, an empty list means the usual ones."""
        if kinds is not None:
            self.allowed = frozenset(kinds) or None

    async def poll(self, offset: int, limit: int, timeout_seconds: float) -> list[dict[str, Any]]:
        """getUpdates: confirm what lies before `offset`, then wait until there is something, or time is up."""
        if self.webhook is not None:
            raise conflict(
                "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
            )
        if self._poller is not None:
            self._poller.set()  # the older poller wakes up, sees that it was replaced, and gets a conflict
        mine = self._poller = asyncio.Event()
        self.polls += 1
        self._confirm(offset)
        try:
            if not self._pending and timeout_seconds > 0 and not self._closed:
                await _wait(mine, timeout_seconds)
            if self._poller is not mine:
                raise conflict(
                    "terminated by other getUpdates request; make sure that only one bot instance is running"
                )
        finally:
            if self._poller is mine:
                self._poller = None
        return self.pending[: min(max(limit, 1), BATCH)]

    def close(self) -> None:
        """Send waiting pollers home; nobody waits any more."""
        self._closed = True
        if self._poller is not None:
            self._poller.set()

    def _confirm(self, offset: int) -> None:
        self._forget_old()
        if offset < 0:
            while len(self._pending) > -offset:
                self._pending.popleft()
        else:
            self._pending = deque(update for update in self._pending if update.id >= offset)

    def _forget_old(self) -> None:
        while self._pending and self._pending[0].at < self.now() - KEPT:
            self._pending.popleft()


async def _wait(bell: asyncio.Event, timeout_seconds: float) -> None:
    try:
        async with asyncio.timeout(timeout_seconds):
            await bell.wait()
    except TimeoutError:
        return
