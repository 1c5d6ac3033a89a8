"""What must never pass for a right answer, each guard by itself."""

import pytest

from content.card import Card, Deck, ExplanationCard, TermCard, plain_card
from content.grading import Outcome, Reason, grade
from content.library import load_deck, parse_deck


def explain(answer: str, question: str = "Why is that so?") -> Card:
    """An explanation with nothing but a reference."""
    return ExplanationCard(id="card", question=question, answer=answer)


@pytest.mark.parametrize("answer", ["", "   ", "\u200b\u200c", "?!", "😀", "..."])
def test_nothing_is_nothing(answer: str) -> None:
    """An answer without a word is empty, whatever signs it has."""
    verdict = grade(plain_card("Capital of Australia?", ["Canberra"]), answer)
    assert (verdict.outcome, verdict.reason) == (Outcome.INCORRECT, Reason.EMPTY)


@pytest.mark.parametrize("answer", ["idk", "I don't know", "no idea sorry", "dunno", "i forgot", "pass"])
def test_giving_up_is_said_so(answer: str) -> None:
    """And is not taken for an attempt."""
    verdict = grade(plain_card("Capital of Australia?", ["Canberra"]), answer)
    assert (verdict.outcome, verdict.reason) == (Outcome.INCORRECT, Reason.GAVE_UP)


@pytest.mark.parametrize(
    ("reference", "answer"),
    [
        ("Canberra", "not Canberra"),
        ("Canberra", "Sydney, not Canberra"),
        ("residual connections", "by removing residual connections"),
        ("Not Found", "found"),
    ],
)
def test_a_denied_name_is_wrong(reference: str, answer: str) -> None:
    """Also where the reference itself is a denial."""
    assert grade(plain_card("What is it?", [reference]), answer).outcome is Outcome.INCORRECT


@pytest.mark.parametrize(
    ("reference", "answer"),
    [
        ("the bulb is connected to the battery", "the bulb is not connected to the battery"),
        ("it generalizes to unseen data", "it does not generalize to unseen data"),
        ("weights are updated without labels", "weights are updated with labels"),
    ],
)
def test_a_denied_explanation_is_not_right(reference: str, answer: str) -> None:
    """Negation turns a sentence round."""
    assert grade(explain(reference), answer).outcome is not Outcome.CORRECT


def test_negation_reaches_to_the_end_of_its_clause_only() -> None:
    """What stands behind "but" is not denied."""
    card = explain("it mixes channels but does not mix positions in space")
    assert grade(card, "mixes the channels but not the positions in space").outcome is Outcome.CORRECT
    assert grade(card, "mixes the positions in space but not the channels").outcome is not Outcome.CORRECT


@pytest.mark.parametrize(
    ("reference", "answer"),
    [
        ("a sustained increase in the price level", "a sustained decrease in the price level"),
        ("learns actions that maximize a reward", "learns actions that minimize a reward"),
        ("the encoder maps images to vectors", "the decoder maps images to vectors"),
        ("blood is carried away in arteries", "blood is carried away in veins"),
    ],
)
def test_an_opposite_is_wrong(reference: str, answer: str) -> None:
    """One word turns the whole answer round."""
    verdict = grade(explain(reference), answer)
    assert (verdict.outcome, verdict.reason) == (Outcome.INCORRECT, Reason.OPPOSITE)


def test_both_sides_of_an_opposite_may_be_named() -> None:
    """Where the reference itself names both, neither speaks against it."""
    card = explain("The shorter the string the higher the pitch, the longer the string the lower the pitch.")
    assert grade(card, "a longer string has a lower pitch, a shorter string a higher one").outcome is Outcome.CORRECT


@pytest.mark.parametrize(
    ("reference", "answer"),
    [
        ("Corn syrup is denser than water", "Water is denser than corn syrup"),
        ("monopoly = one seller, oligopoly = few sellers", "oligopoly = one seller, monopoly = few sellers"),
        ("It maps images to labels", "It maps labels to images"),
        ("deficit is per year, debt is the total", "debt is per year, deficit is the total"),
    ],
)
def test_exchanged_places_are_noticed(reference: str, answer: str) -> None:
    """All the words are there, but what belongs to what is exchanged."""
    assert grade(explain(reference), answer).outcome is Outcome.INCORRECT
    assert grade(explain(reference), reference).outcome is Outcome.CORRECT


