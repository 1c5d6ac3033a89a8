"""What was found in a file, as tests look at it."""

from content.formats import Found


def pairs(found: Found) -> list[tuple[str, str]]:
    """Questions and answers."""
    assert found.deck is not None
    return [(card.question, card.answer) for card in found.deck.cards]
