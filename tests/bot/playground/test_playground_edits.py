"""Changing and deleting messages."""

from datetime import timedelta

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, InputMediaDocument, InputMediaPhoto
from telegram.error import BadRequest

from bot.playground import Group, Person, World
from bot.playground.files import TINY_PNG

KEYS = InlineKeyboardMarkup([[InlineKeyboardButton("Go", callback_data="go")]])


async def test_an_edit_shows_and_takes_the_buttons_away(bot: Bot, ann: Person) -> None:
    sent = await bot.send_message(ann.id, "one", reply_markup=KEYS)
    await sent.edit_text("<b>two</b>", parse_mode="HTML")
    seen = ann.chat.last
    assert (seen.text, seen.styled("bold"), seen.buttons) == ("two", ["two"], [])
    assert seen.edited is not None


async def test_an_edit_that_changes_nothing_is_refused(bot: Bot, ann: Person) -> None:
    sent = await bot.send_message(ann.id, "<b>one</b>", parse_mode="HTML", reply_markup=KEYS)
    with pytest.raises(BadRequest) as refused:
        await sent.edit_text("<strong>one</strong> ", parse_mode="HTML", reply_markup=KEYS)
    assert str(refused.value) == (
        "Message is not modified: specified new message content and reply markup are exactly the same as a current "
        "content and reply markup of the message"
    )
    await sent.edit_text("one", reply_markup=KEYS)  # the same letters without bold are another message


async def test_new_buttons_leave_no_mark(bot: Bot, ann: Person) -> None:
    sent = await bot.send_message(ann.id, "one", reply_markup=KEYS)
    await sent.edit_reply_markup(None)
    assert ann.chat.last.buttons == []
    assert ann.chat.last.edited is None
    with pytest.raises(BadRequest, match="not modified"):
        await sent.edit_reply_markup(None)


async def test_what_cannot_be_edited(bot: Bot, ann: Person) -> None:
    mine = ann.send(ann.chat, "mine")
    with pytest.raises(BadRequest, match="Message can't be edited"):
        await bot.edit_message_text("yours", ann.id, mine.id)
    with pytest.raises(BadRequest, match="Message to edit not found"):
        await bot.edit_message_text("nothing", ann.id, 999)


async def test_text_and_captions_are_different_things(bot: Bot, ann: Person) -> None:
    text = await bot.send_message(ann.id, "text")
    photo = await bot.send_photo(ann.id, TINY_PNG, caption="caption")
    with pytest.raises(BadRequest, match="There is no text in the message to edit"):
        await photo.edit_text("x")
    with pytest.raises(BadRequest, match="There is no caption in the message to edit"):
        await text.edit_caption("x")
    await photo.edit_caption("<i>new</i>", parse_mode="HTML")
    assert ann.chat.last.styled("italic") == ["new"]


async def test_another_picture_in_place_of_this_one(bot: Bot, ann: Person) -> None:
    sent = await bot.send_photo(ann.id, TINY_PNG)
    await sent.edit_media(InputMediaDocument(b"abc", caption="file", filename="a.txt"))
    attachment = ann.chat.last.attachment
    assert attachment is not None
    assert attachment.file is not None
    assert (attachment.kind, attachment.file.data, ann.chat.last.text) == ("document", b"abc", "file")
    with pytest.raises(BadRequest, match="Image_process_failed"):
        await sent.edit_media(InputMediaPhoto(b"no picture"))


async def test_deleting(bot: Bot, world: World, ann: Person) -> None:
    sent = await bot.send_message(ann.id, "one")
    await sent.delete()
    assert "one" not in [message.text for message in ann.chat.messages]
    with pytest.raises(BadRequest, match="Message to delete not found"):
        await sent.delete()
    old = await bot.send_message(ann.id, "two")
    world.clock.advance(timedelta(hours=49))
    with pytest.raises(BadRequest, match="Message can't be deleted for everyone"):
        await old.delete()


async def test_in_a_group_only_administrators_delete_what_others_wrote(bot: Bot, bo: Person, group: Group) -> None:
    said = bo.send(group, "off topic")
    with pytest.raises(BadRequest, match="can't be deleted"):
        await bot.delete_message(group.id, said.id)
    group.promote_bot()
    await bot.delete_message(group.id, said.id)
    assert said not in group.messages


async def test_deleting_many_passes_over_what_is_not_there(bot: Bot, ann: Person) -> None:
    sent = await bot.send_message(ann.id, "one")
    await bot.delete_messages(ann.id, [sent.message_id, 999])
    assert ann.chat.from_bot == []


async def test_a_persons_edit_is_told(bot: Bot, ann: Person) -> None:
    said = ann.send(ann.chat, "firts")
    ann.edit(said, "first")
    updates = await bot.get_updates()
    assert updates[-1].edited_message is not None
    assert updates[-1].edited_message.text == "first"
    assert ann.chat.last.edited is not None
