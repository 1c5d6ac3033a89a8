"""Learners' own decks: how they come in, and how they are found."""

import random
import re
from collections import OrderedDict
from dataclasses import dataclass, field
from datetime import datetime

from content.card import Card, Deck
from content.formats.found import CARDS_LIMIT
from content.language import fold, tidy
from content.library import Library
from storage.database import Store
from storage.tables import OwnDeck

DECKS_EACH = 20
FIRST_VERSION = 1
CACHED_CARDS = 50_000
_NOT_IN_NAMES = re.compile(r'[\x00-\x1f\x7f/\\:*?"<>|]')
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"


@dataclass
class Shelf:
    """Puts the decks of a chat into the library; what was read once is kept, up to a number of cards."""

    _read: OrderedDict[str, tuple[int, Deck]] = field(default_factory=OrderedDict)

    async def library(self, store: Store, common: Library, chat_id: int) -> Library:
        """The common decks and those of a chat, own and taken ones; read anew only where they have changed."""
        versions = dict(await store.decks.versions(chat_id))
        return Library([*common.decks, *await self._decks(store, versions)]) if versions else common

    async def with_deck(self, store: Store, library: Library, name: str) -> Library:
        """The library with one deck more, whoever it belongs to; as it is when there is no such deck."""
        version = await store.decks.version(name) if library.deck(name) is None else None
        return library if version is None else Library([*library.decks, *await self._decks(store, {name: version})])

    async def _decks(self, store: Store, versions: dict[str, int]) -> list[Deck]:
        """These decks, in this order, each as it is in this version."""
        kept = {name: self._read.get(name) for name in versions}
        missing = [name for name, one in kept.items() if one is None or one[0] != versions[name]]
        if missing:
            fresh = await store.decks.bodies(missing)
            read = Library(Deck.model_validate(body) for _, _, body in fresh)
            wiser = read.accepting(await store.appeals.accepted(missing))
            kept |= {name: (version, deck) for name, version, _ in fresh if (deck := wiser.deck(name)) is not None}
        decks = []
        for name, one in kept.items():
            if one is not None:
                self._read[name] = one
                self._read.move_to_end(name)
                decks.append(one[1])
        while sum(len(deck.cards) for _, deck in self._read.values()) > CACHED_CARDS:
            self._read.popitem(last=False)
        return decks


@dataclass(frozen=True)
class Imported:
    """Cards that are in their deck now: how many are new there, and how many it had already."""

    name: str
    title: str
    version: int
    new: int
    there: int


async def propose(
    store: Store, learner_id: int, deck: Deck, *, file_id: str, file_name: str, text: str, number: int, now: datetime
) -> None:
    """Keeps the cards that were found until the learner decides; `number` tells them from those found before."""
    body = deck.model_dump(mode="json")
    await store.decks.propose(
        learner_id, file_id=file_id, file_name=file_name[-255:], text=text, deck=body, number=number, now=now
    )


class TooManyDecksError(Exception):
    """A learner has as many decks as they may have."""


class TooManyCardsError(Exception):
    """A deck would hold more cards than one may."""


def new_name(dice: random.Random) -> str:
    """A name for a deck of a learner's own, which no other deck has."""
    return "own-" + "".join(dice.choice(_LETTERS) for _ in range(12))


def file_title(title: str) -> str:
    """A title as it can stand in the name of a file."""
    return _NOT_IN_NAMES.sub("-", title).strip(" .") or "deck"


async def _meant(store: Store, learner_id: int, title: str) -> OwnDeck | None:
    """The learner's deck of this title, or the one whose file would be called so: tables hold no title."""
    for one in await store.decks.own_titles(learner_id):
        if title in (one, file_title(one)):
            return await store.decks.titled(learner_id, one)
    return None


def unknown(old: Deck, fresh: Deck) -> tuple[Card, ...]:
    """The cards that a deck has not got yet, neither under their id nor with the same words."""
    known: set[object] = {one for card in old.cards for one in (card.id, _said(card))}
    return tuple(card for card in fresh.cards if card.id not in known and _said(card) not in known)


def _said(card: Card) -> tuple[str, str]:
    """What a card says, as it is compared: formats without ids bring the same card under another one."""
    return fold(tidy(card.question)), fold(tidy(card.answer))


async def take(store: Store, learner_id: int, number: int, now: datetime, dice: random.Random) -> Imported | None:
    """The proposed cards go into the learner's deck of that title; None when these are not proposed any more.

    Cards that are there already stay as they are, so that doing it twice changes nothing. Raises TooManyDecksError and
    TooManyCardsError.
    """
    proposed = await store.decks.proposed(learner_id)
    if proposed is None or proposed.number != number:
        return None
    fresh = Deck.model_validate(proposed.deck)
    await store.decks.drop_proposed(learner_id)
    there = await _meant(store, learner_id, fresh.title)
    if there is None:
        if len(await store.decks.own_titles(learner_id)) >= DECKS_EACH:
            raise TooManyDecksError
        deck = fresh.model_copy(update={"name": new_name(dice)})
        await store.decks.add(deck.name, learner_id, deck.title, deck.model_dump(mode="json"), now)
        return Imported(deck.name, deck.title, FIRST_VERSION, len(deck.cards), 0)
    old = Deck.model_validate(there.body)
    new = unknown(old, fresh)
    if len(old.cards) + len(new) > CARDS_LIMIT:
        raise TooManyCardsError
    if new:
        deck = old.model_copy(update={"cards": (*old.cards, *new)})
        await store.decks.change(there, deck.model_dump(mode="json"), there.body, now)
    return Imported(there.name, there.title, there.version, len(new), len(fresh.cards) - len(new))
