"""The bot put together: what it is made of, its start and its orderly end."""

import asyncio
import contextlib
import logging
import random
import secrets
import time
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import telegram
from aiohttp import web
from telegram.ext import Application, ApplicationBuilder, ContextTypes, TypeHandler

from bot.app import COMMANDS, ROUTES
from bot.conversation.beforehand import Beforehand
from bot.conversation.frame import Frame, House
from bot.delivery import menus
from bot.delivery.asking import Asking
from bot.delivery.inbox import Inbox, OnePersonAtATime
from bot.delivery.limits import OwnLimits, SharedLimits
from bot.delivery.polling import Poller, PollingRequest, Rivals, polling
from bot.delivery.pusher import Pusher
from bot.delivery.replay import Replay
from bot.delivery.sender import Sender
from bot.delivery.transport import AiohttpRequest
from bot.delivery.webhook import Address, webhook
from bot.delivery.workers import Worker
from bot.ops import metrics
from bot.ops.health import Pulse, looking_at, serve
from bot.settings import Settings
from bot.tutor.authoring import Shelf
from content.grading import grade
from content.library import Library
from storage.alone import alone_on
from storage.database import Database

log = logging.getLogger(__name__)

# Edits are left out on purpose: the first answer counts.
ALLOWED_UPDATES = ["message", "callback_query", "my_chat_member", "chat_member"]
CONNECTIONS = 64
FINISH_SECONDS = 3.0
"""So long the end waits for what is being dealt with, and then for what is being sent."""


@dataclass(frozen=True)
class Running:
    """A bot at work."""

    application: Application[Any, Any, Any, Any, Any, Any]
    database: Database
    sender: Sender
    pusher: Pusher
    worker: Worker
    pulse: Pulse


@contextlib.asynccontextmanager
async def running(
    chosen: Settings,
    library: Library,
    *,
    clock: Callable[[], datetime],
    dice: random.Random,
    seconds: Callable[[], float] | None = None,
) -> AsyncIterator[Running]:
    """The bot from its start to an orderly stop.

    Raises TelegramError when Telegram does not know the token, CannotOpenError when the database cannot be used,
    CannotListenError when a place of the settings is taken.

    `clock` tells the time, `seconds` counts real seconds for Telegram's limits: by default those of this process, or,
    where workers share the limits, those of the database.
    """
    database = Database(chosen.database_url)
    place = database.place(1 + secrets.randbelow(2**31 - 1))
    own_seconds = seconds or time.monotonic
    pulse = Pulse(own_seconds)
    health: web.AppRunner | None = None
    alone = contextlib.ExitStack()
    try:
        alone.enter_context(alone_on(chosen.database_url))
        await database.migrate()
        inbox = Inbox(database, clock)
        polls = PollingRequest(pulse)
        application = _application(chosen, inbox, polls)
        async with application:
            bot: telegram.Bot = application.bot
            await place.hold()
            limits = (
                SharedLimits(chosen.sends_per_second, database, own_seconds, seconds)
                if place.shared
                else OwnLimits(chosen.sends_per_second, own_seconds)
            )
            sender = Sender(
                database,
                bot,
                limits=limits,
                worker=place.number,
                clock=clock,
                seconds=own_seconds,
                on_sent=pulse.spoke,
            )
            shelf = Shelf()
            frame = Frame(
                database,
                library,
                ROUTES,
                House(chosen.language, chosen.timezone, chosen.admins),
                bot.username,
                clock,
                dice,
                Beforehand(database, ROUTES, Asking(bot), chosen.language, shelf, sender.wake),
                sender.wake,
                shelf,
            )
            replay = Replay(database, inbox, bot, frame.handle, frame.set_aside, lambda: place.leads)
            worker = Worker(database, place, replay, clock)
            await worker.take_over_messages()
            pusher = Pusher(
                database,
                library,
                bot.username,
                clock,
                dice,
                sender.wake,
                pulse.ticked,
                frame.renew,
                lambda: place.leads,
                shelf,
            )
            await pusher.renew_library()
            warm_up(frame.library)
            pulse.start()
            if chosen.health:
                health = await serve(chosen.health, looking_at(pulse, database, clock))
            hearing = _hearing(chosen, bot, inbox, polls, pulse, (lambda: place.leads) if place.shared else None)
            async with _at_work(application, replay, frame, sender, (pusher, worker), hearing):
                yield Running(application, database, sender, pusher, worker, pulse)
    finally:
        if health is not None:
            await health.cleanup()
        await place.leave()
        await database.close()
        alone.close()


