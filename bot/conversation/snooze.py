"""A daily question at a bad moment: later, this evening, or not today."""

from collections.abc import Sequence
from dataclasses import replace

from bot.conversation import lesson as lesson_words
from bot.conversation.callbacks import PutOff, Snooze
from bot.conversation.screen import Button, Edit, Output, SayIn, Screen, rows
from bot.conversation.turn import Sorry, Turn
from bot.conversation.words import Words, words_for
from bot.tutor import lesson, snooze
from content.hints import hints
from storage.tables import Chat


def _question(words: Words, asked: lesson.Asked) -> Screen:
    return lesson_words.question_screen(words, asked, hints(asked.card)[: asked.question.hints])


async def offer(turn: Turn) -> Sequence[Output]:
    """The Later button: the question stays, with other buttons under it."""
    payload = turn.incoming.payload
    assert isinstance(payload, PutOff)  # noqa: S101 # the table in app.py pairs them
    asked = await _open(turn, payload.question)
    words = turn.words
    buttons = [Button(words("button-in-an-hour"), Snooze(payload.question, "hour"))]
    if snooze.evening(turn.zone, turn.now):
        buttons.append(Button(words("button-this-evening"), Snooze(payload.question, "evening")))
    buttons.append(Button(words("button-not-today"), Snooze(payload.question, "today")))
    buttons.append(Button(words("button-back"), Snooze(payload.question, "now")))
    return [Edit(replace(_question(words, asked), buttons=rows(*buttons, width=2)))]


async def choose(turn: Turn) -> Sequence[Output]:
    """When to ask again."""
    payload = turn.incoming.payload
    assert isinstance(payload, Snooze)  # noqa: S101 # the table in app.py pairs them
    asked = await _open(turn, payload.question)
    screen = _question(turn.words, asked)
    if payload.until == "now":
        return [Edit(screen)]
    if payload.until == "today":
        return [Edit(await _not_today(turn, asked))]
    evening = snooze.evening(turn.zone, turn.now) if payload.until == "evening" else None
    until = evening or turn.now + snooze.HOUR
    await snooze.put_off(turn.store, turn.library, turn.chat, asked.question, until)
    told = turn.words("snoozed", time=turn.words.clock(until, turn.zone))
    return [Edit(replace(screen, text=f"{screen.text}\n\n{told}"))]


async def _not_today(turn: Turn, asked: lesson.Asked) -> Screen:
    _, next_at = await snooze.leave_for_today(turn.store, turn.library, turn.chat, asked.question, turn.now)
    words = turn.words
    parts: list[str] = [words("not-today")]
    if next_at:
        day = words.near_day(next_at.astimezone(turn.zone).date(), turn.today)
        parts.append(words("zone-next", day=day, time=words.clock(next_at, turn.zone)))
    return Screen(" ".join(parts))


async def _open(turn: Turn, question_id: int) -> lesson.Asked:
    question = await lesson_words.own_question(turn, question_id)
    asked = await lesson.open_question(turn.store, turn.library, turn.learner.id)
    if asked is None or asked.question.id != question.id or not asked.daily:
        raise Sorry("button-stale")
    return asked


def shown_again(chat: Chat, asked: lesson.Asked) -> list[Output]:
    """The question once more, at the time that was chosen."""
    return [SayIn(chat.id, 0, _question(words_for(chat), asked))]
