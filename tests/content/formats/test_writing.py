"""What goes out comes back in."""

import csv
import io
import itertools

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from content.card import Deck, ExplanationCard, ListCard, NumberCard, TermCard, YesNoCard
from content.formats import SUFFIXES, read, write
from content.formats.archive import opened, unpacked
from content.formats.table import plain, safe
from content.language import tidy
from content.library import load_deck
from tests.support.packages import repacked

AT = 1_700_000_000.0

_text = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cf", "Cn", "Co", "Zs", "Zl", "Zp"]), min_size=1
)
_words = st.lists(_text, min_size=1, max_size=4).map(" ".join).map(lambda text: text[:200].strip())
_risky = st.sampled_from(
    [
        *("=1+1", "-1", "+x", "@SUM", "'=a", "''", "a|b", "a\\|b", '"', "a\nb", "# a", "Q: b", "A: c", "> d", "&lt;"),
        *("**b** c", "`d`", "*i*", "$x^2$", r"\(y_1\)", "```\nx\n  y\n```", "<b>"),
    ]
)
_wording = _words | _risky
_some = st.lists(_wording, max_size=3).map(tuple)
_common = {
    "accept": _some,
    "reject": _some,
    "half": _some,
    "topic": _words.map(lambda text: text[:60].strip()),
    "explanation": _wording,
}
_synonyms = st.lists(_wording, min_size=1, max_size=3).map(tuple)
_card = st.one_of(
    st.builds(TermCard, id=st.just("x"), question=_wording, answer=_wording, **_common),
    st.builds(YesNoCard, id=st.just("x"), question=_wording, answer=_wording, yes=st.booleans(), **_common),
    st.builds(
        NumberCard,
        id=st.just("x"),
        question=_wording,
        answer=_wording,
        low=st.floats(-1e9, 0),
        high=st.floats(0, 1e9),
        unit=_words,
        source=st.lists(st.integers(0, 999), max_size=3).map(tuple),
    ),
    st.builds(
        ListCard,
        id=st.just("x"),
        question=_wording,
        answer=_wording,
        items=st.lists(_synonyms, min_size=1, max_size=3).map(tuple),
        need=st.integers(0, 1),
    ),
    st.builds(
        ExplanationCard,
        id=st.just("x"),
        question=_wording,
        answer=_wording,
        points=st.lists(_synonyms, min_size=1, max_size=3).map(tuple),
        need=st.integers(0, 1),
        **_common,
    ),
)


def deck_of(cards: list[object]) -> Deck:
    """A deck of cards that differ in their questions."""
    numbered = [
        card.model_copy(update={"id": f"c-{number}", "question": f"{number}. {card.question}", "accept": _once(card)})  # type: ignore[attr-defined] # all are cards
        for number, card in enumerate(cards)
    ]
    return Deck(name="d", title="Deck", cards=tuple(numbered))


def _once(card: object) -> tuple[str, ...]:
    accept: tuple[str, ...] = card.accept  # type: ignore[attr-defined] # as above
    return tuple(dict.fromkeys(one for one in accept if one != card.answer))  # type: ignore[attr-defined] # as above


@pytest.mark.parametrize("suffix", ["csv", "tsv", "toml", "apkg"])
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(cards=st.lists(_card, min_size=1, max_size=4))
def test_whole_cards_come_back_as_they_were(suffix: str, cards: list[object]) -> None:
    """Tables, deck files and Anki packages hold everything."""
    deck = deck_of(cards)
    found = read(f"d.{suffix}", write(deck, suffix, at=AT), language="en")
    assert found.deck is not None
    assert [card.model_copy(update={"language": "en"}) for card in found.deck.cards] == list(deck.cards)


# Markdown takes the # at the end of a heading for decoration; a dash alone says that there is no topic.
_heading = _words.map(lambda text: text[:60].strip()).filter(lambda text: not text.endswith("#") and text != "—")


@settings(max_examples=25, deadline=None)
@given(
    cards=st.lists(_card, min_size=2, max_size=4),
    title=_words.map(lambda text: text[:80].strip()),
    about=_wording,
    opposites=st.lists(st.tuples(_wording, _wording), max_size=2).map(tuple),
)
def test_a_deck_file_holds_the_whole_deck(
    cards: list[object], title: str, about: str, opposites: tuple[tuple[str, str], ...]
) -> None:
    """Title, description, language and opposites too, and which cards rightly have the same answer."""
    deck = deck_of(cards)
    first = deck.cards[0].model_copy(update={"same": ("c-1",), "language": "fr"})
    more = {"title": title, "about": about, "opposites": opposites, "language": "fr", "cards": (first, *deck.cards[1:])}
    deck = Deck.model_validate(deck.model_copy(update=more).model_dump())
    found = read("d.toml", write(deck, "toml", at=AT))
    assert found.deck == deck


@pytest.mark.parametrize("suffix", ["md", "apkg"])
@settings(max_examples=25, deadline=None)
@given(title=_words.map(lambda text: text[:80].strip()))
def test_titles_come_back(suffix: str, title: str) -> None:
    """Where the file itself holds one; of others it is the name of the file."""
    deck = deck_of([TermCard(id="x", question="a", answer="b")]).model_copy(update={"title": title})
    assert read(f"d.{suffix}", write(deck, suffix, at=AT)).title == " ".join(title.split())