async def introduce(bot: Running) -> None:
    """Tells Telegram of the menus in every language, which takes a while: nobody's answer waits for it."""
    await menus.publish(bot.application.bot, COMMANDS)


def _application(chosen: Settings, inbox: Inbox, polls: AiohttpRequest) -> Application[Any, Any, Any, Any, Any, Any]:
    if chosen.token is None:
        raise ValueError("there is no token")
    return (
        ApplicationBuilder()
        .token(chosen.token.get_secret_value())
        .base_url(f"{chosen.telegram_url}/bot")
        .base_file_url(f"{chosen.telegram_url}/file/bot")
        .request(AiohttpRequest(CONNECTIONS))
        .get_updates_request(polls)
        .updater(None)
        .update_queue(inbox)
        .concurrent_updates(OnePersonAtATime())
        .job_queue(None)
        .build()
    )


def _hearing(
    chosen: Settings,
    bot: telegram.Bot,
    inbox: Inbox,
    polls: AiohttpRequest,
    pulse: Pulse,
    leads: Callable[[], bool] | None,
) -> contextlib.AbstractAsyncContextManager[None]:
    """How updates come in, which the settings choose."""
    if chosen.webhook_url is None or chosen.webhook_secret is None:
        return polling(Poller(bot, inbox, polls, ALLOWED_UPDATES), bot, Rivals(pulse, leads))
    address = Address(chosen.webhook_url, chosen.webhook_secret.get_secret_value(), chosen.listen)
    return webhook(bot, inbox, address, pulse, ALLOWED_UPDATES)


@contextlib.asynccontextmanager
async def _at_work(
    application: Application[Any, Any, Any, Any, Any, Any],
    replay: Replay,
    frame: Frame,
    sender: Sender,
    working: Sequence[Pusher | Worker],
    hearing: contextlib.AbstractAsyncContextManager[None],
) -> AsyncIterator[None]:
    async def handle(update: telegram.Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        with metrics.UPDATE_SECONDS.time():
            await frame.handle(update)

    application.add_handler(TypeHandler(telegram.Update, handle))
    await application.start()
    saying = asyncio.create_task(sender.run())
    tasks = [asyncio.create_task(one.run()) for one in working]
    try:
        if replayed := await replay.take_up():
            log.info("taking up %s updates of an earlier run", replayed)
        async with hearing:
            yield
    finally:
        # In this order nothing that has come in is lost, and what was decided is still said, as far as there is time:
        # what hangs by then is given up, and taken up at the next start.
        for one in working:
            one.stop()
        await _in_time(asyncio.create_task(application.stop()), FINISH_SECONDS, "updates are still being dealt with")
        sender.stop()
        await _in_time(saying, FINISH_SECONDS, "messages are still on their way")
        await asyncio.gather(*tasks)


async def _in_time(task: asyncio.Task[None], seconds: float, otherwise: str) -> None:
    """Waits so long for the task, and ends it then."""
    await asyncio.wait({task}, timeout=seconds)
    if not task.done():
        log.warning("%s; the next start takes them up", otherwise)
        task.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await task


def warm_up(library: Library) -> None:
    """Makes every card ready for judging, so that the first learner of a deck does not wait for it."""
    for deck in library.decks:
        for card in deck.cards:
            grade(card, card.answer, deck)
