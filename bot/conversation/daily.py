"""Daily questions: the wish for them, and how they are announced."""

import re
from collections.abc import Sequence

from bot.conversation import lesson, rounds
from bot.conversation.callbacks import Open, SetDaily, StopDaily
from bot.conversation.screen import Button, Output, Say, SayIn, Screen, rows
from bot.conversation.turn import Sorry, Turn
from bot.conversation.words import Words
from bot.tutor import calendar, daily
from bot.tutor.lesson import NUMBER_AT_MOST

OFFERED = ("07:00", "08:00", "09:00", "12:00", "18:00", "20:00")
USUAL_NUMBER = 5
USUAL_NUMBER_IN_GROUP = 1
MINUTES = 60
_OFF = frozenset({"off", "stop", "no", "none", "non", "aus", "0", "arrêter", "arreter", "arrête", "désactiver"})
_NUMBER_BEHIND = re.compile(r"(.*\S)\s+(\d{1,3})")


# --- screens ---------------------------------------------------------------------------------------------------------


async def overview(turn: Turn) -> Screen:
    """What is set, and hours to tap."""
    words = turn.words
    subscription = await turn.store.subscriptions.of(turn.chat.id, turn.incoming.thread_id)
    on = subscription is not None and subscription.next_due_at is not None
    number = await _number(turn)
    buttons = [Button(at, SetDaily(at.replace(":", ""), number)) for at in OFFERED]
    last = (Button(words("button-daily-off"), StopDaily()),) if on else ()
    zone = Button(words("button-timezone"), Open("timezone"))
    if subscription is not None and on:
        text = words("daily-now", number=number, time=subscription.local_time, zone=turn.chat.timezone)
    else:
        text = words("daily-ask", zone=turn.chat.timezone)
    return Screen(text, (*rows(*buttons, width=3), *rows(*last, zone, width=2)))


def set_screen(turn: Turn, done: daily.Set) -> Screen:
    """What was set, when it begins, and what one should know about that time."""
    words = turn.words
    due = done.due_at.astimezone(turn.zone)
    parts = [
        words(
            "daily-set",
            number=done.subscription.number,
            time=done.subscription.local_time,
            zone=turn.chat.timezone,
            day=words.near_day(due.date(), turn.today),
            first=words.clock(done.due_at, turn.zone),
        )
    ]
    if done.skipped:
        day, instead = done.skipped
        parts.append(
            words("daily-gap", day=words.day(day), time=done.subscription.local_time, instead=words.time(instead))
        )
    buttons = [Button(words("button-daily-off"), StopDaily())]
    if not turn.chat.timezone_chosen:
        parts.append(words("daily-zone-unknown", zone=turn.chat.timezone))
        buttons.insert(0, Button(words("button-timezone"), Open("timezone")))
    return Screen("\n\n".join(parts), rows(*buttons, width=2))


# --- features --------------------------------------------------------------------------------------------------------


async def daily_(turn: Turn) -> Sequence[Output]:
    """/daily, /daily HH:MM [N], /daily off"""
    wanted = turn.incoming.text.strip()
    if not wanted:
        return [Say(await overview(turn))]
    if wanted.casefold() in _OFF:
        return await stop(turn)
    at, number = calendar.parse_clock(wanted), await _number(turn)
    if at is None and (split := _NUMBER_BEHIND.fullmatch(wanted)):
        hour, behind = split[1], int(split[2])
        if hour.isdecimal() and NUMBER_AT_MOST < behind < MINUTES:  # "9 30" is a time, not thirty questions
            at = calendar.parse_clock(f"{hour}:{behind:02}")
        else:
            at = calendar.parse_clock(hour)
            number = min(max(1, behind), NUMBER_AT_MOST)
    if at is None:
        raise Sorry("daily-not-understood", wanted=wanted[:32])
    return await _set(turn, at, number)


async def set_by_button(turn: Turn) -> Sequence[Output]:
    """An hour's button."""
    payload = turn.incoming.payload
    assert isinstance(payload, SetDaily)  # noqa: S101 # the table in app.py pairs them
    at = calendar.parse_clock(payload.at)
    if at is None:
        raise Sorry("button-not-yours")
    return await _set(turn, at, min(max(1, payload.number), NUMBER_AT_MOST))


async def _set(turn: Turn, at: str, number: int) -> Sequence[Output]:
    done = await daily.subscribe(turn.store, turn.chat, turn.incoming.thread_id, at, number, turn.now)
    return [Say(set_screen(turn, done))]


async def stop(turn: Turn) -> Sequence[Output]:
    """/daily off, and its button."""
    was_on = await daily.stop(turn.store, turn.chat, turn.incoming.thread_id)
    return [Say(Screen(turn.words("daily-off" if was_on else "daily-off-already")))]


async def _number(turn: Turn) -> int:
    """How many questions a day, where nothing is said of it: as many as before."""
    subscription = await turn.store.subscriptions.of(turn.chat.id, turn.incoming.thread_id)
    if subscription is not None:
        return subscription.number
    return USUAL_NUMBER_IN_GROUP if turn.in_group else USUAL_NUMBER


# --- by itself -------------------------------------------------------------------------------------------------------


def pushed(done: daily.Pushed, bot_username: str) -> list[Output]:
    """The day's questions."""
    words = Words(done.chat.language)
    if done.asked is None:
        return rounds.daily_outputs(words, done.chat, done.thread_id, done.group, bot_username)
    screen = lesson.question_screen(words, done.asked, daily=True)
    return [SayIn(done.chat.id, done.thread_id, screen)]
