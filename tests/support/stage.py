"""A bot at work in a fake Telegram, and learners who talk to it."""

import asyncio
import contextlib
import html
import random
import re
import socket
import time
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from pydantic import SecretStr
from sqlalchemy import text

from bot import assembly
from bot.assembly import Running
from bot.playground import Chat, Message, MovableClock, Person, Playground, Tap, World, playground_world, serve
from bot.playground.limits import FloodControl
from bot.settings import Settings
from content.card import Deck
from content.library import Library, read_deck
from storage.database import Store
from storage.periods import EVER, OVERALL, Period, window
from storage.states import InboxState
from storage.tables import Answer

MORNING = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
PATIENCE_SECONDS = 60.0
DECK = read_deck(Path(__file__).parent / "decks" / "solar-system.toml")
RIGHT = {card.question: card.answer for card in DECK.cards}
WRONG = "purple elephants"


AT_WORK = text(
    f"SELECT (SELECT count(*) FROM inbox WHERE state = '{InboxState.WAITING}') + (SELECT count(*) FROM outbox)"  # noqa: S608 # a name of ours
)
WEBHOOK_HOST = "bot.example.org"
SECRET = "a-secret-that-only-telegram-knows"


def utc(day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of March 2026, which begins on a Sunday."""
    return datetime(2026, 3, day, hour, minute, tzinfo=UTC)


def free_place() -> str:
    """A host:port of this machine where nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return f"127.0.0.1:{probe.getsockname()[1]}"


def with_webhook(place: str) -> dict[str, Any]:
    """Settings of a bot that waits for updates at this place."""
    return {
        "webhook_url": f"https://{WEBHOOK_HOST}/telegram",
        "webhook_secret": SecretStr(SECRET),
        "listen": place,
    }


def hurried() -> float:
    """Seconds that go by twenty times as fast, for the pauses that Telegram's limits ask for."""
    return time.monotonic() * 20


@dataclass
class Stage:
    """Everything that a conversation needs. `stop` and `restart` are what an operator does."""

    world: World
    served: Playground
    settings: Settings
    library: Library
    _stack: contextlib.AsyncExitStack = field(default_factory=contextlib.AsyncExitStack)
    _running: Running | None = None

    @property
    def bot(self) -> Running:
        """The bot, which must be running."""
        assert self._running is not None, "the bot has been stopped"
        return self._running

    async def start(self) -> None:
        """The bot comes up."""
        self._running = await self._stack.enter_async_context(
            assembly.running(self.settings, self.library, clock=self.world.now, dice=random.Random(1), seconds=hurried)
        )

    async def stop(self) -> None:
        """The bot goes down in order."""
        await self._stack.aclose()
        self._running = None

    async def restart(self) -> None:
        """Down and up again, on the same database."""
        await self.stop()
        await self.start()

    def learner(self, person: Person, place: Chat | None = None) -> "Learner":
        """Somebody in their private chat, or in a group."""
        return Learner(self, person, place or person.chat)

    async def time_passes(self, **step: float) -> None:
        """Moves the world's clock forward, and lets the bot do what is due then."""
        self.world.clock.advance(timedelta(**step))
        self.bot.pusher.wake()
        await self.settled()

    async def at(self, moment: datetime) -> None:
        """Makes it that moment."""
        self.world.clock.move_to(moment)
        self.bot.pusher.wake()
        await self.settled()

    async def settled(self) -> None:
        """Waits until everything that came in has been dealt with and everything to be said has been said."""
        async with asyncio.timeout(PATIENCE_SECONDS):
            looks = 0
            while await self._busy() or await self.bot.pusher.tick() or await self._busy():
                await asyncio.sleep(0.01)
                looks += 1
                if looks % 5 == 0:
                    self.bot.sender.wake()  # pauses are short here, and by itself it looks once a second

    async def until(self, condition: Callable[[], bool]) -> None:
        """Waits for something that can be seen from outside, while other things may still be under way."""
        async with asyncio.timeout(PATIENCE_SECONDS):
            while not condition():  # noqa: ASYNC110 # what is looked at rings no bell
                await asyncio.sleep(0.01)

    async def _busy(self) -> bool:
        if self.world.updates.pending:
            return True
        async with self.bot.database.transaction() as store:
            return bool(await store.outbox._session.scalar(AT_WORK))

    async def scores(self, chat: Chat | None = None) -> dict[str, int]:
        """Points by name, in a chat or overall."""
        async with self.bot.database.transaction() as store:
            board = await store.boards.top(chat.id if chat else OVERALL, window(Period.ALL, EVER), 1000)
        return {standing.name: standing.points for standing in board}

    @contextlib.asynccontextmanager
    async def store(self) -> AsyncIterator[Store]:
        """A look into the database."""
        async with self.bot.database.transaction() as store:
            yield store

    async def answer_of(self, person: Person, question: int) -> Answer | None:
        """What is kept of an answer."""
        async with self.bot.database.transaction() as store:
            return await store.answers.get(question, person.id)


@dataclass
class Learner:
    """A person in a chat: sends, taps, sees."""

    stage: Stage
    person: Person
    chat: Chat
    _seen: int = 0

    @property
    def said(self) -> list[Message]:
        """What the bot has said here, oldest first."""
        return [message for message in self.chat.messages if message.by_bot and not message.deleted]

    @property
    def last(self) -> Message:
        """The last thing that the bot has said here."""
        assert self.said, "the bot has said nothing here"
        return self.said[-1]

    async def sends(self, text: str, *, to: Message | None = None, thread: int | None = None) -> "Learner":
        """Writes, waits for the bot, and looks from there on. `to` makes it a reply."""
        self._seen = len(self.said)
        self.person.send(self.chat, text, reply_to=to, thread=thread)
        await self.stage.settled()
        return self

    async def starts_quiz(self, what: str = "planets 1") -> Message:
        """The first question of a group's quiz."""
        await self.sends(f"/quiz {what}")
        return self.sees("Question 1 of")

    async def does(self, act: Any) -> "Learner":
        """Anything else that a person can do, given as a function."""
        self._seen = len(self.said)
        act()
        await self.stage.settled()
        return self

    async def taps(self, label: str, message: Message | None = None) -> Tap:
        """Taps a button under the newest message that has it, or under the one given."""
        self._seen = len(self.said)
        target = message or next(m for m in reversed(self.said) if any(label in name for name in m.buttons))
        full = next(name for name in target.buttons if label in name)
        tap = self.person.tap(target, full)
        await self.stage.settled()
        assert tap.answered, "the button still turns its wheel"
        return tap

    def sees(self, *wanted: str) -> Message:
        """The newest message of the bot that holds all of these (regular expressions); fails with what there was."""
        for message in reversed(self.said):
            text = f"{message.text}\n{' '.join(message.buttons)}"
            if all(re.search(part, text) for part in wanted):
                return message
        raise AssertionError(f"{self.person.first_name} does not see {wanted}, but:\n" + self.transcript())

    def sees_now(self, *wanted: str) -> Message:
        """As `sees`, but only in the very last message."""
        text = f"{self.last.text}\n{' '.join(self.last.buttons)}"
        for part in wanted:
            assert re.search(part, text), f"{part!r} is not in:\n{self.transcript()}"
        return self.last

    def sees_nothing_new(self) -> None:
        """The bot has kept quiet since this learner last did something."""
        fresh = self.said[self._seen :]
        assert not fresh, f"the bot should have kept quiet, but said {[message.text for message in fresh]}"

    def hears(self) -> int:
        """How many messages came since this learner last did something."""
        return len(self.said) - self._seen

    async def answers_right(self) -> "Learner":
        """Gives the answer to the question that stands in the last message with one."""
        return await self.sends(self.answer())

    def answer(self) -> str:
        """The right answer to the newest question here."""
        for message in reversed(self.said):
            for question, right in RIGHT.items():
                if question in message.text:
                    return right
        raise AssertionError(f"no question of the test deck in:\n{self.transcript()}")

    def transcript(self) -> str:
        """The chat so far."""
        lines = []
        for message in self.chat.messages[-12:]:
            buttons = f"  [{' | '.join(message.buttons)}]" if message.buttons else ""
            lines.append(f"  {message.sender.first_name}: {html.unescape(message.text)}{buttons}")
        return "\n".join(lines)


@contextlib.asynccontextmanager
async def staged(
    database_url: str,
    *,
    clock: MovableClock | None = None,
    decks: tuple[Deck, ...] = (DECK,),
    speaking: str | None = None,
    **settings: Any,
) -> AsyncIterator[Stage]:
    """A bot at work among Ann, Bo, Chloé and their group, on this database; `speaking` is everybody's language."""
    world = playground_world(clock or MovableClock(MORNING), speaking)
    world.flood_control = FloodControl(hurried)
    if "listen" in settings:
        world.courier.behind[WEBHOOK_HOST] = [f"http://{settings['listen']}"]
    served = await serve(world, port=0)
    values: dict[str, Any] = {
        "token": SecretStr(world.token),
        "database_url": database_url,
        "telegram_url": served.url,
        "sends_per_second": 1000,
    }
    # Defaults, without the environment and .env of whoever runs the tests.
    stage = Stage(world, served, Settings.model_construct(**(values | settings)), Library(decks))
    try:
        await stage.start()
        await stage.settled()
        yield stage
        if stage._running is not None:
            await stage.settled()
            async with stage.store() as store:
                assert not await store.sums.differences(stage.world.now())
    finally:
        await stage.stop()
        await served.close()
    assert not world.complaints, world.complaints
