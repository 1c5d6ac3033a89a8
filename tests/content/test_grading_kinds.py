"""Each kind of answer, and what holds for all kinds."""

import pytest

from content.card import AnyCard, Card, ExplanationCard, Kind, ListCard, NumberCard, TermCard, YesNoCard
from content.grading import JUDGES, Outcome, Reason, grade

FROZEN = YesNoCard(
    id="frozen",
    question="Should the discriminator be trainable while the generator is trained?",
    answer="No, its weights are frozen.",
    yes=False,
)
FLOATS = YesNoCard(id="floats", question="Does ice float on water?", answer="Yes, it is less dense.", yes=True)
RATE = NumberCard(id="rate", question="What is a usual dropout rate?", answer="0.2 to 0.5", low=0.2, high=0.5)
BOIL = NumberCard(id="boil", question="Where does water boil?", answer="100 °C", low=100, high=100, unit="°C")
LIGHT = NumberCard(id="light", question="Speed of light?", answer="300 000 km/s", low=3e5, high=3e5, unit="km/s")
HALF = NumberCard(id="half", question="Chance of heads?", answer="0.5", low=0.5, high=0.5)
CHROMOSOMES = NumberCard(id="chromosomes", question="In a gamete?", answer="23", low=23, high=23)
STEPS = ListCard(
    id="steps",
    question="Name the four steps of a training loop.",
    answer="Draw a batch; run the network; compute the loss; update the weights.",
    items=(
        ("draw a batch", "sample a batch"),
        ("forward pass", "run the network", "predict"),
        ("loss", "compute the error"),
        ("update the weights", "adjust weights"),
    ),
)
TWO = ListCard(
    id="two",
    question="Name two ways against overfitting.",
    answer="Dropout; more data; weight decay.",
    items=(("dropout",), ("more data",), ("weight decay", "L2")),
    need=2,
)
LOSSES = ListCard(
    id="losses",
    question="Which two curves are watched?",
    answer="Training loss; validation loss.",
    items=(("training loss", "train loss"), ("validation loss", "val loss")),
)
AGENT = ExplanationCard(
    id="agent",
    question="What is reinforcement learning?",
    answer="An agent learns to pick the actions that maximize its reward.",
    accept=("trial and error guided by rewards",),
    points=(("agent", "bot"), ("maximize reward", "most points", "best score")),
)
NETWORK = TermCard(
    id="network", question="Which network suits pictures?", answer="convolutional neural network", accept=("CNN",)
)
CARDS: tuple[AnyCard, ...] = (
    FROZEN, FLOATS, RATE, BOIL, LIGHT, HALF, CHROMOSOMES, STEPS, TWO, LOSSES, AGENT, NETWORK
)  # fmt: skip


def test_every_kind_has_a_judge() -> None:
    """And a card among these tests."""
    assert set(JUDGES) == set(Kind) == {card.kind for card in CARDS}


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.id)
def test_the_contract_of_all_kinds(card: Card) -> None:
    """The reference is right in full, nonsense is wrong, and a verdict that is not right says what is missing."""
    right = grade(card, card.answer)
    assert (right.outcome, right.score) == (Outcome.CORRECT, 1.0)
    for accepted in card.accept:
        assert grade(card, accepted).outcome is Outcome.CORRECT
    shouted = grade(card, f"  {card.answer.upper()} ")
    assert shouted.outcome is Outcome.CORRECT
    wrong = grade(card, "purple elephants")
    assert (wrong.outcome, wrong.score) == (Outcome.INCORRECT, 0.0)
    assert wrong.missing
    assert grade(card, "idk").reason is Reason.GAVE_UP
    assert grade(card, "").reason is Reason.EMPTY


@pytest.mark.parametrize(
    "answer",
    [
        "no", "nope, it's frozen", "Nah", "never", "it shouldn't", "no it should not", "its weights are frozen",
        "Not at all!", "certainly not",
    ],
)  # fmt: skip
def test_ways_to_say_no(answer: str) -> None:
    """With a reason, without one, or by the reason alone."""
    assert grade(FROZEN, answer).outcome is Outcome.CORRECT


