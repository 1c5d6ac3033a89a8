"""What every update goes through: who, which language, one transaction, screens into the outbox, errors in words."""

import asyncio
import logging
import random
import secrets
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum, auto

import telegram

from bot.conversation import imports, outgoing, start
from bot.conversation import incoming as inc
from bot.conversation.callbacks import Open, Payload, TrySeparator
from bot.conversation.floods import PAUSE_SECONDS, Budget, Flood, Floods
from bot.conversation.incoming import Incoming, What
from bot.conversation.screen import Output, Say, Screen, Toast
from bot.conversation.turn import Command, Feature, GroupFacts, Sorry, Turn
from bot.conversation.words import Words, language_for
from bot.ops.reader import read_apart
from bot.tutor import leaderboard, rhythm
from bot.tutor.authoring import Shelf
from content.formats import FILE_LIMIT, Fault, Found, UnreadableError
from content.library import Library
from storage.database import Database, Store, is_outage
from storage.states import ChatKind, InboxState

log = logging.getLogger(__name__)

TRIES = 3
OUTAGE_PAUSE_SECONDS = 1.0
NOTES_SECONDS = 60.0
NOTES_EACH, NOTES_A_GROUP = 3, 12
"""How often somebody in a group, and a group, is told that something does not work: late answers come in crowds."""


@dataclass(frozen=True)
class Routes:
    """Which feature answers what; the tables themselves are in bot.app."""

    commands: Mapping[str, Command]
    buttons: Mapping[type[Payload], Feature]
    admin_buttons: frozenset[type[Payload]]
    private_buttons: frozenset[type[Payload]]
    standing_buttons: frozenset[type[Payload]]
    group_buttons: frozenset[type[Payload]]
    private_text: Feature
    group_text: Feature
    location: Feature
    file: Feature


@dataclass(frozen=True)
class House:
    """What the bot is set up with; new chats begin with this language and zone."""

    language: str
    timezone: str
    operators: frozenset[int]


class Standing(Enum):
    """What somebody is in a group."""

    ADMIN = auto()
    MEMBER = auto()
    STRANGER = auto()