@pytest.mark.parametrize(
    ("language", "reference", "answer"),
    [
        ("en", "It tells originals from clever forgeries.", "tells clever forgeries from originals"),
    ],
)
def test_what_is_told_apart_has_no_order(language: str, reference: str, answer: str) -> None:
    """Either may be told from the other."""
    assert grade(plain_card("What is its job?", [reference], language), answer).outcome is Outcome.CORRECT


def test_or_not_belongs_to_a_question_within_a_sentence() -> None:
    """Otherwise it takes back what was said."""
    card = ExplanationCard(id="job", question="Its job?", answer="It finds forgeries.", points=(("real", "forged"),))
    assert grade(card, "decides whether a note is real or not").outcome is Outcome.CORRECT
    assert grade(card, "the note is real or not").outcome is Outcome.PARTIAL


def test_the_order_of_clauses_is_free() -> None:
    """Whole clauses may change places."""
    card = explain("monopoly = one seller, oligopoly = few sellers")
    assert grade(card, "oligopoly = few sellers, monopoly = one seller").outcome is Outcome.CORRECT


@pytest.mark.parametrize(
    "answer", ["mitosis or meiosis", "meiosis, mitosis, binary fission", "binary fission / meiosis or mitosis"]
)
def test_offering_several_things_does_not_pass(answer: str) -> None:
    """The right one among others is no answer."""
    verdict = grade(plain_card("Division with identical daughter cells", ["mitosis"]), answer)
    assert (verdict.outcome, verdict.reason) == (Outcome.INCORRECT, Reason.CANDIDATES)


@pytest.mark.parametrize("answer", ["CNN or convnet", "a convnet, i.e. a CNN", "convnet, the one for images"])
def test_two_names_of_the_same_thing_pass(answer: str) -> None:
    """What is offered is all right."""
    card = TermCard(id="cnn", question="Which network suits pictures?", answer="convnet", accept=("CNN",))
    assert grade(card, answer).outcome is Outcome.CORRECT


def test_an_echo_of_the_question_is_no_answer() -> None:
    """The words of the question earn nothing."""
    card = plain_card("Which organelle is the site of protein synthesis?", ["ribosomes"])
    verdict = grade(card, "the organelle where protein synthesis has its site")
    assert (verdict.outcome, verdict.reason) == (Outcome.INCORRECT, Reason.ECHO)


DECK = """
title = "Metrics"
opposites = [["bagging", "boosting"]]
[[card]]
id = "recall"
kind = "term"
question = "Of the sick, the share that was found?"
answer = "recall"
accept = ["sensitivity"]
[[card]]
id = "precision"
kind = "term"
question = "Of those called sick, the share that is?"
answer = "precision"
accept = ["positive predictive value"]
reject = ["mean average precision"]
[[card]]
id = "twin"
kind = "term"
question = "Another name for sensitivity?"
answer = "true positive rate"
same = ["recall"]
[[card]]
id = "forest"
kind = "explanation"
question = "What is a random forest?"
answer = "Bagging of trees on random features."
points = [["bagging"], ["tree"]]
"""


@pytest.fixture
def deck() -> Deck:
    """Cards that are easily taken for each other."""
    return parse_deck(DECK, "metrics")


def _card(deck: Deck, name: str) -> Card:
    card = deck.card(name)
    assert card is not None
    return card


def test_the_answer_of_another_card_is_named(deck: Deck) -> None:
    """So that the learner hears what it would have been right for."""
    verdict = grade(_card(deck, "precision"), "sensitivity", deck)
    assert (verdict.outcome, verdict.reason, verdict.closest) == (Outcome.INCORRECT, Reason.OTHER_CARD, "recall")


def test_a_card_with_the_same_answer_is_no_other(deck: Deck) -> None:
    """`same` marks twins."""
    assert grade(_card(deck, "recall"), "recall", deck).outcome is Outcome.CORRECT
    assert grade(_card(deck, "twin"), "recall", deck).closest is None


def test_a_slip_that_lands_on_another_term_is_none(deck: Deck) -> None:
    """The words of the whole deck are known words."""
    card = TermCard(id="recoil", question="What does a gun do?", answer="recoil")
    assert grade(card, "recall").outcome is Outcome.CORRECT
    assert grade(card, "recall", deck).outcome is Outcome.INCORRECT


def test_a_near_miss_is_wrong_although_it_holds_the_answer(deck: Deck) -> None:
    """`reject` lists what people mix up."""
    verdict = grade(_card(deck, "precision"), "mean average precision", deck)
    assert (verdict.outcome, verdict.reason) == (Outcome.INCORRECT, Reason.NEAR_MISS)


