"""Anki packages, old and new: basic, reversed and cloze notes become cards, and cards become notes."""

import html
import io
import itertools
import json
import re
import sqlite3
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from content.card import Deck
from content.formats import archive, collection
from content.formats.cloze import clozes, is_cloze
from content.formats.found import Fault, LeftOut, Row, Rows, UnreadableError, Why
from content.formats.markup import Plain, from_html, to_html

_COLLECTIONS = ("collection.anki21b", "collection.anki21", "collection.anki2")
OURS = "Dailydeck"
_TEXTS = ("question", "answer", "explanation")
FIELDS = ("Question", "Answer", "Accepted", "Explanation", OURS)
_MODEL = 1_718_000_001
_PLEASE_UPDATE = "Please update to the latest Anki version"
_OCCLUSION = "image-occlusion:"
_ANSWER = re.compile(r"<hr\b[^>]{0,80}\bid\s*=\s*[\"']?answer\b[^>]{0,80}>", re.IGNORECASE)
_SHOWN_LATER = ("type:", "hint:", "tts")
_TAG = re.compile(r"\{\{([^{}]{1,200})\}\}")
_BLOCK = re.compile(r"\{\{([#^])([^{}]{1,100})\}\}((?:(?!\{\{[#^]).)*?)\{\{/\2\}\}", re.DOTALL)


def read(data: bytes) -> Rows:
    """The cards of a package. Raises UnreadableError."""
    with archive.opened(data) as package:
        name = next((one for one in _COLLECTIONS if one in package.namelist()), None)
        if name is None:
            office = {"[Content_Types].xml", "mimetype"} & set(package.namelist())
            raise UnreadableError(Fault.FORMAT if office else Fault.NOT_ANKI)
        raw = archive.unpacked(package, name, len(data))
    if name.endswith("b"):
        raw = archive.unzstd(raw, len(data))
    return gathered((0, note) for note in collection.notes(raw))


def gathered(notes: Iterable[tuple[int, collection.Note | str]]) -> Rows:
    """The cards of notes, each with the line where it stands. Raises UnreadableError."""
    rows: list[Row] = []
    left_out: list[LeftOut] = []
    decks: Counter[str] = Counter()
    for line, note in notes:
        if isinstance(note, str):
            left_out.append(LeftOut(line, Why.TOO_LONG, note))
            continue
        if any(field.startswith(_PLEASE_UPDATE) for field in note.fields):
            raise UnreadableError(Fault.OLD_ANKI_ONLY)
        decks[note.deck.split("::")[0]] += 1
        for made in _cards(note):
            (rows if isinstance(made, Row) else left_out).append(replace(made, line=line))  # type: ignore[arg-type] # each into its own list
    title = decks.most_common(1)[0][0] if decks else ""
    return Rows(tuple(rows), tuple(left_out), title="" if title == "Default" else title)


def _cards(note: collection.Note) -> Iterator[Row | LeftOut]:
    fields = dict(zip(note.type.fields, note.fields, strict=False))
    topic = note.deck.partition("::")[2].replace("::", ", ") or note.tags.strip().split(" ")[0].replace("_", " ")
    ours = _ours(fields)
    if ours is not None:
        yield ours
    elif note.type.cloze:
        yield from _clozes(note, fields, topic)
    else:
        for number, (front, back) in enumerate(note.type.sides[:20]):
            asked = _render(_TAG.sub(_not_yet, front[:20_000]), fields)
            if not asked.strip() and number:  # a side that this note does not have
                continue
            # Above the line, the answer side says the question again.
            answer = _render(_ANSWER.split(back[:20_000], 1)[-1], fields)
            yield _row(from_html(asked), from_html(answer), topic, f"{note.guid}/{number}")


def _not_yet(found: re.Match[str]) -> str:
    """What a question side shows only after the answer, or says aloud, is no part of the question."""
    return "" if found[1].strip().startswith(_SHOWN_LATER) else found[0]


def _row(question: Plain, answer: Plain, topic: str, key: str) -> Row | LeftOut:
    if not (question.text and answer.text):
        both = (question, answer)
        if any(side.pictures and not side.text for side in both):
            return LeftOut(0, Why.PICTURE_ONLY, question.text or answer.text)
        if any(side.sounds and not side.text for side in both):
            return LeftOut(0, Why.SOUND_ONLY, question.text or answer.text)
    lost = any(side.pictures or side.sounds for side in (question, answer))
    return Row(0, question.text, (answer.text,), topic=topic, key=key, lost=lost)


