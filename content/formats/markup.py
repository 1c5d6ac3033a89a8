"""HTML becomes text, with marks for what stands out in it; and the text of cards becomes HTML."""

import html
import re
from dataclasses import dataclass
from html.parser import HTMLParser

from content import formula
from content.marked import Style, pieces, shown

_BREAKS = frozenset({"br", "div", "p", "tr", "ul", "ol", "table", "h1", "h2", "h3", "blockquote", "pre"})
_SILENT = frozenset({"script", "style", "head", "template"})
_SOUND = re.compile(r"\[sound:[^\]]{0,300}\]|\[anki:play:[^\]]{0,60}\]")
# However a formula is marked in Anki: as its editor marks it now.
_FORMULA = re.compile(
    r"\[\$\$?\](?P<a>.{1,1000}?)\[/\$\$?\]|\[latex\]\s*(?P<b>\$\$?)?(?P<c>.{1,1000}?)(?P=b)?\s*\[/latex\]", re.DOTALL
)
# Until it is known whether marks can be told from the text, these stand for them: where one opens, where one closes.
_OPENS = {"b": "\ue002", "strong": "\ue002", "i": "\ue004", "em": "\ue004", "code": "\ue006", "pre": "\ue008"}
_CLOSES = {tag: chr(ord(sign) + 1) for tag, sign in _OPENS.items()}
_MARKS = str.maketrans(
    {"\ue002": "**", "\ue003": "**", "\ue004": "*", "\ue005": "*", "\ue006": "`", "\ue007": "`"}
    | {"\ue008": "```\n", "\ue009": "\n```"}
)
_STYLES = {Style.BOLD: "b", Style.ITALIC: "i", Style.CODE: "code", Style.BLOCK: "pre"}
# Stand for line breaks and spaces of code, which must stay.
_LINE, _SPACE = "\ue000", "\ue001"
_PLACEHOLDERS = re.compile("[\ue000-\ue009]")
_UNMARKED = re.compile("[\ue002-\ue009]")


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
        self._lists: list[int | None] = []
        self._small: list[int] = []
        self._block = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 # signature of the parser
        if tag in _SILENT:
            self._silent += 1
        elif tag in ("img", "svg", "video"):
            self.pictures = True
        elif tag == "li":
            self.pieces.append(f"\n{self._bullet()} ")
        elif tag == "br" and self._block:
            self.pieces.append(_LINE)
        elif tag in _BREAKS:
            self.pieces.append("\n")
        elif tag in ("td", "th"):
            self.pieces.append(" ")
        elif tag in ("sup", "sub"):
            self._small.append(len(self.pieces))
        elif tag in _OPENS and not self._block:
            self.pieces.append(_OPENS[tag])
        if tag in ("ul", "ol"):
            self._lists.append(0 if tag == "ol" else None)
        elif tag == "pre":
            self._block += 1
            if self._block == 1:
                self.pieces.append(_OPENS[tag])

    def _bullet(self) -> str:
        if not self._lists or (number := self._lists[-1]) is None:
            return "-"
        self._lists[-1] = number + 1
        return f"{number + 1}."

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag in ("div", "p"):
            self.pieces.append(_LINE if self._block else "\n")
        elif tag in ("ul", "ol") and self._lists:
            self._lists.pop()
        elif tag == "pre" and self._block:
            self._block -= 1
            if not self._block:
                self.pieces.append(f"{_CLOSES[tag]}\n")
        elif tag in ("sup", "sub") and self._small:
            start = self._small.pop()
            inner = "".join(self.pieces[start:])
            self.pieces[start:] = (
                [(formula.raised if tag == "sup" else formula.lowered)(inner)] if inner.strip() else []
            )
        elif tag in _CLOSES and not self._block:
            self.pieces.append(_CLOSES[tag])

    def handle_data(self, data: str) -> None:
        if self._silent:
            return
        if self._block:
            data = data.replace("\n", _LINE).replace(" ", _SPACE)
        self.pieces.append(data.replace("\n", " "))


def from_html(field: str) -> Plain:
    """The text of a field of Anki. Bold, italic and code keep marks where nothing else could be taken for them."""
    without = _SOUND.sub("", field)
    if "<" in without or "&" in without:
        reader = _Reader()
        reader.feed(_PLACEHOLDERS.sub("", without))
        reader.close()
        text, pictures = "".join(reader.pieces), reader.pictures
    else:
        text, pictures = without, False
    text = _FORMULA.sub(lambda found: f"\\({found['a'] or found['c']}\\)", text)
    text = re.sub(r"[ \xa0]*\n[ \xa0\n]*", "\n", text)
    text = re.sub(r"[ \xa0]{2,}", " ", text)
    return Plain(_marked(text).strip(), pictures, without != field)


def _marked(text: str) -> str:
    """The text with its marks, or without any if they would not be understood."""
    text = re.sub("([\ue002\ue004])( +)", r"\2\1", re.sub("( +)([\ue003\ue005])", r"\2\1", text))
    text = re.sub(f"\ue008{_LINE}*", "\ue008", re.sub(f"[{_LINE}{_SPACE}]*\ue009", "\ue009", text))
    text = text.replace(_LINE, "\n").replace(_SPACE, " ")
    plain, marked = _UNMARKED.sub("", text).strip(), text.translate(_MARKS).strip()
    return marked if shown(marked) == shown(plain) else plain


def to_html(text: str) -> str:
    """The text of a card as a field of Anki; its formulas as Anki shows them."""
    said = []
    for piece in pieces(text, _in_anki):
        one = html.escape(piece.text, quote=False)
        one = one if Style.BLOCK in piece.styles else one.replace("\n", "<br>")
        for style in reversed(piece.styles):
            one = f"<{_STYLES[style]}>{one}</{_STYLES[style]}>"
        said.append(one)
    return "".join(said)


def _in_anki(latex: str) -> str:
    return f"\\({latex}\\)"