def test_a_deck_adds_opposites(deck: Deck) -> None:
    """What excludes each other in its field."""
    assert grade(_card(deck, "forest"), "bagging of trees", deck).outcome is Outcome.CORRECT
    assert grade(_card(deck, "forest"), "boosting of trees", deck).outcome is not Outcome.CORRECT


@pytest.mark.parametrize(
    "answer",
    [
        "we use the training data to tune the weights while the target stays hidden from the optimizer",
        "the resulting loss values get summed into one global target which every later step then minimizes slowly",
    ],
)
def test_a_name_said_in_passing_is_no_answer(answer: str) -> None:
    """However long the sentence, some word of it is sure to be the right one."""
    card = TermCard(id="target", question="What should the model ideally predict?", answer="target")
    assert grade(card, answer).outcome is not Outcome.CORRECT
    assert grade(card, "I think that it is the target").outcome is Outcome.CORRECT


def test_words_of_the_question_count_as_a_new_phrase_only() -> None:
    """A key point made of them must stand in its order."""
    card = ExplanationCard(
        id="copies",
        question="Why are copies bad when data is split into a training and a test set?",
        answer="They end up in both sets, so one tests on training data.",
        points=(("test on training data",), ("both sets", "both sides")),
    )
    assert grade(card, "one tests on training data, as copies land on both sides").outcome is Outcome.CORRECT
    assert grade(card, "the training and test data are split").outcome is Outcome.INCORRECT


def test_a_near_miss_asks_for_its_own_order() -> None:
    """The same words in another order may be right."""
    card = ExplanationCard(
        id="skip",
        question="What is a residual connection?",
        answer="It adds an earlier output to a later one.",
        points=(("earlier output", "past output"), ("add", "sum")),
        reject=("adds a later output to an earlier one",),
    )
    assert grade(card, "adding a past output to a later one").outcome is Outcome.CORRECT
    assert grade(card, "adding a later output to an earlier one").outcome is Outcome.INCORRECT


def test_small_words_of_a_near_miss_matter() -> None:
    """ "Only in the same place" is not "in any place"."""
    card = ExplanationCard(
        id="anywhere",
        question="What is translation invariance?",
        answer="A pattern is recognized anywhere.",
        points=(("anywhere", "any place", "any location"),),
        reject=("same place", "same location"),
    )
    assert grade(card, "it finds a pattern in any location").outcome is Outcome.CORRECT
    assert grade(card, "it finds a pattern only in the same location").outcome is Outcome.INCORRECT


def test_a_near_miss_word_for_word_has_its_small_words_too() -> None:
    """ "Both dense" is not "they are dense"."""
    card = ExplanationCard(
        id="vectors",
        question="How do the two differ?",
        answer="One is dense, the other sparse.",
        points=(("dense", "compact"), ("sparse", "full of zeros")),
        reject=("both dense",),
    )
    assert grade(card, "they are dense").outcome is Outcome.PARTIAL
    assert grade(card, "both are dense").reason is Reason.NEAR_MISS


@pytest.mark.parametrize(
    ("reference", "answer"),
    [
        ("it works on data that was never seen", "works on unseen data"),
        ("the model cannot be trained", "the model is untrainable"),
        ("the pressure increases and the volume falls", "pressure rises, volume drops"),
    ],
)
def test_the_same_in_other_words(reference: str, answer: str) -> None:
    """Beginnings that deny, and everyday words of much the same meaning."""
    assert grade(explain(reference), answer).outcome is Outcome.CORRECT


@pytest.mark.parametrize("name", ["deep-learning", "capitals"])
def test_no_bundled_card_takes_its_own_question_or_a_give_up(name: str) -> None:
    """The question said again, a bare "I don't know" in any language."""
    deck = load_deck(name)
    for card in deck.cards:
        for nothing in (card.question, "no idea", "idk", "je ne sais pas", "keine Ahnung", "не знаю"):
            assert grade(card, nothing, deck).outcome is Outcome.INCORRECT, (card.id, nothing)


def test_a_yes_is_nobody_elses_answer() -> None:
    """Of no card it says that it belongs to another."""
    deck = load_deck("deep-learning")
    named = {grade(card, word, deck).closest for card in deck.cards for word in ("yes", "no", "Yes.")}
    assert named == {None}
