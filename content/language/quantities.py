"""Quantities in a text: numbers and ranges with their units, in digits or words."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache

from content.language.lexicon import DATA, lexicon
from content.language.numerals import combine, number_word, parse_digits
from content.language.text import fold, tidy
from content.language.words import AND

_SHORT = {"k": 1e3, "m": 1e6, "mio": 1e6, "mln": 1e6, "млн": 1e6, "тыс": 1e3, "bn": 1e9}
_NUMBER = (
    r"(?:\d{1,3}(?:[ ']\d{3})+(?!\d)(?:[.,]\d+)?|\d(?:[.,]?\d)*|[.,]\d+)"
    r"(?:\s*[x*]\s*10\s*\^?\s*-?\d{1,2}|e[-+]?\d{1,2}(?!\d))?"
)
_ONE = re.compile(
    rf"(?<![\w.,])(?P<sign>[-+])?(?P<number>{_NUMBER})(?:\s*/\s*(?P<under>\d{{1,6}})(?![\d.,]))?"
    r"(?:st|nd|rd|th|eme|er)?(?![^\W\d_]*\d)"
)
_TO = re.compile(
    rf"\s*(?P<word>-|to|til|till|up to|and|bis|und|à|a|y|et|до|и|\.\.+)\s*(?:an?\s+)?(?P<number>-?{_NUMBER})"
)
_MINUS = re.compile(r"\b(?:minus|moins|menos|минус)\s+(?=\d)")
_POWER = re.compile(r"\s*[x*]\s*10\s*\^?\s*(?P<power>-?\d{1,2})$")
# A power of ten by itself; behind a number _NUMBER takes it in.
_TEN = re.compile(r"(?<![\w.*^])(?<![x*] )10\s*(?:\^|\*\*)\s*(-?\d{1,2})(?!\d)")
_WORD = re.compile(r"[^\W\d_]+")
_AND_WORDS = ("and", "und", "et", "y", "и", "a")
_RANGE_WORDS = ("between", "entre", "zwischen", "между", "from", "von", "de", "from", "от")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number or a range as it stands in a text; `unit` is the name of a known unit or empty."""

    low: float
    high: float
    unit: str = ""
    start: int = 0
    end: int = 0

    @property
    def ranged(self) -> bool:
        """Whether it is a range."""
        return self.low != self.high


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: what it measures, and how many of the dimension's first unit it is."""

    name: str
    dimension: str
    factor: float


@cache
def _units() -> tuple[dict[str, Unit], int]:
    raw = tomllib.loads((DATA / "units.toml").read_text(encoding="utf-8"))
    found: dict[str, Unit] = {}
    for dimension, units in raw.items():
        for name, (factor, *aliases) in units.items():
            unit = Unit(name, dimension, float(factor))
            for alias in (*aliases, name):
                found.setdefault(fold(tidy(alias)), unit)
    return found, max(len(alias) for alias in found)


def unit_at(text: str) -> tuple[Unit | None, int]:
    """The unit with which a folded text begins, and how many characters it takes."""
    units, longest = _units()
    head = text[: longest + 1]
    for size in range(min(len(head), longest), 0, -1):
        alias = head[:size]
        if alias in units and (size == len(text) or not (text[size].isalnum() and alias[-1].isalnum())):
            return units[alias], size
    return None, 0


def unit(name: str) -> Unit | None:
    """The unit with this name or word."""
    return _units()[0].get(fold(tidy(name)))


def convert(value: float, given: Unit, wanted: Unit) -> float | None:
    """The value in another unit; None when they measure different things. Temperatures have offsets."""
    if given.dimension != wanted.dimension:
        return None
    if given.dimension == "temperature":
        kelvin = {"k": value, "°c": value + 273.15, "°f": (value - 32) / 1.8 + 273.15}[given.name]
        return {"k": kelvin, "°c": kelvin - 273.15, "°f": (kelvin - 273.15) * 1.8 + 32}[wanted.name]
    return value * given.factor / wanted.factor


