"""Answers that hold right words and yet are not right, and right ones that only look wrong."""

import pytest

from content.card import Card, Deck, ExplanationCard, ListCard, TermCard, YesNoCard, plain_card
from content.grading import Outcome, Reason, grade
from content.library import parse_deck

PROTOCOLS = ListCard(
    id="protocols",
    question="Name the three protocols.",
    answer="Hold-out; k-fold; iterated k-fold",
    items=(("hold-out",), ("k-fold",), ("iterated k-fold",)),
)
OUTPUT = ListCard(
    id="output",
    question="What do you put at the end, and which loss?",
    answer="none; mse",
    items=(("none", "no activation"), ("mse",)),
)
SPARSE = ExplanationCard(
    id="sparse",
    question="How do embeddings differ from one-hot vectors?",
    answer="One-hot vectors are sparse and hardcoded, embeddings are dense and learned.",
    points=(("embeddings dense",), ("one-hot sparse",), ("learned",)),
    need=2,
)
SEPARATE = ExplanationCard(
    id="separate",
    question="What is the idea?",
    answer="Spatial and channel-wise features are learned apart from each other.",
    points=(("spatial features", "channel-wise features"),),
)
POINTWISE = ExplanationCard(
    id="pointwise",
    question="What does it do?",
    answer="It mixes channels but not space.",
    points=(("mix channels",), ("not space",)),
    reject=("not across channels",),
)
ROOM = ExplanationCard(
    id="room", question="How do you make room?", answer="Use fewer layers.", points=(("less dropout", "more units"),),
    reject=("fewer layers",),
)  # fmt: skip
STEPS = ListCard(
    id="steps",
    question="What are the three steps?",
    answer="Draw a batch; compute the loss; update the weights",
    items=(("draw",), ("loss",), ("update",)),
)
AGAINST = ListCard(
    id="against", question="Name two ways.", answer="Dropout; weight decay", items=(("dropout",), ("weight decay",))
)


def term(answer: str, *accept: str) -> Card:
    """A card whose answer is a name."""
    return TermCard(id="term", question="What is asked?", answer=answer, accept=accept)


@pytest.mark.parametrize(
    ("card", "answer", "outcome"),
    [
        (PROTOCOLS, "hold-out and iterated k-fold", Outcome.PARTIAL),
        (PROTOCOLS, "hold-out, k-fold and iterated k-fold", Outcome.CORRECT),
        (OUTPUT, "none/mse", Outcome.CORRECT),
        (OUTPUT, "no activation + mse", Outcome.CORRECT),
        (OUTPUT, "no activation with mse", Outcome.CORRECT),
        (OUTPUT, "no activation, not mse", Outcome.PARTIAL),
        (POINTWISE, "mixes channels but not space", Outcome.CORRECT),
        (SPARSE, "embeddings are dense", Outcome.PARTIAL),
        (SPARSE, "embeddings are dense and learned", Outcome.CORRECT),
        (SEPARATE, "it learns spatial and channel-wise features together", Outcome.PARTIAL),
        (SEPARATE, "it learns spatial and channel-wise features apart", Outcome.CORRECT),
        (ROOM, "more layers, more units, less dropout", Outcome.CORRECT),
        (ROOM, "more units and fewer layers", Outcome.INCORRECT),
        (STEPS, "first draw a batch, then compute the loss, then update", Outcome.CORRECT),
        (STEPS, "first update, then compute the loss, then draw a batch", Outcome.INCORRECT),
        (AGAINST, "add dropout and weight decay", Outcome.CORRECT),
        (AGAINST, "remove dropout, add weight decay", Outcome.PARTIAL),
        (AGAINST, "w/o dropout, with weight decay", Outcome.PARTIAL),
    ],
)
def test_what_stands_beside_the_right_words_matters(card: Card, answer: str, outcome: Outcome) -> None:
    """Items inside longer ones, negations, opposites, near misses, order and what is done away with."""
    assert grade(card, answer).outcome is outcome


@pytest.mark.parametrize(
    ("card", "answer"),
    [
        (term("transformer"), "transformer (attention)"),
        (term("classes"), "classes, like cat or dog"),
        (term("3D CNN"), "3-D CNN"),
        (term("1D convnet"), "1 d convnet"),
        (term("one-dimensional convolution"), "1D convolution"),
        (term("lambda w"), "lambda * w"),
        (plain_card("What is done?", ["It tells real pictures from fakes"]), "tells real pictures apart from fakes"),
    ],
)  # fmt: skip
def test_what_only_looks_wrong(card: Card, answer: str) -> None:
    """Brackets, examples, ways to write a dimension, a card's own letters, and telling things apart."""
    assert grade(card, answer).outcome is Outcome.CORRECT


def test_a_double_negation_is_none() -> None:
    """Who does not lack a thing has it."""
    card = ExplanationCard(
        id="gan", question="What is wrong with it?", answer="It lacks structure.", points=(("lacks structure",),)
    )
    assert grade(card, "it lacks any structure").outcome is Outcome.CORRECT
    assert grade(card, "it doesn't lack structure").outcome is not Outcome.CORRECT


def test_a_denied_word_satisfies_no_other() -> None:
    """Neither way."""
    assert grade(term("RNN"), "not an RNN").outcome is Outcome.INCORRECT
    assert grade(term("not found"), "found").outcome is Outcome.INCORRECT


@pytest.mark.parametrize("answer", ["not much data", "there is not much data for the test set"])
def test_not_much_is_little(answer: str) -> None:
    """It denies nothing of what follows."""
    card = ExplanationCard(id="few", question="When?", answer="With little data.", points=(("little data",),))
    assert grade(card, answer).outcome is Outcome.CORRECT


