"""Every screen of the product in one language, photographed as on a phone, for somebody to look at.

    python -m tests.support.screens --language de FOLDER [--dark] [SCENE…]

The scenes of tests/support/scenes.py are played in the fake Telegram; whatever the bot says new or changes is taken
from the chat page, and put side by side on sheets: FOLDER/de-groups-1.png and so on. Needs Debian's chromium.
"""

import argparse
import asyncio
import base64
import html
import struct
import tempfile
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.async_api import Browser, Page

from bot.assembly import introduce
from bot.conversation.callbacks import Payload, unpack
from bot.conversation.words import LANGUAGES
from bot.playground import Chat, Message, Person, Tap
from content.library import load_deck
from tests.support import scenes
from tests.support.browser import chromium, open_page
from tests.support.stage import DECK, Learner, Stage, staged

WIDTH, TALLEST = 390, 3000
COLUMNS, COLUMN_HEIGHT = 4, 1450
OPERATOR = 1001
STYLE = """
body { margin: 0; font: 12px sans-serif; background: #c9d6e2; }
main { display: flex; gap: 8px; padding: 6px; width: max-content; }
section { width: 345px; } figure { margin: 0 0 8px; } img { display: block; max-width: 345px; }
figcaption { color: #a01040; white-space: pre-wrap; overflow-wrap: anywhere; }
.toast { color: #fff; background: #223; padding: 6px 10px; }
"""


