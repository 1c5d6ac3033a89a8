""" "I was right": the learner's side, and that of those who run the bot."""

from collections.abc import Sequence

from bot.conversation import card_text
from bot.conversation.callbacks import AcceptAppeal, RefuseAppeal, WasRight
from bot.conversation.screen import Button, Edit, Output, Say, SayIn, Screen, Toast, rows
from bot.conversation.turn import Sorry, Turn
from bot.conversation.words import Words, words_for
from bot.tutor import appeals
from content.library import Library
from storage.database import Store


async def appeal(turn: Turn) -> Sequence[Output]:
    """The learner's button under a verdict."""
    payload = turn.incoming.payload
    assert isinstance(payload, WasRight)  # noqa: S101 # the table in app.py pairs them
    question = await turn.store.questions.get(payload.question)
    if question is None:
        raise Sorry("button-stale")
    if question.learner_id != turn.learner.id:
        raise Sorry("button-not-yours")
    if not await appeals.file(turn.store, question, turn.learner.id, turn.now):
        raise Sorry("appeal-already")
    return [Toast(turn.words.plain("appeal-filed"))]


async def list_disputes(turn: Turn) -> Sequence[Output]:
    """/admin appeals: one dispute at a time."""
    return [Say(await _next_dispute(turn.store, turn.library, turn.words))]


async def _next_dispute(store: Store, library: Library, words: Words) -> Screen:
    waiting = await appeals.disputes_with_cards(store, library)
    if not waiting:
        return Screen(words("appeals-none"))
    appeal_id, card, text, learners = waiting[0]
    parts = [
        words("appeals-head", count=len(waiting)),
        words("question", question=card_text.in_bold(card.question)),
        words("answer", answer=card_text.shown(card.answer)),
        words("appeals-said", text=text, learners=learners),
    ]
    buttons = [
        Button(words("button-accept"), AcceptAppeal(appeal_id)),
        Button(words("button-refuse"), RefuseAppeal(appeal_id)),
    ]
    return Screen("\n\n".join(parts), rows(*buttons, width=2))


async def decide(turn: Turn) -> Sequence[Output]:
    """An operator's button."""
    if not turn.is_operator:
        raise Sorry("operators-only")
    payload = turn.incoming.payload
    assert isinstance(payload, (AcceptAppeal, RefuseAppeal))  # noqa: S101 # the table in app.py pairs them
    appeal = await turn.store.appeals.get(payload.appeal)
    if appeal is None or appeal.decided_at is not None:
        raise Sorry("appeals-decided")
    work = appeals.accept if isinstance(payload, AcceptAppeal) else appeals.refuse
    decided = await work(turn.store, turn.library, appeal, turn.now)
    news = await told(turn.store, decided) if decided else []
    return [*news, Edit(await _next_dispute(turn.store, turn.library, turn.words))]


async def told(store: Store, decided: appeals.Decided) -> list[Output]:
    """What those hear who had appealed, or had given the same answer; in private, where they have talked to us."""
    said: list[Output] = []
    for one in decided.told:
        chat = await store.chats.get(one.learner_id)
        if chat is None:
            continue
        words = words_for(chat)
        key = "appeal-accepted" if decided.accepted else "appeal-refused"
        question, answer = card_text.shown(decided.card.question), card_text.shown(decided.card.answer)
        text = words(key, text=decided.text, question=question, answer=answer)
        if one.points:
            text = words("appeal-points", told=text, points=one.points)
        said.append(SayIn(chat.id, 0, Screen(text)))
    return said
