"""Whatever comes as an answer is judged, or told kindly why it is none."""

import pytest

from tests.support.databases import BOTH, ONE
from tests.support.stage import Learner, Stage

pytestmark = ONE

ZALGO = "m\u0301\u0302\u0303\u0304\u0305a\u0316\u0317rs"


async def question(ann: Learner, topic: str = "planets") -> Learner:
    """An open question."""
    return await ann.sends(f"/quiz {topic} 1")


async def still_open(ann: Learner) -> None:
    """The question can still be answered, for all points."""
    await ann.sends("mars")
    ann.sees_now(r"✅ Correct! \+10")


@pytest.mark.parametrize("nothing", ["\u200b\u200b", "\u2800" * 3 + "\u00ad", "\u3164", "\u200d\ufeff"])
async def test_nothing_to_be_seen_is_no_answer(ann: Learner, nothing: str) -> None:
    """Zero-width characters and the like."""
    await question(ann)
    await ann.sends(nothing)
    ann.sees_now("I need some text as an answer")
    await still_open(ann)


@BOTH
async def test_a_very_long_answer_is_refused_unjudged(ann: Learner) -> None:
    """4096 characters."""
    await question(ann)
    await ann.sends("mars " * 800)
    ann.sees_now("too long: 500 characters")
    await still_open(ann)


@pytest.mark.parametrize("odd", ["<b>", "&amp; &lt;", "</a>", "_*[`~|", "<script>alert(1)</script>"])
async def test_markup_is_just_text(ann: Learner, odd: str) -> None:
    """It is judged, and shown back literally."""
    await question(ann)
    await ann.sends(odd)
    ann.sees_now("❌ Not yet")
    await ann.sends(odd, to=ann.sees("red planet"))
    assert odd in ann.sees_now("Your first answer counts").text


async def test_what_is_no_text_is_turned_down(ann: Learner) -> None:
    """Photo, voice message, sticker, poll, contact; a file is looked through for cards."""
    await question(ann)
    for act in (
        lambda: ann.person.send_photo(ann.chat),
        lambda: ann.person.send_photo(ann.chat, caption="mars"),
        lambda: ann.person.send_voice(ann.chat),
        lambda: ann.person.send_sticker(ann.chat),
        lambda: ann.person.send_poll(ann.chat),
        lambda: ann.person.send_contact(ann.chat, "Mars", "+1"),
    ):
        await ann.does(act)
        assert ann.hears() == 1
        ann.sees_now("Please answer in text")
    await ann.does(lambda: ann.person.send_document(ann.chat, "a.txt", b"mars"))
    ann.sees_now("No cards found")
    await still_open(ann)


@pytest.mark.parametrize("odd", ["mars\x00\x00 or venus", "🪐🔴", "\u202esram", "😀" * 200])
@BOTH
async def test_odd_characters_are_judged_as_text(ann: Learner, odd: str) -> None:
    """Emoji and text that runs backwards."""
    await question(ann)
    await ann.sends(odd)
    ann.sees_now("❌ Not yet")


@pytest.mark.parametrize("same", ["ＭＡＲＳ", "Mars\u00a0", "MARS!!!", "mars\n", "“Mars”"])
async def test_other_forms_of_the_same_letters(ann: Learner, same: str) -> None:
    """Full width, no-break space, quotation marks."""
    await question(ann)
    await ann.sends(same)
    ann.sees_now("✅")


@pytest.mark.parametrize("number", ["٨", "８", "8.0", "8,0", "eight", "  8 "])
async def test_numbers_in_other_forms(ann: Learner, number: str) -> None:
    """Arabic and full-width digits, a comma, a word."""
    await question(ann, "numbers")
    await ann.sends(number)
    ann.sees_now("✅")


@pytest.mark.parametrize("number", ["1e9999999", "9" * 450, "nan", "inf", "-Infinity", "1_000", "0x8", "8" + "0" * 400])
@BOTH
async def test_monstrous_numbers_do_no_harm(ann: Learner, number: str) -> None:
    """An ordinary one is asked for, and the question stays open."""
    await question(ann, "numbers")
    await ann.sends(number)
    ann.sees_now("Please send an ordinary number, for example 12.5")
    await ann.sends("8")
    ann.sees_now(r"✅ Correct! \+10")


@pytest.mark.parametrize("number", ["9", "8.5", "1/2", "50 %", "eighty", "Infinite"])
async def test_other_numbers_are_just_wrong(ann: Learner, number: str) -> None:
    """They are judged."""
    await question(ann, "numbers")
    await ann.sends(number)
    ann.sees_now("❌ Not yet")


async def test_a_forwarded_message_is_no_answer(ann: Learner) -> None:
    """Somebody else's words, or the bot's own: the question stays open."""
    await question(ann)
    asked = ann.last
    await ann.does(lambda: ann.person.forward(ann.chat, asked))
    ann.sees_now("A forwarded message is no answer")
    await still_open(ann)


async def test_text_with_no_open_question(ann: Learner) -> None:
    """The way to one is a tap away; with daily questions on, the time of the next is told."""
    await ann.sends("hello there")
    ann.sees_now("No question is open", "Start")
    await ann.sends("/daily 09:30")
    await ann.sends("hello there")
    ann.sees_now("No question is open", "comes today at 09:30", r"\(UTC\)")


async def test_an_answer_to_yesterdays_question(ann: Learner, stage: Stage) -> None:
    """It is judged as practice."""
    await question(ann)
    old = ann.last
    await ann.sends("/quiz giants 1")
    await stage.time_passes(days=1)
    await ann.sends("mars", to=old)
    ann.sees_now("✅ Correct!", "was closed, so no points")
    assert await stage.scores() == {}


@BOTH
async def test_a_second_answer_does_not_count(ann: Learner, stage: Stage) -> None:
    """The first one is quoted."""
    await question(ann)
    asked = ann.last
    await ann.sends("venus")
    await ann.sends("mars", to=asked)
    ann.sees_now("Your first answer counts: “venus”", "not right")
    assert await stage.scores() == {}


@BOTH
async def test_an_edited_answer_changes_nothing(ann: Learner, stage: Stage) -> None:
    """And nothing is said."""
    await question(ann)
    await ann.sends("venus")
    mine = next(message for message in reversed(ann.chat.messages) if message.text == "venus")
    await ann.does(lambda: ann.person.edit(mine, "mars"))
    ann.sees_nothing_new()
    assert await stage.scores() == {}
