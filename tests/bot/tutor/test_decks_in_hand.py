"""Decks that go from hand to hand, as who holds a chat sees it."""

import random
from datetime import UTC, datetime

from bot.tutor import sharing
from content.card import Deck, plain_card
from storage.database import Database
from storage.states import ChatKind, ChatState

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
CARDS = (plain_card("Red planet?", ["Mars"]).model_copy(update={"id": "mars"}),)
ANN, BO, GROUP = 1, 2, -5


async def test_a_chat_knows_at_once_which_deck_is_asked_there(database: Database) -> None:
    """The same object says so within the transaction: after leaving a deck, copying it, or withdrawing it."""
    deck = Deck(name="own-a", title="Planets", cards=CARDS)
    async with database.transaction() as store:
        for who in (ANN, BO):
            await store.learners.meet(who, "Ann", NOW)
        ann, bo, group = [
            await store.chats.meet(chat_id, kind, "", language="en", timezone="UTC", now=NOW)
            for chat_id, kind in ((ANN, ChatKind.PRIVATE), (BO, ChatKind.PRIVATE), (GROUP, ChatKind.GROUP))
        ]
        await store.decks.add(deck.name, ANN, deck.title, deck.model_dump(mode="json"), NOW)
        row = await store.decks.get(deck.name)
        assert row is not None
        for chat in (bo, group):
            await sharing.take(store, row, chat.id, NOW)
        for chat in (ann, bo, group):
            await store.chats.set_deck(chat, deck.name)
        withdrawn = await sharing.withdraw(store, row, deck, ANN, NOW, random.Random(1))
        assert ann.deck == withdrawn.name != deck.name
        assert (bo.deck, group.deck) == (deck.name, deck.name)
        copy = await sharing.make_own(store, deck, BO, NOW, random.Random(2))
        assert bo.deck == copy.name
        await sharing.leave(store, row, group, None, NOW)
        assert group.deck is None
        await store.chats.mark_gone(GROUP)
        assert group.state == ChatState.GONE
    async with database.transaction() as store:
        found = [await store.chats.get(chat_id) for chat_id in (ANN, BO, GROUP)]
        assert [chat.deck for chat in found if chat] == [withdrawn.name, copy.name, None]
        assert found[2] is not None
        assert found[2].state == ChatState.GONE
