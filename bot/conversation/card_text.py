"""Text of cards as Telegram shows it: emphasis, code and formulas, long text folded. What learners type goes elsewhere.

Everything here is HTML for a message; nothing in it can break one.
"""

import html
from collections.abc import Mapping

from bot.conversation.screen import fit
from bot.conversation.words import Html
from content.marked import Piece, Style, pieces

FOLDED_FROM = 280
"""Longer text is folded: about what a phone shows in six lines."""

_TAGS = {Style.BOLD: "b", Style.ITALIC: "i", Style.CODE: "code", Style.BLOCK: "pre"}
# What is bold already shows no bold.
_IN_BOLD = {**_TAGS, Style.BOLD: "u"}


def shown(text: str) -> Html:
    """The text of a card with its styles."""
    return _html(text, _TAGS)


def in_bold(text: str) -> Html:
    """The text of a card for a place that is bold, as questions are."""
    return _html(text, _IN_BOLD)


def folded(text: str) -> Html:
    """The text of a card; where it is long, on a line of its own, and it opens on a tap."""
    if not is_long(text):
        return shown(text)
    return Html(f"\n<blockquote expandable>{shown(text.strip())}</blockquote>")


def is_long(text: str) -> bool:
    """Whether text of a card is folded."""
    return len(text) > FOLDED_FROM


def line(text: str, limit: int) -> Html:
    """The text of a card on one line of at most so many UTF-16 units."""
    return Html(fit(_html(text, _TAGS | {Style.BLOCK: "code"}, one_line=True), limit))


def _html(text: str, tags: Mapping[Style, str], *, one_line: bool = False) -> Html:
    return Html("".join(_tagged(piece, tags, one_line) for piece in pieces(text)))


def _tagged(piece: Piece, tags: Mapping[Style, str], one_line: bool) -> str:
    said = html.escape(" ".join(piece.text.split("\n")) if one_line else piece.text, quote=False)
    if piece.language and tags[Style.BLOCK] == "pre":
        said = f'<code class="language-{html.escape(piece.language)}">{said}</code>'
    for style in reversed(piece.styles):
        said = f"<{tags[style]}>{said}</{tags[style]}>"
    return said
