"""Sending, through python-telegram-bot: what arrives, and what Telegram refuses in which words."""

from typing import Any

import pytest
from telegram import (
    Bot,
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    MessageEntity,
    ReplyKeyboardMarkup,
    ReplyParameters,
)
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, NetworkError

from bot.playground import Group, Person, Playground, Role, World


async def refusal(attempt: Any) -> str:
    with pytest.raises((BadRequest, Forbidden)) as refused:
        await attempt
    return str(refused.value)


def inline(**button: Any) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[InlineKeyboardButton("Go", **button)]])


async def test_a_message_arrives_as_it_was_formatted(bot: Bot, ann: Person) -> None:
    sent = await bot.send_message(ann.id, "<b>Hi</b> &amp; <i>bye</i>", parse_mode="HTML")
    seen = ann.chat.last
    assert (seen.id, seen.text, seen.by_bot) == (sent.message_id, "Hi & bye", True)
    assert (seen.styled("bold"), seen.styled("italic")) == (["Hi"], ["bye"])
    assert [entity.type for entity in sent.entities] == ["bold", "italic"]


async def test_message_ids_are_counted_per_chat(bot: Bot, ann: Person, bo: Person) -> None:
    bo.start()
    first, second = await bot.send_message(ann.id, "a"), await bot.send_message(bo.id, "b")
    assert first.message_id == second.message_id == 2


async def test_entities_may_be_sent_instead_of_markup(bot: Bot, ann: Person) -> None:
    await bot.send_message(ann.id, "a < b", entities=[MessageEntity("bold", 0, 1)])
    assert ann.chat.last.styled("bold") == ["a"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "Message text is empty"),
        (" \n ", "Message text is empty"),
        ("x" * 4097, "Message is too long"),
        ("😀" * 2049, "Message is too long"),
    ],
)
async def test_text_limits(bot: Bot, ann: Person, text: str, words: str) -> None:
    assert await refusal(bot.send_message(ann.id, text)) == words


async def test_the_limit_counts_what_is_seen_not_the_markup(bot: Bot, ann: Person) -> None:
    await bot.send_message(ann.id, "<b>" + "&amp;" * 4096 + "</b>", parse_mode="HTML")
    assert ann.chat.last.text == "&" * 4096


async def test_markup_errors_carry_telegrams_words(bot: Bot, ann: Person) -> None:
    words = await refusal(bot.send_message(ann.id, "<3", parse_mode="HTML"))
    assert words == "Can't parse entities: unclosed start tag at byte offset 0"
    assert await refusal(bot.send_message(ann.id, "x", parse_mode="XML")) == "Unsupported parse_mode"


async def test_markdown_is_refused_loudly(bot: Bot, world: World, ann: Person) -> None:
    with pytest.raises(NetworkError, match="HTML only"):
        await bot.send_message(ann.id, "*x*", parse_mode="MarkdownV2")
    assert len(world.complaints) == 1


async def test_a_method_that_is_not_there_is_a_loud_error(bot: Bot, world: World, ann: Person) -> None:
    with pytest.raises(InvalidToken, match="sendDice"):
        await bot.send_dice(ann.id)
    assert world.complaints == ["sendDice: Not Found: method sendDice is not known to the playground"]


async def test_a_wrong_token_is_unauthorized(playground: Playground) -> None:
    stranger = Bot("1:wrong", base_url=f"{playground.url}/bot")
    with pytest.raises(InvalidToken, match="rejected"):
        await stranger.initialize()
    await stranger.shutdown()


# Keyboards


@pytest.mark.parametrize(
    ("button", "words"),
    [
        ({"callback_data": "x" * 65}, "Button_data_invalid"),
        ({"callback_data": "é" * 33}, "Button_data_invalid"),
        ({"url": "http://localhost:8080"}, "URL 'http://localhost:8080' is invalid: Wrong HTTP URL"),
        ({}, "Text buttons are unallowed in the inline keyboard"),
    ],
)
async def test_buttons_telegram_refuses(bot: Bot, ann: Person, button: dict[str, Any], words: str) -> None:
    refused = await refusal(bot.send_message(ann.id, "x", reply_markup=inline(**button)))
    assert words.lower() in refused.lower()


async def test_buttons_are_seen_in_reading_order(bot: Bot, ann: Person) -> None:
    rows = [[InlineKeyboardButton("A", callback_data="é" * 32), InlineKeyboardButton("B", url="example.org")]]
    sent = await bot.send_message(ann.id, "x", reply_markup=InlineKeyboardMarkup(rows))
    assert ann.chat.last.buttons == ["A", "B"]
    assert sent.reply_markup is not None
    assert sent.reply_markup.inline_keyboard[0][1].url == "http://example.org/"


async def test_a_location_can_be_asked_for_in_private_only(bot: Bot, ann: Person, group: Group) -> None:
    keyboard = ReplyKeyboardMarkup([[KeyboardButton("Where I am", request_location=True)]])
    await bot.send_message(ann.id, "Where?", reply_markup=keyboard)
    assert ann.chat.reply_keyboard(ann) is not None
    words = await refusal(bot.send_message(group.id, "Where?", reply_markup=keyboard))
    assert words == "Location can be requested in private chats only"


