"""Slips of the pen are forgiven, other words are not."""

import pytest

from content.card import plain_card
from content.grading import Outcome, Reason, grade
from content.grading.slips import budget


@pytest.mark.parametrize(
    ("meant", "typed"),
    [
        ("mitochondrion", "mitocondrion"),
        ("photosynthesis", "photosyntehsis"),
        ("loss", "los"),
        ("binary classification", "binery clasification"),
        ("Canberra", "canbera"),
        ("precision", "precison"),
        ("parliament", "parlament"),
    ],
)
def test_a_slip_is_forgiven_and_shown(meant: str, typed: str) -> None:
    """The verdict is correct, and says what was meant."""
    verdict = grade(plain_card("What is asked?", [meant]), typed)
    assert verdict.outcome is Outcome.CORRECT
    assert verdict.reason is Reason.SPELLING
    assert verdict.spelling


@pytest.mark.parametrize(
    ("meant", "typed"),
    [
        ("mitosis", "meiosis"),
        ("ileum", "ilium"),
        ("hypothermia", "hyperthermia"),
        ("increase", "decrease"),
        ("encoder", "decoder"),
        ("volatile", "involatile"),
        ("Slovakia", "Slovenia"),
        ("underfitting", "overfitting"),
        ("cat", "car"),
        ("L1", "L2"),
        ("H2O", "H2O2"),
        ("1D convolution", "2D convolution"),
        ("strangle", "tangle"),
    ],
)
def test_another_word_is_no_slip(meant: str, typed: str) -> None:
    """However few letters differ."""
    assert grade(plain_card("What is asked?", [meant]), typed).outcome is not Outcome.CORRECT


def test_the_allowance_grows_with_the_word() -> None:
    """None up to three letters, one up to five, then two, then three."""
    assert [budget(length) for length in (1, 3, 4, 5, 6, 7, 11, 30)] == [0, 0, 1, 1, 2, 2, 3, 3]


@pytest.mark.parametrize(
    ("meant", "typed"),
    [
        ("colour", "color"),
        ("normalisation", "normalization"),
        ("multi-label", "multilabel"),
        ("multilabel", "multi label"),
        ("max pooling", "maxpooling"),
        ("K-fold cross-validation", "k fold cross validation"),
        ("vectors", "vector"),
        ("an artery", "arteries"),
        ("naïve", "naive"),
        ("generalization", "generalisation"),
        ("convolutional neural network", "CNN"),
        ("NATO", "North Atlantic Treaty Organisation"),
        ("validation of the model", "model validation"),
    ],
)
def test_the_same_word_written_otherwise(meant: str, typed: str) -> None:
    """Plural, hyphens, British and American spelling, accents, initials and order make no difference."""
    assert grade(plain_card("What is asked?", [meant]), typed).outcome is Outcome.CORRECT
