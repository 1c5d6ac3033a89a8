"""What comes back from a file that the bot has written is known to its deck."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.tutor.authoring import file_title, unknown
from content.card import Deck, plain_card
from content.formats import SUFFIXES, read, write
from content.formats.gather import clean

_line = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cf", "Cn", "Co", "Zs", "Zl", "Zp"]), min_size=1
).map(lambda text: text[:100])
_cards = st.lists(st.tuples(_line, _line), min_size=1, max_size=4)


@pytest.mark.parametrize("suffix", SUFFIXES)
@settings(max_examples=25, deadline=None)
@given(cards=_cards, title=_line.map(lambda text: text[:80]))
def test_nothing_is_new_in_what_comes_back(suffix: str, cards: list[tuple[str, str]], title: str) -> None:
    """Whatever the format, though the ids are others than questions would give."""
    made = tuple(
        plain_card(f"{number}. {question}", [answer]).model_copy(update={"id": f"old-{number}"})
        for number, (question, answer) in enumerate(cards)
    )
    deck = Deck(name="own-abc", title=title, cards=made)
    found = read(f"{file_title(title)}.{suffix}", write(deck, suffix, at=1_700_000_000.0))
    assert found.deck is not None
    assert len(found.deck.cards) == len(deck.cards)
    assert unknown(deck, found.deck) == ()
    assert found.title in (title, file_title(title), clean(title))


@given(st.text(min_size=1, max_size=80))
def test_a_title_can_stand_in_the_name_of_a_file(title: str) -> None:
    """On whatever system it is saved; once is enough."""
    name = file_title(title)
    assert name
    assert not set(name) & set('/\\:*?"<>|\n\x00')
    assert file_title(name) == name
