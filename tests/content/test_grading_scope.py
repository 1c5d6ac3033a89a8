"""What belongs to what in an answer: how far a word reaches, what it counts, what it takes back."""

import pytest

from content.card import Deck, ExplanationCard, ListCard, TermCard, plain_card
from content.grading import Outcome, Reason, grade


def test_more_of_one_thing_is_not_more_of_another() -> None:
    """What stands behind "more" is what there is more of."""
    card = ListCard(
        id="bigger",
        question="Name two ways to make a model overfit.",
        answer="More layers; more epochs.",
        items=(("more layers", "add layers"), ("more epochs",)),
    )
    assert grade(card, "more epochs and more layers").correct
    assert grade(card, "add layers, more epochs").correct
    verdict = grade(card, "bigger layers, more epochs")
    assert (verdict.outcome, verdict.missing) == (Outcome.PARTIAL, ("more layers",))


def test_less_of_one_thing_with_another_is_not_less_of_the_other() -> None:
    """A small word between the two parts them."""
    card = ListCard(
        id="gain",
        question="Name two gains.",
        answer="Less work; less data.",
        items=(("less work", "cheaper"), ("less data",)),
    )
    assert grade(card, "less work, less of the data").correct
    assert grade(card, "less work on the data").missing == ("less data",)


def test_a_name_with_its_parts_on_the_other_side() -> None:
    """A small word stands between them; without it the order matters."""
    card = TermCard(id="folds", question="Which technique averages the scores?", answer="K-fold cross-validation")
    assert grade(card, "cross validation with k folds").correct
    assert grade(card, "cross validation k fold").outcome is Outcome.INCORRECT


def test_a_word_of_the_question_is_no_other_word_for_the_answer() -> None:
    """However alike the two are in meaning."""
    card = ExplanationCard(
        id="map",
        question="What is an output feature map?",
        answer="The same transformation applied to every patch.",
        points=(("patch",), ("same transformation", "transform")),
    )
    assert grade(card, "each patch is transformed").correct
    assert grade(card, "patches of the feature map").outcome is Outcome.PARTIAL


def test_small_words_do_not_make_most_of_a_wording() -> None:
    """A wording of four words may lack one, but not the one that says it."""
    card = ExplanationCard(
        id="renorm",
        question="What is batch renormalization?",
        answer="An improvement over batch normalization.",
        points=(("improvement over batch normalization",),),
    )
    assert grade(card, "improves over normalization").correct
    assert not grade(card, "it normalizes data over time").correct


def test_a_layer_or_two_leaves_no_choice() -> None:
    """A number behind "or" offers nothing."""
    card = ListCard(
        id="tune", question="Name two cures.", answer="Dropout; fewer layers.", items=(("dropout",), ("remove layers",))
    )
    assert grade(card, "remove a layer or two, dropout").correct


def test_half_right_and_no_more() -> None:
    """A wording that its author calls half right, by itself or in an answer that has nothing else right."""
    card = ExplanationCard(
        id="leak",
        question="How do you split data that is ordered in time?",
        answer="All test data is later than the training data.",
        points=(("test later", "split by time", "not shuffle, split by date"),),
        half=("do not shuffle", "split by time"),
    )
    for answer in ("do not shuffle", "better not shuffle anything at all", "split by time"):
        verdict = grade(card, answer)
        assert (verdict.outcome, verdict.reason) == (Outcome.PARTIAL, Reason.INCOMPLETE)
    assert grade(card, "the test data comes later, do not shuffle").correct
    assert grade(card, "shuffle it").outcome is Outcome.INCORRECT
    assert grade(card, "no idea, do not shuffle?").outcome is Outcome.INCORRECT


def test_a_half_right_wording_beats_loose_key_points() -> None:
    """Where an answer has no word of the card besides; what is missing is told."""
    card = ExplanationCard(
        id="cam",
        question="What does this visualization make?",
        answer="A heatmap over the picture that shows what speaks for a class.",
        points=(("heatmap", "parts"), ("picture", "important", "decisive")),
        half=("a heatmap over the picture", "parts that matter"),
    )
    for answer in ("a heatmap over the picture", "it lays a heatmap over your picture"):
        verdict = grade(card, answer)
        assert (verdict.outcome, verdict.reason) == (Outcome.PARTIAL, Reason.INCOMPLETE)
    assert grade(card, "a heatmap over the picture with what was important").correct
    assert grade(card, "the decisive parts").correct
    card = card.model_copy(update={"points": (*card.points, ("class", "category"))})
    verdict = grade(card, "a heatmap over the picture")
    assert (verdict.outcome, verdict.missing) == (Outcome.PARTIAL, ("class",))


