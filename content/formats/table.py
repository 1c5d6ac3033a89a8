"""CSV and TSV: with or without a header, whatever the separator; and how cards are written into such a table."""

import csv
import io
import itertools
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from content.card import Card, Deck, ExplanationCard, Kind, ListCard, NumberCard, YesNoCard
from content.formats.found import LeftOut, Row, Rows, Why
from content.language import fold

SEPARATORS = ("\t", ";", ",", "|")
_BAD_ROWS = 200
_NAMES = {
    "question": "question questions front term prompt word vorderseite frage begriff wort terme recto mot вопрос "
    "термин слово pregunta termino anverso palabra domanda pergunta",
    "answer": "answer answers back definition meaning translation ruckseite antwort bedeutung ubersetzung reponse "
    "verso traduction ответ определение перевод значение respuesta definicion reverso traduccion risposta resposta",
    "accept": "accept accepted",
    "more": "synonyms synonym alternatives alternative aliases alias synonyme synonymes синонимы sinonimos",
    "topic": "topic tag tags category chapter theme thema тема tema categorie kategorie",
    "explanation": "explanation comment comments note notes explication erklarung пояснение объяснение explicacion",
}
_COLUMN = {word: name for name, words in _NAMES.items() for word in words.split()}
_KINDS = frozenset(kind.value for kind in Kind)
_OURS = ("id", "kind", "reject", "half", "items", "points", "need", "low", "high", "unit", "yes", "same", "source")
_LANGUAGES = frozenset(
    word
    for words in (
        "english french german spanish italian portuguese russian latin greek chinese japanese korean dutch polish",
        "englisch franzosisch deutsch spanisch italienisch portugiesisch russisch latein griechisch polnisch",
        "anglais francais allemand espagnol italien portugais russe latin grec chinois japonais",
        "ingles frances aleman alemao espanol espanhol italiano portugues ruso russo latim griego grego",
        "inglese francese tedesco spagnolo английский французский немецкий испанский итальянский русский латынь",
    )
    for word in words.split()
)
# A spreadsheet would run these; an apostrophe before them is the usual sign that it is text.
_RUN = re.compile(r"'*[=+\-@\t\r\n\x00＝＋－＠]")


def safe(cell: str) -> str:
    """A cell that no spreadsheet runs."""
    return f"'{cell}" if _RUN.match(cell) else cell


def plain(cell: str) -> str:
    """A cell as it was before `safe`."""
    return cell[1:] if cell.startswith("'") and _RUN.match(cell[1:]) else cell


@dataclass(frozen=True)
class _Line:
    number: int
    cells: tuple[str, ...]


def read(text: str, separator: str = "") -> Rows:
    """The rows of a table; the separator is found where none is given."""
    if text.startswith("sep=") and "\n" in text:  # so spreadsheets are told
        first, _, text = text.partition("\n")
        separator = separator or first[4:5]
        text = "\n" + text
    separator = separator or find_separator(text)
    lines, left_out = _lines(text, separator)
    columns = _header(lines[0].cells) if lines else {}
    if columns:
        width = len(lines[0].cells)
        left_out += [LeftOut(line.number, Why.CELLS, line.cells[0]) for line in lines[1:] if _wider(line, width)]
        rows = [_named(line, columns) for line in lines[1:] if not _wider(line, width)]
    else:
        if lines and _names_languages(lines[0].cells):
            del lines[0]
        lines = _without_numbers(lines)
        several = Counter(len(line.cells) for line in lines).most_common(1)
        rows = [_bare(line, separator, several[0][0]) for line in lines]
    return Rows(tuple(rows), tuple(left_out), separator=separator)


def rows(text: str, separator: str) -> tuple[list[tuple[int, tuple[str, ...]]], list[LeftOut]]:
    """The rows of a table with their lines, whatever is in them; and those that cannot be read."""
    lines, bad = _lines(text, separator)
    return [(line.number, line.cells) for line in lines], bad


