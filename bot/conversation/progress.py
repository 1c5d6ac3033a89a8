"""A learner's numbers: a picture, and the same in words."""

from collections.abc import Sequence
from datetime import date, timedelta

from bot.conversation import picture
from bot.conversation.callbacks import Open, ShowStats, StartDeck
from bot.conversation.names import clean_name
from bot.conversation.picture import Bar, Calendar, Day, Facts, Level
from bot.conversation.screen import Button, Edit, Output, Say, Screen, rows
from bot.conversation.turn import Turn
from bot.conversation.words import Words
from bot.tutor import lesson, progress
from bot.tutor.progress import DAYS_AHEAD, Progress, Span, Topic

TOPICS = 5
"""So many topics find room in a picture and in its caption: those that slip most."""
LONGEST_YEAR = 53
SHORTEST_YEAR = 22
"""Weeks shown for all time, at most and at least."""
WEEK = timedelta(days=7)
MANY = (1, 5, 10)
"""So many answers on a day are a little, some, much."""


# --- screens ---------------------------------------------------------------------------------------------------------


def screen(words: Words, done: Progress, *, pictured: bool) -> Screen:
    """Everything in words, with a button for each span; above it the picture, where one is wanted."""
    if not done.days and not done.points:
        return Screen(words("stats-empty"), rows(Button(words("button-start"), Open("quiz"))))
    spans = [
        Button(
            words.chosen(words.plain("stats-span", span=span.value), when=span is done.span),
            ShowStats(span.value, int(pictured)),
        )
        for span in Span
    ]
    ways_on = (
        Button(words("button-start"), StartDeck(done.deck.name)),
        Button(words("button-leaderboard"), Open("leaderboard")),
    )
    drawn = picture.draw(facts(words, done)) if pictured else None
    return Screen(text(words, done), (tuple(spans), ways_on), picture=drawn)


def text(words: Words, done: Progress) -> str:
    """What the picture shows, for those who cannot see it and for whoever wants the exact numbers."""
    streak = done.streak
    lines = [words("stats-streak", days=streak.length, last=streak.last_30, today=int(streak.today))]
    if streak.rest:
        lines.append(words("stats-rest", days=streak.rest))
    if done.answers:
        share, days = _percent(done.correct, done.answers), _days(done)
        practised = done.practised
        lines.append(words("stats-answers", answers=done.answers, share=share, practised=practised, days=days))
    lines.append(words("stats-points", points=done.points))
    parts = [words("stats-head", span=done.span.value), "\n".join(lines)]
    if done.topics:
        topics = [words("stats-deck", deck=clean_name(done.deck.title)), *(_topic(words, one) for one in _shown(done))]
        if rest := len(done.topics) - TOPICS:
            topics += [words("stats-more-topics", count=rest)] if rest > 0 else []
        parts.append("\n".join(topics))
    if any(done.due):
        # "mar 1" would be a date.
        coming = [f"{name} ({number})" for name, number in _coming(words, done) if number]
        parts.append(words("stats-due", days=words.beside(*coming)))
    else:
        parts.append(words("stats-due-nothing"))
    return "\n\n".join(parts)


def _topic(words: Words, one: Topic) -> str:
    name = clean_name(one.name) or one.name
    if one.retention is None:
        return words("stats-topic-new", topic=name, met=one.met, cards=one.cards)
    share = _percent(one.kept, one.repeated)
    return words("stats-topic", topic=name, share=share, repeated=one.repeated, met=one.met, cards=one.cards)


def facts(words: Words, done: Progress) -> Facts:
    """What the picture shows, in words of that language."""
    streak = done.streak
    right = words.plain("stats-percent", share=_percent(done.correct, done.answers)) if done.answers else "–"
    rest = len(done.topics) - TOPICS
    return Facts(
        title=done.deck.title,
        subtitle=words.beside(words.plain("stats-span", span=done.span.value), words.day(done.today)),
        figures=(
            (str(streak.length), words.plain("stats-figure-streak", days=streak.length)),
            (right, words.plain("stats-figure-right")),
            (str(done.points), words.plain("stats-figure-points", points=done.points)),
        ),
        calendar=_calendar(words, done),
        bars_head=words.plain("stats-picture-topics"),
        bars=[_bar(words, one) for one in _shown(done)],
        bars_rest=words.plain("stats-more-topics", count=rest) if rest > 0 else "",
        columns_head=words.plain("stats-picture-due"),
        columns=_coming(words, done),
    )


