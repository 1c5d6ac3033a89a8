"""The page's HTTP side: what it shows, what it does, and whom it refuses."""

from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import aiohttp
import pytest

from bot.playground import Person, Playground, World
from bot.playground.page import pieces


@pytest.fixture
async def browser(playground: Playground) -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession(playground.url) as session:
        yield session


async def do(browser: aiohttp.ClientSession, action: str, **values: Any) -> Any:
    async with browser.post(f"/play/{action}", json=values) as answer:
        return await answer.json()


async def test_people_write_edit_and_move_the_clock(browser: aiohttp.ClientSession, world: World, bo: Person) -> None:
    await do(browser, "send", person=bo.id, chat=bo.id, text="/start")
    await do(browser, "edit", person=bo.id, chat=bo.id, message=1, text="/help")
    assert bo.chat.last.text == "/help"
    before = world.now()
    await do(browser, "clock", to="hour")
    assert world.now() - before == timedelta(hours=1)
    await do(browser, "clock", to="tomorrow", zone="Europe/Paris")
    assert world.now().hour == 8
    refused = await do(browser, "clock", to="tomorrow", zone="../../etc/passwd")
    assert "no time zone" in refused["error"]


async def test_the_state_holds_everyones_chats(browser: aiohttp.ClientSession, ann: Person) -> None:
    async with browser.get("/play/state") as answer:
        state = await answer.json()
    assert [person["slug"] for person in state["people"]] == ["ann", "bo", "chloe"]
    private = next(chat for chat in state["chats"] if chat["id"] == ann.id)
    assert (private["started"], private["messages"][0]["text"]) == (True, "/start")


async def test_what_cannot_be_done_is_said(browser: aiohttp.ClientSession, ann: Person, bo: Person) -> None:
    strange = await do(browser, "send", person=ann.id, chat=bo.id, text="hi")
    assert strange == {"error": "Ann Archer is not in Bo"}
    missing = await do(browser, "edit", person=ann.id, chat=ann.id, message=99, text="x")
    assert missing == {"error": "that message is gone"}


async def test_a_file_is_uploaded_and_only_downloaded(browser: aiohttp.ClientSession, bo: Person) -> None:
    form = aiohttp.FormData({"person": str(bo.id), "chat": str(bo.id), "as": "file"}, quote_fields=False)
    form.add_field("file", b"<script>", filename="évil.html", content_type="text/html")
    async with browser.post("/play/upload", data=form) as answer:
        assert answer.status == 200
    attachment = bo.chat.last.attachment
    assert attachment is not None
    assert attachment.file is not None
    assert attachment.file.name == "évil.html"
    async with browser.get(f"/play/file/{attachment.file.id}") as answer:
        assert answer.content_type == "application/octet-stream"
        assert answer.headers["Content-Disposition"].startswith("attachment")


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "http://localhost:1"},
        {"Origin": "null"},
        {"Host": "evil.example"},
        {"Sec-Fetch-Site": "cross-site"},
    ],
)
async def test_other_sites_are_refused(
    browser: aiohttp.ClientSession, world: World, ann: Person, headers: dict[str, str]
) -> None:
    values = {"person": ann.id, "chat": ann.id, "text": "forged"}
    async with browser.post("/play/send", json=values, headers=headers) as answer:
        assert answer.status == 403
    message = {"chat_id": str(ann.id), "text": "forged"}
    async with browser.get(f"/bot{world.token}/sendMessage", params=message, headers=headers) as answer:
        assert answer.status == 403
    assert ann.chat.last.text == "/start"


async def test_a_form_cannot_stand_in_for_json(browser: aiohttp.ClientSession, ann: Person) -> None:
    values = '{"person": 1001, "chat": 1001, "text": "forged"}'
    async with browser.post("/play/send", data=values, headers={"Content-Type": "text/plain"}) as answer:
        assert answer.status == 415
    assert ann.chat.last.text == "/start"


@pytest.mark.parametrize("path", ["/static/..%2fpage.py", "/static/nothing.js", "/static/.", "/play/file/none"])
async def test_only_the_pages_own_files_are_served(browser: aiohttp.ClientSession, path: str) -> None:
    async with browser.get(path) as answer:
        assert answer.status == 404


async def test_the_page_may_load_nothing_from_outside(browser: aiohttp.ClientSession) -> None:
    async with browser.get("/") as answer:
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
        assert "//" not in (await answer.text()).replace("<!doctype", "")


async def test_the_bot_api_reads_json_and_queries_too(
    browser: aiohttp.ClientSession, world: World, ann: Person
) -> None:
    async with browser.post(f"/bot{world.token}/SENDMESSAGE", json={"chat_id": ann.id, "text": "one"}) as answer:
        assert (await answer.json())["ok"]
    query = {"chat_id": str(ann.id), "text": "two"}
    async with browser.get(f"/bot{world.token}/sendMessage", params=query) as answer:
        assert (await answer.json())["result"]["text"] == "two"
    lone = {"chat_id": ann.id, "text": "\ud83d"}
    async with browser.post(f"/bot{world.token}/sendMessage", json=lone) as answer:
        assert (await answer.json())["description"] == "Bad Request: strings must be encoded in UTF-8"


async def test_nonsense_is_a_complaint_not_a_crash(browser: aiohttp.ClientSession, world: World, ann: Person) -> None:
    values = {"chat_id": ann.id, "text": "x", "reply_parameters": {"message_id": "nonsense"}}
    async with browser.post(f"/bot{world.token}/sendMessage", json=values) as answer:
        assert answer.status == 500
    assert len(world.complaints) == 1


def test_long_texts_are_cut_as_apps_do() -> None:
    assert [len(piece) for piece in pieces("x" * 5000)] == [4096, 904]
    assert [len(piece) for piece in pieces("😀" * 2049)] == [2048, 1]
    assert pieces("short") == ["short"]
