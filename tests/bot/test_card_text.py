"""What is written on cards, as messages show it."""

from hypothesis import given
from hypothesis import strategies as st

from bot.conversation import card_text, verdict
from bot.conversation.screen import MESSAGE_LIMIT, cut, fit
from bot.conversation.words import Words
from bot.playground.entities import FormattedText, utf16_length
from bot.playground.markup import parse_html
from content.card import TermCard
from content.grading import grade
from content.marked import shown
from tests.support.databases import ONE
from tests.support.stage import DECK, Learner

pytestmark = ONE

_odd = st.text(st.sampled_from('*_`$\\()[] \n.,ab1"é漢😀<&{}')) | st.text()
SEEN_AS_ONE = ("👨‍👩‍👧", "🇫🇷", "e\u0301", "👍🏽", "क्ष", "\u1100\u1161\u11a8", "❤️", "1️⃣", "🏴\U000e0067\U000e007f")


def styles(html: str) -> list[tuple[str, str]]:
    """What stands out, and how."""
    seen = parse_html(html)
    return [(entity.type, seen.part(entity)) for entity in seen.entities]


def test_marks_become_entities() -> None:
    """Nested, and in a question, which is bold already."""
    text = "Is **not** `a<b>` *so*?\n```python\nprint(1 < 2)\n```"
    assert styles(card_text.shown(text)) == [
        ("bold", "not"),
        ("code", "a<b>"),
        ("italic", "so"),
        ("pre", "print(1 < 2)"),
    ]
    question = styles(Words("en")("question", question=card_text.in_bold(text)))
    assert ("underline", "not") in question
    assert parse_html(card_text.shown("```python\nx\n```")).entities[0].language == "python"


def test_one_line_has_no_line_breaks() -> None:
    """And ends where it must, with its tags closed."""
    said = card_text.line("**bold\n*not*** and `code\n`\n```\na\nb\n```" + "x" * 500, 60)
    assert "\n" not in parse_html(said).text
    assert utf16_length(parse_html(said).text) <= 60


@given(_odd, st.integers(1, 60))
def test_any_text_is_valid_html_and_says_the_same(text: str, limit: int) -> None:
    """Whatever stands on the card."""
    for said in (card_text.shown(text), card_text.in_bold(text)):
        assert parse_html(said).text == shown(text)
    assert parse_html(card_text.folded(text)).text.strip() == shown(text if len(text) < 280 else text.strip()).strip()
    line = parse_html(card_text.line(text, limit))
    assert utf16_length(line.text) <= limit


@given(st.lists(st.sampled_from(["a", " ", "<", *SEEN_AS_ONE])), st.integers(1, 60))
def test_nothing_that_is_seen_as_one_is_cut_in_two(letters: list[str], limit: int) -> None:
    """Flags, families, accents, syllables; in plain text and in a message."""
    text = "".join(letters)
    shorter = cut(text, limit)
    assert utf16_length(shorter) <= limit
    assert parse_html(fit(card_text.shown(text), limit)).text == shorter
    if shorter != text:
        assert shorter.removesuffix("…") in ("".join(letters[:count]) for count in range(len(letters)))


_some = st.tuples(st.text(max_size=40), st.sampled_from(["", "**", "*", "`"]))


@given(st.lists(_some, max_size=20), st.integers(1, 200))
def test_a_message_is_cut_with_its_entities(parts: list[tuple[str, str]], limit: int) -> None:
    """What is left has the styles that it had."""
    whole = card_text.shown(" ".join(f"{mark}{text}{mark}" for text, mark in parts))
    before, after = parse_html(whole), parse_html(fit(whole, limit))
    assert utf16_length(after.text) <= limit
    if before.text != after.text:
        assert after.text.endswith("…")
        assert before.text.startswith(after.text[:-1])
    assert _letters(after) <= _letters(before) | {(at, style) for at, style in _letters(after) if after.text[at] == "…"}


def _letters(seen: FormattedText) -> set[tuple[int, str]]:
    text = seen.text.encode("utf-16-le", "surrogatepass")
    return {
        (len(text[: at * 2].decode("utf-16-le", "ignore")), entity.type)
        for entity in seen.entities
        for at in range(entity.offset, entity.end)
    }


def test_long_text_is_folded() -> None:
    """Answer and explanation each; and all of it fits."""
    card = TermCard(id="x", question="q?", answer="**a** " + "b " * 740, explanation="`c` " + "d " * 740)
    said = fit(verdict.answer_and_why(Words("en"), card))
    assert [style for style, _ in styles(said) if "quote" in style] == ["expandable_blockquote"] * 2
    assert utf16_length(parse_html(said).text) <= MESSAGE_LIMIT


def test_the_marks_are_not_judged() -> None:
    """Nor those of formulas; what people type for them is right."""
    for answer, typed in [
        ("**mitosis**", "mitosis"),
        ("*cell* `division`", "cell division"),
        (r"$\pi r^2$", "pi r^2"),
        (r"$\pi r^2$", "πr²"),
        (r"\(\frac{a+b}{c}\)", "(a+b)/c"),
        (r"\alpha", "Alpha"),
    ]:
        card = TermCard(id="x", question="**Which** one?", answer=answer)
        assert grade(card, typed, DECK).outcome == "correct", (answer, typed)


async def test_marked_cards_are_asked_and_judged(ann: Learner) -> None:
    """From a pasted text: what the learner types is never taken for marks."""
    await ann.sends("/import What does **fit** in `model.fit(x_1)` do? :: trains *it* on $x^2$")
    ann.sees_now(r"What does fit in model\.fit\(x_1\) do\?\s+→ trains it on x²")
    await ann.taps("Import 1 card")
    await ann.taps("Start")
    assert "What does fit in model.fit(x_1) do?" in ann.last.text
    await ann.sends("**no** _idea_")
    ann.sees_now("trains it on x²")
