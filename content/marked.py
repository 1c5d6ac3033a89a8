"""Card text and the marks in it: **bold**, *italic*, `code`, ``` blocks and formulas; and the text without them.

The rules are narrow on purpose: cards are full of names with underscores, of products and of globs, and a mark that is
shown does less harm than a letter that is lost.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from content import formula


class Style(Enum):
    """How a piece of text stands out."""

    BOLD = "bold"
    ITALIC = "italic"
    CODE = "code"
    BLOCK = "block"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text with its styles, the outermost first; a block of code may name its language."""

    text: str
    styles: tuple[Style, ...] = ()
    language: str = ""


_MARKS = re.compile(r"[*_`$\\]|\[latex\]")
# Letters of scripts that set no space between words are no letters here: marks may stand right beside them.
_LETTER = r"[^\W\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\U00020000-\U0003ffff]"
_BEFORE = rf"(?<!{_LETTER})(?<![*/\\.=&@%])"
_AFTER = rf"(?!{_LETTER})(?![*/\\=(\[{{])"
_BARE_NAMES = (
    "alpha|beta|gamma|delta|epsilon|varepsilon|zeta|eta|theta|iota|kappa|lambda|mu|nu|xi|pi|rho|sigma|tau|phi|varphi|"
    "chi|psi|omega|Gamma|Delta|Theta|Lambda|Xi|Pi|Sigma|Phi|Psi|Omega|frac|dfrac|sqrt|times|cdot|div|pm|le|leq|ge|geq|"
    "ne|neq|approx|equiv|infty|sum|prod|int|partial|nabla|rightarrow|Rightarrow|leftarrow|to|in|notin|cup|cap|subset|"
    "subseteq|forall|exists|propto|degree|circ"
)
_GROUP = r"\{[^{}]{0,300}(?:\{[^{}]{0,300}\}[^{}]{0,300}){0,20}\}"
_FORMULAS = (
    r"\\\((?P<f1>.{1,1000}?)\\\)",
    r"\\\[(?P<f2>.{1,1000}?)\\\]",
    r"\[\$\$?\](?P<f3>.{1,1000}?)\[/\$\$?\]",
    r"\[latex\](?P<f4>.{1,1000}?)\[/latex\]",
    r"(?<![\w$\\])\$\$(?P<f5>[^$]{1,1000}?)\$\$(?!\$)",
    # As Pandoc has it, so that prices are none: no space within, no digit behind; and it must look like a formula.
    r"(?<![\w$\\])\$(?=[^\s$])(?P<f6>[^$\n]{0,300}?(?<=[^\s\\]))\$(?![\w${])",
    rf"(?<![A-Za-z\\:/.])(?P<f7>(?:\\(?:{_BARE_NAMES})(?![A-Za-z])(?:{_GROUP})*(?:[_^](?:{_GROUP}|[A-Za-z0-9]))*)+)",
)
_TOKEN = re.compile(
    "|".join(
        (
            r"```(?:(?P<language>[\w+#.-]{1,20})?[ \t]*\n)?(?P<block>(?=\s*[^\s`]).{1,1500}?)\n?[ \t]*```",
            r"(?<!`)(?P<ticks>`{1,2})(?!`)(?P<code>(?=[^`\n]|`)[^\n]{1,1500}?)(?<!`)(?P=ticks)(?!`)",
            *_FORMULAS,
            rf"{_BEFORE}\*\*(?P<bold>(?=[^\s*])[^\n]{{0,1500}}?[^\s*(\[{{,])\*\*{_AFTER}",
            rf"{_BEFORE}\*\*\*(?P<both>(?=[^\s*])[^\n*]{{0,1500}}?[^\s*(\[{{,])\*\*\*{_AFTER}",
            rf"{_BEFORE}(?<!_)\*(?P<star>(?=[\"'“«‘¿¡]?[^\W\d_]|\*\*)(?:[^\n*]|\*\*[^\n*]{{1,300}}\*\*){{0,1500}}?"
            rf"(?<![\s*(\[{{,]))\*{_AFTER}",
            rf"{_BEFORE}(?<![_\-])_(?P<low>(?=[\"'“«‘¿¡]?[^\W\d_])(?:[^\n_]|(?<=\w)_(?=\w)){{0,1500}}?"
            rf"(?<![\s_(\[{{,]))_(?!_){_AFTER}",
        )
    ),
    re.DOTALL,
)
_EMPHASIS = {
    "bold": (Style.BOLD,),
    "both": (Style.BOLD, Style.ITALIC),
    "star": (Style.ITALIC,),
    "low": (Style.ITALIC,),
}
_NESTING = 4
_FORMULA = re.compile(r"[\\^_={}+<>|]|^-?\d*[A-Za-z]\d?'?(?:\([A-Za-z\d, ]*\))?$")


def pieces(text: str, read: Callable[[str], str] = formula.shown) -> tuple[Piece, ...]:
    """The text in pieces, as it is to be shown; `read` makes text of formulas."""
    return _pieces(text, read)


def shown(text: str) -> str:
    """The text as it is shown, without its styles."""
    return "".join(piece.text for piece in pieces(text)) if _MARKS.search(text) else text


def readings(text: str) -> tuple[str, ...]:
    """The ways in which the text may be written without its marks: as it is shown, and as people type its formulas."""
    if not _MARKS.search(text):
        return (text,)
    typed = "".join(piece.text for piece in _pieces(text, formula.typed))
    return tuple(dict.fromkeys(one for one in (shown(text), typed) if one.strip())) or (text,)


@lru_cache(maxsize=2000)
def _pieces(text: str, read: Callable[[str], str]) -> tuple[Piece, ...]:
    if not _MARKS.search(text):
        return (Piece(text),) if text else ()
    joined: list[Piece] = []
    for piece in _split(text, (), read):
        last = joined[-1] if joined else None
        if last is not None and last.styles == piece.styles and Style.BLOCK not in piece.styles:
            joined[-1] = Piece(last.text + piece.text, last.styles)
        else:
            joined.append(piece)
    return tuple(joined)


def _split(text: str, styles: tuple[Style, ...], read: Callable[[str], str]) -> Iterator[Piece]:
    at = 0
    for found in _TOKEN.finditer(text):
        made = tuple(_made(found, styles, read))
        if not made:
            continue
        if found.start() > at:
            yield Piece(text[at : found.start()], styles)
        yield from made
        at = found.end()
    if at < len(text):
        yield Piece(text[at:], styles)


def _made(found: re.Match[str], styles: tuple[Style, ...], read: Callable[[str], str]) -> Iterator[Piece]:
    """What a mark encloses; nothing when it is none after all."""
    parts = {name: part for name, part in found.groupdict().items() if part is not None}
    if "block" in parts:
        yield Piece(parts["block"].strip("\n"), (*styles, Style.BLOCK), parts.get("language", ""))
    elif "code" in parts:
        code = parts["code"]
        yield Piece(code[1:-1] if code[0] == code[-1] == " " and code.strip() else code, (*styles, Style.CODE))
    elif emphasis := parts.keys() & _EMPHASIS.keys():
        (name,) = emphasis
        if len(styles) < _NESTING:
            yield from _split(parts[name], (*styles, *_EMPHASIS[name]), read)
    else:
        ((name, latex),) = parts.items()
        if name != "f6" or _FORMULA.search(latex):
            yield Piece(read(latex), styles)
