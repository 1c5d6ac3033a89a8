"""The table of bad inputs, put to the real process: always a readable sentence, or deliberate silence."""

import asyncio
import re
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from functools import partial

import aiohttp

from bot.playground import Person
from tests.content.formats import test_hostile as hostile
from tests.support.packages import BASIC, new
from tests.support.stage import WEBHOOK_HOST, free_place
from trust.databases import Kind
from trust.outcome import Figure
from trust.process import Process
from trust.rig import Rig
from trust.rows import PLANET, REQUESTS, SECRET, SETTINGS, TEXTS

GAP = datetime(2027, 3, 26, 12, 0, tzinfo=UTC)
"""Two days before the clocks of Berlin jump."""


class Table:
    """Counts rows: one is answered when all that belongs to it went well, and the bot goes on."""

    def __init__(self, rig: Rig) -> None:
        self.rig = rig
        self.rows: dict[int, bool] = {}

    def tell(self, row: int, *, good: bool, said: str) -> None:
        """How one input of a row went."""
        self.rows[row] = self.rows.get(row, True) and good
        self.rig.outcome.expect(good, f"row {row}: {said}")

    def close(self) -> None:
        """Into the card."""
        self.rig.outcome.count(Figure.INPUTS, len(self.rows))
        self.rig.outcome.count(Figure.INPUTS_ANSWERED, sum(self.rows.values()))

    def person(self) -> Person:
        """Somebody who has not written yet."""
        return self.rig.people(1)[0]

    async def says(self, row: int, person: Person, act: Callable[[], object], seen: str) -> None:
        """Somebody does something, and sees this in what comes next."""
        before = len(person.chat.from_bot)
        act()
        await self.rig.until(lambda: len(person.chat.from_bot) > before, f"row {row}: no reply", 60)
        last = person.chat.from_bot[-1]
        shown = f"{last.text} {' '.join(last.buttons)}"
        self.tell(row, good=bool(re.search(seen, shown)), said=f"{seen!r} is not in {shown[:120]!r}")

    async def toasts(self, row: int, person: Person, data: str | None, seen: str, *, hidden: bool = False) -> None:
        """Somebody taps, and sees this."""
        tap = person.tap_data(person.chat.from_bot[-1], data, inaccessible=hidden)
        await self.rig.until(lambda: tap.answered, f"row {row}: the button turns its wheel", 60)
        self.tell(row, good=bool(re.search(seen, tap.text or "")), said=f"{seen!r} is not in {tap.text!r}")

    async def silence(self, row: int, act: Callable[[], object]) -> None:
        """Nothing is said, anywhere."""
        before = sum(call.method == "sendMessage" for call in self.rig.world.calls)
        act()
        await self.rig.settled()
        after = sum(call.method == "sendMessage" for call in self.rig.world.calls)
        self.tell(row, good=after == before, said="something was said")


async def bad_inputs(rig: Rig) -> None:
    """Every row that can be put from outside."""
    table = Table(rig)
    await rig.stop()
    rig.set(**rig.clock())
    await rig.start()
    for part in (_texts, _things, _answers, _groups, _buttons, _decks, _privacy):
        await part(table)
        await rig.wait_for_reply(table.person())
    await _clocks(table)
    await _settings(table)
    await _webhook(table)
    table.close()
    missing = sorted(set(range(1, 65)) - set(table.rows))
    rig.outcome.note(f"rows not put here, but by the tests: {', '.join(map(str, missing)) or 'none'}")


async def _texts(table: Table) -> None:
    for row in TEXTS:
        for text in row.inputs:
            person = table.person()
            if row.first:
                await table.rig.wait_for_reply(person, row.first)
            await table.says(row.number, person, partial(person.send, person.chat, text), row.seen)


async def _things(table: Table) -> None:
    ann = table.person()
    await table.rig.wait_for_reply(ann, PLANET)
    for act in (
        lambda: ann.send_photo(ann.chat),
        lambda: ann.send_voice(ann.chat),
        lambda: ann.send_sticker(ann.chat),
        lambda: ann.send_poll(ann.chat),
    ):
        await table.says(4, ann, act, "Please answer in text")
    await table.says(4, ann, lambda: ann.send(ann.chat, "mars"), "✅ Correct")
    for name in ("<script>alert(1)</script>", "\u202e", "😀" * 64):
        odd = table.rig.world.person(name, language_code="en")
        odd.chat.started = True
        await table.says(21, odd, odd.start, "Hi ")
        table.tell(21, good="\u202e" not in odd.chat.from_bot[-1].text, said="a name turns the text round")


