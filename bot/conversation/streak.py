"""Why the streak is what it is, day by day."""

from collections.abc import Sequence

from bot.conversation.callbacks import Open
from bot.conversation.screen import Button, Output, Say, Screen, rows
from bot.conversation.turn import Turn
from bot.tutor import streak as streaks

DAYS = 10


async def streak(turn: Turn) -> Sequence[Output]:
    """/streak"""
    words = turn.words
    now, days = await streaks.explained(turn.store, turn.learner.id, turn.zone, turn.now, DAYS)
    if not now.last_30:
        return [Say(Screen(words("stats-empty"), rows(Button(words("button-start"), Open("quiz")))))]
    head = words("stats-streak", days=now.length, last=now.last_30, today=int(now.today))
    lines = [
        words("streak-day", day=words.short_day(one.day), kind=one.kind.value, answers=one.answers) for one in days
    ]
    rest = words("streak-rest", days=now.rest)
    return [Say(Screen("\n\n".join([head, "\n".join(lines), rest])))]
