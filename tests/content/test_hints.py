"""Hints help, and never give the whole answer."""

import pytest

from content.card import Card
from content.hints import Hint, HintKind, hints, masked
from tests.content.test_grading_kinds import CARDS, FLOATS, NETWORK, RATE, STEPS


def test_the_letters_of_a_name_are_hidden() -> None:
    """All but the first of each word."""
    assert masked("Vector regression") == "V_____ r_________"
    assert hints(NETWORK) == (
        Hint(HintKind.WORDS, count=3),
        Hint(HintKind.LETTERS, "c____________ n_____ n______"),
    )


def test_a_list_tells_how_many_then_one() -> None:
    """The weaker hint first."""
    assert hints(STEPS) == (Hint(HintKind.ITEMS, count=4), Hint(HintKind.ONE_ITEM, "draw a batch"))


def test_a_number_is_put_in_a_wider_range() -> None:
    """With its unit, if it has one."""
    assert [hint.kind for hint in hints(RATE)] == [HintKind.RANGE]


def test_yes_or_no_has_no_hint() -> None:
    """Any would be the answer."""
    assert hints(FLOATS) == ()


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.id)
def test_no_hint_is_the_answer(card: Card) -> None:
    """Nor holds it."""
    assert all(card.answer.casefold() not in hint.text.casefold() for hint in hints(card))
