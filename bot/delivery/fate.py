"""What becomes of what was to be sent, when Telegram answers with an error."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, NetworkError, RetryAfter, TelegramError

from bot.delivery.transport import GatewayError, NotSentError, pause_asked_for
from bot.ops import metrics
from storage.tables import OutboxRow

log = logging.getLogger(__name__)

BACK_OFF_SECONDS, LONGEST_BACK_OFF_SECONDS = 5.0, 60.0
STORM_CHATS, STORM_SECONDS = 3, 10.0
UNEXPLAINED_PAUSE_SECONDS = 30.0
TOPIC_GONE = ("topic_closed", "topic_deleted", "message thread not found")
STALE = ("query is too old", "message is not modified", "message to edit not found", "message can't be edited")
CHAT_GONE = (
    "chat not found",
    "not enough rights",
    "user is deactivated",
    "bot was kicked",
    "have no rights to send",
    "chat_write_forbidden",
    "peer_id_invalid",
    "group chat was deactivated",
)


class Fate(Enum):
    """What becomes of a row: sent or out of date; refused; chat or topic gone; again, surely or perhaps not sent."""

    DONE = auto()
    GIVEN_UP = auto()
    CHAT_GONE = auto()
    TOPIC_GONE = auto()
    AGAIN = auto()
    UNCERTAIN = auto()
    MOVED = auto()


@dataclass(frozen=True)
class Result:
    """How a call went; `message_id` of what was sent; seconds until this chat, or any chat, is tried again.

    `admins` are those of a group in which nothing can be said to all.
    """

    fate: Fate
    message_id: int | None = None
    pause_chat: float = 0.0
    pause_all: float = 0.0
    moved_to: int = 0
    admins: tuple[int, ...] = ()


class Failures:
    """Tells from an error what becomes of a row, and from errors in a row how long to keep away from Telegram."""

    def __init__(self, seconds: Callable[[], float]) -> None:
        self._seconds = seconds
        self._failures = 0
        self._refused: dict[int, float] = {}
        self.troubled = False
        """Whether the last that was heard of Telegram is a server error."""

    def over(self) -> None:
        """Something was sent."""
        self._failures, self.troubled = 0, False

    def failed_again(self) -> float:
        """Nothing can be sent at all: seconds until the next try."""
        self._failures += 1
        return self._back_off(self._failures)

    def _in_trouble(self, row: OutboxRow, error: TelegramError, *, paused: bool) -> Result:
        """Telegram answers with a server error, and nobody knows whether the row was sent: once more, when it is well.

        The first such error pauses its own chat only: it may be about this one message.
        """
        self.troubled = True
        if not paused:  # else others were under way at the same moment
            self._failures += 1
        pause = self._back_off(self._failures - 1) if self._failures > 1 else 0.0
        if row.attempts:
            log.error("%s (row %s) was given up, it may have arrived: %s", row.method, row.id, error)
            return Result(Fate.GIVEN_UP, pause_all=pause)
        log.warning("%s (row %s) is sent once more, it may have arrived: %s", row.method, row.id, error)
        return Result(Fate.UNCERTAIN, pause_chat=pause + BACK_OFF_SECONDS, pause_all=pause)

    @staticmethod
    def _back_off(failures: int) -> float:
        return min(BACK_OFF_SECONDS * 2.0 ** (failures - 1), LONGEST_BACK_OFF_SECONDS)

    def _is_storm(self, chat_id: int) -> bool:
        """Whether several chats were refused in a short time: then it is not about one of them."""
        now = self._seconds()
        self._refused = {chat: at for chat, at in self._refused.items() if now - at < STORM_SECONDS} | {chat_id: now}
        return len(self._refused) >= STORM_CHATS

    def judge(self, row: OutboxRow, error: TelegramError, *, paused: bool) -> Result:
        """What an error means for the row: surely not sent, perhaps sent, or never to be sent.

        `paused` when all are held back already.
        """
        said = str(error).casefold()
        match error:
            case RetryAfter():
                metrics.PAUSES.inc()
                pause = pause_asked_for(error)
                log.warning("Telegram asks for a pause of %s s in chat %s", pause, row.chat_id)
                return Result(Fate.AGAIN, pause_chat=pause, pause_all=pause if self._is_storm(row.chat_id) else 0.0)
            case ChatMigrated():
                return Result(Fate.MOVED, moved_to=error.new_chat_id)
            case Forbidden():
                return Result(Fate.CHAT_GONE)
            case BadRequest() if any(text in said for text in CHAT_GONE):
                return Result(Fate.CHAT_GONE)
            case BadRequest() if any(text in said for text in TOPIC_GONE):
                return Result(Fate.TOPIC_GONE)
            case BadRequest() if any(text in said for text in STALE):
                return Result(Fate.DONE)
            case BadRequest():
                log.error("Telegram refuses %s (row %s): %s", row.method, row.id, error)
                return Result(Fate.GIVEN_UP)
            case GatewayError():
                return self._in_trouble(row, error, paused=paused)
            case NotSentError() | InvalidToken():
                pause = self.failed_again()
                log.warning("nothing can be sent for %s s: %s", pause, error)
                return Result(Fate.AGAIN, pause_all=pause)
            case NetworkError() if "too many requests" in said:
                metrics.PAUSES.inc()
                return Result(Fate.AGAIN, pause_chat=UNEXPLAINED_PAUSE_SECONDS)
            case NetworkError() if not row.attempts:
                # Nobody knows whether it arrived: twice is better than never, and more often than twice is not.
                return Result(Fate.UNCERTAIN, pause_chat=BACK_OFF_SECONDS)
            case _:
                log.error("%s (row %s) was given up, it may have arrived: %s", row.method, row.id, error)
                return Result(Fate.GIVEN_UP)
