"""Rows become a deck: cleaned, each seen for what it asks, with ids; what makes no card is left out with its reason."""

import re
from collections import Counter
from collections.abc import Iterator

from pydantic import TypeAdapter, ValidationError

from content.card import ANSWER_LIMIT, QUESTION_LIMIT, TOPIC_LIMIT, WORDING_LIMIT, AnyCard, Card, Deck, plain_card
from content.formats.found import CARDS_LIMIT, Fault, Found, LeftOut, Row, Rows, UnreadableError, Why
from content.formats.identity import Identities, slug
from content.language import fold, lexicon, tidy

TITLE_LIMIT = 80
NAMELESS = "deck"
_LANGUAGES = ("en", "fr", "de", "es", "ru")
_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,47}")
_CARD: TypeAdapter[Card] = TypeAdapter(AnyCard)
# Control characters, marks that turn the direction of writing around, and what stands for no character at all.
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]")


def clean(text: str) -> str:
    """The text without what nobody sees, and without space at its ends."""
    return _UNSEEN.sub("", text.replace("\t", " ").replace("\xa0", " ")).strip()


def deck_of(rows: Rows, name: str, language: str) -> Found:
    """The deck that these rows make. `name` is that of the file, `language` holds where the words do not tell another.

    Raises UnreadableError when there are too many.
    """
    if len(rows.rows) > CARDS_LIMIT:
        raise UnreadableError(Fault.TOO_MANY, limit=CARDS_LIMIT)
    title = " ".join(clean(rows.title or name).split())[:TITLE_LIMIT].strip() or NAMELESS
    spoken = language_of((f"{row.question} {' '.join(row.answers)}" for row in rows.rows[:500]), language)
    cards: list[Card] = []
    left_out = list(rows.left_out)
    seen: set[tuple[str, str]] = set()
    identities = Identities()
    lost = 0
    for row in rows.rows:
        made = _card(row, spoken)
        if isinstance(made, LeftOut):
            left_out.append(made)
            continue
        same = (fold(tidy(made.question)), fold(tidy(made.answer)))
        if same in seen:
            left_out.append(LeftOut(row.line, Why.TWICE, made.question))
            continue
        seen.add(same)
        if not (row.fields.get("id") and identities.take(made.id)):
            made = made.model_copy(update={"id": identities.give(made.question, made.answer, row.key)})
        cards.append(made)
        lost += row.lost
    left_out.sort(key=lambda one: one.line)
    known = {card.id for card in cards}
    cards = [card.model_copy(update={"same": tuple(one for one in card.same if one in known)}) for card in cards]
    deck = Deck(name=slug(title), title=title, language=spoken, cards=tuple(cards)) if cards else None
    return Found(title, deck, tuple(left_out), rows.separator, lost)


def _card(row: Row, language: str) -> Card | LeftOut:
    """The card of a row, or why it makes none."""
    question = clean(row.question)
    answers = tuple(dict.fromkeys(text for one in row.answers if (text := clean(one))))
    if not question or not answers:
        missing = Why.NO_QUESTION if answers else Why.NO_ANSWER
        return LeftOut(row.line, missing if question or answers else Why.EMPTY, question or "".join(answers[:1]))
    if (
        len(question) > QUESTION_LIMIT
        or len(answers[0]) > ANSWER_LIMIT
        or any(len(a) > WORDING_LIMIT for a in answers[1:])
    ):
        return LeftOut(row.line, Why.TOO_LONG, question)
    extras = {
        "topic": clean(row.topic)[:TOPIC_LIMIT].strip(),
        "explanation": clean(row.explanation)[:ANSWER_LIMIT].strip(),
    }
    if not row.fields.get("kind"):
        plain = plain_card(question, answers, language)
        # The lines of an answer tell nothing of its kind, and are easier to read.
        own = row.fields.get("id")
        named = {"id": own} if isinstance(own, str) and _ID.fullmatch(own) else {}
        return plain.model_copy(update={**extras, **named, "answer": answers[0]})
    given = {"id": slug(question), "accept": answers[1:], "language": language} | extras | dict(row.fields)
    try:
        return _CARD.validate_python({**given, "question": question, "answer": answers[0]})
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"][1:])
        return LeftOut(row.line, Why.INVALID, f"{field}: {first['msg'].removeprefix('Value error, ')}")


def language_of(texts: Iterator[str], otherwise: str) -> str:
    """The language whose small words are by far the most frequent here; `otherwise` when none is."""
    said = Counter(word for text in texts for word in fold(text).split())
    heard = {code: sum(said[fold(word)] for word in lexicon(code).stop) for code in _LANGUAGES}
    ranked = sorted(heard, key=lambda code: -heard[code])
    best, second = ranked[:2]
    return best if heard[best] >= 3 and heard[best] > 1.5 * heard[second] else otherwise
