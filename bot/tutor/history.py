"""What a learner has answered, as a table to take along."""

from zoneinfo import ZoneInfo

from content.card import Deck
from content.formats.table import sheet
from storage.database import Store

COLUMNS = ("card", "question", "asked", "answered", "answer", "outcome", "points", "hints")


async def table(store: Store, deck: Deck, learner_id: int, zone: ZoneInfo) -> bytes | None:
    """All of a learner's answers to cards of a deck as CSV, times in their zone; None when there are none."""
    answers = await store.answers.history(learner_id, deck.name)
    if not answers:
        return None
    questions = {card.id: card.question for card in deck.cards}
    rows = (
        (
            one.card_id,
            questions.get(one.card_id, ""),
            one.asked_at.astimezone(zone).isoformat(timespec="seconds"),
            one.answered_at.astimezone(zone).isoformat(timespec="seconds"),
            one.text,
            one.outcome,
            str(one.points),
            str(one.hints),
        )
        for one in answers
    )
    return sheet(COLUMNS, rows)
