"""/stats: one picture, and the same in words."""

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.conversation import picture, progress
from bot.conversation.screen import CAPTION_LIMIT
from bot.conversation.words import LANGUAGES, Words
from bot.playground.entities import utf16_length
from bot.playground.files import image_size
from bot.playground.markup import parse_html
from bot.tutor.progress import Progress, Span, Topic
from bot.tutor.schedule import DUE_A_DAY, levelled
from bot.tutor.streak import streak
from storage.tables import Memory
from tests.support.databases import BOTH, ONE
from tests.support.stage import DECK, Learner, Stage

pytestmark = ONE

TODAY = date(2026, 3, 2)
NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def some_progress(*names: str, span: Span = Span.MONTH, days: int = 400) -> Progress:
    """A learner with these topics who has answered every day for so long."""
    practised = dict.fromkeys((TODAY - timedelta(days=ago) for ago in range(days)), 7)
    topics = tuple(Topic(name, 9_999, 8_888, 7_777, 6_666) for name in names)
    now = streak(practised, TODAY)
    return Progress(span, TODAY, 123_456, now, practised, 10_000, 9_000, DECK, topics, (20, 20, 0, 20, 1, 20, 20))


def drawn(name: str) -> bytes:
    """The picture of somebody with one topic."""
    return picture.png(picture.draw(progress.facts(Words("en"), some_progress(name))))


@BOTH
async def test_the_picture_and_the_words(ann: Learner) -> None:
    """A photo with a caption that says everything; its buttons change both in place, and a second tap nothing."""
    await ann.sends("/stats")
    ann.sees_now("Nothing to show yet")
    assert ann.last.attachment is None
    await ann.sends("/quiz planets 1")
    await ann.answers_right()
    await ann.sends("/stats")
    shown = ann.sees_now("Your progress · last 30 days", "Streak: 1 day", "1 answer, 100% right", "1 of 30 days", "10 ")
    assert shown.attachment is not None
    assert shown.attachment.file is not None
    assert shown.attachment.file.mime == "image/png"
    first = shown.attachment.file
    await ann.taps("Week", shown)
    assert ann.last is shown
    ann.sees_now("last 7 days", "1 of 7 days", "✓ Week")
    assert shown.attachment.file is not first
    await ann.taps("All time", shown)
    ann.sees_now("all time", "1 of 1 day")
    await ann.taps("All time", shown)
    assert ann.last is shown


async def test_words_alone(ann: Learner, stage: Stage) -> None:
    """Whoever wants no pictures gets none, and what stands in the chat already changes as what it is."""
    await ann.sends("/quiz planets 1")
    await ann.answers_right()
    await ann.sends("/stats")
    pictured = ann.last
    async with stage.store() as store:
        chat = await store.chats.get(ann.chat.id)
        assert chat is not None
        await store.chats.prefer(chat, plain=True)
    await ann.sends("/stats")
    shown = ann.sees_now("Your progress", "planets: new", "Nothing is due")
    assert shown.attachment is None
    await ann.taps("Week", shown)
    assert "last 7 days" in shown.text
    await ann.taps("Week", pictured)
    assert "last 7 days" in pictured.text
    assert pictured.attachment is not None


async def test_a_picture_that_cannot_be_drawn_is_not_the_end(ann: Learner, monkeypatch: pytest.MonkeyPatch) -> None:
    """Then there are the words."""
    await ann.sends("/quiz planets 1")
    await ann.answers_right()
    monkeypatch.setattr(picture, "FONTS", ["/no/such/font.ttf"])
    await ann.sends("/stats")
    ann.sees_now("Your progress", "Streak: 1 day")


async def test_not_in_groups(ann_here: Learner) -> None:
    """One's own numbers are nobody else's business."""
    await ann_here.sends("/stats")
    ann_here.sees_now("works in our private chat")


def test_text_is_drawn() -> None:
    """In every script: a font that is missing would leave the picture as it is without the text."""
    blank = drawn("")
    scripts = ["evaluation", "Оценка", "التقييم العام", "评估模型", "テスト", "한국", "שלום", "बहस", "ไทย", "ስም"]
    pictures = {blank, *(drawn(name) for name in scripts)}
    assert len(pictures) == len(scripts) + 1


def test_what_cannot_be_drawn_is_left_out() -> None:
    """Emoji, controls of direction, half characters; what is too long shows an ellipsis."""
    assert picture.drawable("a🎉🚀\u202e b\ud800\x00 👩‍👩‍👧") == "a b"
    assert drawn("🎉") == drawn("\u202e\u2066")
    assert picture.shortened("W" * 60, 38, 500).endswith("…")
    assert image_size(drawn("<b>&amp;\"'" + "W" * 60 + "]]>")) is not None


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("span", Span)
def test_the_caption_fits(language: str, span: Span) -> None:
    """With the longest names of topics and numbers as large as they get."""
    for name in ("W" * 60, "评" * 60, "مرحبا " * 10, "😀" * 60):
        done = some_progress(*(name + str(number) for number in range(12)), span=span)
        shown = progress.screen(Words(language), done, pictured=True)
        assert utf16_length(parse_html(shown.text).text) <= CAPTION_LIMIT
        assert shown.picture is not None
        assert len(shown.picture) < 40_000
        width, height = image_size(picture.png(shown.picture)) or (0, 0)
        assert width == 1080
        assert height < 2_000


@pytest.mark.parametrize(("language", "tuesday"), [("de", "Di"), ("fr", "ma"), ("pt", "T")])
def test_the_days_of_a_month_are_headed_as_calendars_are(language: str, tuesday: str) -> None:
    """By two letters, or by one where two are the same for several days ("qua", "qui")."""
    shown = picture.draw(progress.facts(Words(language), some_progress("moon")))
    assert f">{tuesday}</text>" in shown
    assert ">qu</text>" not in shown


def test_right_to_left_names_stay_in_their_place() -> None:
    """No control of direction of theirs reaches the caption, where it would turn the line around; ours keep it in."""
    text = progress.text(Words("en"), some_progress("\u202eabc\u2067 שלום"))
    assert "\u2068abc שלום\u2069" in text
    assert not set("\u202a\u202b\u202d\u202e\u2066\u2067\u200f") & set(text)
    assert text.count("\u2068") == text.count("\u2069")


def test_too_much_for_a_day_waits_for_the_next() -> None:
    """What is due in all stays the same."""
    assert levelled([50, 3, 0, 0]) == (DUE_A_DAY, DUE_A_DAY, 13, 0)


@BOTH
async def test_retention_by_topic(ann: Learner, stage: Stage) -> None:
    """Of what came back on another day, how much had stayed; within the span."""
    await ann.sends("/quiz planets 1")
    card = next(card for card in DECK.cards if card.topic == "planets")
    async with stage.store() as store:
        for ago, rating in ((60, 3), (50, 1), (10, 3), (10, 1), (3, 1), (2, 3)):
            at = NOW - timedelta(days=ago)
            memory = Memory(
                learner_id=ann.person.id, deck=DECK.name, card_id=card.id, state=2, step=None, stability=3.0,
                difficulty=5.0, due_at=NOW + timedelta(days=2), reviewed_at=at,
            )  # fmt: skip
            await store.memories.keep(memory, rating, None, None)
    await ann.answers_right()
    await ann.sends("/stats")
    ann.sees_now("planets: 75% of 4 ·")
    await ann.taps("Week")
    ann.sees_now("planets: 67% of 3 ·")
    await ann.taps("All time")
    ann.sees_now("planets: 60% of 5 ·")
