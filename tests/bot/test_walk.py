"""The whole walk in a real browser: welcome, verdicts, stats, tomorrow's question, a group round, the board.

With DAILYDECK_SCREENSHOTS naming a folder, every stop leaves a picture there.
"""

import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, expect

from tests.support.browser import chromium, needs_browser, open_page
from tests.support.stage import RIGHT, Stage, staged

pytestmark = needs_browser
PICTURES = os.environ.get("DAILYDECK_SCREENSHOTS")


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    async with chromium() as browser:
        yield browser


@pytest.fixture
async def stage(sqlite_url: str) -> AsyncIterator[Stage]:
    """The browser sees no database: one kind is enough here."""
    async with staged(sqlite_url) as stage:
        yield stage


async def picture(page: Page, name: str) -> None:
    """A screenshot, where somebody wants to look."""
    if PICTURES:
        await page.wait_for_timeout(300)
        await page.screenshot(path=Path(PICTURES) / f"{name}.png")


class Reader:
    """Somebody at the page."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.see = page.get_by_test_id
        self.said = page.locator("[data-testid=message][data-from=bot]")

    async def writes(self, text: str) -> None:
        """Types and sends."""
        await self.see("composer").fill(text)
        await self.see("send").click()

    async def reads(self, *texts: str) -> None:
        """The newest message of the bot holds all of these."""
        for text in texts:
            await expect(self.said.last).to_contain_text(text)

    async def presses(self, label: str) -> None:
        """The newest button with this label."""
        await self.see("inline-button").filter(has_text=label).last.click()

    async def knows(self) -> str:
        """The right answer to the question that stands last."""
        text = await self.said.last.text_content() or ""
        return next(answer for question, answer in RIGHT.items() if question in text)


@pytest.mark.parametrize("phone", [False, True], ids=["desktop", "phone"])
async def test_the_walk(browser: Browser, stage: Stage, phone: bool) -> None:
    page, problems = await open_page(browser, stage.served.url, phone=phone)
    reader = Reader(page)
    name = "phone" if phone else "desktop"
    see, writes, reads, presses = reader.see, reader.writes, reader.reads, reader.presses

    if phone:
        await see("chat-private").first.click()
    await see("start").click()
    await reads("Hi Ann!")
    await picture(page, f"{name}-1-welcome")
    await presses("Solar system")
    await reads("1 of 5")
    await writes("/quiz planets 1")
    await reads("red planet")
    await writes("mars")
    await reads("✅ Correct! +10", "Answer: Mars")
    await writes("/quiz rocks 1")
    await reads("four rocky planets")
    await writes("earth, venus")
    await reads("🟡 Partly right", "Missing: Mercury")
    await picture(page, f"{name}-2-verdicts")
    await writes("/quiz earth 1")
    await reads("seasons")
    await presses("Hint")
    await reads("💡")
    await writes("because it is nearer to the sun")
    await reads("❌ Not yet")
    await picture(page, f"{name}-3-wrong")
    await writes("/stats")
    await reads("Your progress", "Streak: 1 day")
    await picture(page, f"{name}-4-stats")
    await writes("/daily 09:00 2")
    await reads("2 questions every day at 09:00")

    if phone:
        await see("back").click()
    await see("clock-tomorrow").click()
    if phone:
        await see("chat-private").first.click()
    await reads("Your daily questions · 1 of 2")
    await writes(await reader.knows())
    await reads("✅ Correct!")
    await picture(page, f"{name}-5-next-morning")

    if phone:
        await see("back").click()
    await see("chat-group").click()
    await writes("/quiz planets 1")
    await reads("Question 1 of 1", "red planet")
    await reader.said.last.hover()
    await reader.said.last.get_by_test_id("reply").click()
    await writes("mars")
    await reads("Answered: Ann Archer")
    await picture(page, f"{name}-6-group")
    await stage.time_passes(seconds=61)
    await reads("The quiz is over", "🥇 Ann Archer · 13")
    await presses("Leaderboard")
    await reads("This week in this group", "🥇 Ann Archer · 13")
    await picture(page, f"{name}-7-board")
    assert problems == []


async def test_the_first_minutes_in_french(browser: Browser, stage: Stage) -> None:
    """Chloé's Telegram speaks French."""
    page, problems = await open_page(browser, stage.served.url)
    reader = Reader(page)
    await reader.see("person-chloe").click()
    await reader.see("start").click()
    await reader.reads("Salut Chloé", "Choisis un paquet")
    await reader.writes("/quiz planets 1")
    await reader.writes("Mars")
    await reader.reads("✅ Juste !", "Réponse : Mars")
    await reader.writes("/settings")
    await reader.reads("Réglages", "Fuseau horaire")
    await reader.see("theme").click()
    await picture(page, "french-dark")
    assert problems == []
