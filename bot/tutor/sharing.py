"""Sharing decks: by a link, followed by those who take them, copied, withdrawn; and used by groups."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.tutor import authoring
from content.card import Card, Deck
from content.formats.gather import TITLE_LIMIT
from storage.database import Store
from storage.tables import Chat, OwnDeck

TAKEN_EACH = 30
ENOUGH_LEARNERS = 3
"""Of a card that fewer have answered, a share would tell how somebody answered."""
TOLD_AT_MOST = 500
"""Of more users than this of a deck that is withdrawn, those who took it last hear of it; all others see it there."""


class TooManyTakenError(Exception):
    """A chat uses as many decks of others as it may."""


@dataclass(frozen=True)
class Withdrawn:
    """A deck that is not shared any more: the name under which its owner has it now, and who had taken it."""

    name: str
    chats: Sequence[Chat]


@dataclass(frozen=True)
class Disputed:
    """A card that is often missed or disputed: how many answers, the share that was not right, how many appeals."""

    card: Card
    answers: int
    missed_percent: int
    appeals: int


async def disputed(store: Store, deck: Deck, most: int) -> list[Disputed]:
    """The cards of a deck that give most trouble; nothing is said of one that few have answered."""
    appeals = await store.appeals.by_card(deck.name)
    found = []
    for one in await store.answers.by_card(deck.name):
        card = deck.card(one.card_id)
        if card is not None and one.missed and (one.learners >= ENOUGH_LEARNERS or card.id in appeals):
            percent = round(100 * one.missed / one.answers)
            found.append(Disputed(card, one.answers, percent, appeals.get(card.id, 0)))
    found.sort(key=lambda one: (-one.appeals, -one.missed_percent, -one.answers))
    return found[:most]


async def share(store: Store, row: OwnDeck, fresh_code: str) -> str:
    """The code by which the deck can be taken; a fresh one, which nobody can guess, the first time."""
    if row.code is None:
        await store.decks.share(row, fresh_code)
    return row.code or fresh_code


async def take(store: Store, row: OwnDeck, chat_id: int, now: datetime) -> bool:
    """The deck is used in this chat, and follows its owner's edits; False when it was used there already.

    Raises TooManyTakenError.
    """
    if await store.decks.uses(row.name, chat_id):
        return False
    if await store.decks.number_taken(chat_id) >= TAKEN_EACH:
        raise TooManyTakenError
    return await store.decks.use(row.name, chat_id, now)


async def leave(store: Store, row: OwnDeck, chat: Chat, learner_id: int | None, now: datetime) -> None:
    """The chat uses the deck no more.

    A learner's knowledge of it is kept for as long as they could take it again.
    """
    await store.decks.stop_using(row.name, chat.id)
    if chat.deck == row.name:
        await store.chats.set_deck(chat, None)
    if learner_id is not None:
        await store.decks.stop_asking(row.name, now, learner_id)
        if row.owner_id is None:
            await store.decks.forget_of(row.name, learner_id)
    await store.decks.drop_unused()


async def make_own(store: Store, deck: Deck, learner_id: int, now: datetime, dice: random.Random) -> Deck:
    """A copy of a taken deck that is the learner's own, with all that they know of it. Raises TooManyDecksError."""
    if len(await store.decks.own_titles(learner_id)) >= authoring.DECKS_EACH:
        raise authoring.TooManyDecksError
    copy = await _copied(store, deck, learner_id, now, dice)
    await store.decks.stop_using(deck.name, learner_id)
    await store.decks.drop_unused()
    return copy


async def _copied(store: Store, deck: Deck, learner_id: int, now: datetime, dice: random.Random) -> Deck:
    title = _free_title(deck.title, await store.decks.own_titles(learner_id))
    copy = deck.model_copy(update={"name": authoring.new_name(dice), "title": title})
    await store.decks.add(copy.name, learner_id, title, copy.model_dump(mode="json"), now)
    await store.decks.carry_over(learner_id, deck.name, copy.name)
    chat = await store.chats.get(learner_id)
    if chat is not None and chat.deck == deck.name:
        await store.chats.set_deck(chat, copy.name)
    return copy


def _free_title(title: str, taken: Sequence[str]) -> str:
    """The title, with a number behind it where it is taken."""
    number, free = 1, title
    while free in taken:
        number += 1
        free = f"{title[: TITLE_LIMIT - 5].strip()} ({number})"
    return free


async def withdraw(
    store: Store, row: OwnDeck, deck: Deck, learner_id: int, now: datetime, dice: random.Random
) -> Withdrawn:
    """The link leads nowhere, and edits reach nobody else any more.

    Whoever has taken the deck keeps it as it is. They are many and the owner is one: so the owner goes on with a copy,
    and the deck itself, with all that hangs on its name, belongs to nobody from now on.
    """
    chats = await store.decks.chats_using(row.name, TOLD_AT_MOST)
    if not chats:
        await store.decks.share(row, None)
        return Withdrawn(row.name, ())
    await store.decks.disown(row)
    copy = await _copied(store, deck, learner_id, now, dice)
    return Withdrawn(copy.name, chats)


async def give_up(store: Store, row: OwnDeck, learner_id: int, now: datetime) -> Sequence[Chat]:
    """Its owner deletes the deck; whoever has taken it keeps it as it is, and is returned."""
    chats = await store.decks.chats_using(row.name, TOLD_AT_MOST)
    if chats:
        await store.decks.stop_asking(row.name, now, learner_id)
        await store.decks.forget_of(row.name, learner_id)
        await store.decks.disown(row)
    else:
        await store.decks.remove(row, now)
    return chats