@settings(max_examples=25, deadline=None)
@given(
    cards=st.lists(st.tuples(_words, _words, st.lists(_words, max_size=2), _heading, _words), min_size=1, max_size=4)
)
def test_a_markdown_list_holds_all_that_can_be_read_in_it(cards: list[tuple[str, str, list[str], str, str]]) -> None:
    """Other right answers, topics and explanations too."""
    deck = deck_of(
        [
            TermCard(id="x", question=asked, answer=answer, accept=tuple(accept), topic=topic, explanation=why)
            for asked, answer, accept, topic, why in cards
        ]
    )
    found = read("d.md", write(deck, "md", at=AT))
    assert found.deck is not None
    for back, card in zip(found.deck.cards, deck.cards, strict=True):
        assert (back.question, back.answer, back.topic) == (card.question, card.answer, card.topic)
        assert back.explanation == card.explanation
        # Of letters that are written in several ways one is chosen.
        assert {tidy(one) for one in card.accept} <= {tidy(one) for one in (back.answer, *back.accept)}


@pytest.mark.parametrize("suffix", ["txt", "md"])
@settings(max_examples=25, deadline=None)
@given(cards=st.lists(st.tuples(_words, _words), min_size=1, max_size=4))
def test_questions_and_answers_come_back_from_lists(suffix: str, cards: list[tuple[str, str]]) -> None:
    """Which is what they hold."""
    deck = deck_of([TermCard(id="x", question=question, answer=answer) for question, answer in cards])
    found = read(f"d.{suffix}", write(deck, suffix, at=AT))
    assert found.deck is not None
    assert [(c.question, c.answer) for c in found.deck.cards] == [(c.question, c.answer) for c in deck.cards]


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_bundled_decks_go_out_and_in(suffix: str) -> None:
    """All cards, whatever the format."""
    deck = load_deck("capitals")
    found = read(f"capitals.{suffix}", write(deck, suffix, at=AT))
    assert found.deck is not None
    assert [card.question for card in found.deck.cards] == [card.question for card in deck.cards]


@given(st.text(st.sampled_from("'=+-@\t\r\n＝ab")))
def test_no_spreadsheet_runs_a_cell_and_none_is_changed(cell: str) -> None:
    """An apostrophe goes before it, and away again."""
    assert not safe(cell).startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝"))
    assert plain(safe(cell)) == cell


def test_a_negative_number_is_written_as_text() -> None:
    """And read back as the number."""
    deck = deck_of([NumberCard(id="x", question="q", answer="-1", low=-1, high=-1)])
    data = write(deck, "csv", at=AT)
    (row,) = csv.DictReader(io.StringIO(data.decode("utf-8-sig")))
    assert row["answer"] == "'-1"
    found = read("d.csv", data)
    assert found.deck is not None
    assert found.deck.cards == deck.cards


def test_what_is_changed_in_anki_holds_and_the_card_stays_the_same() -> None:
    """Its id, on which memories hang; marks go there as HTML and come back."""
    card = TermCard(id="x", question="**What** is `a<b`?", answer="c", accept=("d",), explanation="*why*", topic="t")
    data = write(Deck(name="d", title="Deck", cards=(card,)), "apkg", at=AT)
    assert b"<b>What</b> is <code>a&lt;b</code>?" in unpacked(opened(data), "collection.anki2", len(data))
    changed = repacked(data, {"\x1fc\x1f": "\x1fe\x1f", "<i>why</i>": "why not"})
    found = read("d.apkg", changed)
    assert found.deck is not None
    (back,) = found.deck.cards
    assert (back.id, back.question, back.answer, back.accept) == ("x", card.question, "e", ())
    assert (back.explanation, back.topic) == ("why not", "t")


@pytest.mark.parametrize(("one", "other"), list(itertools.product(SUFFIXES, SUFFIXES)))
def test_from_any_kind_of_file_into_any_other(one: str, other: str) -> None:
    """Questions and answers always; whole cards where both can hold them."""
    deck = deck_of(
        [
            TermCard(
                id="x", question="**Bold** `a_b`?", answer=r"\(x^2\)", accept=("=1",), topic="t", explanation="why"
            ),
            YesNoCard(id="x", question="Is it?", answer="No, never", yes=False),
            NumberCard(id="x", question="How many?", answer="-1", low=-2, high=-1, unit="m"),
            ListCard(id="x", question="Which two?", answer="- a\n- b", items=(("a", "A|"), ("b",)), need=1),
        ]
    )
    if "txt" in (one, other):  # it holds one line each
        deck = deck.model_copy(update={"cards": deck.cards[:3]})
    first = read(f"d.{one}", write(deck, one, at=AT)).deck
    assert first is not None
    second = read(f"d.{other}", write(first, other, at=AT)).deck
    assert second is not None
    assert [(card.question, card.answer) for card in second.cards] == [(c.question, c.answer) for c in deck.cards]
    if not {one, other} & {"txt", "md"}:
        assert second.cards == deck.cards
