"""Numbers as people write them: digits with either decimal mark, powers, fractions, and number words."""

import re
from collections.abc import Sequence

from content.language.lexicon import Lexicon

# Where a comma is the decimal mark.
_COMMA_LANGUAGES = re.compile("bg|cs|da|de|el|es|et|fi|fr|hr|hu|id|it|lt|lv|nl|no|pl|pt|ro|ru|sk|sl|sr|sv|tr|uk|vi")
_GROUPED = re.compile(r"\d{1,3}(?:[., ']\d{3})+$")
_LIMIT = 30


def parse_digits(text: str, code: str) -> float | None:
    """The value of digits such as 12, 1,5, 300 000, 1.000,5 or 1e-3; None when it is no ordinary number."""
    if len(text) > _LIMIT:
        return None
    digits, _, power = text.partition("e")
    digits = digits.rstrip(".,")
    comma = bool(_COMMA_LANGUAGES.fullmatch(code))
    if "," in digits and "." in digits:
        # The mark that comes last is the decimal one: 1,000.5 and 1.000,5.
        thousand = "," if digits.rfind(".") > digits.rfind(",") else "."
        digits = digits.replace(thousand, "")
    elif _GROUPED.match(digits):
        mark = next(mark for mark in digits if not mark.isdigit())
        decimal = "," if comma else "."
        if mark != decimal or digits.count(mark) > 1:
            digits = digits.replace(mark, "")
    digits = digits.replace(" ", "").replace("'", "").replace(",", ".")
    if digits.count(".") > 1:
        return None
    try:
        value = float(digits)
        if power:
            exponent = int(power)
            if abs(exponent) > 99:
                return None
            value *= 10.0**exponent
    except ValueError:
        return None
    return value


def number_word(word: str, lexicon: Lexicon) -> float | None:
    """The value of one number word; German writes even large numbers as one word."""
    value = lexicon.numbers.get(word)
    if value is None and lexicon.numbers and lexicon.code in ("de", "ru"):
        value = lexicon.numbers.get(lexicon.stem(word))
    if value is None and lexicon.code == "de" and len(word) > 7:
        parts = _split(word, lexicon)
        value = combine(parts) if parts else None
    return value


def _split(word: str, lexicon: Lexicon) -> list[float]:
    """The values of the parts of a German number word (neunundachtzig: 9, 80), or nothing when it is not one."""
    values: list[float] = []
    at = 0
    while at < len(word):
        for size in range(min(len(word) - at, 12), 2, -1):
            part = word[at : at + size]
            if part == "und" and values:
                at += 3
                break
            if part in lexicon.numbers:
                values.append(lexicon.numbers[part])
                at += size
                break
        else:
            return []
    return values


def combine(values: Sequence[float]) -> float | None:
    """The value of number words in a row (3, 100, 1000: 300 000; 19, 14: 1914), None when they form no number."""
    if not values:
        return None
    if len(values) == 1:
        return values[0]
    if len(values) == 2 and 10 <= values[0] < 100 and 10 <= values[1] < 100 and values[0] % 10:
        return values[0] * 100 + values[1]
    if len(values) == 3 and 10 <= values[0] < 20 and 20 <= values[1] < 100 and 0 < values[2] < 10:
        return values[0] * 100 + values[1] + values[2]
    total = 0.0
    group = 0.0
    last = float("inf")
    for value in values:
        if value >= 1000:
            total += (group or 1) * value
            group, last = 0.0, float("inf")
        elif value == 100:
            group = (group or 1) * 100
            last = 100
        elif value == 20 and last == 4:
            # French: four twenties.
            group, last = group + 76, 20
        elif value < last or (value >= 20 and value % 10 == 0 and last < 10):
            # The second case is German order: nine and eighty.
            group += value
            last = value
        else:
            return None
    return total + group
