"""A learner's numbers, in words."""

from collections.abc import Sequence

from bot.conversation.callbacks import Open, StartDeck
from bot.conversation.screen import Button, Output, Say, Screen, rows
from bot.conversation.turn import Turn
from bot.tutor import lesson, progress

BAR_CELLS = 10
STREAK_DAYS = 10


def screen(turn: Turn, done: progress.Progress) -> Screen:
    """Streak, points, how the answers went, how far each topic is, what is due."""
    words = turn.words
    if not done.answers_30 and not done.points:
        return Screen(words("stats-empty"), rows(Button(words("button-start"), Open("quiz"))))
    streak = done.streak
    lines = [words("stats-streak", days=streak.length, last=streak.last_30, today=int(streak.today))]
    if streak.rest:
        lines.append(words("stats-rest", days=streak.rest))
    lines.append(words("stats-points", points=done.points))
    if done.answers_30:
        share = round(100 * done.correct_30 / done.answers_30)
        lines.append(words("stats-answers", answers=done.answers_30, share=share))
    parts = [words("stats-head"), "\n".join(lines)]
    if done.topics:
        topics = "\n".join(
            words("stats-topic", topic=topic.name, bar=bar(topic.met, topic.cards), met=topic.met, cards=topic.cards)
            for topic in done.topics
        )
        parts.append(words("stats-deck", deck=done.deck.title) + "\n" + topics)
    parts.append(words("stats-due", now=done.due_now, week=done.due_week))
    return Screen(
        "\n\n".join(parts),
        rows(
            Button(words("button-start"), StartDeck(done.deck.name)),
            Button(words("button-leaderboard"), Open("leaderboard")),
            width=2,
        ),
    )


def bar(done: int, whole: int) -> str:
    """A share as ten cells."""
    full = round(BAR_CELLS * done / whole) if whole else 0
    return "▰" * full + "▱" * (BAR_CELLS - full)


async def stats(turn: Turn) -> Sequence[Output]:
    """/stats"""
    deck = lesson.deck_of(turn.library, turn.chat)
    return [Say(screen(turn, await progress.overview(turn.store, deck, turn.learner.id, turn.zone, turn.now)))]


async def streak(turn: Turn) -> Sequence[Output]:
    """/streak"""
    words = turn.words
    now, days = await progress.days(turn.store, turn.learner.id, turn.zone, turn.now, STREAK_DAYS)
    if not now.last_30:
        return [Say(Screen(words("stats-empty"), rows(Button(words("button-start"), Open("quiz")))))]
    head = words("stats-streak", days=now.length, last=now.last_30, today=int(now.today))
    lines = [
        words("streak-day", day=words.short_day(one.day), kind=one.kind.value, answers=one.answers) for one in days
    ]
    rest = words("streak-rest", days=now.rest)
    return [Say(Screen("\n\n".join([head, "\n".join(lines), rest])))]
