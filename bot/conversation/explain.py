"""More about a card than its verdict said, for whoever asks."""

from collections.abc import Sequence

from bot.conversation import card_text
from bot.conversation import lesson as lesson_words
from bot.conversation.callbacks import AskNext, ExplainMore
from bot.conversation.screen import Button, Output, Say, Screen, cut, rows
from bot.conversation.turn import Sorry, Turn
from bot.conversation.words import Words
from bot.tutor import lesson
from content import marked
from content.card import Card
from content.more import More, more, related

LINE = 160


def screen(words: Words, card: Card, found: More, near: Sequence[Card]) -> Screen:
    """The question and its answer once more, then what a verdict has no room for."""
    parts: list[str] = [
        words("question", question=card_text.in_bold(card.question)),
        words("answer", answer=card_text.shown(card.answer)),
    ]
    if found.parts:
        head = words("explain-some", count=found.enough) if found.enough else words("explain-parts")
        parts.append(
            "\n".join([head, *(words("explain-line", text=card_text.line(part, LINE)) for part in found.parts)])
        )
    if found.also:
        parts.append(words("explain-also", wordings=_listed(words, found.also)))
    if found.wrong:
        parts.append(words("explain-wrong", wordings=_listed(words, found.wrong)))
    if near:
        cards = ((card_text.line(one.question, LINE), card_text.line(one.answer, LINE)) for one in near)
        lines = (words("digest-card", question=question, answer=answer) for question, answer in cards)
        parts.append("\n".join([words("explain-related"), *lines]))
    if card.source:
        parts.append(words("explain-source", numbers=words.together([str(number) for number in card.source])))
    return Screen("\n\n".join(parts))


def _listed(words: Words, wordings: Sequence[str]) -> str:
    return words.together([words.plain("explain-wording", text=cut(marked.shown(text), LINE)) for text in wordings])


async def explain(turn: Turn) -> Sequence[Output]:
    """The button under a verdict."""
    assert isinstance(turn.incoming.payload, ExplainMore)  # noqa: S101 # the table in app.py pairs them
    question = await lesson_words.own_question(turn, turn.incoming.payload.question)
    deck = turn.library.deck(question.deck)
    card = deck.card(question.card_id) if deck else None
    if deck is None or card is None:
        raise Sorry("deck-gone" if deck is None else "button-stale")
    asked = await turn.store.questions.open_for(turn.learner.id)
    if asked is not None and (asked.deck, asked.card_id) == (question.deck, question.card_id):
        raise Sorry("explain-later")
    met = await turn.store.memories.met(turn.learner.id, deck.name)
    # What has not been asked yet is not given away.
    shown = screen(turn.words, card, more(card), related(card, deck, met))
    waiting = await lesson.waiting(turn.store, turn.learner.id)
    if waiting is None:
        return [Say(shown)]
    return [Say(Screen(shown.text, rows(Button(turn.words("button-next"), AskNext(waiting.id)))))]
