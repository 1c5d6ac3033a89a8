"""Screens without a bot: what leaves the house fits, and holds no markup of others."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversation import verdict
from bot.conversation.callbacks import ChooseZone, Payload, SetDaily, ShowBoard, StartDeck, TakeHint, pack, unpack
from bot.conversation.names import NAME_LIMIT, clean_name
from bot.conversation.screen import MESSAGE_LIMIT, cut, fit
from bot.conversation.words import Words
from bot.playground.entities import utf16_length
from bot.playground.markup import parse_html
from bot.tutor.calendar import zone_names
from content.card import TermCard
from content.grading import grade
from content.library import load_deck
from tests.support.stage import DECK

any_text = st.text(max_size=6000)


@given(any_text, st.integers(1, 5000))
def test_cut_text_fits(text: str, limit: int) -> None:
    """In Telegram's units, and a cut shows."""
    shorter = cut(text, limit)
    assert utf16_length(shorter) <= max(limit, 1)
    assert shorter == text or shorter.endswith("…")


@given(st.lists(st.sampled_from(["<b>", "</b>", "&amp;", "😀", "a" * 500, "&lt;script&gt;", "\n"]), max_size=40))
def test_whatever_is_too_long_is_still_valid(parts: list[str]) -> None:
    """Also where a tag would have been cut in two."""
    html = "<b>" + "".join(part for part in parts if part not in ("<b>", "</b>")) + "</b>"
    shown = parse_html(fit(html))
    assert utf16_length(shown.text) <= MESSAGE_LIMIT


@given(st.text(max_size=80))
def test_names_never_break_a_line(name: str) -> None:
    """One line, no direction controls, at most 32 characters to be seen."""
    shown = clean_name(name)
    assert "\n" not in shown
    assert not set(shown) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f")
    assert len(shown) <= NAME_LIMIT * 4


@pytest.mark.parametrize("shown", ["x", "🇫🇷", "नि", "👍🏽", "👨‍👩‍👧", "é̂"])
def test_names_are_cut_between_what_one_sees_as_characters(shown: str) -> None:
    """Flags, letters with signs, families: each counts as one, and none is torn apart."""
    assert clean_name(shown * 40) == clean_name(shown * NAME_LIMIT)
    assert clean_name(shown * NAME_LIMIT) == unicodedata.normalize("NFC", shown * NAME_LIMIT)


def test_letters_are_no_family() -> None:
    """Joined by what joins emoji, they count one by one."""
    assert clean_name("‍".join("a" * 60)).count("a") == NAME_LIMIT


@given(
    st.one_of(
        st.builds(TakeHint, st.integers(0, 10**17)),
        st.builds(SetDaily, st.just("0930"), st.integers(1, 20)),
        st.builds(ChooseZone, st.sampled_from(sorted(zone_names().values()))),
        st.builds(StartDeck, st.from_regex(r"[a-z0-9][a-z0-9-]{0,47}", fullmatch=True)),
        st.builds(ShowBoard, st.sampled_from(["today", "week", "month", "all"])),
    )
)
def test_buttons_come_back_as_they_went(payload: Payload) -> None:
    """Within 64 bytes."""
    data = pack(payload)
    assert len(data.encode()) <= 64
    assert unpack(data) == payload


@given(st.text(max_size=64))
def test_forged_buttons_never_raise(data: str) -> None:
    """They are nobody's, or a valid payload."""
    payload = unpack(data)
    assert payload is None or unpack(pack(payload)) == payload


@given(st.text(min_size=1, max_size=500))
def test_an_answer_is_shown_back_literally(answer: str) -> None:
    """Whatever it is, the verdict is valid HTML."""
    card = TermCard(id="x", question="<b>?", answer="a & b < c", explanation="<i>" * 10)
    words = Words("en")
    said = verdict.lines(words, grade(card, answer, DECK), card, DECK, 3)
    shown = parse_html(fit(said)).text
    assert "a & b < c" in shown


def test_every_verdict_of_every_bundled_card_fits_into_a_message() -> None:
    """Right and wrong, in both languages."""
    for name in ("deep-learning", "capitals"):
        deck = load_deck(name)
        for card in deck.cards:
            for answer in (card.answer, "no idea at all"):
                for language in ("en", "fr"):
                    said = verdict.lines(Words(language), grade(card, answer, deck), card, deck, 10)
                    assert utf16_length(parse_html(said).text) < 1500


def test_titles_from_right_to_left_keep_to_themselves() -> None:
    """Else the numbers behind an Arabic deck would be shown before it; others are left as they are."""
    words = Words("en")
    assert "<b>\u2068عواصم\u2069</b>: 3 new cards" in words("import-done", title="عواصم", new=3, there=0)
    assert words("topic", topic="moon") == "moon"
    assert words("quiz-started", name="Ann", deck="עברית <b>") == "Ann has started a quiz: \u2068עברית &lt;b&gt;\u2069."
