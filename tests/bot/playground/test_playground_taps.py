"""Buttons: taps, toasts, deep links, and answers that come too late."""

from datetime import timedelta

import pytest
from telegram import Bot, CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import BadRequest

from bot.playground import Group, Message, Person, World

KEYS = InlineKeyboardMarkup(
    [
        [InlineKeyboardButton("💡 Hint", callback_data="hint:1"), InlineKeyboardButton("Skip", callback_data="skip:1")],
        [InlineKeyboardButton("Answer in private", url="https://t.me/dailydeck_bot?start=q_1")],
    ]
)


async def question(bot: Bot, person: Person) -> Message:
    await bot.send_message(person.id, "Question?", reply_markup=KEYS)
    return person.chat.last


async def last_query(bot: Bot) -> CallbackQuery:
    query = (await bot.get_updates())[-1].callback_query
    assert query is not None
    return query


async def test_a_tap_brings_its_payload_and_shows_the_answer(bot: Bot, ann: Person) -> None:
    tap = ann.tap(await question(bot, ann), "Hint")
    query = await last_query(bot)
    assert (query.data, query.from_user.id) == ("hint:1", ann.id)
    assert query.message is not None
    assert query.message.message_id == ann.chat.last.id
    await query.answer("It begins with r", show_alert=True)
    assert (tap.answered, tap.text, tap.alert) == (True, "It begins with r", True)


async def test_buttons_are_found_by_label_or_payload(bot: Bot, ann: Person) -> None:
    message = await question(bot, ann)
    assert ann.tap(message, "skip:1").data == "skip:1"
    assert ann.tap(message, "Skip").data == "skip:1"
    with pytest.raises(LookupError, match="Answer in private"):
        ann.tap(message, "Give up")


async def test_a_tap_is_answered_once_and_soon(bot: Bot, world: World, ann: Person) -> None:
    message = await question(bot, ann)
    ann.tap(message, "Skip")
    query = await last_query(bot)
    await query.answer()
    with pytest.raises(BadRequest, match="Query is too old and response timeout expired or query id is invalid"):
        await query.answer()
    ann.tap(message, "Skip")
    late = await last_query(bot)
    world.clock.advance(timedelta(hours=1))
    with pytest.raises(BadRequest, match="too old"):
        await late.answer()


async def test_a_toast_is_short(bot: Bot, ann: Person) -> None:
    ann.tap(await question(bot, ann), "Skip")
    query = await last_query(bot)
    with pytest.raises(BadRequest, match="Message_too_long"):
        await query.answer("x" * 201)


async def test_stale_and_forged_taps_arrive_too(bot: Bot, ann: Person) -> None:
    message = await question(bot, ann)
    ann.tap_data(message, "forged:99")
    assert (await last_query(bot)).data == "forged:99"
    ann.tap_data(message, "hint:1", inaccessible=True)
    hidden = (await last_query(bot)).message
    assert hidden is not None
    assert not hidden.is_accessible


async def test_a_deep_link_opens_the_private_chat(bot: Bot, world: World, bo: Person, group: Group) -> None:
    await bot.send_message(group.id, "Question?", reply_markup=KEYS)
    bo.tap(group.last, "Answer in private")
    assert bo.chat.last.text == "/start q_1"
    assert world.updates.pending[-1]["message"]["text"] == "/start q_1"
    assert bo.follow("https://example.org/") is None
