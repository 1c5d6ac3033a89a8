"""A text as words: stems, numbers, clauses, and which words stand under a negation."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from content.language.lexicon import Lexicon, lexicon
from content.language.negation import negated
from content.language.numerals import combine, number_word, parse_digits
from content.language.text import fold, tidy

WORDS = 120
"""Words beyond this many are not looked at, so that no text can make the work large."""

LETTERS = 150
"""Letters of one word beyond this many are not looked at."""

_TOKEN = re.compile(
    r"(?P<number>\d{1,3}(?: \d{3})+(?![\d.,]*\d)(?![^\W_])|\d[\d.,]*(?:e[-+]?\d{1,2})?(?![^\W_]))"
    r"|(?P<word>[^\W_]+(?:'[^\W_]+)*(?:\+\+|\#)?)"
    r"|(?P<end>[.!?](?=\s|$)|[;:\n{}\[\]]|,(?!\d)| -+ | > )"
    r"|(?P<open>(?:^|(?<=\s))\()|(?P<close>\)(?=[\s.,;:!?]|$))"
    r"|(?P<sign>[-+%°/=<>&*^_\\$])"
)
# Scripts without spaces between words, and Hangul, whose endings are written onto the word.
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


class Word(NamedTuple):
    """One word of a text: as typed (folded), its stem, its clause, and what it does there."""

    text: str
    stem: str
    clause: int
    negated: bool | None
    stop: bool
    negator: bool
    value: float | None
    glued: bool
    """Whether it is joined to the word before by a hyphen, a dot or an underscore."""


class Token(NamedTuple):
    """What is known of a word wherever it stands."""

    text: str
    stem: str
    stop: bool
    negator: bool
    value: float | None


@dataclass(frozen=True, slots=True)
class Text:
    """A text and its words, at most WORDS of them."""

    tidy: str
    words: tuple[Word, ...]
    language: str

    @property
    def content(self) -> tuple[Word, ...]:
        """The words that carry meaning; all words when none does."""
        kept = tuple(word for word in self.words if not word.stop)
        return kept or self.words

    @property
    def negates(self) -> bool:
        """Whether anything is denied in it."""
        return any(word.negator for word in self.words)

    @property
    def key(self) -> tuple[str, ...]:
        """What two texts that say the same in the same order have in common."""
        return tuple(word.stem for word in self.words if not word.stop or word.negator) or tuple(
            word.stem for word in self.words
        )


def number_stem(value: float) -> str:
    """The stem of a number: equal values have equal stems, however they are written."""
    return f"#{value:.10g}"


_ORDINAL = re.compile(r"(\d{1,6})(?:st|nd|rd|th|eme|er|e|o|a)")


@lru_cache(maxsize=20_000)
def token(text: str, code: str, chat: bool = True) -> tuple[Token, ...]:
    """A folded word as it stands in the text: one word, or several where an apostrophe or a script joins them."""
    words = lexicon(code)
    if "'" in text:
        if code in ("en", ""):
            text = text.removesuffix("'s").replace("'", "")
        else:
            return tuple(part for piece in text.split("'") if piece for part in token(piece, code))
    full = words.chat.get(text, text) if chat else text
    if _UNSPACED.search(text):
        return tuple(Token(pair, pair, False, False, None) for pair in _pairs(text))
    counted = _ORDINAL.fullmatch(full)
    value = float(counted[1]) if counted else number_word(full, words)
    stem = words.stem(full) if value is None else number_stem(value)
    negator = full in words.negation
    # Where there is no list of small words, short ones are taken for such; where there is nothing else, all count.
    small = full in words.stop if words.stop else len(full) <= 3 and value is None
    return (Token(text, stem, small or negator, negator, value),)


def _pairs(text: str) -> Iterator[str]:
    """The pairs of neighbouring letters of an unspaced script; other letters in between stay whole."""
    for run in re.findall(f"{_UNSPACED.pattern}+|[^\u0e00-\ud7af]+", text):
        if len(run) < 2 or not _UNSPACED.match(run):
            yield run
        else:
            for at in range(len(run) - 1):
                yield run[at : at + 2]


def read(text: str, code: str = "en") -> Text:
    """The words of a text in a language. Never fails, whatever the text."""
    neat = tidy(text)
    return Text(neat, _words(fold(neat, code), code), code)


def _words(folded: str, code: str) -> tuple[Word, ...]:
    words = lexicon(code)
    for said, meant in words.written.items():
        if said in folded:
            folded = re.sub(rf"(?<!\w){re.escape(said)}(?!\w)", meant, folded)
    folded = _DIMENSIONS.sub(r"\1d", folded)
    if words.months and _DATE.search(folded):
        folded = _DATE.sub(lambda match: _date(match, words), folded)
    tokens: list[Token] = []
    clauses: list[int] = []
    glued: list[bool] = []
    signs: list[str] = []
    clause = newest = 0
    around = -1
    last_end = -1
    for match in _TOKEN.finditer(folded):
        if len(tokens) >= WORDS:
            break
        kind = match.lastgroup
        if kind == "end":
            clause = newest = newest + 1
            continue
        if kind == "open" and around < 0:
            # What stands in brackets is a clause of its own; behind them the one before goes on.
            around = clause
            clause = newest = newest + 1
            continue
        if kind == "close" and around >= 0:
            clause, around = around, -1
            continue
        if kind in _SIGNS:
            continue
        piece = match.group()[:LETTERS]
        start = match.start()
        joined = start - last_end == 1 and folded[last_end] in "-._" and last_end > 0
        between = folded[last_end:start] if 0 < start - last_end < 4 and last_end > 0 else ""
        last_end = match.end()
        if kind == "number":
            value = parse_digits(piece, code)
            if value is not None and _MINUS.search(folded[max(0, start - 3) : start]):
                value = -value
            piece = piece.rstrip(".,")
            found: Sequence[Token] = (
                Token(piece, number_stem(value) if value is not None else piece, False, False, value),
            )
        else:
            # A letter by itself is short for a word only in the middle of words: "Dense w one unit", not "N, J or W".
            alone = len(piece) == 1 and not (
                _WORD_BEFORE.search(folded[max(0, start - 4) : start]) and _WORD_AFTER.match(folded, start + 1)
            )
            found = token(piece, code, not alone)
            if (
                found
                and found[0].text in words.breaks
                and not (found[0].text in _OF_DEGREE and tokens and tokens[-1].negator)
            ):
                clause = newest = newest + 1
        if len(piece) == 1 and found and (joined or folded[match.end() : match.end() + 1] == "-"):
            # A letter that is joined to something is a name ("A-T", "k-fold"), not the article.
            found = (found[0]._replace(stop=False, negator=False),)
        for at, one in enumerate(found):
            tokens.append(one)
            clauses.append(clause)
            glued.append(joined if at == 0 else False)
            signs.append(between if at == 0 else "")
    denied = negated(tokens, clauses, glued, signs, words)
    made = [
        Word(one.text, one.stem, clauses[at], denied[at], one.stop, one.negator, one.value, glued[at])
        for at, one in enumerate(tokens[:WORDS])
    ]
    return tuple(_join_numbers(_pronouns(made), words))


# "3-D", "1 d" and "2-dimensional" are 3d, 1d and 2d.
_DIMENSIONS = re.compile(r"(?<![\w.,])([1-4])[- ]?(?:d|dimensional)(?!\w)")
_SIGNS = frozenset({"sign", "open", "close"})
_OF_DEGREE = frozenset({"yet", "so"})
"""Words that begin another sentence, but not behind a negation: "not yet", "not so well"."""
_DATE = re.compile(r"(?<![\d.])(\d{1,4})([./-])(\d{1,2})\2(\d{4}|\d{2})(?![\d.]*\d)")


def _date(match: re.Match[str], words: Lexicon) -> str:
    """A date in figures as day, month and year; two figures of a year are those of 1930 to 2029."""
    first, _, middle, last = match.groups()
    if len(first) > 2:
        first, last = last, first
    day, month = int(first), int(middle)
    if month > 12 >= day:
        day, month = month, day
    name = next((name for name, number in words.months.items() if number == month), None)
    if name is None or not 0 < day <= 31:
        return match.group()
    year = int(last)
    if len(last) == 2:
        year += 2000 if year < 30 else 1900
    return f"{day} {name} {year}"


# A minus stands before its number and behind a space; between two numbers it means "to".
_MINUS = re.compile(r"(?:^|[(=,]|[^\d\s]\s)-$")


_WORD_BEFORE = re.compile(r"(?:^|[^\W_]{2,3} )$")
_WORD_AFTER = re.compile(r" [^\W_]{2}")


def _pronouns(made: list[Word]) -> list[Word]:
    """English "one" stands for a thing unless it counts one: "an earlier one", "one seller"."""
    return [
        word._replace(stop=True)
        if word.text == "one" and (at + 1 == len(made) or made[at + 1].stop or made[at + 1].clause != word.clause)
        else word
        for at, word in enumerate(made)
    ]


AND = ("and", "et", "y", "und")


def _join_numbers(made: list[Word], words: Lexicon) -> list[Word]:
    """Number words in a row become one number: "twenty three" is 23."""
    if not words.numbers:
        return made
    out: list[Word] = []
    run: list[Word] = []

    def flush() -> None:
        if not run:
            return
        value = combine([word.value for word in run if word.value is not None]) if len(run) > 1 else None
        if value is None:
            out.extend(run)
        else:
            text = " ".join(word.text for word in run)
            out.append(run[0]._replace(text=text, stem=number_stem(value), value=value, stop=False))
        run.clear()

    for at, word in enumerate(made):
        spelled = word.value is not None and not word.text[:1].isdigit()
        after = made[at + 1] if at + 1 < len(made) else None
        if run and word.text in AND and (run[-1].value or 0) >= 20 and after is not None and after.value is not None:
            # "two hundred and six"
            continue
        if spelled and (not run or run[-1].clause == word.clause or made[at - 1].text in AND):
            run.append(word)
            continue
        flush()
        if spelled:
            run.append(word)
        else:
            out.append(word)
    flush()
    return out