def test_a_longer_right_wording_beats_a_half_right_one() -> None:
    """What is half right may be the beginning of what is right."""
    card = TermCard(id="ct", question="Which network?", answer="3D convnet", accept=("3D CNN",), half=("convnet",))
    assert grade(card, "convnet 3d, volumetric").correct
    assert grade(card, "some convnet").outcome is Outcome.PARTIAL


def test_a_half_right_wording_may_have_an_opposite_in_it() -> None:
    """The opposite of a word of the answer, as its author has written it."""
    card = ExplanationCard(
        id="norm",
        question="What does the layer do?",
        answer="It rescales outputs adaptively.",
        points=(("adaptively", "rescales outputs"),),
        half=("rescales its input",),
    )
    assert grade(card, "it rescales its inputs with numbers").outcome is Outcome.PARTIAL
    assert grade(card, "it rescales the weights").outcome is Outcome.INCORRECT


def test_a_near_miss_of_four_words_stands_in_one_clause() -> None:
    """What is said of the first is not said of the last."""
    card = ExplanationCard(
        id="levels",
        question="What do they see?",
        answer="The first layers see edges, the last ones whole objects.",
        points=(("edges", "simple things"), ("objects", "complex things")),
        reject=("first layers see objects",),
    )
    assert grade(card, "the first layers see simple things, later layers see objects").correct
    assert grade(card, "the first layers see objects and simple things").reason is Reason.NEAR_MISS


def test_one_wrong_thing_of_several() -> None:
    """The others are right still."""
    card = ListCard(
        id="binary",
        question="Which activation and which loss?",
        answer="Sigmoid; binary_crossentropy",
        items=(("sigmoid",), ("binary_crossentropy", "binary crossentropy")),
        reject=("softmax", "relu"),
    )
    verdict = grade(card, "softmax with binary crossentropy")
    assert (verdict.outcome, verdict.missing) == (Outcome.PARTIAL, ("sigmoid",))
    assert verdict.reason is Reason.NEAR_MISS
    assert grade(card, "softmax and mse").outcome is Outcome.INCORRECT


def test_small_words_make_no_long_wording() -> None:
    """Of a long one some words may lack; "each" and "the same" make none of a short one."""
    card = ExplanationCard(
        id="norm",
        question="What does it do with a batch?",
        answer="It counts with what is typical of every batch, adaptively.",
        points=(("mean and variance of each batch", "adaptively"), ("counts",)),
    )
    assert grade(card, "it counts with mean and variance of each batch").correct
    assert grade(card, "it counts with mean and variance").missing == ("mean and variance of each batch",)


def test_small_words_are_said_of_what_follows_them() -> None:
    """Where nothing follows, of what stands before."""
    card = ExplanationCard(
        id="share",
        question="What does sharing mean?",
        answer="The same layer is called twice and has the same weights.",
        points=(("the same layer", "call twice"), ("same weights",)),
    )
    for answer in ("the same layer has the same weights", "same dense layer, weights are the same"):
        assert grade(card, answer).correct
    verdict = grade(card, "all layers have the same weights")
    assert (verdict.outcome, verdict.missing) == (Outcome.PARTIAL, ("the same layer",))


def test_one_accepted_order_is_enough() -> None:
    """What one wording has the other way round another one may have as it is said."""
    card = ExplanationCard(
        id="modes",
        question="What is done?",
        answer="Different data are put together.",
        accept=("combines text and image data", "combines image and text data"),
        points=(("different data", "several kinds"),),
    )
    assert grade(card, "it merges image and text data").correct
    card = card.model_copy(update={"accept": card.accept[:1]})
    assert grade(card, "it merges image and text data").reason is Reason.SWAPPED_ROLES


def test_a_key_point_that_is_the_answer_to_another_card() -> None:
    """Half right, and the other card is named."""
    other = TermCard(id="vector", question="Which layers?", answer="Dense")
    card = ExplanationCard(
        id="embedding",
        question="How do embeddings differ?",
        answer="They are dense and learned.",
        points=(("dense", "compact"), ("learned", "trained")),
    )
    deck = Deck(name="words", title="Words", cards=(card, other))
    verdict = grade(card, "they are dense", deck)
    assert (verdict.outcome, verdict.closest) == (Outcome.PARTIAL, "vector")
    assert verdict.missing == ("learned",)