def test_not_knowing_may_be_told_of_somebody_else() -> None:
    """Only the writer gives up."""
    card = plain_card("What happens?", ["the net has no idea how to treat gaps"])
    assert grade(card, "the net has no clue how to treat gaps").reason is not Reason.GAVE_UP
    assert grade(card, "I have no clue how to treat gaps").reason in (Reason.GAVE_UP, Reason.HEDGED)


@pytest.mark.parametrize(
    ("meant", "typed", "same"),
    [
        ("loss", "less", False),
        ("loop", "loose", False),
        ("modulo", "model", False),
        ("SimCLR", "simply", False),
        ("lose", "loose", True),
        ("froze the light", "froze the lit", True),
    ],
)
def test_everyday_words_are_no_slips(meant: str, typed: str, same: bool) -> None:
    """Apart from doubled letters; forms of one word are the word."""
    assert (grade(term(meant), typed).outcome is Outcome.CORRECT) is same


FASTER = YesNoCard(
    id="faster", question="Are RNNs faster than 1D convnets?", answer="No, they are not.", yes=False
)  # fmt: skip
MASK = YesNoCard(
    id="mask", question="Should the mask be the same at every step?", answer="Yes, it should.", yes=True
)  # fmt: skip


@pytest.mark.parametrize(
    ("card", "answer", "outcome"),
    [
        (FASTER, "1D convnets are faster", Outcome.CORRECT),
        (FASTER, "RNNs are slower", Outcome.CORRECT),
        (FASTER, "RNNs are faster than convnets", Outcome.INCORRECT),
        (FASTER, "convnets are slower", Outcome.INCORRECT),
        (MASK, "it should be the same", Outcome.CORRECT),
        (MASK, "it should be different", Outcome.INCORRECT),
        (MASK, "a different mask at every step", Outcome.INCORRECT),
    ],
)
def test_taking_a_side_is_a_yes_or_a_no(card: Card, answer: str, outcome: Outcome) -> None:
    """Without either word."""
    assert grade(card, answer).outcome is outcome


DECK = """
title = "Terms"
[[card]]
id = "output"
kind = "list"
question = "Which activation and which loss for one yes or no?"
answer = "Sigmoid; binary crossentropy"
items = [["sigmoid"], ["binary crossentropy", "bce"]]
[[card]]
id = "softmax"
kind = "term"
question = "Which activation for many classes?"
answer = "softmax"
[[card]]
id = "images"
kind = "explanation"
question = "What are they good at?"
answer = "Perceptual problems, for instance seeing."
points = [["perceptual", "images"]]
[[card]]
id = "generator"
kind = "explanation"
question = "What is the task of the generator in a GAN?"
answer = "It decodes random vectors from the latent space and fools the discriminator by synthetic pictures."
points = [["latent space"], ["fool"]]
"""


@pytest.fixture
def deck() -> Deck:
    """Cards with terms of their own."""
    return parse_deck(DECK, "terms")


def test_a_term_left_to_choose_from(deck: Deck) -> None:
    """Beside the right one, joined by "or"."""
    card = deck.cards[0]
    assert grade(card, "sigmoid, bce", deck).outcome is Outcome.CORRECT
    verdict = grade(card, "sigmoid or softmax, bce", deck)
    assert (verdict.outcome, verdict.reason) == (Outcome.PARTIAL, Reason.CANDIDATES)


def test_a_key_point_said_in_passing(deck: Deck) -> None:
    """Where everything else has to do with another card."""
    card = deck.cards[2]
    assert grade(card, "anything with images in it", deck).outcome is Outcome.CORRECT
    answer = "decodes random vectors from the latent space into synthetic images that fool the discriminator"
    assert grade(card, answer, deck).outcome is not Outcome.CORRECT


def test_what_belongs_to_what_may_be_said_either_way_round() -> None:
    """The layer's outputs are the outputs of the layer."""
    card = ExplanationCard(
        id="dropout",
        question="What does dropout do?",
        answer="During training it sets a number of the layer's outputs, chosen at random, to zero.",
        points=(("set to zero",), ("random",)),
    )
    assert grade(card, "randomly setting to zero some output features of a layer during training").correct


def test_a_denial_that_a_key_point_makes_itself() -> None:
    """Who prevents a thing makes it not happen."""
    card = ExplanationCard(
        id="unscaled",
        question="What can go wrong?",
        answer="It can trigger large gradient updates that prevent the network from converging.",
        points=(("large updates", "big updates"), ("not converge", "diverge")),
    )
    assert grade(card, "large gradient updates, network won't converge").correct


def test_a_sentence_may_be_turned_round() -> None:
    """ "A is apart from B" and "B is apart from A" say the same; only around some words places matter."""
    card = plain_card(
        "Why is the voltage 1.5 V?", ["Terminal 4 is separated by a gap from the negative battery terminal"]
    )
    assert grade(card, "the negative battery terminal is separated by a gap from terminal 4").correct


def test_a_near_miss_of_more_is_none_of_fewer() -> None:
    """Where the "more" belongs to something else."""
    card = ListCard(
        id="x",
        question="Why pooling?",
        answer="a; b",
        items=(("fewer parameters",), ("hierarchy",)),
        need=1,
        reject=("more parameters",),
    )
    assert grade(card, "fewer parameters, and later layers see more of the picture").correct
    assert not grade(card, "more parameters").correct


def test_the_shortest_of_like_wordings_is_what_is_wanted() -> None:
    """ "None" with a slip is right where "none at all" is listed too."""
    card = TermCard(id="x", question="How many units?", answer="None", accept=("none at all",))
    assert grade(card, "noen").correct