async def _answers(table: Table) -> None:
    rig, ann = table.rig, table.person()
    await rig.wait_for_reply(ann, PLANET)
    question = ann.chat.from_bot[-1]
    mine = ann.send(ann.chat, "venus")
    await rig.settled()
    await table.says(
        11, ann, lambda: ann.send(ann.chat, "mars", reply_to=question), "Your first answer counts: “venus”"
    )
    await table.silence(12, lambda: ann.edit(mine, "mars"))
    flooder = table.person()
    for number in range(100):
        flooder.send(flooder.chat, f"message {number}")
    await rig.settled()
    table.tell(13, good=len(rig.said(flooder.chat, "Too fast")) == 1, said="not one notice to who floods")


async def _groups(table: Table) -> None:
    rig = table.rig
    group, (_, bo, chloe) = rig.world.groups[0], rig.world.people[:3]
    rig.world.privacy_mode = False
    await table.silence(16, lambda: bo.send(group, "anybody hungry?"))
    await table.silence(17, lambda: bo.send(group, "/start@OtherBot"))
    chat = {"id": group.id, "type": "group", "title": group.title}
    channel = {"id": -1001, "type": "channel", "title": "News"}
    message = {"message_id": 5000, "date": int(rig.world.now().timestamp()), "text": "/quiz"}
    robot = {"id": 99, "is_bot": True, "first_name": "Other"}
    linked = {"id": 777000, "is_bot": False, "first_name": "Telegram"}
    add = rig.world.updates.add
    await table.silence(19, lambda: add("channel_post", message | {"chat": channel}))
    await table.silence(19, lambda: add("message", message | {"chat": chat, "from": linked}))
    await table.silence(20, lambda: add("message", message | {"chat": chat, "from": robot}))

    async def told(row: int, act: Callable[[], object], seen: str) -> None:
        before = len(group.from_bot)
        act()
        await rig.until(lambda: len(group.from_bot) > before, f"row {row}: no reply", 60)
        table.tell(row, good=seen in group.from_bot[-1].text, said=f"{group.from_bot[-1].text[:100]!r}")

    for command in ("/settings", "/daily 09:00"):
        await told(28, partial(bo.send, group, command), "Only group admins")
    group.promote(chloe, anonymous=True)
    await told(18, lambda: chloe.send(group, "/settings"), "I can’t see who you are")


async def _buttons(table: Table) -> None:
    rig, ann, bo = table.rig, table.person(), table.person()
    await rig.wait_for_reply(ann, PLANET)
    question = await rig.sql(f"SELECT max(id) FROM questions WHERE learner_id = {ann.id}")  # noqa: S608 # a number
    await rig.wait_for_reply(bo, "/start")
    for data in ("\x00\xff" * 16, "h:" + "9" * 40, "zz:1", "z:../../etc/passwd"):
        await table.toasts(32, bo, data, "That button isn’t for you")
    await table.toasts(32, bo, f"s:{question}", "That button isn’t for you")
    await table.toasts(33, ann, f"h:{question}", "", hidden=True)
    await table.toasts(31, bo, "h:999999", "This question is closed")


