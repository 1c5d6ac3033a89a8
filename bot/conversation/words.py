"""Every word the bot says, from the Fluent files in bot/locales."""

import html
import re
import unicodedata
from collections.abc import Sequence
from datetime import date, datetime, time
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.numbers import get_decimal_symbol
from fluent.runtime import FluentBundle, FluentResource

from bot.conversation.aloud import for_the_ear
from storage.tables import Chat

FOLDER = Path(__file__).parent.parent / "locales"
FALLBACK = "en"
LANGUAGES = {"en": "English", "de": "Deutsch", "es": "Español", "fr": "Français", "pt": "Português", "ru": "Русский"}
# Babel's English is American: the month before the day, and a comma before the last "and".
_LOCALES = {"en": "en_GB"}
# No comma is said after the end of a sentence.
_FULL_STOP = re.compile(r"([.!?](?:</b>)?), ")
# French has a space before its double signs, and no line may break there.
_FRENCH_SPACE = re.compile(r" (?=[!?;:»%])|(?<=«) ")


class Html(str):
    """Text that is HTML already and goes into a message as it is."""

    __slots__ = ()


@cache
def _bundle(language: str, aloud: bool = False) -> FluentBundle:
    # Isolating marks would be counted as characters and break copying; names are cleaned of bidi controls instead.
    bundle = FluentBundle([language], use_isolating=False)
    text = (FOLDER / f"{language}.ftl").read_text(encoding="utf-8")
    resource = FluentResource(_FRENCH_SPACE.sub("\u00a0", text) if language == "fr" else text)
    bundle.add_resource(for_the_ear(resource) if aloud else resource)
    return bundle


@cache
def _cities(language: str) -> dict[str, str]:
    """Those whose name is another one than in the name of the zone."""
    zones = Locale(language).time_zones
    return {zone: names["city"] for zone, names in zones.items() if "city" in names}


_NAMES = frozenset({"title", "deck", "group", "topic"})
"""Arguments that are names somebody gave, among words of ours; those of people are dealt with where they are cut."""
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})


def isolated(name: str) -> str:
    """A name that keeps to itself: unless it is kept apart, what stands behind one in Hebrew or Arabic would be shown
    before it."""
    if any(unicodedata.bidirectional(character) in _RIGHT_TO_LEFT for character in name):
        return f"\u2068{name}\u2069"
    return name


def _safe(name: str, value: str | int | float) -> str | int | float:
    if not isinstance(value, str):
        return value
    if name in _NAMES:
        value = Html(isolated(value)) if isinstance(value, Html) else isolated(value)
    return value if isinstance(value, Html) else html.escape(value, quote=False)