async def test_a_selective_reply_is_for_the_one_answered(bot: Bot, ann: Person, bo: Person, group: Group) -> None:
    asked = bo.send(group, "/quiz")
    await bot.send_message(group.id, "Yes?", reply_to_message_id=asked.id, reply_markup=ForceReply(selective=True))
    assert group.reply_keyboard(bo) is not None
    assert group.reply_keyboard(ann) is None


# Where a bot may write


async def test_a_bot_cannot_begin_a_conversation(bot: Bot, bo: Person) -> None:
    assert await refusal(bot.send_message(bo.id, "Hi")) == "Forbidden: bot can't initiate conversation with a user"
    assert await refusal(bot.send_message(999, "Hi")) == "Chat not found"


async def test_who_has_blocked_the_bot_hears_nothing_until_restart(bot: Bot, ann: Person) -> None:
    ann.block_bot()
    assert await refusal(bot.send_message(ann.id, "Hi")) == "Forbidden: bot was blocked by the user"
    ann.start()
    await bot.send_message(ann.id, "Hi")


async def test_deleted_accounts(bot: Bot, ann: Person) -> None:
    ann.delete_account()
    assert await refusal(bot.send_message(ann.id, "Hi")) == "Forbidden: user is deactivated"


async def test_groups_the_bot_is_not_in(bot: Bot, world: World, ann: Person, group: Group) -> None:
    group.kick_bot()
    assert await refusal(bot.send_message(group.id, "Hi")) == "Forbidden: bot was kicked from the group chat"
    strange = world.group("Others", [ann], supergroup=True, bot=Role.LEFT)
    assert await refusal(bot.send_message(strange.id, "Hi")) == "Forbidden: bot is not a member of the supergroup chat"


async def test_a_group_that_has_moved_says_where(bot: Bot, group: Group) -> None:
    successor = group.migrate()
    with pytest.raises(ChatMigrated) as moved:
        await bot.send_message(group.id, "Hi")
    assert moved.value.new_chat_id == successor.id < -1_000_000_000_000
    await bot.send_message(successor.id, "Hi")


async def test_a_bot_without_the_right_to_write(bot: Bot, group: Group) -> None:
    group.bot_may_write = False
    assert await refusal(bot.send_message(group.id, "Hi")) == "Not enough rights to send text messages to the chat"


# Replies and topics


async def test_replying_to_what_is_gone(bot: Bot, ann: Person) -> None:
    asked = ann.send(ann.chat, "?")
    ann.delete(asked)
    reply = ReplyParameters(asked.id)
    assert await refusal(bot.send_message(ann.id, "!", reply_parameters=reply)) == "Message to be replied not found"
    forgiving = ReplyParameters(asked.id, allow_sending_without_reply=True)
    sent = await bot.send_message(ann.id, "!", reply_parameters=forgiving)
    assert sent.reply_to_message is None


async def test_topics(bot: Bot, world: World, ann: Person) -> None:
    forum = world.group("Forum", [ann], forum=True)
    thread = forum.topic("Quiz")
    sent = await bot.send_message(forum.id, "Hi", message_thread_id=thread)
    assert sent.is_topic_message
    assert sent.message_thread_id == thread
    # What answers nothing in a topic answers the topic itself: a trap for bots that look at replies.
    assert sent.reply_to_message is not None
    assert sent.reply_to_message.forum_topic_created is not None
    for nowhere in (1, 999):
        words = await refusal(bot.send_message(forum.id, "Hi", message_thread_id=nowhere))
        assert words == "Message thread not found"
    forum.close_topic(thread)
    assert await refusal(bot.send_message(forum.id, "Hi", message_thread_id=thread)) == "Topic_closed"


async def test_an_answer_in_a_topic_stays_there(bot: Bot, world: World, ann: Person) -> None:
    forum = world.group("Forum", [ann], forum=True)
    asked = ann.send(forum, "/quiz", thread=forum.topic("Quiz"))
    sent = await bot.send_message(forum.id, "!", reply_to_message_id=asked.id)
    assert sent.message_thread_id == asked.thread


# Actions and reactions


async def test_reactions_come_from_a_fixed_list(bot: Bot, ann: Person) -> None:
    asked = ann.send(ann.chat, "42")
    await bot.set_message_reaction(ann.id, asked.id, "🎉")
    assert asked.reactions == {bot.id: "🎉"}
    assert await refusal(bot.set_message_reaction(ann.id, asked.id, "✅")) == "Reaction_invalid"
    await bot.set_message_reaction(ann.id, asked.id, None)
    assert asked.reactions == {}


async def test_typing_is_seen_and_not_kept(bot: Bot, world: World, ann: Person) -> None:
    heard: list[str] = []
    world.listen(lambda change: heard.append(change.kind))
    await bot.send_chat_action(ann.id, "typing")
    assert heard == ["typing"]
    assert await refusal(bot.send_chat_action(ann.id, "thinking")) == "Wrong parameter action in request"
