"""Chats: what they hold, and what is visible in them."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from bot.playground.accounts import Account, Member, Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.playground.messages import Json, Message
    from bot.playground.person import Person
    from bot.playground.world import World

GENERAL_TOPIC = 1


class Chat:
    """What private chats and groups have in common."""

    kind = "private"
    is_forum = False
    bot_may_write = True
    slow_seconds = 0

    def __init__(self, world: World, chat_id: int) -> None:
        self.world = world
        self.id = chat_id
        self.pinned: list[Message] = []
        self._messages: dict[int, Message] = {}
        self._ids: Iterator[int] = count(1)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.id} {self.title}>"

    @property
    def title(self) -> str:
        """What stands over the chat."""
        raise NotImplementedError

    @property
    def people(self) -> list[Person]:
        """Everyone who sees this chat, bots left out."""
        raise NotImplementedError

    @property
    def messages(self) -> list[Message]:
        """Everything that can be read here, oldest first."""
        return [message for message in self._messages.values() if not message.deleted]

    @property
    def history(self) -> list[Message]:
        """Everything that was ever written here, with what was deleted since."""
        return list(self._messages.values())

    @property
    def last(self) -> Message:
        """The newest message."""
        return self.messages[-1]

    @property
    def from_bot(self) -> list[Message]:
        """What the bot has written here, oldest first."""
        return [message for message in self.messages if message.by_bot and message.service is None]

    def message(self, message_id: int) -> Message | None:
        """The message with this id, unless it was deleted."""
        found = self._messages.get(message_id)
        return None if found is None or found.deleted else found

    def next_id(self) -> int:
        """The id of the message that comes next."""
        return next(self._ids)

    def keep(self, message: Message) -> None:
        """Put a message into the chat."""
        self._messages[message.id] = message

    def reply_keyboard(self, person: Person) -> tuple[Message, Json] | None:
        """The keyboard or forced reply that this person sees instead of letters, and the message it came with."""
        for message in reversed(self.messages):
            markup = message.markup
            if not markup or "inline_keyboard" in markup or not addressed_to(message, person):
                continue
            return None if markup.get("remove_keyboard") else (message, markup)
        return None


class PrivateChat(Chat):
    """A person and the bot; its id is the person's."""

    def __init__(self, world: World, person: Person) -> None:
        super().__init__(world, person.id)
        self.person = person
        self.started = False
        self.blocked = False

    @property
    def title(self) -> str:
        """The person's name: how the bot sees this chat."""
        return self.person.name

    @property
    def people(self) -> list[Person]:
        """The one person."""
        return [self.person]


class Members:
    """Who is what in a group."""

    def __init__(self) -> None:
        self._by_id: dict[int, Member] = {}

    def __iter__(self) -> Iterator[Member]:
        return iter(self._by_id.values())

    def of(self, account: Account) -> Member:
        """An account's membership; who never came in has left."""
        return self._by_id.get(account.id) or Member(account, Role.LEFT)

    def put(self, account: Account, role: Role, *, anonymous: bool = False) -> None:
        """Change what an account is here."""
        self._by_id[account.id] = Member(account, role, anonymous)

    def inside(self) -> list[Member]:
        """Everyone who is in the group now."""
        return [member for member in self if member.role.inside]


def addressed_to(message: Message, person: Person) -> bool:
    """Is a selective keyboard meant for this person: mentioned in the text, or the one being answered?"""
    if not (message.markup or {}).get("selective"):
        return True
    if message.reply_to is not None and message.reply_to.sender is person:
        return True
    return any(
        entity.user_id == person.id
        or (entity.type == "mention" and message.body.part(entity).lower() == f"@{person.username or ''}".lower())
        for entity in message.entities
    )
