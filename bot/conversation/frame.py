"""What every update goes through: who, which language, one transaction, screens into the outbox, errors in words."""

import asyncio
import logging
import random
import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

import telegram

from bot.conversation import incoming as inc
from bot.conversation import outgoing, start
from bot.conversation.beforehand import Beforehand, Known
from bot.conversation.floods import PAUSE_SECONDS, Budget, Flood, Floods
from bot.conversation.incoming import Incoming, What
from bot.conversation.routes import Routes
from bot.conversation.screen import Output, Say, Screen, Toast
from bot.conversation.turn import Sorry, Turn
from bot.conversation.words import Words, language_for, words_for
from bot.tutor import leaderboard, rhythm
from bot.tutor.authoring import Shelf
from content.library import Library
from storage.database import Database, Store, is_outage
from storage.states import ChatKind

log = logging.getLogger(__name__)

TRIES = 3
OUTAGE_PAUSE_SECONDS = 1.0
NOTES_SECONDS = 60.0
NOTES_EACH, NOTES_A_GROUP = 3, 12
"""How often somebody in a group, and a group, is told that something does not work: late answers come in crowds."""


@dataclass(frozen=True)
class House:
    """What the bot is set up with; new chats begin with this language and zone."""

    language: str
    timezone: str
    operators: frozenset[int]


@dataclass
class Frame:
    """Handles updates, each in one transaction."""

    database: Database
    library: Library
    routes: Routes
    house: House
    bot_username: str
    clock: Callable[[], datetime]
    dice: random.Random
    beforehand: Beforehand
    wake_sender: Callable[[], None]
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
            await self.set_aside(update, reference)
        self.wake_sender()

    async def _deal_with(self, update: telegram.Update) -> telegram.Update | None:
        """Deals with an update, or returns one of the same sender that must come first."""
        came = inc.read(update, self.bot_username)
        known = Known()
        if came is not None:
            fetch = not self.floods.pauses(came.sender.id, came.sent_at)
            known = await self.beforehand.ask(came, self.library, self.clock(), fetch=fetch)
        async with self.database.transaction_in_a_crowd() as store:
            earlier = await store.inbox.earlier(update.update_id, inc.sender_of(update))
            if earlier is not None:
                return telegram.Update.de_json(earlier)
            if await store.inbox.claim(update.update_id) and came is not None:
                await self._answer(store, came, self._flood(came), known)
        return None

    async def _answer(self, store: Store, came: Incoming, flood: Flood, known: Known) -> None:
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
        words = words_for(chat)
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
            if private and came.what is What.COMMAND:
                await store.writings.stop(learner.id)  # a command begins something else
            turn = Turn(
                incoming=came,
                now=now,
                store=store,
                library=await self.shelf.library(store, self.library, chat.id),
                shelf=self.shelf,
                reading=known.reading,
                written=known.written,
                dice=self.dice,
                words=words,
                chat=chat,
                learner=learner,
                bot_username=self.bot_username,
                listed=self.routes.listed(in_group=not private),
                is_stranger=known.is_stranger,
                is_operator=learner.id in self.house.operators,
                is_admin=known.admin,
                facts=known.facts,
            )
            outputs = await self._speak(turn)
        await outgoing.reply(store, came, outputs, now, noted=known.noted)

    async def _speak(self, turn: Turn) -> Sequence[Output]:
        """What the feature says, or why it cannot."""
        came = turn.incoming
        try:
            if turn.is_admin is not True and self.routes.for_admins(came):
                raise Sorry("admins-only")
            return await self.routes.feature(came)(turn)
        except Sorry as sorry:
            if came.callback_id is not None:
                return [Toast(turn.words.plain(sorry.key, **sorry.arguments))]
            text = turn.words(sorry.key, **sorry.arguments)
            if turn.in_group and not self._may_note(came, turn.now.timestamp()):
                return []
            return [Say(Screen(text), reply=turn.in_group)]

    def _may_note(self, came: Incoming, at: float) -> bool:
        return self.notes_each.spend(came.sender.id, at) and self.notes_a_group.spend(came.chat_id, at)

    def _flood(self, came: Incoming) -> Flood:
        # What people say to each other in a group is none of our business, however fast.
        for_us = came.chat_kind is ChatKind.PRIVATE or came.what is What.COMMAND
        return self.floods.check(came.sender.id, came.sent_at) if for_us and came.sent_at else Flood.NO

    async def _to_anonymous(self, store: Store, came: Incoming, words: Words) -> Sequence[Output]:
        """An administrator who hides behind the group: only what is surely meant for us gets an answer."""
        answers = came.reply_to is not None and await store.questions.standing_in(came.chat_id, came.reply_to)
        if answers or came.command in self.routes.commands:
            return [Say(Screen(words("anonymous-admin")), reply=True)]
        return []

    async def set_aside(self, update: telegram.Update, reference: str) -> None:
        """The update is not tried any more, and the person is told; `reference` stands in the log, too."""
        async with self.database.transaction() as store:
            await store.inbox.set_aside(update.update_id)
        came = inc.read(update, self.bot_username)
        if came is None or (came.chat_kind is ChatKind.GROUP and came.what in (What.TEXT, What.OTHER, What.FILE)):
            return
        async with self.database.transaction() as store:
            chat = await store.chats.get(came.chat_id)
            words = words_for(chat) if chat else Words(language_for(came.sender.language, self.house.language))
            text = words("failed", reference=reference)
            output = Toast(text) if came.callback_id is not None else Say(Screen(text))
            await outgoing.reply(store, came, [output], self.clock())
