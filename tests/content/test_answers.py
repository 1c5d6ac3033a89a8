"""Answers with labels of our own, as a deck's cards and as plain cards: totals that must not fall.

They were written from question and answer alone, before a look at what the cards accept, and never go into a deck.
The label of single ones may be argued about; so totals are asserted, a little below what they are. Labels of half
right answers were looked at again where a card said otherwise; answers that a card has since come to hold word for word
were left out.
"""

import csv
from collections.abc import Mapping
from pathlib import Path

import pytest

from content.card import Card, Deck, plain_card
from content.grading import grade
from content.library import load_deck
from content.trial import Tally


def rows(name: str) -> list[dict[str, str]]:
    """The answers of a table, with their cards' numbers and labels."""
    table = (Path(__file__).parent / name).read_text(encoding="utf-8")
    return list(csv.DictReader(table.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))


ROWS, HARDER, HALVES = rows("answers.tsv"), rows("harder.tsv"), rows("halves.tsv")
"""As people answer; mostly denials of what is right, and it in quite other words; and many that are half right."""


@pytest.fixture(scope="module")
def deck() -> Deck:
    """The deck that the answers are for."""
    return load_deck("deep-learning")


def tally(answers: list[dict[str, str]], cards: Mapping[int, Card], deck: Deck | None = None) -> Tally:
    """What is said of the answers."""
    return Tally([(row["label"], grade(cards[int(row["n"])], row["answer"], deck).outcome.value) for row in answers])


def plain(deck: Deck) -> Mapping[int, Card]:
    """The same questions as cards that know one answer each."""
    return {number: plain_card(card.question, [card.answer]) for number, card in deck.sources.items()}


def test_answers_to_the_deck(deck: Deck) -> None:
    """Nearly all are judged as a teacher would."""
    found = tally(ROWS, deck.sources, deck)
    assert found.macro_f1 >= 0.98
    assert found.share("incorrect", ["correct"]) <= 0.005
    assert found.share("correct", ["incorrect"]) <= 0.01
    assert found.share("partial", ["partial", "incorrect"]) >= 0.96


def test_harder_answers_to_the_deck(deck: Deck) -> None:
    """Denials and other words are told apart too."""
    found = tally(HARDER, deck.sources, deck)
    assert found.macro_f1 >= 0.975
    assert found.share("incorrect", ["correct"]) <= 0.015
    assert found.share("correct", ["incorrect"]) <= 0.01
    assert found.share("partial", ["partial", "incorrect"]) >= 0.96


def test_half_answers_to_the_deck(deck: Deck) -> None:
    """One of two causes, the kind of thing and no more: most are called half right, and short right ones right."""
    found = tally(HALVES, deck.sources, deck)
    assert found.macro_f1 >= 0.985
    assert found.share("incorrect", ["correct"]) <= 0.005
    assert found.share("correct", ["incorrect"]) <= 0.005
    assert found.share("partial", ["partial", "incorrect"]) >= 0.975
    assert found.share("partial", ["partial"]) >= 0.82


def test_answers_to_the_same_questions_without_help(deck: Deck) -> None:
    """Few wrong ones are taken for right."""
    found = tally(ROWS, plain(deck))
    assert found.macro_f1 >= 0.755
    assert found.share("incorrect", ["correct"]) <= 0.06


def test_harder_answers_without_help(deck: Deck) -> None:
    """A denial in the words of the answer is hard to see for a card that knows no more."""
    found = tally(HARDER, plain(deck))
    assert found.macro_f1 >= 0.75
    assert found.share("incorrect", ["correct"]) <= 0.125
