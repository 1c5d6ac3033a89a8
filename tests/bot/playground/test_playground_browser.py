"""The chat page in a real browser, with a small bot at the other end."""

from collections.abc import AsyncIterator
from urllib.parse import urlsplit

import pytest
from playwright.async_api import Browser, expect
from telegram import ForceReply, InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import (
    Application,
    ApplicationBuilder,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    MessageHandler,
    filters,
)

from bot.playground import Group, Person, Playground, World, serve
from bot.playground.files import TINY_PNG
from tests.support.browser import chromium, needs_browser, open_page

WELCOME = "<b>Welcome</b>, the word is <tg-spoiler>recall</tg-spoiler> &lt;script&gt;alert(1)&lt;/script&gt;"
pytestmark = needs_browser
Context = ContextTypes.DEFAULT_TYPE


async def start(update: Update, context: Context) -> None:
    assert update.message is not None
    if context.args:
        await update.message.reply_text(f"Opened with {context.args[0]}")
        return
    keys = InlineKeyboardMarkup([[InlineKeyboardButton("Go", callback_data="go")]])
    await update.message.reply_html(WELCOME, reply_markup=keys)


async def quiz(update: Update, _: Context) -> None:
    assert update.message is not None
    link = InlineKeyboardButton("Answer in private", url="https://t.me/dailydeck_bot?start=q_1")
    await update.message.reply_text("Question?", reply_markup=InlineKeyboardMarkup([[link]]))
    await update.message.reply_text("Your turn", reply_markup=ForceReply(input_field_placeholder="Your answer"))


async def tapped(update: Update, _: Context) -> None:
    query = update.callback_query
    assert query is not None
    await query.answer("Off we go", show_alert=True)
    await query.edit_message_text("Gone")


async def echo(update: Update, _: Context) -> None:
    assert update.message is not None
    await update.message.reply_text(f"You said {update.message.text}", do_quote=True)


@pytest.fixture
async def echo_bot(playground: Playground) -> AsyncIterator[None]:
    builder = ApplicationBuilder().token(playground.world.token).base_url(f"{playground.url}/bot")
    app: Application = builder.build()  # type: ignore[type-arg]  # its six parameters say nothing here
    app.add_handler(CommandHandler("start", start))
    app.add_handler(CommandHandler("quiz", quiz))
    app.add_handler(CallbackQueryHandler(tapped))
    app.add_handler(MessageHandler(filters.TEXT & filters.UpdateType.MESSAGE, echo))
    assert app.updater is not None
    async with app:
        await app.bot.set_my_commands([("start", "Begin"), ("quiz", "A question")])
        await app.bot.set_my_description("Asks a question a day.")
        await app.start()
        await app.updater.start_polling(timeout=5)
        yield
        await app.updater.stop()
        await app.stop()


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    async with chromium() as browser:
        yield browser


