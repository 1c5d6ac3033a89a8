"""Marks in card texts: what they mean, and what is none."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content import formula
from content.marked import Piece, Style, pieces, readings, shown

BOLD, ITALIC, CODE, BLOCK = Style.BOLD, Style.ITALIC, Style.CODE, Style.BLOCK


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("**Note:** it is *not* _so_", [("Note:", BOLD), (" it is ",), ("not", ITALIC), (" ",), ("so", ITALIC)]),
        ("***both***", [("both", BOLD, ITALIC)]),
        ("**bold with *more* in it**", [("bold with ", BOLD), ("more", BOLD, ITALIC), (" in it", BOLD)]),
        ("(*x*), “_y_”?", [("(",), ("x", ITALIC), ("), “",), ("y", ITALIC), ("”?",)]),
        ("这是**粗体**文字", [("这是",), ("粗体", BOLD), ("文字",)]),
        ("call `a*b*c` or ``a ` b``", [("call ",), ("a*b*c", CODE), (" or ",), ("a ` b", CODE)]),
        ("**`x`** and `**x**`", [("x", BOLD, CODE), (" and ",), ("**x**", CODE)]),
        ("Prints?\n```\na  = 1\n**b**\n```\nThen", [("Prints?\n",), ("a  = 1\n**b**", BLOCK), ("\nThen",)]),
        (r"the area is $\pi r^2$ here", [("the area is πr² here",)]),
        (r"\(x_1\), \[x^{n+1}\], [$]\alpha[/$], [latex]\beta[/latex], $$y$$", [("x₁, xⁿ⁺¹, α, β, y",)]),
        (r"\frac{a}{b} is \alpha\beta, 2\pi r", [("a/b is αβ, 2π r",)]),
    ],
)
def test_what_marks_mean(text: str, seen: list[tuple[object, ...]]) -> None:
    """Emphasis, code and formulas, one in another."""
    assert [(piece.text, *piece.styles) for piece in pieces(text)] == seen


@pytest.mark.parametrize(
    "text",
    [
        "model.fit", "snake_case_name", "2 * 3 * 4", "__init__", "**kwargs", "5 * 3 and 4 * 2", "f(*args, **kwargs)",
        "**a and **b", "{**a, **b}", "{**a,**b}", "2**3**4", "a ** b ** c", "5*3*2", "a*b*c", "**a**b", "_a_b",
        "src/**/test/**", "**/*.py and **/*.txt", "*.py and *.txt", "int *p, *q", "(*p)*(*q)", "L*, a*, b*",
        "SELECT * FROM a, b WHERE a.* = b.*", "f*(x) and g*(x)", "* one\n* two", "_private and other", "x_1, y_1",
        "The _ is _", "____ is the capital", "5_000_000", "-_-", "**", "****", "*", "_", "`", "```", "``like this''",
        "**a\nb**", "*a\nb*", "it costs $5 and $10", "$5-$10", "$HOME/$USER", "$a=$b", "${a}-${b}", "US$5/US$",
        "from $a and to $b", "1$ or 2$", r"C:\alpha\beta", r"\n and \t", r"a\b", "^(a+)+$", r"\*a\*", "\\", "$", "$$",
    ],
)  # fmt: skip
def test_what_is_no_mark(text: str) -> None:
    """Names, products, globs, prices and paths stay as they are."""
    assert pieces(text) == (Piece(text),)


def test_a_block_names_its_language() -> None:
    """Where it does."""
    assert pieces("```python\nprint(1)\n```") == (Piece("print(1)", (BLOCK,), "python"),)


@pytest.mark.parametrize(
    ("latex", "shown", "typed"),
    [
        (r"\pi r^2", "πr²", "pi r^2"),
        (r"\frac{a+b}{c}", "(a+b)/c", "(a+b)/c"),
        (r"\sigma(z)=\frac{1}{1+e^{-z}}", "σ(z)=1/(1+e⁻ᶻ)", "sigma(z)=1/(1+e^(-z))"),
        (r"\sqrt{x+1}+\sqrt 2+\sqrt[3]{x}", "√(x+1)+√2+∛x", "sqrt(x+1)+sqrt(2)+root3(x)"),
        (r"\sum_{i=1}^{n} x_i", "∑ᵢ₌₁ⁿ xᵢ", "sum_(i=1)^n x_i"),
        (r"a\le b \to \infty", "a ≤ b → ∞", "a <= b -> infinity"),
        (r"\hat{y} \in \mathbb{R}^n", "ŷ ∈ ℝⁿ", "y ∈ R^n"),
        (r"\text{if } \sin\alpha > 0", "if sin α > 0", "if sin alpha > 0"),
        (r"90^\circ, 50\%, \{a\}", "90°, 50%, {a}", "90 degrees, 50%, {a}"),
        (r"\ce{2H2 + O2 -> 2H2O}", "2H₂ + O₂ → 2H₂O", "2H2 + O2 -> 2H2O"),
        (r"\lim_{x\to 0} \log_2 x", "lim_(x→0) log₂ x", "lim_(x->0) log_2 x"),
        (r"\frac{\partial f}{\partial x}", "∂f/∂x", "∂f/∂x"),
        (r"\left( x \right)^q_{ij}", "( x )^qᵢⱼ", "( x )^q_(ij)"),
    ],
)
def test_formulas_become_text(latex: str, shown: str, typed: str) -> None:
    """As a phone shows them, and as people type them."""
    assert (formula.shown(latex), formula.typed(latex)) == (shown, typed)


@given(st.text(st.sampled_from("\\{}^_ab1 &~'$frac")) | st.text())
def test_any_formula_is_read(latex: str) -> None:
    """Or stays as it is; and what was there to be seen does not vanish as a whole."""
    for text in (formula.shown(latex), formula.typed(latex)):
        assert text or not latex


_ODD = st.text(st.sampled_from('*_`$\\()[] \n.,ab1"é漢😀<&{}')) | st.text()


@given(_ODD)
def test_no_letter_is_lost(text: str) -> None:
    """Marks go; all that is no mark stays, in its order."""
    if re.search(r"[$\\]|\[latex\]|```", text):
        assert all(piece.text for piece in pieces(text) if Style.BLOCK not in piece.styles)
        return
    assert re.sub(r"[*_`\s]", "", shown(text)) == re.sub(r"[*_`\s]", "", text)
    assert len(shown(text)) <= len(text)


@given(_ODD)
def test_text_is_read_in_at_most_two_ways(text: str) -> None:
    """As shown first; never as nothing."""
    ways = readings(text)
    assert 1 <= len(ways) <= 2
    assert not text.strip() or all(way.strip() for way in ways)