def _value(text: str, code: str) -> float | None:
    power = _POWER.search(text)
    if power:
        value = parse_digits(text[: power.start()], code)
        return None if value is None else value * 10.0 ** int(power["power"])
    if text[:1] in ".,":
        text = "0" + text
    return parse_digits(text, code)


def digits(text: str, code: str) -> str:
    """A folded text with its number words written in digits."""
    words = lexicon(code)
    if not words.numbers:
        return text
    out: list[str] = []
    run: list[float] = []
    run_start = run_end = at = 0

    def flush() -> None:
        nonlocal at
        if run:
            value = combine(run)
            out.append(text[at:run_start])
            out.append(text[run_start:run_end] if value is None else f"{value:.10g}")
            at = run_end
            run.clear()

    for match in _WORD.finditer(text):
        value = number_word(match.group(), words)
        if value is not None and value >= 1000 and text[: match.start()].rstrip()[-1:].isdigit():
            continue
        between = text[run_end : match.start()].strip(" -")
        if run and value is None and not between and match.group() in AND:
            continue
        if run and between not in ("", *(AND if run[-1] >= 20 else ())):
            flush()
        if run and value is None:
            flush()
        if value is not None:
            if not run:
                run_start = match.start()
            run.append(value)
            run_end = match.end()
    flush()
    return "".join(out) + text[at:]


def _scaled(text: str, code: str) -> tuple[float, int]:
    """What a word right behind a number multiplies it with (5 million, 100k), and how many characters it takes."""
    bare = text.lstrip()
    word = _WORD.match(bare)
    if not word:
        return 1.0, 0
    many = _SHORT.get(word.group())
    if many is None:
        value = number_word(word.group(), lexicon(code))
        many = value if value and value >= 1000 else None
    near = len(bare) == len(text)
    if many is None or (len(word.group()) == 1 and not (word.group() == "k" and near)):
        return 1.0, 0
    return many, len(text) - len(bare) + word.end()


def _measured(text: str) -> tuple[Unit | None, int]:
    """The unit that follows a number, and how many characters it takes with the space before it."""
    bare = text.lstrip()
    found, size = unit_at(bare)
    return found, len(text) - len(bare) + size if found else 0


@lru_cache(maxsize=2000)
def quantities(text: str, code: str) -> tuple[Quantity, ...]:
    """The quantities of a text, at most 20; places are those in the text with its number words in digits."""
    folded = written(text, code)
    found: list[Quantity] = []
    at = 0
    while len(found) < 20:
        match = _ONE.search(folded, at)
        if not match:
            break
        at = match.end()
        one = _value(match["number"], code)
        if one is None:
            continue
        if match["under"] and float(match["under"]):
            one /= float(match["under"])
        if match["sign"] == "-":
            one = -one
        many, size = _scaled(folded[at:], code)
        one, at = one * many, at + size
        own, size = _measured(folded[at:])
        to = _TO.match(folded, at + size)
        high = _value(to["number"].lstrip("-"), code) if to else None
        if to and high is not None and (to["word"] not in _AND_WORDS or _between(folded[: match.start()])):
            at = to.end()
            wide, size = _scaled(folded[at:], code)
            if wide != 1 and many == 1 and own is None:
                one *= wide
            high, at = high * wide, at + size
            last, size = _measured(folded[at:])
            at += size
            if own and last:
                converted = convert(one, own, last)
                one = one if converted is None else converted
            own = last or own
        else:
            high, at = one, at + size
        if own and own.dimension == "count":
            one, high, own = one * own.factor, high * own.factor, None
        found.append(Quantity(min(one, high), max(one, high), own.name if own else "", match.start(), at))
    return tuple(found)


def written(text: str, code: str) -> str:
    """A text, folded, with its number words in digits and a minus for the word."""
    folded = digits(fold(tidy(text), code), code)
    folded = re.sub(r"(\d)\s+(?:coma|virgule|komma|point|целых|запятая)\s+(\d)", r"\1.\2", folded)
    return _MINUS.sub("-", _TEN.sub(r"1e\1", folded))


def _between(before: str) -> bool:
    """Whether a number stands behind "between" or "from", so that an "and" goes on to its other end."""
    return any(word in before[-14:].split() for word in _RANGE_WORDS)
