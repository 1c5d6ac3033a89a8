"""Hints for a card, weakest first; never the whole answer."""

from dataclasses import dataclass
from enum import StrEnum

from content.card import Card, ExplanationCard, ListCard, NumberCard, TermCard, YesNoCard
from content.marked import shown


class HintKind(StrEnum):
    """What a hint tells; the words for it are the bot's."""

    WORDS = "words"
    """How many words the answer has: `count`."""
    LETTERS = "letters"
    """The answer with all but the first letter of each word hidden: `text`."""
    ITEMS = "items"
    """How many things are wanted: `count`."""
    ONE_ITEM = "one_item"
    """One of the things wanted: `text`."""
    POINTS = "points"
    """How many key points are wanted: `count`."""
    POINT = "point"
    """A key point with its letters hidden: `text`."""
    UNIT = "unit"
    """The unit of the number: `text`."""
    RANGE = "range"
    """Bounds between which the number lies, wider than what counts as right: `text` and `upper`."""


@dataclass(frozen=True, slots=True)
class Hint:
    """One hint; `text`, `upper` and `count` are what its kind needs, else empty and 0."""

    kind: HintKind
    text: str = ""
    count: int = 0
    upper: str = ""


def masked(text: str) -> str:
    """The text with the letters and figures of each word hidden but the first: "V______ r_________"."""
    return " ".join(
        "".join(letter if at == 0 or not letter.isalnum() else "_" for at, letter in enumerate(word))
        for word in text.split()
    )


def hints(card: Card) -> tuple[Hint, ...]:
    """The hints of a card, weakest first; none for a question of yes or no."""
    match card:
        case YesNoCard():
            return ()
        case ListCard():
            wanted = card.need or len(card.items)
            # With one thing wanted, naming one would give the answer away.
            last = Hint(HintKind.ONE_ITEM, shown(card.items[0][0])) if wanted > 1 else _letters(shown(card.items[0][0]))
            return (Hint(HintKind.ITEMS, count=wanted), *((last,) if last else ()))
        case NumberCard():
            unit = (Hint(HintKind.UNIT, card.unit),) if card.unit else ()
            below, above = _around(card.low, card.high)
            return (*unit, Hint(HintKind.RANGE, text=below, upper=above))
        case ExplanationCard() if card.points:
            first = _letters(shown(card.points[0][0]), HintKind.POINT)
            wanted = card.need or len(card.points)
            return (Hint(HintKind.POINTS, count=wanted), *((first,) if first else ()))
        case TermCard():
            letters = _letters(shown(card.answer))
            return (Hint(HintKind.WORDS, count=len(shown(card.answer).split())), *((letters,) if letters else ()))
        case _:
            return (Hint(HintKind.WORDS, count=len(shown(card.answer).split())),)


def _letters(text: str, kind: HintKind = HintKind.LETTERS) -> Hint | None:
    """The masked text; None where hardly a letter would be hidden, as in "C++" or "RNN, GAN"."""
    hidden = masked(text)
    return Hint(kind, hidden) if hidden.count("_") > len(hidden) / 4 and hidden.count("_") > 1 else None


def _around(low: float, high: float) -> tuple[str, str]:
    """Bounds around a number that do not have it in their middle: half of the lower and thrice the upper one."""
    below, above = sorted((low / 2, high * 3))
    if low <= 0:
        below = low - max(1.0, abs(high - low))
        above = max(above, high + max(2.0, 3 * abs(high - low)))
    return f"{below:.6g}", f"{above:.6g}"
