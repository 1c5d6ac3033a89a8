""" "I was right": the learner's side, that of a deck's owner, and that of those who run the bot."""

from collections.abc import Sequence

from bot.conversation import card_text
from bot.conversation.callbacks import AcceptAppeal, RefuseAppeal, WasRight
from bot.conversation.deck_callbacks import ShowDeck, ShowDisputes
from bot.conversation.screen import Button, Edit, Output, Say, SayIn, Screen, Toast, rows
from bot.conversation.turn import Sorry, Turn
from bot.conversation.words import words_for
from bot.tutor import appeals
from storage.database import Store
from storage.tables import Appeal, OwnDeck


async def appeal(turn: Turn) -> Sequence[Output]:
    """The learner's button under a verdict; on a deck of their own they decide with it."""
    payload = turn.incoming.payload
    assert isinstance(payload, WasRight)  # noqa: S101 # the table in app.py pairs them
    question = await turn.store.questions.get(payload.question)
    if question is None:
        raise Sorry("button-stale")
    if question.learner_id != turn.learner.id:
        raise Sorry("button-not-yours")
    filed = await appeals.file(turn.store, question, turn.learner.id, turn.now)
    if filed is None:
        raise Sorry("appeal-already")
    deck = await turn.store.decks.get(question.deck)
    if deck is None or deck.owner_id is None:
        return [Toast(turn.words.plain("appeal-filed"))]
    if deck.owner_id == turn.learner.id:
        return await _decide_at_once(turn, filed)
    return [Toast(turn.words.plain("appeal-filed-owner")), *await _owner_hears(turn, deck)]


async def _decide_at_once(turn: Turn, filed: Appeal) -> Sequence[Output]:
    decided = await appeals.accept(turn.store, turn.library, filed, turn.now)
    if decided is None:
        raise Sorry("card-gone")
    return [Toast(turn.words.plain("appeal-own", text=decided.text)), *await told(turn.store, decided)]


async def _owner_hears(turn: Turn, deck: OwnDeck) -> list[Output]:
    chat = await appeals.to_be_told(turn.store, deck, turn.now)
    if chat is None:
        return []
    words = words_for(chat)
    way = Button(words("button-disputes-look"), ShowDisputes(deck.name))
    return [SayIn(chat.id, 0, Screen(words("appeals-owner", title=deck.title), rows(way)))]


async def list_disputes(turn: Turn) -> Sequence[Output]:
    """/admin appeals: one dispute at a time, about decks that no learner owns."""
    return [Say(await _next_dispute(turn, None))]


async def show_disputes(turn: Turn) -> Sequence[Output]:
    """What is disputed of one's own deck, one at a time."""
    payload = turn.incoming.payload
    assert isinstance(payload, ShowDisputes)  # noqa: S101 # the table in app.py pairs them
    deck = await turn.store.decks.get(payload.deck)
    if deck is None or deck.owner_id != turn.learner.id:
        raise Sorry("deck-not-yours")
    return [turn.show(await _next_dispute(turn, deck))]


async def _next_dispute(turn: Turn, deck: OwnDeck | None) -> Screen:
    """What waits for a decision about one's own deck, or about those that no learner owns."""
    words = turn.words
    if deck is None:
        for dispute in await turn.store.appeals.disputes():
            turn = await turn.with_deck(dispute.deck)
    back = [Button(words.plain("button-deck-back", title=deck.title), ShowDeck(deck.name))] if deck else []
    waiting = await appeals.disputes_with_cards(turn.store, turn.library, deck.name if deck else None)
    if not waiting:
        return Screen(words("appeals-none"), rows(*back))
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
    return Screen("\n\n".join(parts), rows(*buttons, *back, width=2))


async def decide(turn: Turn) -> Sequence[Output]:
    """The button of a deck's owner; where there is none, of an operator."""
    payload = turn.incoming.payload
    assert isinstance(payload, (AcceptAppeal, RefuseAppeal))  # noqa: S101 # the table in app.py pairs them
    appeal = await turn.store.appeals.get(payload.appeal)
    deck = await turn.store.decks.get(appeal.deck) if appeal else None
    if deck is not None and deck.owner_id is not None:
        if deck.owner_id != turn.learner.id:
            raise Sorry("deck-not-yours")
    elif not turn.is_operator:
        raise Sorry("operators-only")
    else:
        deck = None
    if appeal is None or appeal.decided_at is not None:
        raise Sorry("appeals-decided")
    library = (await turn.with_deck(appeal.deck)).library
    work = appeals.accept if isinstance(payload, AcceptAppeal) else appeals.refuse
    decided = await work(turn.store, library, appeal, turn.now)
    news = await told(turn.store, decided) if decided else []
    return [*news, Edit(await _next_dispute(turn, deck))]


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
