"""Identifiers, code and formulas: punctuation and case mean something."""

import pytest

from content.card import plain_card
from content.grading import Outcome, grade


@pytest.mark.parametrize(
    ("reference", "answer"),
    [
        ("C++", "c++"),
        ("C++", "it is C++"),
        ("C++", "cpp"),
        ("C++", "c plus plus"),
        ("model.fit", "model.fit()"),
        ("model.fit", "`model.fit`"),
        ("keras.layers.Embedding", "keras layers embedding"),
        ("keras.layers.Embedding", "tf.keras.layers.Embedding"),
        ("binary_crossentropy", "binary crossentropy"),
        ("\\d+", "\\d+"),
        ("ls -a", "ls -a"),
        ("F = ma", "f=ma"),
        ("H2O2", "H₂O₂"),
        ("-5", "-5"),
        ("-5", "−5"),
        ("1e-3", "0.001"),
        ("1e-3", "1e-3"),
        ("max(0, x)", "max(0, x)"),
        ("max(0, x)", "max(0,x)"),
        ("[0-9]+", "[0-9]+"),
    ],
)
def test_the_same_code(reference: str, answer: str) -> None:
    """However it is set."""
    assert grade(plain_card("Which one?", [reference]), answer).outcome is Outcome.CORRECT


@pytest.mark.parametrize(
    ("reference", "answer"),
    [
        ("C++", "C"),
        ("C++", "C#"),
        ("C", "C++"),
        ("\\d+", "\\D+"),
        ("\\d+", "\\d*"),
        ("ls -a", "ls -l"),
        ("ls -a", "lsblk -a"),
        ("F = ma", "F = m/a"),
        ("V = IR", "V = I/R"),
        ("H2O2", "H2O"),
        ("-5", "5"),
        ("5", "-5"),
        ("1e-3", "1e3"),
        ("model.fit", "model.predict"),
        ("keras.layers.Embedding", "keras.layers.Dense"),
    ],
)
def test_other_code(reference: str, answer: str) -> None:
    """However little differs."""
    assert grade(plain_card("Which one?", [reference]), answer).outcome is not Outcome.CORRECT
