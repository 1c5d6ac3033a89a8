"""Term and definition on a line, as study sites write them out; and the copied page of a study set."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from content.formats.found import Row, Rows

_SEPARATORS = ("\t", " :: ", " -> ", " → ", " => ", " – ", " — ", " - ", " = ", "::", ";", "|", ": ", ",")
_NUMBER = re.compile(r"\s*\d{1,5}[.)]\s+(?=\S)")
_HASHTAG = re.compile(r"#\w+")
_SITE = re.compile(r"quizlet|quizwiz|knowt|brainscape|flashcards?|study ?sets?|!$", re.IGNORECASE)
_PAGE_COUNT = re.compile(r"\D{3,60}\((\d{1,5})\)$")


def divided(text: str) -> str:
    """What divides most lines of the text into two; empty when nothing does."""
    lines = [line for line in text[:100_000].splitlines() if line.strip()][:300]
    lines = [line for line in lines if not _HASHTAG.fullmatch(line.strip())]
    for separator in _SEPARATORS:
        share = 0.5 if separator == "\t" else 0.8
        if lines and sum(separator in line.strip(" ") for line in lines) >= len(lines) * share:
            return separator
    return ""


def read(text: str, separator: str) -> Rows:
    """A card a line; a line that nothing divides goes on with the answer before it."""
    rows: list[Row] = []
    for number, line in enumerate(text.split("\n"), 1):
        term, divides, definition = line.strip(" ").partition(separator)
        if divides:
            rows.append(Row(number, term, (definition.removeprefix(":") if separator == "::" else definition,)))
        elif not rows and _HASHTAG.fullmatch(line.strip()):
            continue  # so Obsidian marks files of cards
        elif line.strip() and rows:
            last = rows[-1]
            rows[-1] = Row(last.line, last.question, (f"{last.answers[0]}\n{line.strip()}",))
        elif line.strip():
            rows.append(Row(number, line, ("",)))
    return Rows(tuple(rows), separator=separator)


@dataclass(frozen=True)
class _Paragraph:
    line: int
    gap: int
    text: str


def is_page(text: str) -> bool:
    """Whether paragraphs stand apart by empty lines, nearly each of one line."""
    paragraphs = _paragraphs(text)
    lines = sum(bool(line.strip()) for line in text.split("\n"))
    return len(paragraphs) > 1 and lines <= 1.2 * len(paragraphs)


def read_page(text: str) -> Rows:
    """Title, question and answer by turns, and around them what belongs to the site."""
    paragraphs = _paragraphs(text)
    for at, one in enumerate(paragraphs):
        counted = _PAGE_COUNT.fullmatch(one.text)
        if counted and 0 < (pairs := int(counted[1])) * 2 <= len(paragraphs) - at - 1:
            title = paragraphs[0].text if at else ""
            return Rows(_pairs(paragraphs[at + 1 : at + 1 + 2 * pairs]), title=title)
    body = _without_tail(paragraphs)
    title = ""
    if body and (len(body) % 2 == 1 or (len(body) > 2 and _SITE.search(body[1].text) and "?" not in body[0].text)):
        title, body = body[0].text, body[1:]
        if body and len(body) % 2 == 1:
            body = body[1:]
    return Rows(_pairs(body), title=title)


def is_blocks(text: str) -> bool:
    """Whether questions stand right above their answers: in blocks of two lines and more, or line by line."""
    paragraphs = [one for one in _paragraphs(text) if not one.text.startswith("#")]
    if len(paragraphs) > 1:
        return sum("\n" in one.text for one in paragraphs) >= 0.8 * len(paragraphs)
    asked = [line for line in text.split("\n") if line.strip()][::2]
    return bool(asked) and sum(line.rstrip().endswith("?") for line in asked) >= 0.8 * len(asked)


def read_blocks(text: str) -> Rows:
    """The first line of a block is the question, the rest of it the answer; without blocks, line by line.

    Where all questions are numbered, the number is no part of them.
    """
    paragraphs = _paragraphs(text)
    if len(paragraphs) > 1:
        divided = ((one.line, *one.text.partition("\n")) for one in paragraphs)
        # Between the two, Obsidian may have a line with nothing but a question mark.
        rows = [Row(line, asked, (said.removeprefix("?\n"),)) for line, asked, _, said in divided if said]
    else:
        lines = [_Paragraph(at, 0, line) for at, line in enumerate(text.split("\n"), 1) if line.strip()]
        rows = list(_pairs(lines))
    if all(_NUMBER.match(row.question) for row in rows):
        rows = [Row(row.line, _NUMBER.sub("", row.question), row.answers) for row in rows]
    return Rows(tuple(rows))


def _paragraphs(text: str) -> list[_Paragraph]:
    found: list[_Paragraph] = []
    empty = 0
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            empty += 1
        elif found and not empty:
            last = found[-1]
            found[-1] = _Paragraph(last.line, last.gap, f"{last.text}\n{line.strip()}")
        else:
            found.append(_Paragraph(number, empty, line.strip()))
            empty = 0
    return found


def _without_tail(paragraphs: Sequence[_Paragraph]) -> Sequence[_Paragraph]:
    """Without the links to other sets: each a title, and to the very end the same words again and again."""
    if len(paragraphs) < 8:
        return paragraphs
    label = paragraphs[-1].text
    first = len(paragraphs) - 1
    while first >= 2 and paragraphs[first - 2].text == label:
        first -= 2
    if " " not in label or len(paragraphs) - first < 5:
        return paragraphs
    body = paragraphs[: first - 1]
    # Their heading stands further away from what is before it than the cards from each other.
    return body[:-1] if body and body[-1].gap > 1 else body


def _pairs(paragraphs: Sequence[_Paragraph]) -> tuple[Row, ...]:
    return tuple(
        Row(question.line, question.text, (answer.text,))
        for question, answer in zip(paragraphs[::2], paragraphs[1::2], strict=False)
    )


def write(rows: Sequence[tuple[str, str]]) -> bytes:
    """Term, tab, definition: what every study site takes."""
    return "".join(f"{' '.join(term.split())}\t{' '.join(said.split())}\n" for term, said in rows).encode()
