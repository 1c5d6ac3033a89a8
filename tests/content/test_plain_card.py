"""A card from a bare question and its answers: the kind is seen by itself."""

import pytest

from content.card import Kind, ListCard, NumberCard, YesNoCard, plain_card
from content.grading import Reason, grade


@pytest.mark.parametrize(
    ("question", "reference", "kind"),
    [
        ("Do red blood cells have a nucleus?", "No", Kind.YES_NO),
        ("Does ice float?", "Yes, because it is less dense.", Kind.YES_NO),
        ("Name of HTTP 404", "Not Found", Kind.TERM),
        ("Start of WWI (year)", "1914", Kind.NUMBER),
        ("normal resting heart rate", "60-100 bpm", Kind.NUMBER),
        ("The heart beats usually between", "60 and 100", Kind.NUMBER),
        ("Which drink and which addition?", "tea, milk or sugar", Kind.LIST),
        ("Speed of light?", "about 300 000 km/s", Kind.NUMBER),
        ("Boiling point of water", "100 °C (212 °F)", Kind.NUMBER),
        ("Capital of Australia", "Canberra", Kind.TERM),
        ("Newton's 2nd law", "F = ma", Kind.TERM),
        ("hydrogen peroxide formula", "H2O2", Kind.TERM),
        ("Language of Stroustrup", "C++", Kind.TERM),
        ("When did the wall fall?", "9 November 1989", Kind.TERM),
        ("3 branches of government", "Legislative, Executive & Judicial", Kind.LIST),
        ("Terms of the treaty", "- lose land - pay - small army", Kind.LIST),
        ("Steps", "1. draw 2. run 3. update", Kind.LIST),
        ("manger / boire", "to eat / to drink", Kind.LIST),
        ("on every table", "salt; pepper", Kind.LIST),
        ("colours of the flag", "red\nwhite\nblue", Kind.LIST),
        ("to move fast", "run (or jog, or sprint)", Kind.TERM),
        ("Does **ice** float?", "**Yes**, it does", Kind.YES_NO),
        ("osmosis", "movement of water through a membrane to the side with more solute", Kind.EXPLANATION),
        ("Why does the bulb not light?", "There is a gap in the circuit.", Kind.EXPLANATION),
        ("How was the salt got?", "The water was evaporated, leaving the salt.", Kind.EXPLANATION),
    ],
)
def test_the_kind_is_seen_from_the_reference(question: str, reference: str, kind: Kind) -> None:
    """As a study set has it."""
    assert plain_card(question, [reference]).kind is kind


def test_what_the_kinds_take_from_the_reference() -> None:
    """Bounds and unit, items, yes or no."""
    rate = plain_card("rate", ["60-100 bpm"])
    assert isinstance(rate, NumberCard)
    assert (rate.low, rate.high, rate.unit) == (60, 100, "/min")
    branches = plain_card("The 3 branches?", ["Legislative, Executive & Judicial"])
    assert isinstance(branches, ListCard)
    assert [item[0] for item in branches.items] == ["Legislative", "Executive", "Judicial"]
    frozen = plain_card("Trainable?", ["no, it is frozen"])
    assert isinstance(frozen, YesNoCard)
    assert frozen.yes is False


def test_further_references_are_accepted() -> None:
    """And shorter forms of the first: without brackets, either side of an "or"."""
    assert plain_card("?", ["the womb", "uterus"]).accept == ("uterus",)
    assert "loss value" in plain_card("?", ["Prediction error, or loss value"]).accept
    assert "newton" in plain_card("?", ["newton (N)"]).accept


def test_a_slash_between_words_leaves_the_choice() -> None:
    """In an item of a list; and where two things are asked for, the second may be one of two."""
    card = plain_card("Which two ways?", ["grid search and Hyperopt/Hyperas libraries"])
    assert grade(card, "hyperas, grid search").correct
    card = plain_card("Which activation and loss?", ["sigmoid, mse or binary_crossentropy"])
    assert grade(card, "mse with a sigmoid").correct
    assert not grade(card, "mse or binary_crossentropy").correct


def test_a_dotted_name_by_its_last_part() -> None:
    """With any arguments; a word of the question is the name only when it is written as a call."""
    card = plain_card("How to save a model?", ["model.save(...)"])
    assert grade(card, "model.save('cats.h5')").correct
    assert grade(card, "save()").correct
    assert not grade(card, "save").correct
    assert not grade(card, "model.load('cats.h5')").correct
    card = plain_card("Which class tokenizes text?", ["keras.preprocessing.Tokenizer"])
    assert grade(card, "Tokenizer").correct
    assert not grade(card, "preprocessing").correct


def test_why_wants_a_reason() -> None:
    """A bare yes to a question that asks why is half an answer."""
    card = plain_card("Can a string close the circuit? Why or why not?", ["No, a string is an insulator of current."])
    assert grade(card, "no").reason is Reason.NO_REASON
    assert grade(card, "no, it insulates").correct
    assert grade(plain_card("Can a string close the circuit?", ["No, it is an insulator."]), "no").correct


@pytest.mark.parametrize(
    ("reference", "language"),
    [
        ("cat / dog", "en"), ("cat (or dog)", "en"), ("either cat or dog", "en"), ("cat or dog", "en"),
        ("soit cat ou dog", "fr"), ("cat (ou dog)", "fr"), ("entweder cat oder dog", "de"), ("cat o dog", "es"),
        ("cat или dog", "ru"), ("**cat** / *dog*", "en"),
    ],
)  # fmt: skip
def test_alternatives_are_accepted(reference: str, language: str) -> None:
    """Each of them alone."""
    assert plain_card("?", [reference], language).accept == ("cat", "dog")


def test_some_of_a_list_suffice_where_some_are_asked_for() -> None:
    """A question for some does not want all."""
    card = plain_card("What are some ways?", ["- more data - dropout - smaller network"])
    assert isinstance(card, ListCard)
    assert card.need == 2
    card = plain_card("What are the three ways?", ["- more data - dropout - smaller network"])
    assert isinstance(card, ListCard)
    assert card.need == 0


def test_anything_makes_a_card() -> None:
    """However long, or empty."""
    assert plain_card("", []).answer == "?"
    assert plain_card("q" * 5000, ["a" * 5000, " ", "b" * 5000]).question == "q" * 1000
