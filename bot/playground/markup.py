"""Telegram's HTML: which tags it takes, what it makes of them, and its words for what it does not take."""

from dataclasses import dataclass

from bot.playground.entities import Entity, FormattedText, checked_link, utf16_length

_STYLES = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "span": "spoiler",
    "tg-spoiler": "spoiler",
}
_TAGS = frozenset(_STYLES) | {"a", "code", "pre", "blockquote", "tg-emoji"}
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_SPACE = " \t\r\n\0\v"
_USER_LINK = "tg://user?id="


class MarkupError(ValueError):
    """HTML that Telegram refuses, in its own words."""


@dataclass(frozen=True)
class _Open:
    tag: str
    argument: str
    offset: int
    start: int


def parse_html(markup: str) -> FormattedText:
    """The text and its entities, or MarkupError."""
    return _Parser(markup).run()


class _Parser:
    """One pass over the markup, in the steps (and with the quirks) of Telegram's own parser."""

    def __init__(self, markup: str) -> None:
        self.markup = markup
        self.at = 0
        self.text: list[str] = []
        self.units = 0
        self.open: list[_Open] = []
        self.entities: list[Entity] = []

    def run(self) -> FormattedText:
        while self.at < len(self.markup):
            here = self._peek()
            if here == "<":
                if self._peek(1) == "/":
                    self._end_tag()
                else:
                    self._start_tag()
            else:
                self._put(self._character())
        if self.open:
            raise MarkupError(f'Can\'t find end tag corresponding to start tag "{self.open[-1].tag}"')
        ordered = sorted(self.entities, key=lambda entity: (entity.offset, -entity.length))
        return FormattedText("".join(self.text), tuple(ordered))

    def _peek(self, ahead: int = 0) -> str:
        """The character there, or "" after the end."""
        return self.markup[self.at + ahead : self.at + ahead + 1]

    def _put(self, character: str) -> None:
        self.text.append(character)
        self.units += utf16_length(character)

    def _character(self) -> str:
        """The next character; an ampersand may spell another one."""
        here = self._peek()
        if here == "&":
            decoded = self._decode_reference()
            if decoded is not None:
                return decoded
        self.at += 1
        return here

    def _decode_reference(self) -> str | None:
        end = self.at + 1
        if self._peek(1) == "#":
            hexadecimal = self._peek(2) == "x"
            end += 2 if hexadecimal else 1
            start = end
            allowed = "0123456789abcdefABCDEF" if hexadecimal else "0123456789"
            while end < len(self.markup) and self.markup[end] in allowed:
                end += 1
            if start == end or end - start > 8:
                return None
            code = int(self.markup[start:end], 16 if hexadecimal else 10)
            if code == 0 or code > 0x10FFFF or 0xD800 <= code <= 0xDFFF:
                return None
            decoded = chr(code)
        else:
            while end < len(self.markup) and self.markup[end].isascii() and self.markup[end].isalpha():
                end += 1
            name = self.markup[self.at + 1 : end]
            if name not in _NAMED:
                return None
            decoded = _NAMED[name]
        # The semicolon may be missing.
        self.at = end + 1 if self.markup[end : end + 1] == ";" else end
        return decoded

    def _start_tag(self) -> None:
        begin = self.at
        self.at += 1
        name_start = self.at
        while self._peek() not in ("", ">", *_SPACE):
            self.at += 1
        if not self._peek():
            raise self._error("Unclosed start tag", begin)
        tag = self.markup[name_start : self.at].lower()
        if tag not in _TAGS:
            raise self._error(f'Unsupported start tag "{tag}"', begin)
        argument = ""
        while True:
            self._skip_space()
            if self._peek() == ">":
                break
            name, value = self._attribute(tag, begin)
            argument = _argument(tag, name, value) or argument
        self.at += 1
        if tag == "span" and argument != "spoiler":
            raise self._error('Tag "span" must have class "tg-spoiler"', begin)
        self.open.append(_Open(tag, argument, self.units, len(self.text)))

    def _attribute(self, tag: str, begin: int) -> tuple[str, str | None]:
        start = self.at
        while self._peek() not in ("", "=", ">", "/", '"', "'", *_SPACE):
            self.at += 1
        name = self.markup[start : self.at]
        if not self._peek():
            raise self._error("Unclosed start tag", begin)
        if not name:
            raise self._error(f'Empty attribute name in the tag "{tag}"', begin)
        self._skip_space()
        if self._peek() != "=":
            return name, None
        self.at += 1
        self._skip_space()
        value = self._quoted() if self._peek() in ("'", '"') else self._name_token()
        if not self._peek():
            raise self._error("Unclosed start tag", begin)
        return name, value

    def _quoted(self) -> str:
        quote = self._peek()
        self.at += 1
        value = []
        while self._peek() not in ("", quote):
            value.append(self._character())
        self.at += 1
        return "".join(value)

    def _name_token(self) -> str:
        start = self.at
        while self._peek().isalnum() or self._peek() in (".", "-"):
            self.at += 1
        if self._peek() not in ("", ">", *_SPACE):
            raise self._error("Unexpected end of name token", start)
        return self.markup[start : self.at].lower()

    def _end_tag(self) -> None:
        begin = self.at
        if not self.open:
            raise self._error("Unexpected end tag", begin)
        self.at += 2
        start = self.at
        while self._peek() not in ("", ">", *_SPACE):
            self.at += 1
        tag = self.markup[start : self.at].lower()
        self._skip_space()
        if self._peek() != ">":
            raise self._error("Unclosed end tag", begin)
        self.at += 1
        expected = self.open.pop()
        if tag and tag != expected.tag:
            raise self._error("Unmatched end tag", begin, f', expected "</{expected.tag}>", found "</{tag}>"')
        if self.units > expected.offset:
            self._close(expected)

    def _close(self, opened: _Open) -> None:
        offset, length = opened.offset, self.units - opened.offset
        inner = self.entities[-1] if self.entities else None
        same_place = inner is not None and (inner.offset, inner.length) == (offset, length)
        if opened.tag in _STYLES:
            self.entities.append(Entity(_STYLES[opened.tag], offset, length))
        elif opened.tag == "blockquote":
            kind = "expandable_blockquote" if opened.argument else "blockquote"
            self.entities.append(Entity(kind, offset, length))
        elif opened.tag == "tg-emoji":
            self.entities.append(Entity("custom_emoji", offset, length, custom_emoji_id=opened.argument))
        elif opened.tag == "a":
            self._close_link(opened, offset, length)
        elif inner is not None and same_place and {inner.type, opened.tag} == {"code", "pre"}:
            # <pre><code class="language-…"> is one block of code in that language.
            self.entities[-1] = Entity("pre", offset, length, language=inner.language or opened.argument or None)
        else:
            self.entities.append(Entity(opened.tag, offset, length, language=opened.argument or None))

    def _close_link(self, opened: _Open, offset: int, length: int) -> None:
        url = opened.argument or "".join(self.text[opened.start :])
        if url.startswith(_USER_LINK) and url.removeprefix(_USER_LINK).isdecimal():
            user_id = int(url.removeprefix(_USER_LINK))
            self.entities.append(Entity("text_mention", offset, length, user_id=user_id))
            return
        link = checked_link(url)
        if link is not None:  # Telegram drops what is no address without a word
            self.entities.append(Entity("text_link", offset, length, url=link))

    def _skip_space(self) -> None:
        while self._peek() and self._peek() in _SPACE:
            self.at += 1

    def _error(self, what: str, position: int, more: str = "") -> MarkupError:
        offset = len(self.markup[:position].encode())
        return MarkupError(f"{what} at byte offset {offset}{more}")


def _argument(tag: str, name: str, value: str | None) -> str | None:
    """What an attribute means for its tag; attributes without a meaning are ignored."""
    if (tag, name) == ("blockquote", "expandable"):
        return "1"
    if value is None:
        return None
    if (tag, name) in {("a", "href"), ("tg-emoji", "emoji-id")}:
        return value
    if (tag, name) == ("code", "class") and value.startswith("language-"):
        return value.removeprefix("language-")
    if (tag, name) == ("span", "class") and value.startswith("tg-"):
        return value.removeprefix("tg-")
    return None
