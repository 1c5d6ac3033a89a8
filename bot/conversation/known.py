"""A card that somebody knows already: put far away, without being asked, and fetched back when that was a mistake."""

from collections.abc import Sequence

from bot.conversation import card_text
from bot.conversation.callbacks import KnowAlready, NotKnown
from bot.conversation.lesson import own_question, question_screen, with_way_on
from bot.conversation.screen import Button, Edit, Output, Screen
from bot.conversation.turn import Sorry, Turn
from bot.tutor import lesson


def known_screen(turn: Turn, known: lesson.Known) -> Screen:
    """The question, when its card comes back, and the way to take that back."""
    words = turn.words
    parts: list[str] = [
        words("question", question=card_text.in_bold(known.card.question)),
        words("known", month=words.month(known.due_at.astimezone(turn.zone).date())),
    ]
    undo = Button(words("button-undo"), NotKnown(known.question.id))
    return with_way_on(words, parts, known.question, known.summary, today=turn.today, further=[undo])


async def know_already(turn: Turn) -> Sequence[Output]:
    """The button "I know it": no answer, no points, and the card comes back in half a year."""
    assert isinstance(turn.incoming.payload, KnowAlready)  # noqa: S101 # the table in app.py pairs them
    question = await own_question(turn, turn.incoming.payload.question)
    asked = await lesson.open_question(turn.store, turn.library, turn.learner.id)
    if asked is None or asked.question.id != question.id or not asked.new:
        raise Sorry("button-stale")
    known = await lesson.set_aside(turn.store, asked, turn.learner, turn.chat, turn.now)
    return [Edit(known_screen(turn, known))]


async def not_known(turn: Turn) -> Sequence[Output]:
    """The button "Undo" under it."""
    assert isinstance(turn.incoming.payload, NotKnown)  # noqa: S101 # the table in app.py pairs them
    question = await own_question(turn, turn.incoming.payload.question)
    asked = await lesson.take_back(turn.store, turn.library, question, turn.learner.id)
    if asked is False:
        raise Sorry("button-stale")
    if not isinstance(asked, lesson.Asked):
        return [Edit(Screen(turn.words("known-undone")))]
    return [Edit(question_screen(turn.words, asked))]
