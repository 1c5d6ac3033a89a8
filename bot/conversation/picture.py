"""Progress as one picture for a phone: facts to SVG, SVG to PNG, without a display and with fonts of our own."""

import html
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path

import resvg_py

from bot.conversation.names import clean_name

FONTS = [str(path) for path in sorted((Path(__file__).parent.parent / "fonts").glob("*.ttf"))]
FAMILY = "Noto Sans"

WIDTH = 1080
MARGIN = 56
INNER = WIDTH - 2 * MARGIN
# Opaque and dark: a photo has no transparency, and a white one would glare at night. Contrast with the ground is at
# least 4.5 to 1 wherever there is something to read.
GROUND, RAISED, LINE = "#18212f", "#222e40", "#3d4c63"
INK, MUTED, DARK = "#f3f6fa", "#a9b6c8", "#10261d"
GREEN, BLUE, AMBER = "#4fd1a1", "#6db4ff", "#ffcb5c"
GREENS = ("#2f6f5e", "#3f9f80", GREEN)
"""From a few answers on a day to many."""
TINY, SMALL, NORMAL, LARGE, HUGE = 28, 32, 38, 54, 68
MONTH_WEEKS = 6
"""Up to so many weeks stand as in a calendar on the wall; more become columns, a week each."""


class Level(IntEnum):
    """How much was done on a day."""

    NOTHING = 0
    LITTLE = 1
    SOME = 2
    MUCH = 3


@dataclass(frozen=True)
class Day:
    """A day of the calendar; `label` stands in it, `outside` when it lies before or after the time in question."""

    label: str
    level: Level
    today: bool = False
    outside: bool = False


@dataclass(frozen=True)
class Calendar:
    """Days in weeks, each from Monday to Sunday, with the names of the days.

    `marks` stand above the weeks that they name, where there are many.
    """

    head: str
    names: Sequence[str]
    weeks: Sequence[Sequence[Day]]
    marks: Sequence[tuple[int, str]] = ()


@dataclass(frozen=True)
class Bar:
    """A topic: `share` from 0 to 1 is drawn, None for nothing to draw; `said` stands at the right, `note` behind."""

    name: str
    note: str
    share: float | None
    said: str


@dataclass(frozen=True)
class Facts:
    """All that the picture shows, in words of the reader's language."""

    title: str
    subtitle: str
    figures: Sequence[tuple[str, str]]
    calendar: Calendar
    bars_head: str
    bars: Sequence[Bar]
    bars_rest: str
    columns_head: str
    columns: Sequence[tuple[str, int]]


def png(svg: str) -> bytes:
    """The picture as PNG. Raises ValueError when the SVG is none."""
    return bytes(resvg_py.svg_to_bytes(svg_string=svg, skip_system_fonts=True, font_files=FONTS))


def draw(facts: Facts) -> str:
    """The picture as SVG, 1080 wide."""
    parts: list[str] = []
    y = _head(parts, facts)
    weeks = len(facts.calendar.weeks)
    if 1 < weeks <= MONTH_WEEKS:
        y = max(_month(parts, facts.calendar, y), _figures_beside(parts, facts.figures, y))
    else:
        y = _figures_across(parts, facts.figures, y)
        y = (_week if weeks == 1 else _year)(parts, facts.calendar, y)
    y = _bars(parts, facts, y)
    height = round(_columns(parts, facts, y))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" font-family="{FAMILY}">'
        f'<rect width="{WIDTH}" height="{height}" fill="{GROUND}"/>{"".join(parts)}</svg>'
    )


# --- the parts, from above; each returns where the next begins -------------------------------------------------------


def _head(parts: list[str], facts: Facts) -> float:
    parts.append(_text(MARGIN, 96, facts.title, LARGE, bold=True, width=INNER))
    parts.append(_text(MARGIN, 150, facts.subtitle, SMALL, MUTED, width=INNER))
    return 190


def _figures_across(parts: list[str], figures: Sequence[tuple[str, str]], y: float) -> float:
    gap = 24
    width = (INNER - gap * (len(figures) - 1)) / len(figures)
    for number, (value, label) in enumerate(figures):
        _figure(parts, value, label, MARGIN + number * (width + gap), y, width)
    return y + 160 + 24


