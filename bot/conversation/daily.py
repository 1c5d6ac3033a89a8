"""Daily questions: the wish for them, and how they are announced."""

import re
from collections.abc import Sequence

from bot.conversation import lesson, rounds
from bot.conversation.callbacks import Open, Pause, SetDaily, SetNumber, SetSecondHour, ShowSettings, StopDaily
from bot.conversation.screen import Button, Output, Say, SayIn, Screen, rows
from bot.conversation.turn import Sorry, Turn
from bot.conversation.words import Words, words_for
from bot.tutor import calendar, daily, rhythm
from bot.tutor.lesson import NUMBER_AT_MOST
from content.card import Deck
from storage.tables import Subscription

OFFERED = ("07:00", "08:00", "09:00", "12:00", "18:00", "20:00")
NUMBERS = (1, 3, 5, 10, 20)
NUMBERS_IN_GROUP = (1, 2, 3, 5)
PAUSES = (7, 14, 28)
PAUSE_AT_MOST = 365
USUAL_NUMBER = 5
USUAL_NUMBER_IN_GROUP = 1
MINUTES = 60
_OFF = (
    *("off", "stop", "no", "none", "0", "non", "arrêter", "arreter", "arrête", "désactiver"),
    *("aus", "stopp", "ausschalten", "apagar", "desactivar"),
    *("não", "nao", "desligar", "parar", "нет", "стоп", "выкл", "выключить"),
)
_NUMBER_BEHIND = re.compile(r"(.*\S)\s+(\d{1,3})")


# --- screens ---------------------------------------------------------------------------------------------------------


async def overview(turn: Turn) -> Screen:
    """What is set, and what can be tapped to change it."""
    words = turn.words
    on = await _on(turn)
    number = await _number(turn)
    set_to = {one.local_time for one in on}
    hours = [Button(words.chosen(at, when=at in set_to), SetDaily(at.replace(":", ""), number)) for at in OFFERED]
    zone = Button(words("button-timezone"), ShowSettings("zone"))
    back = Button(words("button-settings-back"), ShowSettings(""))
    if not on:
        text = words("daily-ask", zone=turn.chat.timezone)
        return Screen(text, (*rows(*hours, width=3), *rows(zone, back, width=2)))
    offered = NUMBERS_IN_GROUP if turn.in_group else NUMBERS
    numbers = [Button(words.chosen(str(n), when=n == number), SetNumber(n)) for n in offered]
    more = [Button(words("button-daily-off"), StopDaily()), zone, back]
    if not turn.in_group:
        paused = on[0].paused_until is not None and on[0].paused_until > turn.today
        pause = Button(words("button-resume"), Pause(0)) if paused else Button(words("button-pause"), _page("pause"))
        more = [Button(words("button-second"), _page("second")), pause, *more]
    keyboard = (*rows(*hours, width=3), *rows(*numbers, width=len(numbers)), *rows(*more, width=2))
    return Screen(f"{when(turn, on)}\n\n{words('daily-change')}", keyboard)


def when(turn: Turn, on: Sequence[Subscription]) -> str:
    """How many questions at which hours, and when the next ones come."""
    words = turn.words
    hours = words.together(sorted(one.local_time for one in on))
    parts: list[str] = [words("daily-now", number=on[0].number, time=hours, zone=turn.chat.timezone)]
    if on[0].paused_until is not None and on[0].paused_until > turn.today:
        parts.append(words("daily-paused", day=words.near_day(on[0].paused_until, turn.today)))
    elif next_at := min((one.next_due_at for one in on if one.next_due_at), default=None):
        day = words.near_day(next_at.astimezone(turn.zone).date(), turn.today)
        parts.append(words("zone-next", day=day, time=words.clock(next_at, turn.zone)))
    return "\n".join(parts)


def set_screen(turn: Turn, done: rhythm.Set) -> Screen:
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
    buttons = [Button(words("button-daily-off"), StopDaily()), Button(words("button-daily-more"), _page("daily"))]
    if not turn.chat.timezone_chosen:
        parts.append(words("daily-zone-unknown", zone=turn.chat.timezone))
        buttons.insert(0, Button(words("button-timezone"), _page("zone")))
    return Screen("\n\n".join(parts), rows(*buttons, width=2))


def hour_button(at: str, number: int = USUAL_NUMBER_IN_GROUP) -> Button:
    """A button that sets an hour, "HH:MM", as it stands."""
    return Button(at, SetDaily(at.replace(":", ""), number))


def used_up_screen(words: Words, deck: Deck) -> Screen:
    """Why a group has no card of the day."""
    buttons = rows(
        Button(words("button-decks"), _page("deck")), Button(words("button-group-quiz"), Open("quiz")), width=2
    )
    return Screen(words("group-daily-none", deck=deck.title), buttons)


