"""HTML and formulas become text."""

import re
from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser

from pylatexenc.latex2text import LatexNodes2Text

_BREAKS = frozenset({"br", "div", "p", "tr", "ul", "ol", "table", "h1", "h2", "h3", "blockquote", "pre"})
_SILENT = frozenset({"script", "style", "head", "template"})
_SOUND = re.compile(r"\[sound:[^\]]{0,300}\]|\[anki:play:[^\]]{0,60}\]")
_FORMULA = re.compile(
    r"\\\((.{1,1000}?)\\\)|\\\[(.{1,1000}?)\\\]|\[\$\$?\](.{1,1000}?)\[/\$\$?\]|\[latex\](.{1,1000}?)\[/latex\]",
    re.DOTALL,
)
_GROUP = re.compile(r"([\^_])\{([^{}\\]{2,40})\}")


@dataclass(frozen=True)
class Plain:
    """Text, and whether there were pictures or sounds in it."""

    text: str
    pictures: bool = False
    sounds: bool = False


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.pictures = False
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 # signature of the parser
        if tag in _SILENT:
            self._silent += 1
        elif tag in ("img", "svg", "video"):
            self.pictures = True
        elif tag == "li":
            self.pieces.append("\n- ")
        elif tag in _BREAKS:
            self.pieces.append("\n")
        elif tag in ("td", "th"):
            self.pieces.append(" ")
        elif tag in ("sup", "sub"):
            self.pieces.append("^" if tag == "sup" else "_")

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag in ("div", "p"):
            self.pieces.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.pieces.append(data)


def from_html(html: str) -> Plain:
    """The text of a field of Anki."""
    without = _SOUND.sub("", html)
    if "<" in without or "&" in without:
        reader = _Reader()
        reader.feed(without.replace("\n", " "))
        reader.close()
        text, pictures = "".join(reader.pieces), reader.pictures
    else:
        text, pictures = without, False
    text = _FORMULA.sub(lambda found: formula(next(part for part in found.groups() if part is not None)), text)
    text = re.sub(r"[ \xa0]*\n[ \xa0\n]*", "\n", text)
    return Plain(re.sub(r"[ \xa0]{2,}", " ", text).strip(), pictures, without != html)


@cache
def _latex() -> LatexNodes2Text:
    return LatexNodes2Text(math_mode="text")


def formula(latex: str) -> str:
    """A formula as people type it: ½ stays a/b, x^2 stays x^2; what cannot be read stays as it is."""
    grouped = _GROUP.sub(r"\1(\2)", latex)
    try:
        return str(_latex().latex_to_text(grouped)).strip() or latex
    except Exception:  # a parser of anything that people write; it raises many kinds of error, and none is ours
        return latex