def _figures_beside(parts: list[str], figures: Sequence[tuple[str, str]], y: float) -> float:
    left = MARGIN + 600
    for number, (value, label) in enumerate(figures):
        _figure(parts, value, label, left, y + number * 176, INNER - 600)
    return y + 176 * len(figures) + 8


def _figure(parts: list[str], value: str, label: str, x: float, y: float, width: float) -> None:
    parts.append(_box(x, y, width, 160, RAISED, 24))
    parts.append(_text(x + 28, y + 82, value, HUGE, bold=True, width=width - 56))
    parts.append(_text(x + 28, y + 130, label, SMALL, MUTED, width=width - 56))


def _section(parts: list[str], head: str, y: float, width: float = INNER) -> float:
    parts.append(_text(MARGIN, y + 44, head, NORMAL, bold=True, width=width))
    return y + 74


def _week(parts: list[str], shown: Calendar, y: float) -> float:
    y = _section(parts, shown.head, y)
    step = INNER / 7
    for place, (name, day) in enumerate(zip(shown.names, shown.weeks[0], strict=True)):
        x = MARGIN + place * step
        parts.append(_text(x + step / 2, y + 26, name, SMALL, INK if day.today else MUTED, anchor="middle", width=step))
        _day(parts, day, x + 8, y + 44, step - 16, 100, NORMAL)
    return y + 44 + 100 + 36


def _month(parts: list[str], shown: Calendar, y: float) -> float:
    y = _section(parts, shown.head, y, 560)
    step = 80
    # Two letters tell days apart; where they do not ("qua", "qui"), one is how calendars there are headed.
    short = [name[:2] for name in shown.names]
    heads = short if len(set(short)) == len(short) else [name[0].upper() for name in short]
    for place, head in enumerate(heads):
        parts.append(_text(MARGIN + place * step + 36, y + 26, head, SMALL, MUTED, anchor="middle", width=step))
    for row, week in enumerate(shown.weeks):
        for place, day in enumerate(week):
            _day(parts, day, MARGIN + place * step, y + 44 + row * 70, 72, 62, SMALL)
    return y + 44 + len(shown.weeks) * 70 + 24


def _day(parts: list[str], day: Day, x: float, y: float, width: float, height: float, size: int) -> None:
    if day.outside:
        return
    done = day.level is not Level.NOTHING
    parts.append(_box(x, y, width, height, GREENS[day.level - 1] if done else "none", 16, edge="" if done else LINE))
    if day.today:
        parts.append(_box(x - 4, y - 4, width + 8, height + 8, "none", 20, edge=AMBER))
    ink = MUTED if not done else DARK if day.level > Level.LITTLE else INK
    middle = y + height / 2 + size * 0.36
    parts.append(_text(x + width / 2, middle, day.label, size, ink, anchor="middle", bold=done, width=width))


def _year(parts: list[str], shown: Calendar, y: float) -> float:
    y = _section(parts, shown.head, y)
    step = min(44, INNER / len(shown.weeks))
    side = step - max(3, step * 0.14)
    for place, name in shown.marks:
        parts.append(_text(MARGIN + place * step, y + 26, name, TINY, MUTED, width=5 * step))
    y += 42
    for column, week in enumerate(shown.weeks):
        for row, day in enumerate(week):
            x, top = MARGIN + column * step, y + row * step
            if not day.outside:
                fill = GREENS[day.level - 1] if day.level else RAISED
                parts.append(_box(x, top, side, side, fill, side * 0.22, edge=AMBER if day.today else ""))
    return y + 7 * step + 32


