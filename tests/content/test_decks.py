"""The bundled decks: whole, clear and consistent with themselves."""

import re

import pytest

from content.advice import loose
from content.library import BUNDLED, DeckError, Library, load_deck, parse_deck
from content.trial import taken

NAMES = sorted(path.stem for path in BUNDLED.glob("*.toml"))
STUDY_SET = 193
CARD = "\n[[card]]\nid = 'a'\nkind = 'term'\nquestion = 'q'\nanswer = 'a'\n"


def test_the_whole_study_set_is_covered() -> None:
    """Every number of it, by a card that says so."""
    covered = {number for card in load_deck("deep-learning").cards for number in card.source}
    assert covered == set(range(1, STUDY_SET + 1))


def test_capitals_of_many_countries() -> None:
    """From all continents."""
    deck = load_deck("capitals")
    assert len(deck.cards) >= 60
    assert len(deck.topics) >= 5


@pytest.mark.parametrize("name", NAMES)
def test_every_card_is_complete(name: str) -> None:
    """A question that is one, a topic, and a reason why."""
    for card in load_deck(name).cards:
        assert card.topic, card.id
        assert card.explanation, card.id
        assert card.explanation != card.answer, card.id
        assert card.question.endswith(("?", ".")), card.id
        assert not re.search(r"\.\.\.|…|_{3}", card.question), f"{card.id}: a blank is not a question"
        assert len(card.question) < 300, card.id
        assert len(card.answer) < 500, card.id
        assert len(card.explanation) < 500, card.id


@pytest.mark.parametrize("name", NAMES)
def test_no_wording_comes_down_to_a_common_word(name: str) -> None:
    """Or any answer with that word would be right."""
    assert list(loose(load_deck(name))) == []


def test_a_wording_that_comes_down_to_a_common_word() -> None:
    """Is pointed out, unless the author lists the word itself; a word that only this card has is none of it."""
    others = "".join(CARD.replace("'a'\n", f"'b{n}'\n", 1).replace("'q'", "'Why the layer?'") for n in range(4))
    points = "points = [['a layer of its own', 'one per unit'], ['for all data', 'the data'], ['same layer', 'layer']]"
    card = f"\n[[card]]\nid = 'x'\nkind = 'explanation'\nquestion = 'What?'\nanswer = 'so'\n{points}\n"
    found = list(loose(parse_deck("title = 't'" + card + others, "x")))
    assert [(one.card, one.field, one.wording, one.word, one.others) for one in found] == [
        ("x", "points", "a layer of its own", "layer", 4)
    ]


def test_the_first_of_cards_with_one_number_counts() -> None:
    """Whoever looks a card up by the number of its study set."""
    cards = "".join(CARD.replace("'a'\n", f"'{name}'\nsource = [7]\n", 1) for name in ("one", "two"))
    assert parse_deck("title = 't'" + cards, "x").sources[7].id == "one"


@pytest.mark.parametrize("name", NAMES)
def test_questions_and_answers_are_distinct(name: str) -> None:
    """No question stands twice."""
    questions = [card.question.casefold() for card in load_deck(name).cards]
    assert len(set(questions)) == len(questions)


@pytest.mark.timeout(240)  # every card with the answer of every other: 36,000 judgements
@pytest.mark.parametrize("name", NAMES)
def test_no_card_takes_another_cards_answer(name: str) -> None:
    """Unless they are marked as the same; yes and no may recur."""
    assert [(card.id, other.id) for card, other in taken(load_deck(name))] == []


def test_the_usual_deck_comes_first() -> None:
    """What is asked where nobody has chosen."""
    library = Library.read()
    assert [deck.name for deck in library.decks] == ["deep-learning", "capitals"]
    assert library.deck("capitals") is not None
    assert library.deck("nothing") is None


@pytest.mark.parametrize("text", ["", "title = ", "\x00", "[[card]]", 'title = "x"\ncard = 3', "a = 1\n" * 100_000])
def test_what_is_no_deck_is_refused_in_words(text: str) -> None:
    """With the name of the file."""
    with pytest.raises(DeckError) as refused:
        parse_deck(text, "odd")
    assert all(problem.startswith("odd.toml: ") for problem in refused.value.problems)


def test_a_deck_that_is_not_there() -> None:
    """Names are names, never paths."""
    for name in ("nothing", "", "../secrets", "deep-learning.toml"):
        with pytest.raises(KeyError):
            load_deck(name)


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("title = 't'", ["x.toml: there is no card in it; add at least one [[card]]"]),
        ("[[card]]", ["x.toml: title: is missing; add it", "x.toml: card number 1: kind: is missing; use one of "]),
        ("title = 't'" + 2 * CARD, ["x.toml: two cards have the id 'a'; ids must be unique"]),
    ],
)
def test_each_mistake_is_told_once(text: str, problems: list[str]) -> None:
    """And nothing that only follows from another."""
    with pytest.raises(DeckError) as refused:
        parse_deck(text, "x")
    assert [told[: len(said)] for told, said in zip(refused.value.problems, problems, strict=True)] == problems
