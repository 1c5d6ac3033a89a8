"""What holds for any text whatever."""

import os
import subprocess
import sys
import tracemalloc
from collections.abc import Callable
from functools import cache
from types import FrameType
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from content.card import Card, Deck, plain_card
from content.grading import Outcome, grade
from content.language import read
from content.language.quantities import quantities
from content.language.text import CHARACTERS, tidy
from content.language.words import WORDS
from content.library import load_deck
from tests.content.test_grading_kinds import CARDS

TraceFunction = Callable[[FrameType, str, Any], Any]
PIECES = ["no", "not", "or", "0.5", "agent", "the", ",", ".", "weight", "decay", ";", "loss", "/", "idk", "yes"]
ANY_TEXT = st.one_of(
    st.text(max_size=300),
    st.text(alphabet="0123456789.,-+/%°e x^", max_size=60),
    st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join),
)
LONG = [
    *("a" * 4000, "word " * 800, "not " * 1000, "1 " * 2000, "1,2," * 1000, "or " * 1300, "光" * 4000, "é" * 4000),
    *("a\u0301\u0302\u0303" * 1000, "(" * 4000, "- " * 2000, "9" * 5000, "a/b" * 1300, "1e9" * 1300),
]


@given(card=st.sampled_from(CARDS), answer=ANY_TEXT)
@settings(max_examples=400, deadline=None)
def test_any_answer_has_a_verdict(card: Card, answer: str) -> None:
    """It never raises, says the same twice, and its score agrees with its outcome."""
    verdict = grade(card, answer)
    assert grade(card, answer) == verdict
    assert 0.0 <= verdict.score <= 1.0
    assert (verdict.outcome is Outcome.INCORRECT) == (verdict.score == 0.0)
    assert verdict.closest is None


@given(
    question=st.text(max_size=80),
    references=st.lists(st.text(max_size=120), max_size=4),
    language=st.sampled_from(["en", "fr", "de", "es", "ru", "ja", "xx", ""]),
    answer=ANY_TEXT,
)
@settings(max_examples=300, deadline=None)
def test_any_plain_card_can_be_made_and_judged(
    question: str, references: list[str], language: str, answer: str
) -> None:
    """Whatever an imported deck holds."""
    card = plain_card(question, references, language)
    assert grade(card, answer) == grade(card, answer)


@pytest.mark.parametrize("text", LONG, ids=range(len(LONG)))
def test_no_text_makes_much_work(text: str) -> None:
    """A text is cut to a number of characters, words and quantities that does not grow with it."""
    assert len(tidy(text)) <= CHARACTERS
    assert len(read(text).words) <= WORDS
    assert len(quantities(text, "en")) <= 20
    for card in CARDS:
        grade(card, text)


def work(card: Card, text: str, deck: Deck) -> int:
    """How many lines of Python a judgement runs through: the same on every machine, however busy."""
    lines = 0

    def trace(_frame: FrameType, event: str, _argument: object) -> TraceFunction:
        nonlocal lines
        lines += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        grade(card, text, deck)
    finally:
        sys.settrace(before)
    return lines


@cache
def big() -> Deck:
    """The largest bundled deck, with every card made ready."""
    deck = load_deck("deep-learning")
    for card in deck.cards:
        grade(card, "warm up", deck)
    return deck


MOST_LINES = 80_000


@given(number=st.integers(0, 9999), chosen=st.lists(st.integers(0, 99), max_size=4), other=ANY_TEXT)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_text_makes_the_work_grow(number: int, chosen: list[int], other: str) -> None:
    """Whatever is repeated, the card's own words above all: four times as long a text is no more work."""
    deck = big()
    card = deck.cards[number % len(deck.cards)]
    own = [card.answer, card.question, *card.accept, *card.reject]
    piece = " or ".join(own[at % len(own)] for at in chosen) or other
    long = (f"{piece} " * 4000)[:4000]
    grade(card, long, deck)  # what is kept of words once read is no part of the work
    first = work(card, long, deck)
    assert first <= MOST_LINES
    # A few lines more or less are those of caches that let go of what nobody holds any more.
    assert work(card, long * 4, deck) <= first + 200


@pytest.mark.parametrize("text", LONG, ids=range(len(LONG)))
def test_no_text_takes_much_memory(text: str) -> None:
    """However long it is."""
    deck = big()
    tracemalloc.start()
    try:
        for card in deck.cards[::12]:
            grade(card, text * 4, deck)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 4_000_000


SCRIPT = """
from content.card import plain_card
from content.grading import grade
cards = [
    plain_card("stack vs queue", ["stack = last in first out, queue = first in first out"]),
    plain_card("inflation", ["a general and sustained increase in the price level"]),
    plain_card("3 branches", ["Legislative, Executive & Judicial"]),
]
answers = ["stack is FIFO, queue is LIFO", "prices rise for long", "executve, judges and laws", "growing price"]
print([grade(card, answer) for card in cards for answer in answers])
"""


def test_every_process_says_the_same() -> None:
    """No verdict hangs on the order in which Python walks a set."""
    said = {
        subprocess.run(  # noqa: S603 - our own interpreter and script
            [sys.executable, "-c", SCRIPT],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(said) == 1