async def second_hour(turn: Turn) -> Screen:
    """Hours for a second time on the same days."""
    hours = [Button(at, SetSecondHour(at.replace(":", ""))) for at in OFFERED]
    back = Button(turn.words("button-back"), _page("daily"))
    second = await turn.store.subscriptions.of(turn.chat.id, turn.incoming.thread_id, 1)
    last = [Button(turn.words("button-second-off"), SetSecondHour(""))] if second and second.next_due_at else []
    return Screen(turn.words("daily-second"), (*rows(*hours, width=3), *rows(*last, back, width=2)))


async def pauses(turn: Turn) -> Screen:
    """How long to be left alone."""
    buttons = [Button(turn.words("button-pause-weeks", weeks=days // 7), Pause(days)) for days in PAUSES]
    back = Button(turn.words("button-back"), _page("daily"))
    return Screen(turn.words("daily-pause"), (*rows(*buttons, width=3), (back,)))


def _page(name: str) -> ShowSettings:
    return ShowSettings(name)


# --- features --------------------------------------------------------------------------------------------------------


async def daily_(turn: Turn) -> Sequence[Output]:
    """/daily, /daily HH:MM [N], /daily off"""
    wanted = turn.incoming.text.strip()
    if not wanted:
        return [turn.show(await overview(turn))]
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


async def set_number(turn: Turn) -> Sequence[Output]:
    """A number's button."""
    payload = turn.incoming.payload
    assert isinstance(payload, SetNumber)  # noqa: S101 # the table in app.py pairs them
    number = min(max(1, payload.number), NUMBER_AT_MOST)
    for one in await _on(turn):
        await turn.store.subscriptions.set_number(one, number)
    return [turn.show(await overview(turn))]


async def set_second_hour(turn: Turn) -> Sequence[Output]:
    """A second hour's button, or the one that takes it away."""
    payload = turn.incoming.payload
    assert isinstance(payload, SetSecondHour)  # noqa: S101 # the table in app.py pairs them
    on = await _on(turn)
    at = calendar.parse_clock(payload.at)
    if not on or (payload.at and at is None):
        raise Sorry("button-stale")
    if at is None:
        await rhythm.stop(turn.store, turn.chat.id, turn.incoming.thread_id, slot=1)
    elif at != on[0].local_time:
        thread = turn.incoming.thread_id
        await rhythm.subscribe(turn.store, turn.chat, thread, at, on[0].number, turn.now, slot=1)
    return [turn.show(await overview(turn))]


async def pause(turn: Turn) -> Sequence[Output]:
    """A pause's button."""
    payload = turn.incoming.payload
    assert isinstance(payload, Pause)  # noqa: S101 # the table in app.py pairs them
    await rhythm.pause(turn.store, turn.chat, min(payload.days, PAUSE_AT_MOST), turn.now)
    return [turn.show(await overview(turn))]


async def _set(turn: Turn, at: str, number: int) -> Sequence[Output]:
    done = await rhythm.subscribe(turn.store, turn.chat, turn.incoming.thread_id, at, number, turn.now)
    screen = set_screen(turn, done)
    # The welcome stays as it is: those who join later read it too.
    by_welcome = turn.incoming.our_text.startswith(turn.words.plain("group-welcome-head"))
    return [Say(screen) if by_welcome else turn.show(screen)]


async def stop(turn: Turn) -> Sequence[Output]:
    """/daily off, and its button."""
    was_on = await rhythm.stop(turn.store, turn.chat.id, turn.incoming.thread_id)
    buttons = rows(Button(turn.words("button-daily-on"), _page("daily")))
    return [turn.show(Screen(turn.words("daily-off" if was_on else "daily-off-already"), buttons))]


async def _on(turn: Turn) -> list[Subscription]:
    """The subscriptions of this chat and topic that are on, the first hour first."""
    on = await turn.store.subscriptions.all_of(turn.chat.id)
    return [one for one in on if one.thread_id == turn.incoming.thread_id]


async def _number(turn: Turn) -> int:
    """How many questions a day, where nothing is said of it: as many as before."""
    subscription = await turn.store.subscriptions.of(turn.chat.id, turn.incoming.thread_id)
    if subscription is not None:
        return subscription.number
    return USUAL_NUMBER_IN_GROUP if turn.in_group else USUAL_NUMBER


# --- by itself -------------------------------------------------------------------------------------------------------


def pushed(done: daily.Pushed, bot_username: str) -> list[Output]:
    """The day's questions, and that they come less often from now on."""
    words = words_for(done.chat)
    if done.used_up:
        return [SayIn(done.chat.id, done.thread_id, used_up_screen(words, done.deck))]
    if done.asked is None:
        return rounds.daily_outputs(words, done.chat, done.thread_id, done.group, bot_username)
    said: list[Output] = []
    if done.slowed:
        buttons = rows(Button(words("button-daily-off"), StopDaily()), Button(words("button-pause"), _page("pause")))
        said.append(SayIn(done.chat.id, done.thread_id, Screen(words("daily-slowed"), buttons)))
    return [*said, SayIn(done.chat.id, done.thread_id, lesson.question_screen(words, done.asked))]
