"""The time zone of a chat, and the language in which we speak there."""

from collections.abc import Sequence
from datetime import datetime

from tzfpy import get_tz

from bot.conversation.callbacks import AskLocation, ChooseLanguage, ChooseZone, ShowSettings
from bot.conversation.screen import Button, Output, Say, Screen, rows
from bot.conversation.turn import Sorry, Turn
from bot.conversation.words import LANGUAGES, Words
from bot.tutor import calendar, rhythm

CITIES = ("Europe/London", "Europe/Paris", "Europe/Moscow", "America/New_York", "Asia/Kolkata", "Asia/Tokyo")


async def timezone(turn: Turn) -> Sequence[Output]:
    """/timezone [place]"""
    wanted = turn.incoming.text
    if not wanted:
        return [turn.show(zone_page(turn))]
    if zone := calendar.find_zone(wanted, turn.words.cities()):
        return await _set_zone(turn, zone)
    near = calendar.nearest_zones(wanted, turn.words.cities())
    if not near:
        raise Sorry("zone-unknown", wanted=wanted[:32])
    text = turn.words("zone-nearest", wanted=wanted[:32])
    return [Say(Screen(text, rows(*(Button(zone, ChooseZone(zone)) for zone in near))))]


def zone_page(turn: Turn) -> Screen:
    """The zone that is set, and some cities to tap."""
    words = turn.words
    text = words(
        "zone-ask-group" if turn.in_group else "zone-ask",
        zone=turn.chat.timezone,
        time=words.clock(turn.now, turn.zone),
    )
    cities = [Button(words.city(zone), ChooseZone(zone)) for zone in CITIES]
    last = [Button(words("button-settings-back"), ShowSettings(""))]
    if not turn.in_group:
        last.insert(0, Button(words("button-location"), AskLocation()))
    return Screen(text, (*rows(*cities, width=3), *rows(*last, width=2)))


async def ask_location(turn: Turn) -> Sequence[Output]:
    """The button for sharing one's place: Telegram wants it under the chat."""
    return [Say(Screen(turn.words("zone-location"), location_button=turn.words("button-location")))]


async def choose_zone(turn: Turn) -> Sequence[Output]:
    """A zone's button."""
    payload = turn.incoming.payload
    assert isinstance(payload, ChooseZone)  # noqa: S101 # the table in app.py pairs them
    zone = calendar.find_zone(payload.zone)
    if zone is None:
        raise Sorry("button-not-yours")
    return await _set_zone(turn, zone)


async def location(turn: Turn) -> Sequence[Output]:
    """A shared location: the zone of that place; the place itself is not kept."""
    place = turn.incoming.location
    assert place is not None  # noqa: S101 # only locations are sent here
    latitude, longitude = place
    zone = calendar.find_zone(get_tz(longitude, latitude))
    if zone is None:
        raise Sorry("zone-at-sea")
    return await _set_zone(turn, zone)


async def _set_zone(turn: Turn, zone: str) -> Sequence[Output]:
    await rhythm.move_zone(turn.store, turn.chat, zone, turn.now)
    words = turn.words
    parts: list[str] = [words("zone-set", zone=zone, time=words.clock(turn.now, turn.zone))]
    if next_at := await rhythm.next_question_at(turn.store, turn.chat):
        parts.append(_next_question(turn, words, next_at))
    text = "\n".join(parts)
    if turn.incoming.callback_id is not None:
        return [turn.show(Screen(text, rows(Button(words("button-settings-back"), ShowSettings("")))))]
    # The keyboard for sharing a place may still stand open.
    return [Say(Screen(text, hides_keyboard=not turn.in_group))]


def _next_question(turn: Turn, words: Words, next_at: datetime) -> str:
    day = words.near_day(next_at.astimezone(turn.zone).date(), turn.today)
    return words("zone-next", day=day, time=words.clock(next_at, turn.zone))


async def language(turn: Turn) -> Sequence[Output]:
    """/language [code]"""
    wanted = turn.incoming.text.strip().casefold()
    by_name = {name.casefold(): code for code, name in LANGUAGES.items()}
    code = wanted if wanted in LANGUAGES else by_name.get(wanted)
    if code:
        return await _set_language(turn, code)
    text = turn.words("language-unknown", wanted=wanted[:32]) if wanted else turn.words("language-ask")
    return [turn.show(language_page(turn, text))]


def language_page(turn: Turn, text: str) -> Screen:
    """The languages to tap, each under its own name."""
    buttons = [
        Button(turn.words.chosen(name, when=code == turn.words.language), ChooseLanguage(code))
        for code, name in LANGUAGES.items()
    ]
    back = Button(turn.words("button-settings-back"), ShowSettings(""))
    return Screen(text, (*rows(*buttons, width=2), (back,)))


async def choose_language(turn: Turn) -> Sequence[Output]:
    """A language's button."""
    payload = turn.incoming.payload
    assert isinstance(payload, ChooseLanguage)  # noqa: S101 # the table in app.py pairs them
    if payload.language not in LANGUAGES:
        raise Sorry("button-not-yours")
    return await _set_language(turn, payload.language)


async def _set_language(turn: Turn, code: str) -> Sequence[Output]:
    await turn.store.chats.set_language(turn.chat, code)
    words = Words(code, aloud=turn.words.aloud)
    return [turn.show(Screen(words("language-set"), rows(Button(words("button-settings-back"), ShowSettings("")))))]
