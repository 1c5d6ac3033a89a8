"""Answers with labels of our own, as a deck's cards and as plain cards: totals that must not fall.

They were written from question and answer alone, before a look at what the cards accept, and never go into a deck.
The label of single ones may be argued about; so totals are asserted, a little below what they are.
"""

import csv
from collections.abc import Mapping
from pathlib import Path

import pytest

from content.card import Card, Deck, plain_card
from content.grading import grade
from content.library import load_deck
from content.trial import Tally

TABLE = (Path(__file__).parent / "answers.tsv").read_text(encoding="utf-8")
ROWS = list(csv.DictReader(TABLE.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.fixture(scope="module")
def deck() -> Deck:
    """The deck that the answers are for."""
    return load_deck("deep-learning")


def tally(cards: Mapping[int, Card], deck: Deck | None = None) -> Tally:
    """What is said of the answers."""
    return Tally([(row["label"], grade(cards[int(row["n"])], row["answer"], deck).outcome.value) for row in ROWS])


def test_answers_to_the_deck(deck: Deck) -> None:
    """Nearly all are judged as a teacher would."""
    found = tally(deck.sources, deck)
    assert found.macro_f1 >= 0.98
    assert found.share("incorrect", ["correct"]) <= 0.01
    assert found.share("correct", ["incorrect"]) <= 0.01
    assert found.share("partial", ["partial", "incorrect"]) >= 0.96


def test_answers_to_the_same_questions_without_help(deck: Deck) -> None:
    """Plain cards know one answer each; few wrong ones are taken for right."""
    plain = {number: plain_card(card.question, [card.answer]) for number, card in deck.sources.items()}
    found = tally(plain)
    assert found.macro_f1 >= 0.755
    assert found.share("incorrect", ["correct"]) <= 0.085
