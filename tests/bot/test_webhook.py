"""Webhooks: what Telegram brings is answered as a conversation is; what anybody else brings is turned away."""

import asyncio
import io
import json
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import ClientSession

from bot.delivery import webhook
from bot.playground.updates import Webhook
from storage.inbox import Inbox
from tests.support.stage import SECRET, Learner, Stage, free_place, staged, with_webhook

HEADER = webhook.SECRET_HEADER


@pytest.fixture
async def stage(database_url: str) -> AsyncIterator[Stage]:
    """A bot at work behind a webhook."""
    async with staged(database_url, **with_webhook(free_place())) as stage:
        yield stage


@pytest.fixture
async def quick(sqlite_url: str) -> AsyncIterator[Stage]:
    """The same where the kind of database makes no difference."""
    async with staged(sqlite_url, **with_webhook(free_place())) as stage:
        yield stage


def says(stage: Stage, text: str, update_id: Any = 900) -> dict[str, Any]:
    """An update in which Ann writes something."""
    person = stage.world.people[0]
    person.chat.started = True
    message = {
        "message_id": 900,
        "date": int(stage.world.now().timestamp()),
        "chat": {"id": person.id, "type": "private", "first_name": "Ann"},
        "from": {"id": person.id, "is_bot": False, "first_name": "Ann", "language_code": "en"},
        "text": text,
    }
    return {"update_id": update_id, "message": message}


async def knock(
    stage: Stage,
    body: bytes | dict[str, Any],
    *,
    secret: str | None = SECRET,
    content_type: str = "application/json",
    method: str = "POST",
    path: str = "/telegram",
) -> tuple[int, str]:
    """Status and body of the answer to a request."""
    data = io.BytesIO(body if isinstance(body, bytes) else json.dumps(body).encode())
    headers = {"Content-Type": content_type} | ({} if secret is None else {HEADER: secret})
    async with (
        ClientSession() as client,
        client.request(method, f"http://{stage.settings.listen}{path}", data=data, headers=headers) as answer,
    ):
        return answer.status, await answer.text()


async def still_hears(stage: Stage) -> Learner:
    """The next good message is answered."""
    ann = stage.learner(stage.world.people[0])
    await ann.sends("/about")
    ann.sees_now("Dailydeck")
    return ann


async def test_a_conversation_by_webhook(stage: Stage) -> None:
    """As with polling, to which it can go back without losing anything."""
    ann = stage.learner(stage.world.people[0])
    await ann.sends("/quiz planets 1")
    await ann.sends("mars")
    ann.sees_now(r"✅ Correct! \+10")
    told = [call for call in stage.world.calls if call.method == "setWebhook"][-1].values
    assert json.loads(told["allowed_updates"]) == ["message", "callback_query", "my_chat_member", "chat_member"]
    assert (told["secret_token"], told["max_connections"]) == (SECRET, "40")
    await stage.stop()
    ann.person.send(ann.chat, "/quiz giants 1")
    stage.settings = stage.settings.model_copy(update={"webhook_url": None})
    await stage.start()
    await stage.settled()
    ann.sees_now("Question|1 of 1")
    assert stage.world.updates.webhook is None


async def test_what_comes_while_the_bot_is_down_is_brought_again(stage: Stage) -> None:
    """Telegram keeps it and tries again."""
    ann = stage.learner(stage.world.people[0])
    await ann.sends("/quiz planets 1")
    await stage.stop()
    ann.person.send(ann.chat, "mars")
    await asyncio.sleep(0.2)
    await stage.start()
    await stage.settled()
    ann.sees_now(r"✅ Correct! \+10")


@pytest.mark.parametrize("secret", [None, "wrong", SECRET + "x", "x" * 20_000, "é"])
async def test_row_55_without_the_secret(quick: Stage, secret: str | None, caplog: pytest.LogCaptureFixture) -> None:
    """403 and not a word; the value is in no log line."""
    assert await knock(quick, says(quick, "/about"), secret=secret) == (403, "")
    assert secret is None or secret not in caplog.text
    (await still_hears(quick)).hears()
    assert len(quick.learner(quick.world.people[0]).said) == 1


@pytest.mark.parametrize("odd", [b"red \x1b[31mred", b"two\r\n lines", b"nothing \x00"])
async def test_row_56_odd_characters_in_the_secret(quick: Stage, odd: bytes, caplog: pytest.LogCaptureFixture) -> None:
    """Turned away, with one line in the log that holds none of them."""
    host, port = quick.settings.listen.split(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    writer.write(b"POST /telegram HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n")
    writer.write(HEADER.encode() + b": " + odd + b"\r\nContent-Type: application/json\r\n\r\n{}")
    status = int((await reader.readline()).split()[1])
    writer.close()
    assert status in (400, 403)
    (line,) = [record.getMessage() for record in caplog.records if record.name.startswith("bot.delivery")]
    assert line.isprintable()
    assert "red" not in line
    assert not [record for record in caplog.records if record.levelname == "ERROR"]
    await still_hears(quick)


async def test_row_57_a_charset_beside_the_content_type(quick: Stage) -> None:
    """It is JSON all the same."""
    answer = await knock(quick, says(quick, "/about"), content_type="application/json; charset=utf-8")
    assert answer == (200, "")
    await quick.settled()
    quick.learner(quick.world.people[0]).sees_now("Dailydeck")
    assert (await knock(quick, says(quick, "/about", 901), content_type="text/plain"))[0] == 415


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"\xff\xfe\xfd",
        b"[" * 100_000,
        b'{"update_id": 1e400}',
        b"[]",
        b"{}",
        b"null",
        b'{"message": {}}',
        b'{"update_id": "x"}',
        b'{"update_id": true}',
        b'{"update_id": -1}',
        b'{"update_id": 99999999999999999999}',
        b'{"update_id": 1.5}',
    ],
)
async def test_rows_58_to_60_what_is_no_update(quick: Stage, body: bytes, caplog: pytest.LogCaptureFixture) -> None:
    """400, and no traceback."""
    assert await knock(quick, body) == (400, "")
    assert "Traceback" not in caplog.text
    async with quick.store() as store:
        assert await store.inbox.count() == (0, 0)
    await still_hears(quick)


