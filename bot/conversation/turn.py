"""One turn of a conversation: who said what where, and what a feature needs to answer it."""

import random
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.conversation.incoming import Incoming
from bot.conversation.screen import Edit, Output, Say, Screen
from bot.conversation.words import Words
from bot.tutor.authoring import Shelf
from content.formats import Found, UnreadableError
from content.library import Library
from storage.database import Store
from storage.states import ChatKind
from storage.tables import Chat, Learner


@dataclass(frozen=True)
class GroupFacts:
    """What Telegram says of us in a group: do we hear everything, lead, may we write; its slow mode in seconds."""

    reads_all: bool
    leads: bool
    may_write: bool
    slow_seconds: int
    is_forum: bool


@dataclass(frozen=True)
class Turn:
    """All that a feature may use; it returns what is to be said and neither sends nor commits.

    `listed` are the commands of this kind of chat, for the help; `is_stranger` whether the sender has come by the link
    of a group that they are not in; `library` holds the decks of this chat, and on the `shelf` are those of others;
    `reading` what came of a file that they have sent, and `written` the file that they ask for;
    `is_operator` whether they run the bot. `is_admin` and `facts` are there for commands that ask for them, and None
    where Telegram did not say.
    """

    incoming: Incoming
    now: datetime
    store: Store
    library: Library
    shelf: Shelf
    reading: Found | UnreadableError | None
    written: bytes | None
    dice: random.Random
    words: Words
    chat: Chat
    learner: Learner
    bot_username: str
    listed: tuple[str, ...]
    is_stranger: bool
    is_operator: bool
    is_admin: bool | None
    facts: GroupFacts | None

    @property
    def in_group(self) -> bool:
        """Whether this happens in a group."""
        return self.chat.kind == ChatKind.GROUP

    @property
    def today(self) -> date:
        """The date there, as the calendar has it."""
        return self.now.astimezone(self.zone).date()

    def show(self, screen: Screen) -> Output:
        """The screen in place of the one whose button was tapped, or else as a new message."""
        return Edit(screen) if self.incoming.callback_id is not None else Say(screen)

    async def with_deck(self, name: str) -> "Turn":
        """The same, with a deck in the library that need not be one of this chat."""
        return replace(self, library=await self.shelf.with_deck(self.store, self.library, name))

    @property
    def zone(self) -> ZoneInfo:
        """The zone of the chat."""
        return ZoneInfo(self.chat.timezone)


Feature = Callable[[Turn], Awaitable[Sequence[Output]]]


@dataclass(frozen=True)
class Command:
    """A command and the features behind it; None where it has no place.

    `admins`: in groups it is for administrators; `hidden`: no menu and no help shows it. What it needs to know of a
    group beforehand is asked before the transaction: `asks_standing` whether the sender leads, `asks_facts` how we
    stand there ourselves.
    """

    name: str
    private: Feature | None = None
    group: Feature | None = None
    admins: bool = False
    hidden: bool = False
    asks_standing: bool = False
    asks_facts: bool = False

    def feature(self, *, in_group: bool) -> Feature | None:
        """What answers it there."""
        return self.group if in_group else self.private


class Sorry(Exception):
    """Something that the person should be told instead: the key of a message with its arguments."""

    def __init__(self, key: str, /, **arguments: str | int) -> None:
        super().__init__(key)
        self.key = key
        self.arguments = arguments
