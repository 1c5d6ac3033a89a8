"""Decks to and from the files that people have: deck files, tables, study sets, Markdown lists, Anki packages."""

import zlib
from pathlib import PurePath

from content.card import Deck
from content.formats import anki, anki_text, lines, markdown, table, toml
from content.formats.decode import decode
from content.formats.found import FILE_LIMIT, Fault, Found, LeftOut, Rows, UnreadableError, Why
from content.formats.gather import deck_of

__all__ = ["FILE_LIMIT", "SUFFIXES", "Fault", "Found", "LeftOut", "UnreadableError", "Why", "read", "write"]

SUFFIXES = ("csv", "tsv", "txt", "md", "toml", "apkg")
_BINARY = (
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"SQLite format 3",
    b"\x1f\x8b",
    b"Rar!",
    b"7z\xbc",
    b"\xd0\xcf\x11\xe0",
)


def read(name: str, data: bytes, *, separator: str = "", language: str = "en") -> Found:
    """The deck in a file, recognised by what is in it, and where that leaves a doubt by its name.

    `language` holds where the words tell none. Raises UnreadableError, and nothing else, whatever the file holds.
    """
    if len(data) > FILE_LIMIT:
        raise UnreadableError(Fault.TOO_BIG, limit=FILE_LIMIT // 1_000_000)
    path = PurePath(name.replace("\\", "/"))
    try:
        if data.startswith(b"PK"):
            return deck_of(anki.read(data), path.stem, language)
        if data.startswith(_BINARY):
            raise UnreadableError(Fault.FORMAT)
        text = decode(data)
        suffix = path.suffix.casefold().removeprefix(".")
        if suffix == "toml" or (suffix in ("", "txt") and "\n[[card]]" in text):
            return toml.read(text, path.stem)
        return deck_of(_rows(text, suffix, separator), path.stem, language)
    except MemoryError:
        raise UnreadableError(Fault.TOO_BIG_UNPACKED, limit=200) from None
    except (zlib.error, RecursionError):
        raise UnreadableError(Fault.UNSAFE) from None


def _rows(text: str, suffix: str, separator: str) -> Rows:
    if anki_text.is_notes(text):
        return anki_text.read(text)
    if suffix in ("csv", "tsv") and len(separator) < 2:
        return table.read(text, separator or ("\t" if suffix == "tsv" else ""))
    if suffix in ("md", "markdown") and (found := markdown.read(text)).rows:
        return found
    if separator:
        return lines.read(text, separator)
    divider = lines.divided(text)
    if divider == "\t":
        return lines.read(text, divider)
    if markdown.is_markdown(text):
        return markdown.read(text)
    if lines.is_page(text):
        return lines.read_page(text)
    if lines.is_blocks(text):
        return lines.read_blocks(text)
    if divider in table.SEPARATORS and '"' in text:
        return table.read(text, divider)
    return lines.read(text, divider) if divider else lines.read_page(text)


def write(deck: Deck, suffix: str, *, at: float) -> bytes:
    """The deck as a file of this kind; `at` is the moment in seconds since 1970. Raises KeyError for other kinds."""
    match suffix:
        case "csv":
            return table.write(deck, ",")
        case "tsv":
            return table.write(deck, "\t")
        case "txt":
            return lines.write([(card.question, card.answer) for card in deck.cards])
        case "md":
            return markdown.write(deck)
        case "toml":
            return toml.write(deck)
        case "apkg":
            return anki.write(deck, at)
        case _:
            raise KeyError(suffix)