async def test_an_update_of_an_unknown_form_is_set_aside(quick: Stage) -> None:
    """It has an id, so it is Telegram's: brought again and again it would only be in the way."""
    assert await knock(quick, {"update_id": 5, "message": {"message_id": "?"}}) == (200, "")
    async with quick.store() as store:
        assert await store.inbox.count() == (0, 1)
    await still_hears(quick)


async def test_row_61_a_body_without_end(quick: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """Too large, too slow, or a crowd of silent connections: turned away, and the bot keeps answering."""
    assert (await knock(quick, b" " * (2 * webhook.BODY_BYTES)))[0] == 413
    monkeypatch.setattr(webhook, "BODY_SECONDS", 0.1)
    monkeypatch.setattr(webhook, "STRANGERS", 50)
    host, port = quick.settings.listen.split(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    writer.write(
        f"POST /telegram HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\nContent-Type: application/json\r\n"
        f"{HEADER}: {SECRET}\r\n\r\n{{".encode()
    )
    assert (await reader.readline()).startswith(b"HTTP/1.1 408")
    crowd = [await asyncio.open_connection(host, int(port)) for _ in range(120)]
    for _, silent in crowd:
        silent.write(b"POST /telegram HTTP/1.1\r\n")
    await still_hears(quick)
    assert await crowd[0][0].read() == b"", "the first of the crowd has been sent away"
    for _, silent in [*crowd, (reader, writer)]:
        silent.close()


async def test_row_62_the_same_update_again_and_many_at_once(stage: Stage) -> None:
    """200 for each, and each is dealt with once."""
    several = [says(stage, "/about", 900 + number % 10) for number in range(30)]
    answers = await asyncio.gather(*(knock(stage, update) for update in several))
    assert set(answers) == {(200, "")}
    await stage.settled()
    assert len(stage.learner(stage.world.people[0]).said) == 10


async def test_row_63_while_the_database_is_away(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """503, never 200: Telegram brings the update again."""
    ann = stage.learner(stage.world.people[0])
    real, fails = Inbox.take_in, 2

    async def sometimes(*arguments: Any) -> bool:
        nonlocal fails
        if fails:
            fails -= 1
            raise OSError("the database is away")
        return await real(*arguments)

    monkeypatch.setattr(Inbox, "take_in", sometimes)
    assert (await knock(stage, says(stage, "/about")))[0] == 503
    await ann.sends("/about")
    assert fails == 0
    assert len(ann.said) == 1


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/telegram", 405),
        ("PUT", "/telegram", 405),
        ("POST", "/", 404),
        ("POST", "/telegram/x", 404),
        ("GET", "/healthz", 404),
    ],
)
async def test_row_64_other_methods_and_paths(quick: Stage, method: str, path: str, status: int) -> None:
    """There is nothing else to be seen here."""
    answer = await knock(quick, says(quick, "/about"), method=method, path=path)
    assert answer[0] == status
    assert SECRET not in answer[1]
    await still_hears(quick)


async def test_row_53_a_webhook_of_an_earlier_run(sqlite_url: str, caplog: pytest.LogCaptureFixture) -> None:
    """A bot that polls takes it back, says so, and answers what has waited."""
    async with staged(sqlite_url, **with_webhook(free_place())) as stage:
        await stage.stop()
        ann = stage.learner(stage.world.people[0])
        ann.person.send(ann.chat, "/about")
        stage.settings = stage.settings.model_copy(update={"webhook_url": None})
        await stage.start()
        await stage.settled()
        assert "a webhook at bot.example.org is taken back" in caplog.text
        ann.sees_now("Dailydeck")


def webhook_stands(stage: Stage) -> bool:
    """Whether Telegram has an address to bring updates to."""
    return stage.world.updates.webhook is not None


async def test_silence_is_no_deafness(quick: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """Telegram says that the webhook stands; one that somebody took away is set again."""
    monkeypatch.setattr(webhook, "WATCH_SECONDS", 0.05)
    await quick.restart()
    quick.bot.pulse.heard_at -= 1000
    was_deaf = quick.bot.pulse.stalled
    await asyncio.sleep(0.3)
    assert (was_deaf, quick.bot.pulse.stalled) == (True, False)
    quick.world.updates.webhook = None
    await asyncio.sleep(0.3)
    assert webhook_stands(quick)
    await still_hears(quick)


async def test_a_webhook_that_leads_elsewhere_ends_this_bot(quick: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another deployment has taken over: fighting for the updates would lose some."""
    monkeypatch.setattr(webhook, "WATCH_SECONDS", 0.05)
    await quick.restart()
    quick.world.updates.webhook = Webhook("https://other.example.org/hidden")
    await asyncio.sleep(0.3)
    assert quick.bot.pulse.rival == (
        "Updates of this bot now go to a webhook at other.example.org, so this process ends."
    )