@pytest.mark.parametrize("answer", ["yes", "yeah sure", "of course", "yes, but not always", "it should", "yes and no"])
def test_ways_not_to_say_no(answer: str) -> None:
    """The first word counts; both is neither."""
    assert grade(FROZEN, answer).outcome is Outcome.INCORRECT


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [
        ("yes", Outcome.CORRECT),
        ("yep, less dense", Outcome.CORRECT),
        ("it does", Outcome.CORRECT),
        ("no", Outcome.INCORRECT),
        ("no, less dense", Outcome.INCORRECT),
        ("yes, it is denser", Outcome.CORRECT),
        ("yes but not really", Outcome.PARTIAL),
        ("yes, except when it is warm", Outcome.PARTIAL),
        ("it depends", Outcome.INCORRECT),
        ("water", Outcome.INCORRECT),
    ],
)
def test_yes_and_its_traps(answer: str, outcome: Outcome) -> None:
    """A yes that is taken back is half a yes."""
    assert grade(FLOATS, answer).outcome is outcome


@pytest.mark.parametrize(
    "answer", ["0.2-0.5", "between 20 and 50 %", "0,2 to 0,5", "20%-50%", "from 0.2 up to 0.5", "0.3 to a half"]
)
def test_ranges_within_the_range(answer: str) -> None:
    """In figures, per cent or words."""
    assert grade(RATE, answer).outcome is Outcome.CORRECT


@pytest.mark.parametrize(
    ("card", "answer", "outcome"),
    [
        (RATE, "0.3", Outcome.PARTIAL),
        (RATE, "0.1 to 0.9", Outcome.INCORRECT),
        (RATE, "2 to 5", Outcome.INCORRECT),
        (HALF, "1/2", Outcome.CORRECT),
        (HALF, "a half", Outcome.CORRECT),
        (HALF, "50 %", Outcome.CORRECT),
        (HALF, "0,5", Outcome.CORRECT),
        (HALF, "5", Outcome.INCORRECT),
        (BOIL, "100", Outcome.CORRECT),
        (BOIL, "373 K", Outcome.CORRECT),
        (BOIL, "a hundred degrees celsius", Outcome.CORRECT),
        (BOIL, "212 °F", Outcome.CORRECT),
        (BOIL, "100 °F", Outcome.INCORRECT),
        (BOIL, "100 km", Outcome.INCORRECT),
        (LIGHT, "3 x 10^8 m/s", Outcome.CORRECT),
        (LIGHT, "300,000 km per second", Outcome.CORRECT),
        (LIGHT, "300 000 km/h", Outcome.INCORRECT),
        (CHROMOSOMES, "twenty three", Outcome.CORRECT),
        (CHROMOSOMES, "n = 23", Outcome.CORRECT),
        (CHROMOSOMES, "23 pairs", Outcome.INCORRECT),
        (CHROMOSOMES, "22 or 23 or 46", Outcome.INCORRECT),
        (CHROMOSOMES, "not 23", Outcome.INCORRECT),
        (CHROMOSOMES, "32", Outcome.INCORRECT),
        (CHROMOSOMES, "-23", Outcome.INCORRECT),
        (CHROMOSOMES, "1e9999999", Outcome.INCORRECT),
        (CHROMOSOMES, "9" * 5000, Outcome.INCORRECT),
        (CHROMOSOMES, "nan", Outcome.INCORRECT),
        (CHROMOSOMES, "٢٣", Outcome.CORRECT),
        (CHROMOSOMES, "２３", Outcome.CORRECT),
    ],
)
def test_numbers(card: Card, answer: str, outcome: Outcome) -> None:
    """Values and units are compared, never letters."""
    assert grade(card, answer).outcome is outcome


def test_items_in_any_order() -> None:
    """Each item once, in any of its wordings."""
    verdict = grade(STEPS, "update weights, sample a batch, loss, forward pass")
    assert (verdict.outcome, verdict.reason) == (Outcome.CORRECT, Reason.ITEMS)
    assert len(verdict.matched) == 4


def test_missing_items_are_named() -> None:
    """By the first of their wordings."""
    verdict = grade(STEPS, "draw a batch and compute the loss")
    assert verdict.outcome is Outcome.PARTIAL
    assert verdict.score == 0.5
    assert verdict.missing == ("forward pass", "update the weights")


