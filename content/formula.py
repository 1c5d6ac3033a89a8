"""Formulas in LaTeX become text that a phone shows, and text as people type it."""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

LIMIT = 1500
"""Longer formulas stay as they are."""
_DEPTH = 30

_RAISED = dict(
    zip(
        "0123456789+-−=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWβγδθφχ∘′*",
        "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵝᵞᵟᶿᵠᵡ°′*",
        strict=True,
    )
)
_LOWERED = dict(zip("0123456789+-−=()aehijklmnoprstuvxβγρφχ", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ", strict=True))
_TOKEN = re.compile(r"\\([A-Za-z]+)\*?|\\(.)|([{}^_~&'])|([^\\{}^_~&']+)|\\", re.DOTALL)
_FRACTIONS = frozenset({"frac", "dfrac", "tfrac", "cfrac", "nicefrac", "sfrac"})
_ACCENTS = {"hat": "̂", "widehat": "̂", "bar": "̄", "tilde": "̃", "widetilde": "̃", "vec": "⃗", "dot": "̇", "ddot": "̈"}
_BLACKBOARD = dict(zip("CHNPQRZ", "ℂℍℕℙℚℝℤ", strict=True))
_NOTHING = frozenset(
    (
        *("left", "right", "middle", "big", "Big", "bigg", "Bigg", "bigl", "bigr", "Bigl", "Bigr", "limits"),
        *("nolimits", "displaystyle", "textstyle", "mathstrut", "rm", "bf", "it", "mathop", "hline"),
    )
)
# In place of names that stand for themselves ("sin", "softmax"): better ones, and what pylatexenc does not know.
_NAMES = {
    "quad": " ", "qquad": " ", "prime": "′", "colon": ":", "mod": "mod", "bmod": "mod", "gets": "←", "iff": "⇔",
    "implies": "⇒", "lnot": "¬", "neg": "¬", "land": "∧", "lor": "∨", "degree": "°", "lbrack": "[", "rbrack": "]",
    "epsilon": "ε", "phi": "φ", "longrightarrow": "→", "Longrightarrow": "⇒", "mid": "|",
}  # fmt: skip
_APART = frozenset("|≤≥≠≈≡∼≃≅→←⇒⇐⇔↔↦∈∉⊂⊆⊃⊇∝≪≫∧∨±×∪∩")
_CLOSE = frozenset("∂∇¬")
_TYPED = {
    "≤": "<=", "≥": ">=", "≠": "!=", "→": "->", "←": "<-", "⇒": "=>", "×": "*", "·": "*", "∞": "infinity", "∑": "sum",
    "∏": "product", "∫": "integral", "√": "sqrt", "±": "+-", "∘": " degrees", "°": " degrees", "−": "-", "′": "'",
}  # fmt: skip
_ESCAPED = dict.fromkeys(",;: \n", " ") | dict.fromkeys("!/()[]", "") | {"\\": "; ", "|": "‖"}
_ATOM = re.compile(r"-?[\w.′'!%°⁺⁻₊₋∂∇√∞\u0300-\u036f\u20d7]*(?:\([^()]*\))?")


class _Token(NamedTuple):
    command: str
    escaped: str
    sign: str
    text: str


def shown(latex: str) -> str:
    """The formula as a phone can show it: x², (a + b)/c, α. What cannot be read stays as it is."""
    return _read(latex, typed=False)


def typed(latex: str) -> str:
    """The formula as people type it: x^2, (a+b)/c, alpha."""
    return _read(latex, typed=True)


def raised(text: str) -> str:
    """The text in small letters above the line, or with a ^ where there are no such letters."""
    return _small(text, "^", _RAISED)


def lowered(text: str) -> str:
    """The text in small letters below the line, or with a _ where there are no such letters."""
    return _small(text, "_", _LOWERED)


def _small(text: str, sign: str, letters: Mapping[str, str]) -> str:
    if all(letter in letters for letter in text):
        return "".join(letters[letter] for letter in text)
    return f"{sign}{text}" if len(text) == 1 else f"{sign}({text})"


def _read(latex: str, *, typed: bool) -> str:
    if len(latex) > LIMIT:
        return latex
    reader = _Reader(latex, typed=typed)
    try:
        text = reader.group()
    except RecursionError:
        return latex
    return re.sub(r"\s+", " ", text).strip() or latex


class _Reader:
    def __init__(self, latex: str, *, typed: bool) -> None:
        self.tokens = [_Token(*(part or "" for part in found.groups())) for found in _TOKEN.finditer(latex)]
        self.at = 0
        self.depth = 0
        self.typed = typed

    def group(self) -> str:
        """Everything up to the brace that closes, or the end."""
        self.depth += 1
        if self.depth > _DEPTH:
            raise RecursionError
        parts: list[str] = []
        while self.at < len(self.tokens) and self.tokens[self.at].sign != "}":
            parts.append(self._next(parts[-1] if parts else ""))
        self.at += 1
        self.depth -= 1
        return "".join(parts)

    def _next(self, before: str = "") -> str:
        token = self.tokens[self.at]
        self.at += 1
        if token.command:
            return self._command(token.command)
        if token.escaped:
            return _ESCAPED.get(token.escaped, token.escaped)
        match token.sign:
            case "{":
                return self.group()
            case "^" | "_":
                return self._script(token.sign, before)
            case "~" | "&":
                return " "
            case "'":
                return "'" if self.typed else "′"
        return token.text

    def _argument(self) -> str:
        """What a command or a script takes: a group, a command or one character."""
        while self.at < len(self.tokens) and (self.tokens[self.at].text or not any(self.tokens[self.at])):
            text = self.tokens[self.at].text.lstrip()
            if text:
                self.tokens[self.at] = _Token("", "", "", text[1:])
                return text[0]
            self.at += 1
        if self.at >= len(self.tokens) or self.tokens[self.at].sign == "}":
            return ""
        return self._next()

    def _script(self, sign: str, before: str) -> str:
        inner = self._argument().replace(" ", "")
        if not inner:
            return sign if not before else ""
        if inner in ("°", "∘", " degrees", "degrees"):
            return " degrees" if self.typed else "°"
        if inner in ("′", "'"):
            return inner
        inner = inner.replace("⊤", "T")
        small = {} if self.typed else _RAISED if sign == "^" else _LOWERED
        return _small(inner, sign, small)

    def _command(self, name: str) -> str:
        if name in _FRACTIONS:
            return f"{_whole(self._argument())}/{_whole(self._argument())}"
        if name == "sqrt":
            return self._root()
        if name in ("binom", "dbinom", "tbinom"):
            return f"C({self._argument()}, {self._argument()})"
        if name in _ACCENTS:
            inner = self._argument()
            return inner if self.typed or len(inner) != 1 else unicodedata.normalize("NFC", inner + _ACCENTS[name])
        if name == "mathbb":
            inner = self._argument()
            return inner if self.typed else _BLACKBOARD.get(inner, inner)
        if name == "ce":
            return re.sub(r"(?<=[A-Za-z)])\d+", self._chemical, self._argument()).replace("->", self._sign("→"))
        if name in ("begin", "end"):
            self._argument()
            return ""
        if name in _NOTHING:
            return ""
        if re.fullmatch(r"(?:text|math)[a-z]*|operatorname|ensuremath|boxed|overline|underline|mbox", name):
            return self._argument() if name not in _symbols() else self._sign(_symbols()[name])
        symbol = _NAMES.get(name) or _symbols().get(name)
        if symbol:
            return self._sign(symbol, name)
        return f"{name} " if self._comes("{") else name

    def _sign(self, symbol: str, name: str = "") -> str:
        """A symbol. The space behind its name only ends the name, unless it stands between two things."""
        if (symbol.isalpha() and len(symbol) == 1) or symbol in _CLOSE:
            self._drop_space()
            if self.typed and "GREEK" in unicodedata.name(symbol, ""):
                name = name.removeprefix("var")
                return f"{name} " if self._comes() else name
        if symbol in _APART:
            symbol = f" {_TYPED.get(symbol, symbol) if self.typed else symbol} "
        elif self.typed:
            return _TYPED.get(symbol, symbol)
        return symbol

    def _drop_space(self) -> None:
        text = self.tokens[self.at].text.lstrip() if self.at < len(self.tokens) else ""
        if text[:1].isalnum():
            self.tokens[self.at] = _Token("", "", "", text)

    def _comes(self, sign: str = "") -> bool:
        """Whether something comes next that would run into a name: a command, or a letter, or this sign."""
        following = self.tokens[self.at] if self.at < len(self.tokens) else None
        return following is not None and bool(
            following.command or following.text[:1].isalnum() or (sign and following.sign == sign)
        )

    def _root(self) -> str:
        degree = ""
        text = self.tokens[self.at].text if self.at < len(self.tokens) else ""
        if text.startswith("[") and "]" in text:
            degree, _, rest = text[1:].partition("]")
            self.tokens[self.at] = _Token("", "", "", rest)
        inner = self._argument()
        if self.typed:
            return f"sqrt({inner})" if degree in ("", "2") else f"root{degree}({inner})"
        sign = {"3": "∛", "4": "∜"}.get(degree) or "".join(_RAISED.get(one, one) for one in degree) + "√"
        return sign + (inner if len(inner) == 1 or inner.isdigit() else f"({inner})")

    def _chemical(self, found: re.Match[str]) -> str:
        return found[0] if self.typed else "".join(_LOWERED[digit] for digit in found[0])


def _whole(part: str) -> str:
    """A part of a fraction; in brackets where it would fall apart."""
    part = part.strip()
    return part if _ATOM.fullmatch(part) else f"({part})"


@cache
def _symbols() -> dict[str, str]:
    """What commands without arguments stand for."""
    # Only who has formulas needs it, and it takes a moment to load.
    from pylatexenc.latex2text import get_default_latex_context_db

    specs = get_default_latex_context_db().iter_macro_specs()
    plain = ((spec.macroname, spec.simplify_repl) for spec in specs)
    return {
        name: symbol
        for name, symbol in plain
        if isinstance(symbol, str) and len(symbol) == 1 and name.isalpha() and symbol.isprintable()
    }
