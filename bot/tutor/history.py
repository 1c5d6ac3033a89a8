"""What a learner has answered of one deck, as a table to take along."""

from zoneinfo import ZoneInfo

from content.card import Deck
from content.formats.table import sheet
from storage.database import Store

COLUMNS = ("time", "topic", "question", "answer", "verdict", "points", "hints", "card")


async def table(store: Store, deck: Deck, learner_id: int, zone: ZoneInfo, separator: str) -> bytes | None:
    """All of a learner's answers to cards of a deck as a table, times in their zone; None when there are none."""
    cards = {card.id: card for card in deck.cards}
    rows = []
    for answer, question, _ in await store.answers.history(learner_id, deck.name):
        card = cards.get(question.card_id)
        about = (card.topic, card.question) if card else ("", "")
        given = (answer.text, answer.outcome, str(answer.points), str(question.hints))
        rows.append((f"{answer.answered_at.astimezone(zone):%Y-%m-%d %H:%M}", *about, *given, question.card_id))
    return sheet(COLUMNS, iter(rows), separator) if rows else None