def find_separator(text: str) -> str:
    """What stands between the cells: what divides most lines, and them alike."""
    lines = [line for line in text[:100_000].splitlines() if line.strip()][:200]
    for separator in SEPARATORS:
        if lines and _header(lines[0].replace('"', "").split(separator)):
            return separator

    def regular(separator: str) -> tuple[int, int]:
        counts = Counter(_count(line, separator) for line in lines)
        counts.pop(0, None)
        divided = sum(counts.values())
        usual = counts.most_common(1)[0][1] if counts else 0
        return (divided * 10 // max(1, len(lines)), usual)

    return max(SEPARATORS, key=regular)


def _count(line: str, separator: str) -> int:
    return re.sub(r'"[^"]*"', "", line).count(separator)


def _lines(text: str, separator: str) -> tuple[list[_Line], list[LeftOut]]:
    """The rows, and those that cannot be read; reading goes on in the line after."""
    raw = io.StringIO(text, newline="").readlines()
    lines: list[_Line] = []
    bad: list[LeftOut] = []
    start = 0
    while start < len(raw) and len(bad) < _BAD_ROWS:
        reader = csv.reader(iter(raw[start:]), delimiter=separator, strict=True)
        begun = start
        try:
            for cells in reader:
                if any(cell.strip() for cell in cells):
                    lines.append(_Line(begun + 1, tuple(plain(cell.strip(" \n")) for cell in cells)))
                begun = start + reader.line_num
            start = len(raw)
        except csv.Error as error:
            why = Why.TOO_LONG if "field limit" in str(error) else Why.QUOTE
            bad.append(LeftOut(begun + 1, why, raw[begun].strip()[:80]))
            start = begun + 1
    return lines, bad


def _header(cells: Sequence[str]) -> dict[int, str]:
    """Which column is what; empty when this is no header."""
    found: dict[int, str] = {}
    for number, cell in enumerate(cells):
        word = fold(cell).strip(" *:_\ufeff")
        if name := _COLUMN.get(word) or (word if word in _OURS else None):
            found[number] = name
    return found if {"question", "answer"} <= set(found.values()) else {}


def _wider(line: _Line, width: int) -> bool:
    """Whether there is something beyond the last column: then some separator is no separator."""
    return any(cell.strip() for cell in line.cells[width:])


def _names_languages(cells: Sequence[str]) -> bool:
    """Whether the cells say only which languages stand below them."""
    return len(cells) > 1 and all(fold(cell).strip() in _LANGUAGES for cell in cells)


def _without_numbers(lines: list[_Line]) -> list[_Line]:
    """The lines without a first column that only counts them."""
    numbers = [line.cells[0].strip(" .)") for line in lines if len(line.cells) > 2]
    if len(numbers) < max(2, len(lines)) or not all(number.isdecimal() for number in numbers):
        return lines
    steps = {int(two) - int(one) for one, two in itertools.pairwise(numbers)}
    return [_Line(line.number, line.cells[1:]) for line in lines] if steps == {1} else lines


def _bare(line: _Line, separator: str, usual: int) -> Row:
    """Question and answer; of a line with more cells than the others the rest belongs to the answer."""
    cells = line.cells
    answer = separator.join(cells[1:]) if len(cells) > usual == 2 else "".join(cells[1:2])
    return Row(line.number, cells[0], (answer,))


def _named(line: _Line, columns: Mapping[int, str]) -> Row:
    values: dict[str, list[str]] = {}
    for number, cell in enumerate(line.cells):
        if number in columns:
            values.setdefault(columns[number], []).append(cell)
    once = {name: cells[0] for name, cells in values.items()}
    answers = [*values.get("answer", [])]
    answers += [one for cell in values.get("accept", []) for one in split(cell)]
    answers += [one for cell in values.get("more", []) for one in re.split(r"\s*[|;]\s*", cell)]
    own = {name: once[name] for name in _OURS if once.get(name)}
    if own.get("kind") not in _KINDS:
        own = {"id": own["id"]} if "id" in own else {}  # others name other things so ("noun")
    return Row(
        line.number,
        once.get("question", ""),
        tuple(answers),
        topic=once.get("topic", ""),
        explanation=once.get("explanation", ""),
        fields=_fields(own),
    )


def _fields(cells: Mapping[str, str]) -> dict[str, object]:
    """The fields of a card, read from their cells; what cannot be read is for the card's own check to say."""
    fields: dict[str, object] = dict(cells)
    for name, cell in cells.items():
        match name:
            case "reject" | "half":
                fields[name] = split(cell)
            case "items" | "points":
                fields[name] = [split(line) for line in cell.split("\n") if line.strip()]
            case "same":
                fields[name] = cell.split()
            case "source":
                fields[name] = re.split(r"[\s,;]+", cell.strip())
    return fields


def split(cell: str) -> list[str]:
    """The wordings in a cell, which | divides."""
    parts = re.split(r"(?<!\\)((?:\\\\)*)\|", cell)
    joined = ["".join(parts[at : at + 2]) for at in range(0, len(parts), 2)]
    return [text for one in joined if (text := re.sub(r"\\(.)", _unescape, one.strip()))]


def _unescape(found: re.Match[str]) -> str:
    return "\n" if found[1] == "n" else found[1]


def join(wordings: Sequence[str]) -> str:
    """Wordings in one cell."""
    return " | ".join(one.replace("\\", "\\\\").replace("|", "\\|").replace("\n", "\\n") for one in wordings)


def _cells(card: Card) -> dict[str, str]:
    cells = {
        "id": card.id,
        "kind": card.kind.value,
        "question": card.question,
        "answer": card.answer,
        "accept": join(card.accept),
        "reject": join(card.reject),
        "half": join(card.half),
        "topic": card.topic,
        "explanation": card.explanation,
        "same": " ".join(card.same),
        "source": " ".join(str(number) for number in card.source),
    }
    match card:
        case YesNoCard():
            cells["yes"] = "yes" if card.yes else "no"
        case NumberCard():
            cells |= {"low": repr(card.low), "high": repr(card.high), "unit": card.unit}
        case ListCard():
            cells |= {"items": "\n".join(join(item) for item in card.items), "need": str(card.need or "")}
        case ExplanationCard():
            cells |= {"points": "\n".join(join(point) for point in card.points), "need": str(card.need or "")}
    return cells


ORDER = (
    "question", "answer", "accept", "topic", "explanation", "kind", "yes", "low", "high", "unit", "items", "points",
    "need", "reject", "half", "same", "source", "id",
)  # fmt: skip


def write(deck: Deck, separator: str) -> bytes:
    """The table of a deck, as spreadsheets like it best: UTF-8 with a mark, and nothing in it that they would run."""
    rows = [_cells(card) for card in deck.cards]
    columns = [name for name in ORDER if name in ("question", "answer") or any(row.get(name) for row in rows)]
    return sheet(columns, ([row.get(name, "") for name in columns] for row in rows), separator)


def sheet(columns: Sequence[str], rows: Iterator[Sequence[str]], separator: str = ",") -> bytes:
    """A table with a header."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=separator, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([safe(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")