def _bars(parts: list[str], facts: Facts, y: float) -> float:
    if not facts.bars:
        return y
    y = _section(parts, facts.bars_head, y) + 4
    for bar in facts.bars:
        known = bar.share is not None
        ink = INK if known else MUTED
        parts.append(_text(MARGIN + INNER, y + 32, bar.said, NORMAL, ink, anchor="end", bold=known, width=260))
        note_width = _width(bar.note, TINY)
        room = INNER - _width(bar.said, NORMAL) - note_width - 48
        name = shortened(bar.name, NORMAL, room)
        parts.append(_text(MARGIN, y + 32, name, NORMAL, width=room))
        parts.append(_text(MARGIN + _width(name, NORMAL) + 20, y + 32, bar.note, TINY, MUTED, width=note_width))
        parts.append(_box(MARGIN, y + 48, INNER, 18, RAISED, 9))
        if bar.share:
            parts.append(_box(MARGIN, y + 48, max(18, INNER * bar.share), 18, BLUE, 9))
        y += 86
    if facts.bars_rest:
        parts.append(_text(MARGIN, y + 30, facts.bars_rest, SMALL, MUTED, width=INNER))
        y += 52
    return y + 8


def _columns(parts: list[str], facts: Facts, y: float) -> float:
    y = _section(parts, facts.columns_head, y)
    tallest, highest = 150, max([number for _, number in facts.columns] + [1])
    step = INNER / len(facts.columns)
    ground = y + 44 + tallest
    for place, (name, number) in enumerate(facts.columns):
        middle = MARGIN + (place + 0.5) * step
        height = max(6, tallest * number / highest) if number else 4
        fill = (AMBER if place == 0 else BLUE) if number else LINE
        parts.append(_box(middle - step * 0.34, ground - height, step * 0.68, height, fill, min(12, height / 2)))
        ink = INK if number else MUTED
        top = ground - height - 14
        parts.append(_text(middle, top, str(number), SMALL, ink, anchor="middle", bold=bool(number), width=step))
        parts.append(_text(middle, ground + 42, name, SMALL, INK if place == 0 else MUTED, anchor="middle", width=step))
    return ground + 42 + 44


# --- shapes and letters ---------------------------------------------------------------------------------------------


def _box(x: float, y: float, width: float, height: float, fill: str, round_: float, *, edge: str = "") -> str:
    stroke = f' stroke="{edge}" stroke-width="3"' if edge else ""
    return (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}" rx="{round_:.0f}"'
        f' fill="{fill}"{stroke}/>'
    )


def _text(
    x: float,
    y: float,
    text: str,
    size: int,
    ink: str = INK,
    *,
    bold: bool = False,
    anchor: str = "start",
    width: float,
) -> str:
    """Text of at most that width, on the line at `y`."""
    said = html.escape(shortened(text, size, width, bold=bold))
    weight = ' font-weight="700"' if bold else ""
    place = f' text-anchor="{anchor}"' if anchor != "start" else ""
    return f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" fill="{ink}"{weight}{place}>{said}</text>'


def shortened(text: str, size: float, width: float, *, bold: bool = False) -> str:
    """As much of the text as fits, what is cut shown by an ellipsis; without what no font of ours can draw."""
    text = drawable(text)
    if _width(text, size, bold=bold) <= width:
        return text
    while text and _width(text + "…", size, bold=bold) > width:
        text = text[:-1]
    return text.rstrip() + "…"


def drawable(text: str) -> str:
    """The text on one line, without emoji, controls and other things that are not writing."""
    letters = (c for c in clean_name(text, len(text)) if unicodedata.category(c)[0] not in "C" and not _is_emoji(c))
    return " ".join("".join(letters).split())


def _is_emoji(character: str) -> bool:
    return unicodedata.category(character) in ("So", "Sk") or 0xFE00 <= ord(character) <= 0xFE0F


def _width(text: str, size: float, *, bold: bool = False) -> float:
    """How wide the text will be at most, about: measured on Noto Sans by kind of character."""
    return size * sum(_advance(text)) * (1.06 if bold else 1.0)


def _advance(text: str) -> Iterable[float]:
    for character in text:
        if unicodedata.combining(character):
            yield 0.0
        elif unicodedata.east_asian_width(character) in "WF":
            yield 1.0
        elif character in "iljtfrI.,:;'’!|() ·":
            yield 0.34
        elif character in "mwMW%…@":
            yield 0.92
        else:
            yield 0.66 if character.isupper() else 0.57