@pytest.mark.usefixtures("echo_bot")
async def test_the_page_on_a_desktop(browser: Browser, playground: Playground, world: World, group: Group) -> None:
    """START, a tap, a reply, an edit, a picture, a command from the menu, a deep link, and the clock."""
    page, problems = await open_page(browser, playground.url)
    see = page.get_by_test_id
    messages, bubbles = see("message"), page.locator("[data-testid=message][data-from=bot]")

    await expect(see("welcome")).to_contain_text("Asks a question a day.")
    await see("start").click()
    await expect(bubbles.last.locator("strong")).to_have_text("Welcome")
    await expect(bubbles.last).to_contain_text("<script>alert(1)</script>")
    await bubbles.last.locator(".spoiler").click()
    await expect(bubbles.last.locator(".spoiler-text")).to_be_visible()

    await see("inline-button").click()
    await expect(see("alert")).to_contain_text("Off we go")
    await see("alert-ok").click()
    await expect(bubbles.last).to_contain_text("Gone")
    await expect(bubbles.last.get_by_test_id("edited")).to_be_visible()
    await expect(see("inline-button")).to_have_count(0)

    await see("composer").fill("two")
    await see("composer").press("Shift+Enter")
    await see("composer").type("lines")
    await see("composer").press("Enter")
    await expect(bubbles.last).to_contain_text("You said two\nlines", use_inner_text=True)
    await expect(bubbles.last.get_by_test_id("quote")).to_contain_text("two lines")

    mine = page.locator("[data-testid=message][data-from=ann]").last
    await mine.hover()
    await mine.get_by_test_id("edit").click()
    await see("composer").fill("two words")
    await see("send").click()
    await expect(mine.get_by_test_id("edited")).to_be_visible()
    assert world.people[0].chat.messages[-2].text == "two words"

    async with page.expect_file_chooser() as chooser:
        await see("attach").click()
        await see("attach-photo").click()
    picture = {"name": "dot.png", "mimeType": "image/png", "buffer": TINY_PNG}
    await (await chooser.value).set_files(picture)  # type: ignore[arg-type]  # a FilePayload is a plain dict
    await expect(see("photo").locator("img")).to_be_visible()

    await see("chat-group").click()
    await see("commands-menu").click()
    await see("command").filter(has_text="/quiz").click()
    await expect(see("reply-bar")).to_contain_text("Your turn")
    await expect(see("composer")).to_have_attribute("placeholder", "Your answer")
    await see("composer").fill("in the group")
    await see("send").click()
    await expect(bubbles.last).to_contain_text("You said in the group")
    assert group.messages[-2].reply_to is group.messages[-3]

    await see("person-chloe").click()
    await expect(see("header-title")).to_have_text("Study group")
    await see("inline-button").click()
    await expect(see("header-title")).to_have_text("Dailydeck")
    await expect(messages.last).to_contain_text("Opened with q_1")

    await expect(see("clock-time")).to_have_text("Mon 2 Mar 09:00")
    await see("zone").select_option("Europe/Paris")
    await see("clock-tomorrow").click()
    await expect(see("clock-time")).to_have_text("Tue 3 Mar 09:00")
    assert (world.now().day, world.now().hour) == (3, 8)
    assert world.complaints == []
    assert problems == []


@pytest.mark.usefixtures("echo_bot")
async def test_the_page_on_a_phone(browser: Browser, playground: Playground, bo: Person, group: Group) -> None:
    """One pane at a time, badges for what one has not seen, light and dark."""
    page, problems = await open_page(browser, playground.url, phone=True)
    see = page.get_by_test_id
    await expect(see("composer")).not_to_be_visible()
    bo.send(group, "anybody here?")
    row = see("chat-group")
    await expect(row.get_by_test_id("unread")).to_have_text("1")
    await row.tap()
    await expect(see("message").last).to_contain_text("anybody here?")
    await see("message").last.get_by_test_id("reply").tap()
    await expect(see("reply-bar")).to_contain_text("Reply to Bo")
    await see("composer").fill("I am")
    await see("send").tap()
    await expect(see("message").last.get_by_test_id("quote")).to_contain_text("anybody here?")
    await see("back").tap()
    await expect(see("composer")).not_to_be_visible()
    await expect(row.get_by_test_id("unread")).to_have_count(0)
    await see("theme").tap()
    await expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    wide = await page.evaluate("document.documentElement.scrollWidth")
    assert wide == 390
    assert problems == []


async def test_the_page_comes_back_after_a_lost_connection(browser: Browser, world: World, ann: Person) -> None:
    """What was said meanwhile is there once, in order, and what was being written is not lost."""
    first = await serve(world, port=0)
    page, _ = await open_page(browser, first.url)
    await page.get_by_test_id("composer").fill("half a thought")
    await first.close()
    await expect(page.locator("body")).to_have_class("offline")
    ann.send(ann.chat, "said while nobody listened")
    second = await serve(world, port=urlsplit(first.url).port or 0)
    await expect(page.locator("body")).not_to_have_class("offline")
    texts = page.get_by_test_id("text")
    await expect(texts).to_have_count(2)
    ann.send(ann.chat, "and after")
    await expect(texts).to_have_count(3)
    await expect(texts.nth(1)).to_contain_text("said while nobody listened")
    await expect(page.get_by_test_id("composer")).to_have_value("half a thought")
    await second.close()