@dataclass
class Frame:
    """Handles updates, each in one transaction.

    `standing(chat, user)`, `look(chat)` and `download(file)` ask Telegram and may raise TelegramError.
    """

    database: Database
    library: Library
    routes: Routes
    house: House
    bot_username: str
    clock: Callable[[], datetime]
    dice: random.Random
    standing: Callable[[int, int], Awaitable[Standing]]
    look: Callable[[int], Awaitable[GroupFacts]]
    wake_sender: Callable[[], None]
    download: Callable[[str], Awaitable[bytes]]
    shelf: Shelf
    floods: Floods = field(default_factory=Floods)
    notes_each: Budget = field(default_factory=lambda: Budget(NOTES_EACH, NOTES_SECONDS))
    notes_a_group: Budget = field(default_factory=lambda: Budget(NOTES_A_GROUP, NOTES_SECONDS))

    def renew(self, library: Library) -> None:
        """From now on, ask and judge by these decks."""
        self.library = library

    async def handle(self, update: telegram.Update) -> None:
        """Deals with an update once: a failing one is tried again, then set aside, and its sender told."""
        reference = secrets.token_hex(3)
        attempt = 1
        while attempt <= TRIES:
            try:
                while (earlier := await self._deal_with(update)) is not None:
                    await self.handle(earlier)
                break
            except Exception as error:
                log.exception("update %s failed, try %s (reference %s)", update.update_id, attempt, reference)
                if is_outage(error):
                    # Not the update's fault: it waits until the database is back, and everything behind it too.
                    await asyncio.sleep(OUTAGE_PAUSE_SECONDS)
                else:
                    attempt += 1
        else:
            await self._set_aside(update, reference)
        self.wake_sender()

    async def _deal_with(self, update: telegram.Update) -> telegram.Update | None:
        """Deals with an update, or returns one of the same sender that must come first."""
        came = inc.read(update, self.bot_username)
        admin = await self._admin(came) if came else None
        stranger = await self._is_stranger(came) if came else False
        reading = await self._reading(came) if came and not self.floods.pauses(came.sender.id, came.sent_at) else None
        facts = await self._facts(came) if came else None
        async with self.database.transaction() as store:
            if not await store.inbox.claim(update.update_id):
                return None
            earlier = await store.inbox.earlier(update.update_id, inc.sender_of(update))
            if earlier is not None:
                return telegram.Update.de_json(earlier)
            if came is not None:
                await self._answer(store, came, self._flood(came), admin, reading, stranger=stranger, facts=facts)
            await store.inbox.settle(update.update_id, InboxState.DONE)
        return None

    async def _answer(
        self,
        store: Store,
        came: Incoming,
        flood: Flood,
        admin: bool | None,
        reading: Found | UnreadableError | None,
        *,
        stranger: bool,
        facts: GroupFacts | None,
    ) -> None:
        now = self.clock()
        private = came.chat_kind is ChatKind.PRIVATE
        if came.what is What.REMOVED:
            await store.chats.mark_gone(came.chat_id)
            await store.outbox.drop_all_to(came.chat_id)
            return
        if came.what is What.MOVED:
            await store.moves.move(came.moved_from, came.moved_to)
            return
        if came.what in (What.LEFT, What.JOINED):
            gone = came.what is What.LEFT
            await leaderboard.set_left(store, came.chat_id, came.member, left=gone, now=now)
            return
        language = language_for(came.sender.language, self.house.language)
        chat = await store.chats.meet(
            came.chat_id, came.chat_kind, came.chat_title, language=language, timezone=self.house.timezone, now=now
        )
        words = Words(chat.language)
        if came.what is What.ADDED:
            await rhythm.resume(store, chat, now)
            if not private:
                await outgoing.reply(store, came, [Say(start.group_welcome(words))], now)
            return
        outputs: Sequence[Output]
        if flood is Flood.BEGINS:
            outputs = [Say(Screen(words("too-fast", seconds=int(PAUSE_SECONDS))))]
        elif flood is Flood.GOES_ON:
            outputs = []
        elif came.sender.anonymous:
            outputs = await self._to_anonymous(store, came, words)
        else:
            learner = await store.learners.meet(came.sender.id, came.sender.name, now)
            turn = Turn(
                incoming=came,
                now=now,
                store=store,
                library=await self.shelf.library(store, self.library, learner.id) if private else self.library,
                reading=reading,
                dice=self.dice,
                words=words,
                chat=chat,
                learner=learner,
                bot_username=self.bot_username,
                listed=self._listed(in_group=not private),
                is_stranger=stranger,
                is_operator=learner.id in self.house.operators,
                is_admin=admin,
                facts=facts,
            )
            outputs = await self._speak(turn, admin)
        await outgoing.reply(store, came, outputs, now)

    async def _speak(self, turn: Turn, admin: bool | None) -> Sequence[Output]:
        """What the feature says, or why it cannot."""
        came = turn.incoming
        try:
            if admin is not True and self._for_admins(came):
                raise Sorry("admins-only")
            return await self._feature(came)(turn)
        except Sorry as sorry:
            if came.callback_id is not None:
                return [Toast(turn.words.plain(sorry.key, **sorry.arguments))]
            text = turn.words(sorry.key, **sorry.arguments)
            if turn.in_group and not self._may_note(came, turn.now.timestamp()):
                return []
            return [Say(Screen(text), reply=turn.in_group)]

    def _may_note(self, came: Incoming, at: float) -> bool:
        return self.notes_each.spend(came.sender.id, at) and self.notes_a_group.spend(came.chat_id, at)

    def _feature(self, came: Incoming) -> Feature:
        in_group = came.chat_kind is ChatKind.GROUP
        match came.what:
            case What.COMMAND:
                command = self.routes.commands.get(came.command)
                if command is None:
                    return start.unknown_command
                return command.feature(in_group=in_group) or start.elsewhere
            case What.TAP:
                return self._button(came.payload, in_group=in_group)
            case What.FILE:
                return start.not_text if in_group else self.routes.file
            case What.LOCATION:
                return start.not_text if in_group else self.routes.location
            case What.TEXT:
                return self.routes.group_text if in_group else self.routes.private_text
            case _:
                return start.not_text

    def _button(self, payload: Payload | None, *, in_group: bool) -> Feature:
        if payload is None:
            return start.foreign_button
        if isinstance(payload, Open):
            command = self.routes.commands.get(payload.screen)
            feature = command.feature(in_group=in_group) if command else None
            return feature or start.foreign_button
        elsewhere = self.routes.private_buttons if in_group else self.routes.group_buttons
        if type(payload) in elsewhere:
            return start.foreign_button
        return self.routes.buttons[type(payload)]

    def _listed(self, *, in_group: bool) -> tuple[str, ...]:
        return tuple(
            command.name
            for command in self.routes.commands.values()
            if not command.hidden and command.feature(in_group=in_group)
        )

    def _flood(self, came: Incoming) -> Flood:
        # What people say to each other in a group is none of our business, however fast.
        for_us = came.chat_kind is ChatKind.PRIVATE or came.what is What.COMMAND
        return self.floods.check(came.sender.id, came.sent_at) if for_us and came.sent_at else Flood.NO

    async def _admin(self, came: Incoming) -> bool | None:
        """Whether the sender is an administrator, where that matters; None where it does not, or nobody says.

        Asked before the transaction: nothing of ours waits for the network while it holds a lock.
        """
        if came.chat_kind is ChatKind.PRIVATE or came.sender.anonymous:
            return None
        row = self._command(came)
        asked = row is not None and row.asks_standing
        if not asked and type(came.payload) not in self.routes.standing_buttons and not self._for_admins(came):
            return None
        standing = await self._ask(came.chat_id, came.sender.id)
        return None if standing is None else standing is Standing.ADMIN

    def _for_admins(self, came: Incoming) -> bool:
        """Whether only administrators of a group may do this."""
        if came.chat_kind is ChatKind.PRIVATE or came.sender.anonymous:
            return False
        row = self._command(came)
        return (row is not None and row.admins) or type(came.payload) in self.routes.admin_buttons

    def _command(self, came: Incoming) -> Command | None:
        """The command that was sent, or that a button stands for."""
        return self.routes.commands.get(came.payload.screen if isinstance(came.payload, Open) else came.command)

    async def _facts(self, came: Incoming) -> GroupFacts | None:
        """How we stand in a group, where a command asks for it; None where Telegram does not say."""
        row = self._command(came)
        if came.chat_kind is ChatKind.PRIVATE or row is None or not row.asks_facts:
            return None
        try:
            return await self.look(came.chat_id)
        except telegram.error.TelegramError as error:
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

    async def _reading(self, came: Incoming) -> Found | UnreadableError | None:
        """What is in the file or text that somebody sends in private; None where there is none, or it does not come.

        Fetched and read before the transaction, which must not wait for either.
        """
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
                document = inc.Document(proposed.file_id, proposed.file_name, 0) if proposed.file_id else None
        if not text and document is None:
            return None
        try:
            if document is not None and document.size > FILE_LIMIT:
                raise UnreadableError(Fault.TOO_BIG, limit=FILE_LIMIT // 1_000_000)
            data = await self.download(document.file_id) if document is not None else text.encode()
            language = language_for(came.sender.language, self.house.language)
            name = document.name if document is not None else ""
            return await read_apart(name, data, separator=separator, language=language)
        except UnreadableError as error:
            return error
        except telegram.error.TelegramError as error:
            log.warning("could not fetch a file: %s", error)
            return None

    async def _ask(self, chat_id: int, user_id: int) -> Standing | None:
        """What somebody is in a group; None when Telegram does not say."""
        try:
            return await self.standing(chat_id, user_id)
        except telegram.error.TelegramError as error:
            log.warning("could not ask what %s is in %s: %s", user_id, chat_id, error)
            return None

    async def _to_anonymous(self, store: Store, came: Incoming, words: Words) -> Sequence[Output]:
        """An administrator who hides behind the group: only what is surely meant for us gets an answer."""
        answers = came.reply_to is not None and await store.questions.standing_in(came.chat_id, came.reply_to)
        if answers or came.command in self.routes.commands:
            return [Say(Screen(words("anonymous-admin")), reply=True)]
        return []

    async def _set_aside(self, update: telegram.Update, reference: str) -> None:
        """The update is not tried any more, and the person is told."""
        async with self.database.transaction() as store:
            await store.inbox.settle(update.update_id, InboxState.DEAD)
        came = inc.read(update, self.bot_username)
        if came is None or (came.chat_kind is ChatKind.GROUP and came.what in (What.TEXT, What.OTHER, What.FILE)):
            return
        async with self.database.transaction() as store:
            chat = await store.chats.get(came.chat_id)
            words = Words(chat.language if chat else language_for(came.sender.language, self.house.language))
            text = words("failed", reference=reference)
            output = Toast(text) if came.callback_id is not None else Say(Screen(text))
            await outgoing.reply(store, came, [output], self.clock())