def _bar(words: Words, one: Topic) -> Bar:
    note = words.plain("stats-picture-met", met=one.met, cards=one.cards)
    if one.retention is None:
        return Bar(one.name, note, None, words.plain("stats-picture-new"))
    said = words.plain("stats-percent", share=_percent(one.kept, one.repeated))
    return Bar(one.name, note, one.retention, said)


def _coming(words: Words, done: Progress) -> list[tuple[str, int]]:
    days = [done.today + timedelta(days=ahead) for ahead in range(DAYS_AHEAD)]
    names = [words.plain("stats-today"), *(words.short_weekday(day) for day in days[1:])]
    return list(zip(names, done.due, strict=True))


def _calendar(words: Words, done: Progress) -> Calendar:
    head = words.plain("stats-practised", practised=done.practised, days=_days(done))
    if done.span is Span.WEEK:
        week = [done.first_day + timedelta(days=ahead) for ahead in range(7)]
        cells = [_day(done, day, str(done.days.get(day, 0) or "–")) for day in week]
        return Calendar(head, [words.short_weekday(day) for day in week], [cells])
    this_monday = _monday(done.today)
    first = _monday(done.first_day)
    if done.span is Span.ALL:
        first = max(min(first, this_monday - WEEK * (SHORTEST_YEAR - 1)), this_monday - WEEK * (LONGEST_YEAR - 1))
    mondays = [first + WEEK * number for number in range((this_monday - first) // WEEK + 1)]
    weeks = [[_day(done, day + timedelta(days=ahead)) for ahead in range(7)] for day in mondays]
    names = [words.short_weekday(this_monday + timedelta(days=ahead)) for ahead in range(7)]
    marks = [
        (number, words.short_month(day))
        for number, day in enumerate(mondays)
        if number and day.month != mondays[number - 1].month and number <= len(mondays) - 3
    ]
    return Calendar(head, names, weeks, marks[:: 1 + len(mondays) // 30])


def _day(done: Progress, day: date, label: str | None = None) -> Day:
    answers = done.days.get(day, 0)
    level = Level(sum(answers >= enough for enough in MANY))
    outside = day > done.today or (done.span is Span.MONTH and day < done.first_day)
    return Day(str(day.day) if label is None else label, level, today=day == done.today, outside=outside)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _days(done: Progress) -> int:
    return (done.today - done.first_day).days + 1


def _shown(done: Progress) -> Sequence[Topic]:
    return done.topics[:TOPICS]


def _percent(part: int, whole: int) -> int:
    return round(100 * part / whole) if whole else 0


# --- features --------------------------------------------------------------------------------------------------------


async def stats(turn: Turn) -> Sequence[Output]:
    """/stats"""
    return [Say(await _screen(turn, Span.MONTH, pictured=not turn.words.aloud))]


async def show_span(turn: Turn) -> Sequence[Output]:
    """A span's button: picture and words change in place."""
    payload = turn.incoming.payload
    assert isinstance(payload, ShowStats)  # noqa: S101 # the table in app.py pairs them
    span = next((span for span in Span if span.value == payload.span), Span.MONTH)
    return [Edit(await _screen(turn, span, pictured=bool(payload.pictured)))]


async def _screen(turn: Turn, span: Span, *, pictured: bool) -> Screen:
    deck = lesson.deck_of(turn.library, turn.chat)
    done = await progress.overview(turn.store, deck, turn.learner.id, turn.zone, turn.now, span)
    return screen(turn.words, done, pictured=pictured)