async def _decks(table: Table) -> None:
    rows: tuple[tuple[int, str, Callable[[], bytes], str], ...] = (
        (34, "big.csv", lambda: b"a" * 21_000_000, "Files up to"),
        (35, "a.apkg", hostile.bomb, "too big when unpacked"),
        (36, "a.apkg", hostile.lying, "isn’t a valid Anki deck|too big"),
        (36, "a.apkg", hostile.link, "isn’t a valid Anki deck"),
        (37, "a.apkg", hostile.encrypted, "isn’t a valid Anki deck|password"),
        (37, "a.apkg", hostile.truncated, "isn’t a valid Anki deck"),
        (38, "a.apkg", lambda: new([(BASIC, "chat", "cat"), (BASIC, "chien", "dog")]), "I found 2 cards"),
        (39, "a.apkg", hostile.zstd_bomb, "too big when unpacked"),
        (40, "a.apkg", hostile.endless_view, "can’t be read safely"),
        (41, "a.csv", lambda: b"question,answer\nA <b>bold</b> word?,yes <script>\n", "I found 1 card"),
        (42, "a.csv", lambda: "question;answer\r\nGrößter Fluss?;Amazonas\r\n".encode("utf-16"), "Größter"),
        (43, "a.csv", lambda: b'a,b\n"c,d\ne,f\n', "quote not closed"),
        (44, "a.csv", lambda: b"question,answer\nA link?,=HYPERLINK(1)\n", "=HYPERLINK"),
        (45, "a.csv", lambda: b"question,answer\n", "No cards found"),
        (46, "a.csv", lambda: b"question,answer\nRed?,\nBlue?,sky\n", "no answer"),
        (47, "a.csv", lambda: b"question,answer\nA pattern?,^(\\w+\\s?)*$\n", "I found 1 card"),
    )  # fmt: skip
    for row, name, made, seen in rows:
        person, data = table.person(), made()
        await table.says(row, person, partial(person.send_document, person.chat, name, data), seen)
    ann, rig = table.person(), table.rig
    for seen in ("1 new card", "nothing new, its card is there already"):
        await table.says(
            48,
            ann,
            lambda: ann.send_document(ann.chat, "b.csv", b"question,answer\nCapital of Peru?,Lima\n"),
            "I found",
        )
        message = ann.chat.from_bot[-1]
        ann.tap(message, "Import")
        await rig.settled()
        table.tell(48, good=bool(rig.said(ann.chat, seen)), said=f"{seen!r} does not come")


async def _privacy(table: Table) -> None:
    ann = table.person()
    await table.says(29, ann, lambda: ann.send(ann.chat, "/forget"), "Delete everything")
    await table.says(30, ann, lambda: ann.send(ann.chat, "/export"), "")
    await table.says(30, ann, lambda: ann.send(ann.chat, "/export"), "minutes old|minute old|next one in")


async def _clocks(table: Table) -> None:
    """Last of those in the chat, for it goes into the future."""
    rig, ann = table.rig, table.person()
    await rig.wait_for_reply(ann, PLANET)
    old = ann.chat.from_bot[-1]
    await rig.wait_for_reply(ann, "/quiz giants 1")
    await rig.wait_for_reply(ann, "/timezone Europe/Berlin")
    rig.shift((GAP - rig.world.now()).total_seconds())
    await table.says(10, ann, lambda: ann.send(ann.chat, "mars", reply_to=old), "was closed, so no points")
    await table.says(24, ann, lambda: ann.send(ann.chat, "/daily 02:30"), "the clocks skip|03:00")
    await rig.settled()
    await rig.stop()
    rig.shift(-(rig.world.now() - datetime.now(UTC)).total_seconds())
    # What was done here lies in the future now.
    await rig.execute("UPDATE subscriptions SET next_due_at = NULL")
    # A year ahead, what counts against next week was let go: whoever has turned the clock back has it counted again.
    await rig.repair()


async def _settings(table: Table) -> None:
    rig = table.rig

    async def ends(row: int, settings: dict[str, str], said: str) -> None:
        process = Process(["-m", "bot", "run"], rig.folder, rig.bot.environment | settings)
        await process.start()
        code = await process.ended(60)
        table.tell(
            row, good=code == 78 and said in "\n".join(process.log), said=f"{settings}: {code} {process.log[-2:]}"
        )

    wanted: list[Awaitable[None]] = [ends(*row) for row in SETTINGS]
    for first in range(0, len(wanted), 2):
        await asyncio.gather(*wanted[first : first + 2])


async def _webhook(table: Table) -> None:
    rig, place = table.rig, free_place()
    rig.set(
        DAILYDECK_WEBHOOK_URL=f"https://{WEBHOOK_HOST}/telegram",
        DAILYDECK_WEBHOOK_SECRET=SECRET,
        DAILYDECK_LISTEN=place,
    )
    rig.world.courier.behind[WEBHOOK_HOST] = [f"http://{place}"]
    started = rig.bot.said("is running")
    await rig.bot.start()
    await rig.until(lambda: rig.bot.said("is running") > started, "it does not come up behind a webhook")
    async with aiohttp.ClientSession() as client:
        for row, method, path, headers, body, status in REQUESTS:
            try:
                async with client.request(method, f"http://{place}{path}", headers=headers, data=body) as answer:
                    got = answer.status
            except aiohttp.ClientError:
                got = status if status == 413 else 0  # it hangs up on what is too large
            table.tell(row, good=got == status, said=f"{method} {path} {body[:20]!r} is answered {got}, not {status}")
    await rig.wait_for_reply(table.person())
    if rig.kind is Kind.SQLITE:
        await rig.settled()
