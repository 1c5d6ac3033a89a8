"""The state of the fake Telegram: who is there, what was written, what the bot has been told."""

from __future__ import annotations

import asyncio
import logging
import time
from collections import deque
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, Any, TypeVar

from bot.playground import wire
from bot.playground.accounts import BOT_ID, Account, Member, Role
from bot.playground.chats import Chat, PrivateChat
from bot.playground.clock import MovableClock
from bot.playground.commands import CommandBook
from bot.playground.entities import FormattedText
from bot.playground.faults import Faults
from bot.playground.files import FileStore
from bot.playground.groups import Group
from bot.playground.limits import FloodControl
from bot.playground.messages import Attachment, Json, Message
from bot.playground.person import Person, Tap
from bot.playground.privacy import reaches_bot
from bot.playground.updates import UpdateQueue
from bot.playground.webhooks import Courier

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

log = logging.getLogger(__name__)

Seen = TypeVar("Seen")

PLAY_TOKEN = f"{BOT_ID}:playground-token-which-is-no-secret"
FIRST_PERSON_ID = 1_001
FIRST_GROUP_ID = 2_001
FIRST_SUPERGROUP_ID = 1_000_000_003_001
CALLS_KEPT = 10_000


@dataclass(frozen=True)
class Change:
    """Something that the chat page and waiting tests want to know of."""

    kind: str
    chat: Chat | None = None
    message: Message | None = None
    tap: Tap | None = None


@dataclass(frozen=True)
class Call:
    """A call that the bot has made, and how it was answered."""

    method: str
    values: dict[str, Any]
    status: int
    at: datetime


@dataclass
class Profile:
    """What the bot says about itself, per language ("" for all others)."""

    names: dict[str, str]
    descriptions: dict[str, str]
    short_descriptions: dict[str, str]


