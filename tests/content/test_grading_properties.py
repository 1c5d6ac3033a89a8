"""What holds for any text whatever."""

import os
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.card import Card, plain_card
from content.grading import Outcome, grade
from content.language import read
from content.language.quantities import quantities
from content.language.text import CHARACTERS, tidy
from content.language.words import WORDS
from tests.content.test_grading_kinds import CARDS

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
