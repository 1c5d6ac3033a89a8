"""The states and kinds that columns hold."""

from enum import IntEnum, StrEnum


class ChatKind(StrEnum):
    """What Telegram calls the type of a chat, as far as it matters here."""

    PRIVATE = "private"
    GROUP = "group"


class ChatState(StrEnum):
    """Whether we may write to a chat."""

    ACTIVE = "active"
    GONE = "gone"


class QuestionState(StrEnum):
    """The life of a question."""

    OPEN = "open"
    ANSWERED = "answered"
    SKIPPED = "skipped"
    CLOSED = "closed"


class RoundState(StrEnum):
    """The life of a group quiz."""

    RUNNING = "running"
    FINISHED = "finished"
    STOPPED = "stopped"


class RoundMode(StrEnum):
    """How a group is asked: a quiz now, or the card of the day."""

    QUIZ = "quiz"
    DAILY = "daily"


class QuizMode(StrEnum):
    """How a group plays a quiz: everyone answers until the close, or the first right answer takes the question."""

    ROUND = "round"
    RACE = "race"


class Starters(StrEnum):
    """Who may start a quiz in a group."""

    EVERYONE = "everyone"
    ADMINS = "admins"


class InboxState(StrEnum):
    """What became of an update."""

    WAITING = "waiting"
    DONE = "done"
    DEAD = "dead"


class OutboxState(StrEnum):
    """Where something to be sent stands; what is settled is deleted."""

    WAITING = "waiting"
    SENDING = "sending"


class LedgerKind(StrEnum):
    """What points are given for; one row of each kind a question and learner."""

    ANSWER = "answer"
    EARLY = "early"
    APPEAL = "appeal"


class Priority(IntEnum):
    """What goes out first."""

    REPLY = 0
    PUSH = 1
    BOARD = 2


class AppealState(StrEnum):
    """What became of an appeal."""

    OPEN = "open"
    ACCEPTED = "accepted"
    REFUSED = "refused"


class Wish(StrEnum):
    """What a learner wants of a topic: its new cards first, or none of its cards."""

    FOCUS = "focus"
    LEAVE_OUT = "leave_out"