class World:
    """A whole Telegram with one bot in it."""

    def __init__(
        self,
        clock: MovableClock | None = None,
        *,
        bot_name: str = "Dailydeck",
        bot_username: str = "dailydeck_bot",
        token: str = PLAY_TOKEN,
    ) -> None:
        self.clock = clock or MovableClock()
        self.token = token
        self.bot = Account(int(token.partition(":")[0]), bot_name, username=bot_username, is_bot=True)
        self.privacy_mode = True
        self.limits = True
        self._people: dict[int, Person] = {}
        self._groups: dict[int, Group] = {}
        self.files = FileStore()
        self.commands = CommandBook()
        self.profile = Profile({"": bot_name}, {}, {})
        self.updates = UpdateQueue(self.now)
        self.courier = Courier(self.updates)
        self.faults = Faults()
        self.flood_control = FloodControl(time.monotonic)
        self.taps: dict[str, Tap] = {}
        self.calls: deque[Call] = deque(maxlen=CALLS_KEPT)
        self.complaints: list[str] = []
        self.version = 0
        self._bell = asyncio.Event()
        self._listeners: list[Callable[[Change], None]] = []
        self._person_ids, self._group_ids = count(FIRST_PERSON_ID), count(FIRST_GROUP_ID)
        self._supergroup_ids, self._tap_ids = count(FIRST_SUPERGROUP_ID), count(4_000_000_000_001)
        self.clock.on_move(lambda _: self.announce(Change("clock")))

    # Who is there

    def now(self) -> datetime:
        """The world's time."""
        return self.clock.now()

    def person(
        self,
        first_name: str,
        last_name: str | None = None,
        *,
        username: str | None = None,
        language_code: str | None = None,
    ) -> Person:
        """Somebody new, who has not talked to the bot yet."""
        person = Person(self, next(self._person_ids), first_name, last_name, username, language_code)
        self._people[person.id] = person
        self.announce(Change("chat", person.chat))
        return person

    def group(
        self,
        title: str,
        people: Sequence[Person],
        *,
        supergroup: bool = False,
        forum: bool = False,
        bot: Role = Role.MEMBER,
    ) -> Group:
        """A new group; the first person is its creator, the bot joins last (Role.LEFT: not at all)."""
        number = -next(self._supergroup_ids) if supergroup or forum else -next(self._group_ids)
        group = Group(self, number, title, forum=forum)
        self._groups[group.id] = group
        group.found(people, bot)
        return group

    def new_supergroup(self, title: str) -> Group:
        """An empty supergroup, for a group to move into."""
        group = Group(self, -next(self._supergroup_ids), title)
        self._groups[group.id] = group
        return group

    @property
    def people(self) -> list[Person]:
        """Everyone here."""
        return list(self._people.values())

    @property
    def groups(self) -> list[Group]:
        """Every group, those that have become supergroups too."""
        return list(self._groups.values())

    @property
    def chats(self) -> list[Chat]:
        """Every chat, private ones first."""
        return [*(person.chat for person in self.people), *self.groups]

    def chat(self, chat_id: int) -> Chat | None:
        """The chat with this id."""
        person = self._people.get(chat_id)
        return self._groups.get(chat_id) if person is None else person.chat

    def person_by_id(self, person_id: int) -> Person | None:
        """The person with this id."""
        return self._people.get(person_id)

    # What happens

    def post(
        self,
        chat: Chat,
        sender: Account,
        *,
        body: FormattedText | None = None,
        attachment: Attachment | None = None,
        reply_to: Message | None = None,
        quote: str | None = None,
        thread: int | None = None,
        markup: Json | None = None,
        service: Json | None = None,
        forwarded_from: Account | None = None,
        opens_topic: bool = False,
    ) -> Message:
        """Put a new message into a chat and tell everyone concerned, the bot by an update."""
        words = body or FormattedText()
        message = Message(
            chat.next_id(),
            chat,
            sender,
            self.now(),
            words.text,
            words.entities,
            attachment=attachment,
            reply_to=reply_to,
            quote=quote,
            markup=markup,
            service=service,
            forwarded_from=forwarded_from,
        )
        _thread(message, message.id if opens_topic else thread)
        if isinstance(chat, Group) and chat.members.of(sender).anonymous:
            message.sender_chat = chat
        chat.keep(message)
        self._tell_bot("message", message)
        self.announce(Change("message", chat, message))
        return message

    def edit_by_person(self, message: Message, body: FormattedText) -> None:
        """A person changes what was written; the bot hears of it where it heard the original."""
        message.text, message.entities, message.edited = body.text, body.entities, self.now()
        self._tell_bot("edited_message", message)
        self.announce(Change("edited", message.chat, message))

    def delete(self, message: Message) -> None:
        """Take a message away from everyone."""
        message.deleted = True
        if message in message.chat.pinned:
            message.chat.pinned.remove(message)
        self.announce(Change("deleted", message.chat, message))

    def react(self, message: Message, account: Account, emoji: str | None) -> None:
        """Set or remove somebody's reaction; a bot hears of it where it is administrator, or in private."""
        before = message.reactions.pop(account.id, None)
        if emoji is not None:
            message.reactions[account.id] = emoji
        chat = message.chat
        heard = isinstance(chat, PrivateChat) or (isinstance(chat, Group) and chat.role(self.bot).leads)
        if account is not self.bot and heard:
            change = {
                "chat": wire.chat(chat),
                "message_id": message.id,
                "user": wire.user(account),
                "date": wire.stamp(self.now()),
                "old_reaction": [{"type": "emoji", "emoji": before}] if before else [],
                "new_reaction": [{"type": "emoji", "emoji": emoji}] if emoji else [],
            }
            self.updates.add("message_reaction", change)
        self.announce(Change("edited", chat, message))

    def tapped(self, person: Person, message: Message, data: str | None, *, inaccessible: bool) -> Tap:
        """A button's payload goes to the bot, which should answer."""
        tap = Tap(str(next(self._tap_ids)), person, message, data, self.now())
        self.taps[tap.id] = tap
        shown = wire.message(message)
        if inaccessible or message.deleted:
            shown = {"message_id": message.id, "date": 0, "chat": wire.chat(message.chat)}
        query: Json = {"id": tap.id, "from": wire.user(person), "message": shown}
        query["chat_instance"] = str(-7_000_000_000 - abs(message.chat.id))
        self.updates.add("callback_query", query if data is None else query | {"data": data})
        return tap

    def set_blocked(self, chat: PrivateChat, *, blocked: bool) -> None:
        """A person stops the bot, or lets it speak again."""
        if chat.blocked == blocked:
            return
        chat.blocked = blocked
        roles = (Role.MEMBER, Role.KICKED) if blocked else (Role.KICKED, Role.MEMBER)
        before, after = (Member(self.bot, role) for role in roles)
        self.updates.add("my_chat_member", wire.membership(chat, before, after, chat.person, self.now()))
        self.announce(Change("chat", chat))

    def membership_changed(self, group: Group, before: Member, after: Member, by: Account) -> None:
        """Somebody's place in a group is another one now."""
        change = wire.membership(group, before, after, by, self.now())
        if after.account is self.bot:
            self.updates.add("my_chat_member", change)
        elif group.role(self.bot).leads:
            self.updates.add("chat_member", change)
        self.announce(Change("chat", group))

    def inject(self, kind: str, payload: Json) -> int | None:
        """Hand the bot an update that no person here can cause: a channel post, an unknown kind, plain nonsense."""
        return self.updates.add(kind, payload)

    def complain(self, what: str) -> None:
        """Note loudly that the bot did what no bot should; tests assert that `complaints` is empty."""
        log.error("%s", what)
        self.complaints.append(what)

    # Waiting for it

    def listen(self, listener: Callable[[Change], None]) -> Callable[[], None]:
        """Call `listener` at every change; returns what ends this."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def announce(self, change: Change) -> None:
        """Tell everyone who listens or waits."""
        self.version += 1
        for listener in list(self._listeners):
            listener(change)
        self._bell.set()
        self._bell = asyncio.Event()

    async def changed(self, since: int | None = None) -> int:
        """Wait until something is new (since that version), and return the version of now."""
        seen = self.version if since is None else since
        while self.version == seen:
            await self._bell.wait()
        return self.version

    async def until(self, look: Callable[[], Seen], *, seconds: float = 5) -> Seen:
        """Look again at every change until there is something to see; raises TimeoutError if nothing comes."""
        async with asyncio.timeout(seconds):
            while not (seen := look()):
                await self._bell.wait()
        return seen

    def _tell_bot(self, kind: str, message: Message) -> None:
        if reaches_bot(message, privacy_mode=self.privacy_mode):
            self.updates.add(kind, wire.message(message))


def _thread(message: Message, thread: int | None) -> None:
    """Put the message into its thread, as Telegram does for topics and for replies in supergroups."""
    chat, answered = message.chat, message.reply_to
    if thread is None and answered is not None:
        thread = answered.thread
        if thread is None and chat.kind == "supergroup" and not chat.is_forum:
            thread = answered.id
    message.thread = thread
    message.in_topic = chat.is_forum and thread is not None
    if message.in_topic and answered is None and thread != message.id and thread is not None:
        # In a topic, what answers nothing else answers the message that opened the topic.
        message.reply_to = chat.message(thread)