def test_a_long_near_miss_with_the_words_of_a_right_answer() -> None:
    """Where the words are the same their order tells the two apart."""
    card = ExplanationCard(
        id="hot",
        question="How is a word written one-hot?",
        answer="0 everywhere except at its index, which is 1",
        points=(("0",), ("1",)),
        reject=("1 except at its index, which is 0",),
    )
    assert grade(card, "0 except for its index, which is 1").correct
    assert grade(card, "all 1 except for its index, which is 0").outcome is Outcome.INCORRECT


def test_not_yet_is_not() -> None:
    """And a relative clause has its sides exchanged by itself."""
    card = ExplanationCard(id="under", question="What is underfitting?", answer="x", points=(("not yet learned",),))
    assert grade(card, "patterns were not learned").correct
    assert not grade(card, "it learned the noise").correct
    card = ExplanationCard(
        id="idea",
        question="What is the idea?",
        answer="sample a point from the latent space and decode it",
    )
    assert grade(card, "the latent space from which you sample a point, decode it").correct


def test_two_long_words_written_as_one() -> None:
    """By itself and in a name that has them apart."""
    card = TermCard(
        id="cv",
        question="Which technique averages?",
        answer="K-fold cross-validation",
        accept=("k-fold crossvalidation", "cross-validation"),
    )
    assert grade(card, "crossvalidation").correct


@pytest.mark.parametrize(
    ("answer", "right"),
    [
        ("water is less dense than the syrup", True),
        ("the syrup is less dense than the water", False),
        ("the water is denser than the syrup", False),
    ],
)
def test_less_turns_a_comparison_round(answer: str, right: bool) -> None:
    """And turned round twice it is the same."""
    card = ExplanationCard(id="card", question="Why is that so?", answer="The syrup is denser than the water.")
    assert grade(card, answer).correct is right


def test_or_not_takes_back_what_was_said() -> None:
    """Half right at most; and a half of the name with other names beside it is nothing."""
    card = TermCard(id="l1", question="What protects?", answer="L1 regularization")
    verdict = grade(card, "maybe L1 regularization or not")
    assert (verdict.outcome, verdict.reason) == (Outcome.PARTIAL, Reason.HEDGED)
    assert grade(card, "L1 or L2 or dropout").reason is Reason.CANDIDATES


def test_a_word_of_the_same_stem_is_not_the_answer_of_another_card() -> None:
    """Only another form of the word is: nobody is told that an optimizer is the answer "optimization"."""
    deck = Deck(
        name="d",
        title="D",
        cards=(
            TermCard(id="loss", question="What is minimized?", answer="loss function"),
            TermCard(id="act", question="What is the contrary of generalization?", answer="optimization"),
        ),
    )
    assert grade(deck.cards[0], "optimizer", deck).closest is None
    assert grade(deck.cards[0], "optimisation", deck).closest == "act"


def test_what_is_kept_from_happening_does_not_happen() -> None:
    """And "prevented from converging" is "does not converge"."""
    card = ExplanationCard(
        id="bn", question="What does it do?", answer="x", points=(("gradients reach the first layers",),)
    )
    assert grade(card, "gradients are reaching the first layers").correct
    assert not grade(card, "it keeps gradients from reaching the first layers").correct
    card = ExplanationCard(id="norm", question="What happens?", answer="x", points=(("not converge",),))
    assert grade(card, "it stops the network from converging").correct
    assert not grade(card, "it does not stop the network from converging").correct


def test_an_everyday_likeness_is_no_accepted_wording() -> None:
    """Of a wording that comes down to one word, another word of like meaning is not enough."""
    card = ExplanationCard(
        id="gan",
        question="What are they good at?",
        answer="Realistic results.",
        accept=("like photographs",),
        points=(("realistic",),),
    )
    assert grade(card, "like photographs").correct
    assert not grade(card, "compressing images").correct


def test_what_is_left_out_may_come_first() -> None:
    """And ends where it is said what is done instead; "anything but" reaches over its own small word."""
    card = plain_card("What is hashing of words?", ["Each word is hashed into a vector of a fixed size"])
    said = "instead of keeping a dictionary you hash each word into a vector of a fixed size"
    assert grade(card, said).correct
    assert not grade(card, "instead of hashing each word into a vector of a fixed size").correct
    assert not grade(plain_card("Which network suits images?", ["convnet"]), "anything but a convnet").correct
