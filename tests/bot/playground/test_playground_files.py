"""Pictures and documents, both ways."""

import pytest
from telegram import Bot, InputFile
from telegram.error import BadRequest

from bot.playground import Person, Playground
from bot.playground.files import TINY_PNG, image_size

JPEG = bytes.fromhex("ffd8ffe000104a46494600010100000100010000ffc0001108012c01900301220002110103110100ffd9")


async def test_a_picture_can_be_sent_and_fetched(bot: Bot, ann: Person) -> None:
    sent = await bot.send_photo(ann.id, TINY_PNG, caption="A <b>dot</b>", parse_mode="HTML")
    assert ann.chat.last.styled("bold") == ["dot"]
    file = await bot.get_file(sent.photo[-1].file_id)
    assert bytes(await file.download_as_bytearray()) == TINY_PNG


async def test_a_document_keeps_its_name(bot: Bot, ann: Person) -> None:
    sent = await bot.send_document(ann.id, InputFile(b"a,b", filename="deck.csv"))
    assert sent.document is not None
    assert (sent.document.file_name, sent.document.file_size) == ("deck.csv", 3)
    again = await bot.send_document(ann.id, sent.document.file_id)
    assert again.document is not None
    assert again.document.file_id == sent.document.file_id


async def test_what_a_person_sends_can_be_downloaded(bot: Bot, ann: Person) -> None:
    ann.send_document(ann.chat, "deck.tsv", b"q\ta", mime="text/tab-separated-values", caption="my deck")
    message = (await bot.get_updates())[-1].message
    assert message is not None
    assert message.document is not None
    assert message.caption == "my deck"
    file = await message.document.get_file()
    assert bytes(await file.download_as_bytearray()) == b"q\ta"


async def test_everything_else_a_person_can_send_is_read_by_the_library(bot: Bot, ann: Person) -> None:
    before = len(await bot.get_updates())
    ann.send_photo(ann.chat)
    ann.send_sticker(ann.chat)
    ann.send_voice(ann.chat)
    ann.send_location(ann.chat, 48.85, 2.35)
    ann.send_poll(ann.chat)
    ann.send_contact(ann.chat, "Bo", "+33100000000")
    ann.forward(ann.chat, ann.chat.messages[0])
    messages = [update.message for update in (await bot.get_updates())[before:]]
    kinds = ["photo", "sticker", "voice", "location", "poll", "contact", "forward_origin"]
    assert all(getattr(message, kind) for message, kind in zip(messages, kinds, strict=True))


@pytest.mark.parametrize(
    ("data", "words"),
    [(b"no picture", "Image_process_failed"), (b"", "File must be non-empty")],
)
async def test_what_is_no_picture(bot: Bot, ann: Person, data: bytes, words: str) -> None:
    with pytest.raises(BadRequest, match=words):
        await bot.send_photo(ann.id, data)


async def test_captions_are_shorter_than_messages(bot: Bot, ann: Person) -> None:
    with pytest.raises(BadRequest, match="Message caption is too long"):
        await bot.send_photo(ann.id, TINY_PNG, caption="x" * 1025)


async def test_nothing_is_fetched_from_outside(bot: Bot, ann: Person) -> None:
    with pytest.raises(BadRequest, match="Failed to get http url content"):
        await bot.send_photo(ann.id, "https://example.org/cat.png")
    with pytest.raises(BadRequest, match="Wrong file identifier"):
        await bot.send_photo(ann.id, "AgACAgIAAxkBAAI")


async def test_big_files_cannot_be_downloaded(bot: Bot, ann: Person, playground: Playground) -> None:
    ann.send_document(ann.chat, "big.bin", bytes(20 * 1024 * 1024 + 1))
    attachment = ann.chat.last.attachment
    assert attachment is not None
    assert attachment.file is not None
    with pytest.raises(BadRequest, match="File is too big"):
        await bot.get_file(attachment.file.id)
    assert playground.world.complaints == []


def test_pictures_are_measured() -> None:
    assert image_size(TINY_PNG) == (1, 1)
    assert image_size(JPEG) == (400, 300)
    assert image_size(b"GIF89a\x02\x00\x03\x00") == (2, 3)
    assert image_size(JPEG[:8]) is None
    assert image_size(b"%PDF") is None
