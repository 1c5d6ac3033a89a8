"""The process from outside: how it ends when it hangs, is deaf or is told to, and what it writes."""

import asyncio
import json
import time
from collections.abc import AsyncIterator, Callable
from urllib.parse import quote

import aiohttp
import pytest

from bot.playground import Message, Person, Playground, playground_world, serve
from tests.conftest import PostgresServer
from tests.support.process import bot_process
from tests.support.stage import SECRET, WEBHOOK_HOST, free_place

pytestmark = [pytest.mark.usefixtures("bare_environment"), pytest.mark.timeout(180)]

HANGS = """
import re, time
from bot import app
from bot.conversation.turn import Command
from bot.ops import watchdog
async def hang(_):
    {how}
app.ROUTES.commands["about"] = Command("about", private=hang)
watchdog.HUNG_SECONDS = 2.0
"""


@pytest.fixture
async def telegram() -> AsyncIterator[Playground]:
    """A fake Telegram; its faults are for as many calls as a test says."""
    served = await serve(playground_world(), port=0)
    yield served
    await served.close()


def said_to(person: Person) -> list[Message]:
    """What the bot has said to somebody."""
    return [message for message in person.chat.messages if message.by_bot]


async def eventually(what: Callable[[], object]) -> None:
    """Waits for it."""
    async with asyncio.timeout(60):
        while not what():  # noqa: ASYNC110 # the other process rings no bell
            await asyncio.sleep(0.02)


@pytest.mark.parametrize("how", ["time.sleep(1000)", "re.match('(a+)+$', 'a' * 60 + 'b')"])
async def test_a_hung_event_loop_ends_the_process(telegram: Playground, sqlite_url: str, how: str) -> None:
    """Also when one call holds the interpreter; a fresh process answers what the other hung on."""
    ann = telegram.world.people[0]
    async with bot_process(telegram, sqlite_url, before=HANGS.format(how=how)) as bot:
        ann.send(ann.chat, "/about")
        assert await bot.ends() == 1
    assert b"Timeout (0:00:02)!" in bot.written
    assert b"in hang" in bot.written
    assert not said_to(ann)
    async with bot_process(telegram, sqlite_url):
        await eventually(lambda: said_to(ann))
    assert [message.text[:9] for message in said_to(ann)] == ["Dailydeck"]


KILLS = """
import os
from bot import app
from bot.conversation.turn import Command
async def kill(_):
    os._exit(139)
app.ROUTES.commands["about"] = Command("about", private=kill)
"""


async def test_what_ends_the_process_each_time_is_set_aside(telegram: Playground, database_url: str) -> None:
    """After three tries more; its sender is told, and who has written at the same moment is answered."""
    ann, bo, chloe = telegram.world.people
    async with bot_process(telegram, database_url, before=KILLS) as bot:
        for person, text in ((bo, "/help"), (ann, "/about"), (ann, "/help"), (chloe, "/help")):
            person.send(person.chat, text)
        assert await bot.ends() == 139
    for _ in range(3):
        async with bot_process(telegram, database_url, before=KILLS, waits_for="") as bot:
            assert await bot.ends() == 139
    async with bot_process(telegram, database_url, before=KILLS) as bot:
        await eventually(lambda: len(said_to(ann)) == 2 and said_to(bo) and said_to(chloe))
        await asyncio.sleep(0.2)
    failed, helped = said_to(ann)
    assert "Something went wrong on my side" in failed.text
    assert failed.text.rsplit(" ", 1)[1].encode() in bot.written
    assert "How it works" in helped.text
    for other in (bo, chloe):  # a reply that was on its way at the first end comes once more
        assert all("/daily" in message.text for message in said_to(other))
        assert len(said_to(other)) <= 2


async def test_a_deaf_process_ends_and_says_why(telegram: Playground, sqlite_url: str) -> None:
    """With 1, so that its supervisor starts another; odd answers that pass do not end it."""
    ann = telegram.world.people[0]
    before = "import bot.ops.health as h, bot.delivery.polling as p; h.DEAF_SECONDS = 6.0; p.POLL_SECONDS = 1"
    async with bot_process(telegram, sqlite_url, before=before) as bot:
        for status in (404, 401):
            telegram.world.faults.fail("getUpdates", status, "Not Found")
            ann.send(ann.chat, "/about")
            await eventually(lambda: not telegram.world.updates.pending)
        await eventually(lambda: len(said_to(ann)) == 2)
        telegram.world.faults.fail("getUpdates", 401, "Unauthorized", times=1000)
        ann.send(ann.chat, "/about")
        assert await bot.ends() == 1
    assert b"Nothing has been heard from Telegram for too long, so this process ends" in bot.written
    telegram.world.faults.clear()
    async with bot_process(telegram, sqlite_url):
        await eventually(lambda: len(said_to(ann)) == 3)


async def test_told_to_stop_it_says_what_is_ready(telegram: Playground, sqlite_url: str) -> None:
    """Everybody is answered; then it is gone, with 0, and a fresh process says nothing twice."""
    telegram.world.limits = False
    people = [telegram.world.person(f"P{number}") for number in range(60)]
    async with bot_process(telegram, sqlite_url, SENDS_PER_SECOND="1000") as bot:
        for person in people:
            person.send(person.chat, "/about")
        await eventually(lambda: not telegram.world.updates.pending)
        bot.process.terminate()
        assert await bot.ends() == 0
    assert [len(said_to(person)) for person in people] == [1] * 60
    async with bot_process(telegram, sqlite_url):
        await asyncio.sleep(0.5)
    assert [len(said_to(person)) for person in people] == [1] * 60


