"""What a learner has done, as tables for a spreadsheet: answers, cards, points."""

import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from content.card import Card
from content.formats.table import sheet
from content.library import Library
from storage.database import Store

ANSWERS = ("time", "deck", "topic", "question", "answer", "verdict", "points", "hints", "group", "card")
CARDS = ("deck", "topic", "question", "due", "last_time", "times", "days_to_forget", "difficulty", "card")
POINTS = ("time", "points", "for", "deck", "question", "group", "card")


async def tables(
    store: Store, library: Library, learner_id: int, zone: ZoneInfo, separator: str = ","
) -> dict[str, bytes]:
    """The tables by the names of their files, times in the zone; none of a learner who has done nothing.

    Nothing that somebody has written is run by a spreadsheet.
    """

    def at(moment: datetime) -> str:
        return f"{moment.astimezone(zone):%Y-%m-%d %H:%M}"

    def of(deck: str, card_id: str) -> tuple[str, str, str]:
        """Title, topic and question, as far as they are still there."""
        found = library.deck(deck)
        card: Card | None = found.card(card_id) if found else None
        return (found.title if found else deck, card.topic if card else "", card.question if card else "")

    answers: list[Sequence[str]] = []
    for answer, question, title in await store.answers.history(learner_id):
        deck, topic, asked = of(question.deck, question.card_id)
        given = (answer.text, answer.outcome, str(answer.points), str(question.hints))
        answers.append((at(answer.answered_at), deck, topic, asked, *given, title, question.card_id))
    cards: list[Sequence[str]] = []
    for memory, times in await store.memories.with_reviews(learner_id):
        when = (at(memory.due_at), at(memory.reviewed_at), str(times))
        # Whole numbers mean the same in every spreadsheet.
        how = (str(round(memory.stability)), str(round(memory.difficulty)))
        cards.append((*of(memory.deck, memory.card_id), *when, *how, memory.card_id))
    points: list[Sequence[str]] = []
    for award, question, title in await store.scores.awards_of(learner_id):
        deck, _, asked = of(question.deck, question.card_id)
        worth = (at(award.awarded_at), str(award.points), award.kind)
        points.append((*worth, deck, asked, title, question.card_id))
    found: dict[str, tuple[Sequence[str], Iterator[Sequence[str]]]] = {
        "answers.csv": (ANSWERS, iter(answers)),
        "cards.csv": (CARDS, iter(cards)),
        "points.csv": (POINTS, iter(points)),
    }
    if not (answers or cards or points):
        return {}
    return {name: sheet(columns, rows, separator) for name, (columns, rows) in found.items()}


def packed(files: Mapping[str, bytes], now: datetime) -> bytes:
    """Several files as one (ZIP)."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name, now.timetuple()[:6]), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()