class Words:
    """The words of one language; `aloud` as a screen reader is to say them."""

    def __init__(self, language: str, *, aloud: bool = False) -> None:
        self.language = language if language in LANGUAGES else FALLBACK
        self.aloud = aloud

    def __call__(self, key: str, /, **arguments: str | int | float) -> Html:
        """The message `key` as HTML, its arguments escaped where they are not HTML already.

        Raises LookupError for what the file does not say.
        """
        escaped = {name: _safe(name, value) for name, value in arguments.items()}
        bundle = _bundle(self.language, self.aloud)
        if not bundle.has_message(key):
            bundle = _bundle(FALLBACK, self.aloud)
        pattern = bundle.get_message(key).value
        if pattern is None:
            raise LookupError(f"{key} has no text")
        text, errors = bundle.format_pattern(pattern, escaped)
        if errors:
            raise LookupError(f"{key}: {errors[0]}")
        return Html(text)

    def plain(self, key: str, /, **arguments: str | int | float) -> str:
        """The message `key` as plain text, for what knows no HTML: buttons, and notes over the chat."""
        return html.unescape(self(key, **arguments))

    def has(self, key: str) -> bool:
        """Whether there is such a message."""
        return bool(_bundle(FALLBACK).has_message(key))

    @property
    def list_separator(self) -> str:
        """What stands between the cells of a table, for a spreadsheet of this language."""
        return ";" if get_decimal_symbol(self.language) == "," else ","

    def language_name(self, code: str) -> str:
        """What a language is called in this one."""
        return str(Locale(self.language).languages.get(code, code))

    def foreign(self, code: str | None) -> str | None:
        """What the language of somebody's Telegram ("pt-br") is called in this one, where it is none that we speak."""
        language = _language_of(code)
        if not language or language in LANGUAGES:
            return None
        name = Locale(self.language).languages.get(language)
        return str(name) if name else None

    def city(self, zone: str) -> str:
        """What the city of a zone is called."""
        return _cities(self.language).get(zone) or zone.rsplit("/", 1)[-1].replace("_", " ")

    def cities(self) -> dict[str, str]:
        """The cities of zones by what they are called in this language, folded for searching."""
        return {name.casefold(): zone for zone, name in _cities(self.language).items()}

    def clock(self, moment: datetime, zone: ZoneInfo) -> str:
        """The time of day in a zone."""
        return f"{moment.astimezone(zone):%H:%M}"

    def time(self, moment: time) -> str:
        """A time of day."""
        return f"{moment:%H:%M}"

    def beside(self, *things: str) -> str:
        """Several things on one line."""
        if self.aloud:
            return _FULL_STOP.sub(r"\1 ", ", ".join(things))
        return " · ".join(things)

    def chosen(self, label: str, *, when: bool = True) -> str:
        """A button's label, marked when it is what is set."""
        return self.plain("chosen", label=label) if when else label

    def together(self, things: Sequence[str]) -> str:
        """Several things as one says them: "a, b and c"."""
        return format_list(list(things), locale=_LOCALES.get(self.language, self.language))

    def weekday(self, day: date) -> str:
        """The name of a day within the week."""
        return format_date(day, "EEEE", locale=self.language)

    def short_weekday(self, day: date) -> str:
        """The name of a day within the week, in two to four letters."""
        return format_date(day, "EEE", locale=self.language).rstrip(".")

    def month(self, day: date) -> str:
        """A month with its year."""
        return self._date(day, "yMMMM").removesuffix("\u202fг.")  # goes without saying, and would end a sentence twice

    def short_month(self, day: date) -> str:
        """The name of a month, in a few letters."""
        return format_date(day, "LLL", locale=self.language).rstrip(".")

    def near_day(self, day: date, today: date) -> str:
        """When something happens, within a sentence: today, tomorrow, or on the day with weekday and month."""
        match (day - today).days:
            case 0:
                return self("day-today")
            case 1:
                return self("day-tomorrow")
            case _:
                return self("day-later", weekday=self.weekday(day), date=self.day_of_month(day))

    def short_day(self, day: date) -> str:
        """A day with weekday and month, both short."""
        return self._date(day, "MMMEd")

    def day(self, day: date) -> str:
        """A day with weekday and month, by itself."""
        return self("day-named", weekday=self.weekday(day), date=self.day_of_month(day))

    def day_of_month(self, day: date) -> str:
        """A day with its month."""
        return self._date(day, "MMMMd")

    def _date(self, day: date, parts: str) -> str:
        """A date with these parts (letters of Unicode's date patterns), in the order of the language."""
        return format_skeleton(parts, day, locale=_LOCALES.get(self.language, self.language))


def words_for(chat: Chat) -> Words:
    """The words for a chat: its language, and whether they are read out there."""
    return Words(chat.language, aloud=chat.plain)


def language_for(code: str | None, default: str) -> str:
    """The language to speak with somebody whose Telegram speaks `code` ("pt-br"), as far as we know theirs."""
    wanted = _language_of(code)
    return wanted if wanted in LANGUAGES else default


def _language_of(code: str | None) -> str:
    return (code or "").replace("_", "-").split("-")[0].casefold()