def test_no_word_counts_for_two_items() -> None:
    """Best assignment, each item on a word of its own."""
    assert grade(LOSSES, "training and validation loss").outcome is Outcome.CORRECT
    assert grade(LOSSES, "training loss").outcome is Outcome.PARTIAL


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [
        ("dropout and L2", Outcome.CORRECT),
        ("dropout, more data, weight decay", Outcome.CORRECT),
        ("weight decay", Outcome.PARTIAL),
        ("no dropout, less data", Outcome.INCORRECT),
    ],
)
def test_some_of_the_items_suffice(answer: str, outcome: Outcome) -> None:
    """As many as the card needs."""
    assert grade(TWO, answer).outcome is outcome


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [
        ("a bot that learns to get the most points", Outcome.CORRECT),
        ("an agent maximises reward", Outcome.CORRECT),
        ("trial and error, guided by rewards", Outcome.CORRECT),
        ("an agent that learns something", Outcome.PARTIAL),
        ("an agent that minimises its reward", Outcome.INCORRECT),
        ("learning that is reinforced", Outcome.INCORRECT),
    ],
)
def test_key_points(answer: str, outcome: Outcome) -> None:
    """All are right, some are half right, none is wrong."""
    assert grade(AGENT, answer).outcome is outcome


def test_missing_points_are_named() -> None:
    """By the first of their wordings."""
    verdict = grade(AGENT, "an agent that learns something")
    assert verdict.matched == ("agent",)
    assert verdict.missing == ("maximize reward",)


@pytest.mark.parametrize(("answer", "right"), [("decoder network", True), ("a decoder", True), ("decoder fee", False)])
def test_a_name_may_say_what_kind_of_thing_it_is(answer: str, right: bool) -> None:
    """The word behind it makes no other thing of it."""
    card = TermCard(id="decoder", question="Which part turns a code into a picture?", answer="decoder")
    assert grade(card, answer).correct is right


def test_a_slip_in_a_word_with_a_hyphen() -> None:
    """And in the family of a word."""
    assert grade(TermCard(id="a", question="What is set by hand?", answer="hyperparameters"), "hyper-paramters").correct
    card = TermCard(id="b", question="Which property?", answer="translation invariant")
    assert grade(card, "translation invarience").correct


def test_a_slip_in_a_yes_or_in_a_number_word() -> None:
    """When nothing else is said."""
    assert grade(FLOATS, "yeas").correct
    assert not grade(FROZEN, "yeas").correct
    assert grade(FROZEN, "nope").correct
    assert grade(FLOATS, "yet").outcome is Outcome.INCORRECT
    zero = NumberCard(id="zero", question="Which number stands for a gap?", answer="zero", low=0, high=0)
    assert grade(zero, "zreo").spelling == (("zreo", "zero"),)
    assert not grade(zero, "hero").correct


def test_no_of_is_a_number() -> None:
    """Not a denial."""
    card = TermCard(id="axes", question="What is the rank of a tensor?", answer="number of axes")
    assert grade(card, "no of axes").correct


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [
        ("of course it floats", Outcome.CORRECT),
        ("certainly, ice is lighter", Outcome.CORRECT),
        ("of course it does not float", Outcome.INCORRECT),
        ("it is heavy", Outcome.INCORRECT),
        ("yes/no", Outcome.INCORRECT),
        ("certainly not", Outcome.INCORRECT),
    ],
)
def test_a_yes_that_goes_on(answer: str, outcome: Outcome) -> None:
    """A word for yes may begin a sentence, unless that denies something."""
    assert grade(FLOATS, answer).outcome is outcome


@pytest.mark.parametrize(("answer", "right"), [("10^-3", True), ("10**-3", True), ("0.001", True), ("10^3", False)])
def test_a_power_of_ten_is_a_number(answer: str, right: bool) -> None:
    """By itself, with nothing to multiply it."""
    assert (
        grade(NumberCard(id="lr", question="Usual rate?", answer="1e-3", low=1e-3, high=1e-3), answer).correct is right
    )