@dataclass
class Shot:
    """A screen, or what was said in passing, and what led to it."""

    caption: str
    png: bytes = b""
    said: str = ""

    @property
    def height(self) -> int:
        """In pixels, with its caption; words are guessed."""
        return 24 + (struct.unpack(">I", self.png[20:24])[0] if self.png else 20 * (1 + len(self.said) // 45))

    @property
    def html(self) -> str:
        """As it stands on a sheet."""
        inside = f'<img src="data:image/png;base64,{base64.b64encode(self.png).decode()}">' if self.png else ""
        said = f'<div class="toast">{html.escape(self.said)}</div>' if self.said else ""
        return f"<figure><figcaption>{html.escape(self.caption)}</figcaption>{inside}{said}</figure>"


@dataclass
class Tour:
    """Plays a scene and takes the pictures."""

    stage: Stage
    browser: Browser
    dark: bool
    shots: list[Shot] = field(default_factory=list)
    _pages: dict[tuple[int, int], Page] = field(default_factory=dict)
    _known: dict[tuple[int, int], Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._known = {(chat.id, one.id): _state(one) for chat in self.stage.world.chats for one in chat.messages}

    def afresh(self) -> None:
        """What has been said before is new as well."""
        self._known.clear()

    def who(self, number: int, place: Chat | None = None) -> Learner:
        """One of the three people, in private or in a group."""
        return self.stage.learner(self.stage.world.people[number], place)

    async def sends(self, learner: Learner, text: str, *, to: Message | None = None) -> None:
        """Writes something."""
        learner.person.send(learner.chat, text, reply_to=to)
        await self.look(learner.person, f"{learner.person.first_name}: {text[:80]}")

    async def asks(self, learner: Learner, command: str) -> Message:
        """A command, and what comes of it."""
        await self.sends(learner, command)
        return learner.last

    async def does(self, learner: Learner, what: str, act: Callable[[], Any]) -> None:
        """Anything else that a person can do."""
        act()
        await self.look(learner.person, f"{learner.person.first_name} {what}")

    async def taps(
        self, learner: Learner, kind: type[Payload], message: Message | None = None, /, **values: Any
    ) -> None:
        """The newest button of this kind, whose payload has these values."""
        candidates = [message] if message else reversed(learner.said)
        for found in candidates:
            for label, data in _buttons(found):
                payload = unpack(data)
                if isinstance(payload, kind) and all(getattr(payload, key) == value for key, value in values.items()):
                    tap = learner.person.tap_data(found, data)
                    await self.look(learner.person, f"[{label}]", tap)
                    return
        raise AssertionError(f"no {kind.__name__} {values} in:\n{learner.transcript()}")

    async def passes(self, **step: float) -> None:
        """Time."""
        await self.stage.time_passes(**step)
        await self.look(None, f"… {step}")

    async def look(self, person: Person | None, caption: str, tap: Tap | None = None) -> None:
        """Pictures of all that is new or changed in any chat, and what was said to a tap."""
        await self.stage.time_passes(seconds=3)  # as people do, else they would be too fast
        if tap is not None and tap.text:
            self.shots.append(Shot(caption, said=tap.text))
        for chat in self.stage.world.chats:
            for message in chat.messages:
                if not message.by_bot or message.deleted:
                    continue
                state = _state(message)
                if self._known.get((chat.id, message.id)) == state:
                    continue
                self._known[chat.id, message.id] = state
                viewer = person if person in chat.people else chat.people[0]
                page = await self._page(viewer, chat)
                await page.wait_for_timeout(90)
                found = page.locator(f'[data-id="{message.id}"] .column')
                self.shots.append(Shot(caption, await found.screenshot()))
                if message.markup and "keyboard" in message.markup:
                    self.shots.append(Shot(caption, await page.locator("#below").screenshot()))

    async def at_the_start(self, person: Person) -> None:
        """What is shown before START."""
        await introduce(self.stage.bot)
        page = await self._page(person, person.chat)
        self.shots.append(Shot("before START", await page.locator(".welcome").screenshot()))

    async def menu(self, person: Person, chat: Chat) -> None:
        """The commands as Telegram lists them."""
        await introduce(self.stage.bot)
        page = await self._page(person, chat)
        await page.get_by_test_id("commands-menu").click()
        commands = page.locator("#suggestions")
        await commands.evaluate("element => { element.style.maxHeight = 'none'; }")
        self.shots.append(Shot("the commands", await commands.screenshot()))
        await page.get_by_test_id("commands-menu").click()

    async def _page(self, person: Person, chat: Chat) -> Page:
        if (person.id, chat.id) not in self._pages:
            page, _ = await open_page(self.browser, self.stage.served.url, phone=True)
            await page.set_viewport_size({"width": WIDTH, "height": TALLEST})
            await page.emulate_media(color_scheme="dark" if self.dark else "light", reduced_motion="reduce")
            await page.locator("#people button").nth(self.stage.world.people.index(person)).click()
            await page.locator(f'[data-chat="{chat.id}"]').click()
            self._pages[person.id, chat.id] = page
        return self._pages[person.id, chat.id]


def _state(message: Message) -> tuple[Any, ...]:
    return message.text, message.attachment and message.attachment.file, str(message.markup)


def _buttons(message: Message) -> list[tuple[str, str]]:
    keyboard = (message.markup or {}).get("inline_keyboard", [])
    return [(key["text"], key["callback_data"]) for row in keyboard for key in row if "callback_data" in key]


def sheets(shots: list[Shot]) -> list[str]:
    """The pictures in columns, so many to a page."""
    columns: list[list[Shot]] = [[]]
    for shot in shots:
        if columns[-1] and sum(one.height for one in columns[-1]) + shot.height > COLUMN_HEIGHT:
            columns.append([])
        columns[-1].append(shot)
    pages = [columns[at : at + COLUMNS] for at in range(0, len(columns), COLUMNS)]
    return [
        f"<style>{STYLE}</style><main>"
        + "".join("<section>" + "".join(shot.html for shot in column) + "</section>" for column in page)
        + "</main>"
        for page in pages
    ]


@asynccontextmanager
async def speaking(language: str) -> AsyncIterator[Stage]:
    """A bot among three people whose Telegram speaks this language."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/screens.db"
        decks = (DECK, load_deck("capitals"))
        async with staged(
            url, decks=decks, speaking=language, language=language, admins=frozenset({OPERATOR})
        ) as stage:
            yield stage


async def photograph(folder: Path, language: str, *, dark: bool, only: list[str]) -> None:
    """All scenes, or those named."""
    async with chromium() as browser:
        for name, scene in scenes.SCENES.items():
            if only and name not in only:
                continue
            async with speaking(language) as stage:
                tour = Tour(stage, browser, dark)
                try:
                    await scene(tour)
                finally:
                    for number, sheet in enumerate(sheets(tour.shots), 1):
                        page = await browser.new_page(viewport={"width": 1420, "height": 400})
                        await page.set_content(sheet)
                        await page.screenshot(path=folder / f"{language}-{name}-{number}.png", full_page=True)
                        await page.close()
                    for page in tour._pages.values():
                        await page.close()


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path, help="where the sheets go")
    parser.add_argument("scene", nargs="*", metavar="SCENE", help="which scenes (default: all)")
    parser.add_argument("--language", choices=LANGUAGES, required=True)
    parser.add_argument("--dark", action="store_true", help="dark instead of light")
    chosen = parser.parse_intermixed_args()
    chosen.folder.mkdir(parents=True, exist_ok=True)
    asyncio.run(photograph(chosen.folder, chosen.language, dark=chosen.dark, only=list(chosen.scene)))


if __name__ == "__main__":
    main()
