"""Groups and supergroups: how they come about, who joins, who leads, and how they move."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from bot.playground import wire
from bot.playground.accounts import Account, Member, Role
from bot.playground.chats import GENERAL_TOPIC, Chat, Members

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.playground.messages import Message
    from bot.playground.person import Person
    from bot.playground.world import World


class Group(Chat):
    """A group, or (with `kind` "supergroup") what Telegram makes of it when it grows."""

    KINDS: ClassVar[tuple[str, str]] = ("group", "supergroup")

    def __init__(self, world: World, chat_id: int, title: str, *, forum: bool = False) -> None:
        super().__init__(world, chat_id)
        self.kind = self.KINDS[chat_id < -1_000_000_000_000]
        self.is_forum = forum
        self.members = Members()
        self.migrated_to: int | None = None
        self.topics: dict[int, str] = {}
        self.closed_topics: set[int] = set()
        self._title = title

    @property
    def title(self) -> str:
        """The group's name."""
        return self._title

    @property
    def people(self) -> list[Person]:
        """Everyone who is in the group, bots left out."""
        found = (self.world.person_by_id(member.account.id) for member in self.members.inside())
        return [person for person in found if person is not None]

    def found(self, people: Sequence[Person], bot_role: Role) -> None:
        """Fill a new group: the first person creates it and brings in the others, the bot last."""
        creator = people[0]
        self.members.put(creator, Role.CREATOR)
        created = "supergroup_chat_created" if self.kind == "supergroup" else "group_chat_created"
        self.world.post(self, creator, service={created: True})
        for person in people[1:]:
            self.members.put(person, Role.MEMBER)
        if bot_role.inside:
            self.add_bot(by=creator, role=bot_role)

    def role(self, account: Account) -> Role:
        """What this account is here."""
        return self.members.of(account).role

    def add(self, person: Person, by: Person | None = None) -> None:
        """Somebody joins, or is brought in."""
        self._change(person, Role.MEMBER, by or person)
        self.world.post(self, by or person, service={"new_chat_members": [wire.user(person)]})

    def remove(self, person: Person, by: Person | None = None) -> None:
        """Somebody leaves, or is removed by another."""
        self.world.post(self, by or person, service={"left_chat_member": wire.user(person)})
        self._change(person, Role.KICKED if by else Role.LEFT, by or person)

    def promote(self, person: Person, *, anonymous: bool = False) -> None:
        """Make somebody an administrator; an anonymous one writes in the group's own name."""
        creator = self.role(person) is Role.CREATOR
        self._change(person, Role.CREATOR if creator else Role.ADMINISTRATOR, self._owner(), anonymous=anonymous)

    def demote(self, person: Person) -> None:
        """Make an administrator an ordinary member again."""
        self._change(person, Role.MEMBER, self._owner())

    def add_bot(self, by: Person | None = None, role: Role = Role.MEMBER) -> None:
        """Bring the bot into the group."""
        actor = by or self._owner()
        self._change(self.world.bot, Role.MEMBER, actor)
        self.world.post(self, actor, service={"new_chat_members": [wire.user(self.world.bot)]})
        if role is not Role.MEMBER:
            self._change(self.world.bot, role, actor)

    def promote_bot(self) -> None:
        """Make the bot an administrator: from now on it hears everything."""
        self._change(self.world.bot, Role.ADMINISTRATOR, self._owner())

    def demote_bot(self) -> None:
        """Make the bot an ordinary member again."""
        self._change(self.world.bot, Role.MEMBER, self._owner())

    def kick_bot(self, by: Person | None = None) -> None:
        """Throw the bot out."""
        self.world.post(self, by or self._owner(), service={"left_chat_member": wire.user(self.world.bot)})
        self._change(self.world.bot, Role.KICKED, by or self._owner())

    def bot_leaves(self) -> None:
        """The bot goes by itself."""
        self._change(self.world.bot, Role.LEFT, self.world.bot)
        self.world.post(self, self.world.bot, service={"left_chat_member": wire.user(self.world.bot)})

    def topic(self, name: str) -> int:
        """Open a forum topic; its id is the thread that messages name."""
        if not self.is_forum:
            raise ValueError(f"{self.title} is not a forum")
        service = {"forum_topic_created": {"name": name, "icon_color": 7322096}}
        created = self.world.post(self, self._owner(), service=service, thread=None, opens_topic=True)
        self.topics[created.id] = name
        return created.id

    def close_topic(self, thread: int) -> None:
        """Nobody but administrators may write in this topic any more."""
        self.closed_topics.add(thread)
        self.world.post(self, self._owner(), service={"forum_topic_closed": {}}, thread=thread)

    def close_general_topic(self) -> None:
        """The same for the topic that every forum has, which messages do not name."""
        self.closed_topics.add(GENERAL_TOPIC)
        self.world.post(self, self._owner(), service={"general_forum_topic_closed": {}})

    def thread_exists(self, thread: int) -> bool:
        """May a message name this thread? (The general topic has an id, and yet no message may name it.)"""
        if self.is_forum:
            return thread in self.topics
        # In a supergroup without topics, a thread is a message with its replies.
        return self.kind == "supergroup" and self.message(thread) is not None

    def migrate(self) -> Group:
        """Turn the group into a supergroup with another id, and say so in both."""
        if self.kind != "group" or self.migrated_to is not None:
            raise ValueError(f"{self.title} is no ordinary group any more")
        successor = self.world.new_supergroup(self.title)
        for member in self.members:
            successor.members.put(member.account, member.role, anonymous=member.anonymous)
        self.migrated_to = successor.id
        self.world.post(self, self._owner(), service={"migrate_to_chat_id": successor.id})
        self.world.post(successor, self._owner(), service={"migrate_from_chat_id": self.id})
        return successor

    def pin(self, message: Message, by: Account) -> None:
        """Put a message at the top; a service message says so."""
        self.pinned.append(message)
        self.world.post(self, by, service={"pinned_message": wire.message(message, depth=0)})

    def _owner(self) -> Account:
        return next(member.account for member in self.members if member.role is Role.CREATOR)

    def _change(self, account: Account, role: Role, by: Account, *, anonymous: bool = False) -> None:
        before = self.members.of(account)
        self.members.put(account, role, anonymous=anonymous)
        self.world.membership_changed(self, before, Member(account, role, anonymous), by)