def _render(side: str, fields: Mapping[str, str]) -> str:
    """A side of a card: its template with the fields of the note."""
    side = side[:20_000]
    for _ in range(10):  # blocks in blocks; deeper ones nobody writes

        def block(found: re.Match[str]) -> str:
            filled = bool(fields.get(found[2].strip(), "").strip())
            return found[3] if filled == (found[1] == "#") else ""

        once = _BLOCK.sub(block, side)
        if once == side:
            break
        side = once
    return _TAG.sub(lambda found: fields.get(found[1].rpartition(":")[2].strip(), ""), side)


def _clozes(note: collection.Note, fields: Mapping[str, str], topic: str) -> Iterator[Row | LeftOut]:
    text = next((field for field in fields.values() if is_cloze(field)), "")
    if not text:
        yield LeftOut(0, Why.EMPTY)
    for number, asked, hidden in clozes(text):
        if hidden.startswith(_OCCLUSION):
            yield LeftOut(0, Why.PICTURE_ONLY, from_html(fields.get("Header", "")).text)
        else:
            yield _row(from_html(asked), from_html(hidden), topic, f"{note.guid}/c{number}")


def _ours(fields: Mapping[str, str]) -> Row | None:
    """A card that we wrote. What has been changed in Anki holds; with another answer it is judged as that asks for."""
    try:
        card = json.loads(html.unescape(fields.get(OURS, "")))
    except (ValueError, RecursionError):
        return None
    if not isinstance(card, dict) or not all(isinstance(card.get(name), str) for name in ("id", "question", "answer")):
        return None
    now = {name: _as_it_was(fields.get(name.title(), ""), str(card.get(name, ""))) for name in _TEXTS}
    if now["answer"] != card["answer"]:
        own: dict[str, object] = {"id": card["id"]}
        return Row(0, now["question"], (now["answer"],), str(card.get("topic", "")), now["explanation"], fields=own)
    accept = card.get("accept")
    answers = (card["answer"], *(str(one) for one in accept)) if isinstance(accept, list) else (card["answer"],)
    rest = {name: value for name, value in card.items() if name not in (*_TEXTS, "topic")}
    return Row(0, now["question"], answers, str(card.get("topic", "")), now["explanation"], fields=rest)


def _as_it_was(field: str, before: str) -> str:
    """The text that a field had when we wrote it, unless it has been changed since."""
    return before if field == to_html(before) else from_html(field).text


def write(deck: Deck, at: float) -> bytes:
    """The package of a deck, which Anki takes anew without doubling; `at` is the moment in seconds since 1970."""
    # Slow to load, and few need it.
    import genanki
    from genanki.apkg_col import APKG_COL
    from genanki.apkg_schema import APKG_SCHEMA

    back = "{{FrontSide}}<hr id=answer>{{Answer}}{{#Accepted}}<p>= {{Accepted}}</p>{{/Accepted}}<p>{{Explanation}}</p>"
    model = genanki.Model(
        _MODEL, OURS, [{"name": name} for name in FIELDS], [{"name": "Card 1", "qfmt": "{{Question}}", "afmt": back}]
    )
    number = int.from_bytes(deck.name.encode()[:6].ljust(6, b"-"), "big")
    book = genanki.Deck(number, deck.title, to_html(deck.about))
    for card in deck.cards:
        whole = card.model_dump(mode="json", exclude_defaults=True) | {"kind": card.kind.value}
        texts = [to_html(text) for text in (card.question, card.answer, " / ".join(card.accept), card.explanation)]
        texts.append(html.escape(json.dumps(whole), quote=False))
        tags = ["_".join(card.topic.split())] if card.topic else []
        guid = genanki.guid_for(deck.name, card.id)
        book.add_note(genanki.Note(model, texts, guid=guid, tags=tags))
    connection = sqlite3.connect(":memory:")
    try:
        connection.executescript(APKG_SCHEMA + APKG_COL)
        book.write_to_db(connection.cursor(), at, itertools.count(int(at * 1000)))
        connection.commit()
        raw = connection.serialize()
    finally:
        connection.close()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("collection.anki2", raw)
        package.writestr("media", "{}")
    return out.getvalue()