async def test_a_telegram_that_hangs_delays_the_end_by_seconds_only(telegram: Playground, database_url: str) -> None:
    """Whatever is asked of it: updates, rights, messages. What was not said is said after the next start, once."""
    ann, group = telegram.world.people[0], telegram.world.groups[0]

    def said() -> list[int]:
        return [len([one for one in chat.messages if one.by_bot]) for chat in (ann.chat, group)]

    async with bot_process(telegram, database_url) as bot:
        await eventually(lambda: said() == [0, 1])
        telegram.world.faults.hang(None, 60, delivered=False, times=1000)
        ann.send(group, f"/settings@{telegram.world.bot.username}")
        ann.send(ann.chat, "/about")
        await asyncio.sleep(1)
        told = time.monotonic()
        bot.process.terminate()
        assert await bot.ends() == 0
        assert time.monotonic() - told < 10  # the promise itself
    telegram.world.faults.clear()
    async with bot_process(telegram, database_url):
        await eventually(lambda: said() == [1, 2])
        await asyncio.sleep(0.5)
    assert said() == [1, 2]


TALKS_TOO_MUCH = """
import logging, os, threading
from bot import app
from bot.conversation.turn import Command
async def tell(turn):
    said = " ".join(value for name, value in os.environ.items() if name.startswith("DAILYDECK_"))
    logging.getLogger("bot").debug("the settings are %s and %r", said, dict(os.environ))
    threading.Thread(target=int, args=(said,)).start()
    raise RuntimeError(f"cannot go on with {said}")
app.ROUTES.commands["about"] = Command("about", private=tell)
"""


async def test_no_secret_is_ever_written(
    telegram: Playground, postgres_url: str, postgres_server: PostgresServer
) -> None:
    """At the lowest level, through every fault: token, secret of the webhook, password of the database."""
    world, place = telegram.world, free_place()
    ann, password = world.people[0], "hunter2/with&odd=chars"
    settings = {
        "WEBHOOK_URL": f"https://{WEBHOOK_HOST}/telegram",
        "WEBHOOK_SECRET": SECRET,
        "LISTEN": place,
        "HEALTH": free_place(),
        "LOG_LEVEL": "DEBUG",
        "LOG": "json",
    }
    world.courier.behind[WEBHOOK_HOST] = [f"http://{place}"]
    with_password = postgres_url.replace("postgres@", f"postgres:{quote(password, safe='')}@")
    async with bot_process(telegram, with_password, before=TALKS_TOO_MUCH, **settings) as bot:
        ann.send(ann.chat, "/about")
        await eventually(lambda: said_to(ann))
        for break_it in (world.faults.drop, world.faults.rubbish):
            break_it("sendMessage")
            ann.send(ann.chat, "/help")
        for status in (401, 404, 409, 500, 502):
            world.faults.fail("sendMessage", status, f"Odd: /bot{world.token}/sendMessage")
        ann.send(ann.chat, "/help")
        await knock_at(place, b"{}", "wrong")
        await knock_at(place, b"x" * 10, SECRET)
        reader, writer = await asyncio.open_connection(*place.split(":"))
        writer.write(f"no http at all {SECRET}\r\n\r\n".encode())
        await reader.read()
        writer.close()
        await postgres_server.run(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE 'dailydeck %'"
        )
        ann.send(ann.chat, "/help")
        await asyncio.sleep(2)
    for line in bot.written.splitlines():
        assert set(json.loads(line)) >= {"at", "level", "logger", "message"}
    holds_no_secret(bot.written, world.token, SECRET, password)


async def test_no_secret_is_ever_written_while_polling(telegram: Playground, sqlite_url: str) -> None:
    """The address that is asked for updates holds the token."""
    world = telegram.world
    ann, settings = world.people[0], {"WEBHOOK_SECRET": SECRET, "LOG_LEVEL": "DEBUG"}
    async with bot_process(telegram, sqlite_url, before=TALKS_TOO_MUCH, **settings) as bot:
        for status in (401, 500):
            world.faults.fail("getUpdates", status, f"Odd: /bot{world.token}/getUpdates")
        world.faults.rubbish("getUpdates", delivered=False)
        world.faults.drop("getUpdates", delivered=False)
        ann.send(ann.chat, "/about")
        await eventually(lambda: not [one for one in world.faults if one.method == "getUpdates"])
        await bot.says(b"cannot go on with")
    holds_no_secret(bot.written, world.token, SECRET)


def holds_no_secret(written: bytearray, *secrets: str) -> None:
    """Although there was something to hide."""
    assert b"an error that nobody has caught" in written
    assert b"cannot go on with" in written
    for secret in (*secrets, *(quote(secret, safe="") for secret in secrets), secrets[0].partition(":")[2]):
        assert secret.encode() not in written, secret


async def knock_at(place: str, body: bytes, secret: str) -> None:
    """A request to the webhook, with this secret."""
    headers = {"Content-Type": "application/json", "X-Telegram-Bot-Api-Secret-Token": secret}
    async with aiohttp.ClientSession() as client, client.post(f"http://{place}/telegram", data=body, headers=headers):
        pass
