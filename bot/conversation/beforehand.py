"""What must be known before an update's transaction: nothing of ours waits for the network while it holds a lock."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto
from typing import Protocol

from telegram.error import TelegramError

from bot.conversation import imports, outgoing, start
from bot.conversation.callbacks import TrySeparator
from bot.conversation.deck_callbacks import ExportDeck
from bot.conversation.incoming import Document, Incoming
from bot.conversation.routes import Routes
from bot.conversation.screen import Screen, cut
from bot.conversation.turn import GroupFacts
from bot.conversation.words import Words, language_for, words_for
from bot.ops.reader import read_apart
from bot.tutor.authoring import Shelf
from content.formats import FILE_LIMIT, SUFFIXES, Fault, Found, UnreadableError, write
from content.library import Library
from storage.database import Database, Store
from storage.states import ChatKind

log = logging.getLogger(__name__)

BIG = 300_000
"""Bytes of a file that takes more than a moment."""
NAME_SHOWN = 60
_WRITING = asyncio.Semaphore(1)


class Standing(Enum):
    """What somebody is in a group."""

    ADMIN = auto()
    MEMBER = auto()
    STRANGER = auto()


class Telegram(Protocol):
    """What Telegram can be asked; each may raise TelegramError."""

    async def standing(self, chat_id: int, user_id: int) -> Standing:
        """What somebody is in a group."""

    async def facts(self, chat_id: int) -> GroupFacts:
        """How we stand in a group."""

    async def download(self, file_id: str) -> bytes:
        """A file that somebody has sent."""


@dataclass(frozen=True)
class Known:
    """What was asked and fetched for an update.

    `noted`: they have been told that it takes a while.
    `admin`: whether the sender is an administrator, where that matters; None where it does not, or nobody says.
    """

    admin: bool | None = None
    is_stranger: bool = False
    facts: GroupFacts | None = None
    reading: Found | UnreadableError | None = None
    written: bytes | None = None
    noted: bool = False


@dataclass(frozen=True)
class Beforehand:
    """Asks Telegram, fetches files and writes them, as the routes demand it.

    `language` is taken for that of people whose own we do not speak.
    """

    database: Database
    routes: Routes
    telegram: Telegram
    language: str
    shelf: Shelf
    wake_sender: Callable[[], None]

    async def ask(self, came: Incoming, library: Library, now: datetime, *, fetch: bool) -> Known:
        """Everything about an update; nothing is fetched without `fetch`."""
        return Known(
            admin=await self._admin(came),
            is_stranger=await self._is_stranger(came),
            facts=await self._facts(came),
            reading=await self._reading(came, now) if fetch else None,
            written=await self._written(came, library, now) if fetch else None,
            noted=fetch and _takes_a_while(came),
        )

    async def _admin(self, came: Incoming) -> bool | None:
        """Whether the sender is an administrator, where that matters; None where it does not, or nobody says."""
        if came.chat_kind is ChatKind.PRIVATE or came.sender.anonymous:
            return None
        row = self.routes.command(came)
        asked = row is not None and row.asks_standing
        if not asked and type(came.payload) not in self.routes.standing_buttons and not self.routes.for_admins(came):
            return None
        standing = await self._ask(came.chat_id, came.sender.id)
        return None if standing is None else standing is Standing.ADMIN

    async def _facts(self, came: Incoming) -> GroupFacts | None:
        """How we stand in a group, where a command asks for it; None where Telegram does not say."""
        row = self.routes.command(came)
        if came.chat_kind is ChatKind.PRIVATE or row is None or not row.asks_facts:
            return None
        try:
            return await self.telegram.facts(came.chat_id)
        except TelegramError as error:
            log.warning("could not look at %s: %s", came.chat_id, error)
            return None

    async def _is_stranger(self, came: Incoming) -> bool:
        """Whether somebody has come by the link of a group's question without being in that group."""
        number = came.text.removeprefix(start.ANSWER_PREFIX)
        if came.command != "start" or number == came.text or not (number.isascii() and number.isdecimal()):
            return False
        async with self.database.transaction() as store:
            question = await store.questions.get(int(number[:18]))
        if question is None or question.round_id is None:
            return False
        return await self._ask(question.chat_id, came.sender.id) is Standing.STRANGER

    async def _note(self, came: Incoming, key: str, now: datetime) -> None:
        """Says what is being done with a big file; later words take the place of earlier ones."""
        if not _takes_a_while(came) or came.document is None:
            return
        async with self.database.transaction() as store:
            words = await self._words(store, came)
            size = f"{came.document.size / 1_000_000:.1f}"
            text = words(key, name=cut(came.document.name, NAME_SHOWN) or "?", size=size)
            await outgoing.note(store, came, f"u{came.update_id}.{key}", Screen(text), now)
        self.wake_sender()

    async def _words(self, store: Store, came: Incoming) -> Words:
        """The language in which this chat is spoken to."""
        chat = await store.chats.get(came.chat_id)
        return words_for(chat) if chat else Words(language_for(came.sender.language, self.language))

    async def _reading(self, came: Incoming, now: datetime) -> Found | UnreadableError | None:
        """What is in the file or text that somebody sends in private; None where there is none, or it does not come."""
        if came.chat_kind is not ChatKind.PRIVATE:
            return None
        text, document, separator = "", came.document, ""
        if came.command == "import":
            text = came.text
        elif isinstance(came.payload, TrySeparator) and came.payload.number < len(imports.SEPARATORS):
            separator = imports.SEPARATORS[came.payload.number]
            async with self.database.transaction() as store:
                proposed = await store.decks.proposed(came.sender.id)
            if proposed is not None:
                text = proposed.text
                document = Document(proposed.file_id, proposed.file_name, 0) if proposed.file_id else None
        if not text and document is None:
            return None
        try:
            if document is not None and document.size > FILE_LIMIT:
                raise UnreadableError(Fault.TOO_BIG, limit=FILE_LIMIT // 1_000_000)
            await self._note(came, "import-fetching", now)
            data = await self.telegram.download(document.file_id) if document is not None else text.encode()
            await self._note(came, "import-reading", now)
            language = language_for(came.sender.language, self.language)
            if document is not None:
                name = document.name
            else:
                async with self.database.transaction() as store:
                    name = (await self._words(store, came)).plain("import-title")
            return await read_apart(name, data, separator=separator, language=language)
        except UnreadableError as error:
            return error
        except TelegramError as error:
            log.warning("could not fetch a file: %s", error)
            return None

    async def _written(self, came: Incoming, library: Library, now: datetime) -> bytes | None:
        """The file in which somebody wants a deck; a large one takes a while to write."""
        payload = came.payload
        if not isinstance(payload, ExportDeck) or payload.suffix not in SUFFIXES:
            return None
        async with self.database.transaction() as store:
            deck = (await self.shelf.library(store, library, came.chat_id)).deck(payload.deck)
        if deck is None:
            return None
        async with _WRITING:  # several at once would be no faster, and hold up all others
            return await asyncio.to_thread(write, deck, payload.suffix, at=now.timestamp())

    async def _ask(self, chat_id: int, user_id: int) -> Standing | None:
        """What somebody is in a group; None when Telegram does not say."""
        try:
            return await self.telegram.standing(chat_id, user_id)
        except TelegramError as error:
            log.warning("could not ask what %s is in %s: %s", user_id, chat_id, error)
            return None


def _takes_a_while(came: Incoming) -> bool:
    """Whether somebody sends a big file in private, though none that is too big to be looked at."""
    private = came.chat_kind is ChatKind.PRIVATE
    return private and came.document is not None and BIG <= came.document.size <= FILE_LIMIT
