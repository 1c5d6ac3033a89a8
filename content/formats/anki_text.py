"""Notes that Anki has written out as plain text, under a head that says which column is what."""

import html
import re
from collections.abc import Mapping
from dataclasses import replace

from content.formats import anki, table
from content.formats.cloze import is_cloze
from content.formats.collection import Note, NoteType
from content.formats.found import Rows
from content.formats.identity import digest

_HEAD = re.compile(r"#((?:guid|notetype|deck|tags)(?: column)?|separator|html|columns):(.*)")
_LINES = 20
_SEPARATORS = {"comma": ",", "semicolon": ";", "space": " ", "pipe": "|", "colon": ":", ",": ",", ";": ";", "|": "|"}
_SIDES = (("{{Front}}", "{{Back}}"), ("{{Back}}", "{{Front}}"))


def is_notes(text: str) -> bool:
    """Whether Anki has written its notes into this text."""
    return _HEAD.match(text) is not None


def read(text: str) -> Rows:
    """The cards of the notes, the same and with the same ids as those of a package, where the text names its notes."""
    lines = text.split("\n")
    head: dict[str, str] = {}
    for line in lines[:_LINES]:
        if (said := _HEAD.fullmatch(line)) is None:
            break
        head[said[1]] = said[2].strip()
    body = "\n" * len(head) + "\n".join(lines[len(head) :])
    separator = _SEPARATORS.get(head.get("separator", "").casefold(), "\t")
    rows, bad = table.rows(body, separator)
    found = anki.gathered((number, _note(cells, head)) for number, cells in rows)
    return replace(found, left_out=(*found.left_out, *bad), separator=separator)


def _note(cells: tuple[str, ...], head: Mapping[str, str]) -> Note:
    columns = {
        int(place) - 1: name.removesuffix(" column")
        for name, place in head.items()
        if name.endswith(" column") and place.isdecimal()
    }
    said = dict(head) | {name: cells[at] for at, name in columns.items() if at < len(cells)}
    fields = tuple(cell for at, cell in enumerate(cells) if at not in columns)
    if head.get("html") != "true":
        fields = tuple(html.escape(cell, quote=False).replace("\n", "<br>") for cell in fields)
    kind = said.get("notetype", "")
    names = anki.FIELDS if kind == anki.OURS else ("Front", "Back")
    sides = _SIDES if "reverse" in kind.casefold() else _SIDES[:1]
    note_type = NoteType(names, sides, any(is_cloze(cell) for cell in fields))
    return Note(said.get("guid") or digest(*fields), note_type, fields, said.get("tags", ""), said.get("deck", ""))
