"""Lists of questions and answers in Markdown."""

import re
from collections.abc import Iterator

from content.card import Deck
from content.formats import table
from content.formats.found import Row, Rows

_MARK = (
    r"\s{0,3}(?:[-*+]\s+|\d+[.)]\s+)?(?P<bold>\*\*|__)?(?:%s)\s*\d*"
    r"(?(bold)(?:\s*[.:)]\s*(?P=bold)|(?P=bold)\s*[.:)])|\s*[.:)])\s*(?P<said>.*)"
)
_ASKS = re.compile(_MARK % "q|question|frage|вопрос|в|pregunta", re.IGNORECASE)
_ANSWERS = re.compile(_MARK % "a|answer|antwort|réponse|r|ответ|о|respuesta", re.IGNORECASE)
_HEADING = re.compile(r"(#{1,6})\s+(.*?)(?:\s+#+)?\s*")
_BOLD = re.compile(r"(\*\*|__)(?=\S)(.+?)\1\s*")
_INLINE = re.compile(r"\s*(?:[-*+]\s+|\d+[.)]\s+)?(.+?)\s*:{2,3}\s+(.+)")
_BULLET = re.compile(r"([-*+]|\d+[.)])\s+(.*)")
_NONE = "—"


def is_markdown(text: str) -> bool:
    """Whether questions and answers are marked as Markdown lists have them."""
    lines = text[:100_000].split("\n")
    asked = sum(bool(_ASKS.fullmatch(line)) for line in lines)
    answered = sum(bool(_ANSWERS.fullmatch(line)) for line in lines)
    return min(asked, answered) > 0 or any(_HEADING.fullmatch(line) for line in lines)


def read(text: str) -> Rows:
    """The cards of a Markdown text: marked, "question :: answer", a table, headings or a nested list."""
    lines = text.split("\n")
    title = next((found[2] for line in lines if (found := _HEADING.fullmatch(line)) and found[1] == "#"), "")
    if any(_ASKS.fullmatch(line) for line in lines):
        rows = list(_marked(lines))
    elif any(_INLINE.fullmatch(line) for line in lines):
        rows = list(_inline(lines))
    elif sum(line.startswith("|") for line in lines) > 2:
        cells = [line.strip().strip("|") if line.startswith("|") and line.strip("|:- \t") else "" for line in lines]
        return Rows(table.read("\n".join(cells), "|").rows, title=title)
    else:
        rows = list(_nested(lines, title))
    return Rows(tuple(rows), title=title)


def _marked(lines: list[str]) -> Iterator[Row]:
    topic, started = "", 0
    parts: list[list[str]] = []
    remark: list[str] = []
    empty = 0

    def made() -> Row:
        texts = ["\n".join(part) for part in parts]
        return Row(started, texts[0], tuple(texts[1:]), topic, "\n".join(remark))

    for number, line in enumerate(lines, 1):
        if not line.strip():
            empty += 1
            continue
        if heading := _HEADING.fullmatch(line):
            if parts:
                yield made()
            parts, remark = [], []
            topic = "" if heading[1] == "#" or heading[2] == _NONE else heading[2]
        elif asked := _ASKS.fullmatch(line):
            if parts:
                yield made()
            parts, remark, started = [[asked["said"]]], [], number
        elif parts and (answer := _ANSWERS.fullmatch(line)):
            parts.append([answer["said"]])
        elif parts and line.startswith(">"):
            remark.append(line[1:].removeprefix(" "))
        elif parts:
            parts[-1] += [""] * empty + [line.removeprefix("    ")]
        empty = 0
    if parts:
        yield made()


def _inline(lines: list[str]) -> Iterator[Row]:
    topic = ""
    for number, line in enumerate(lines, 1):
        if heading := _HEADING.fullmatch(line):
            topic = heading[2] if heading[1] != "#" else ""
        elif found := _INLINE.fullmatch(line):
            yield Row(number, found[1], (found[2],), topic)


def _nested(lines: list[str], title: str) -> Iterator[Row]:
    """A heading, a line in bold or a list item, with what stands under it."""
    question, started, headed = "", 0, False
    under: list[str] = []
    for number, line in [*enumerate(lines, 1), (len(lines) + 1, "# ")]:
        heading, bullet = _HEADING.fullmatch(line) or _BOLD.fullmatch(line), _BULLET.fullmatch(line)
        if heading or line == "# " or (bullet and not (question and headed)):
            if question and under:
                # One answer needs no bullet of its own.
                yield Row(started, question, ("\n".join(under) if len(under) > 1 else under[0].removeprefix("- "),))
            question = heading[2] if heading else bullet[2] if bullet else ""
            question = "" if question == title else question
            started, under, headed = number, [], heading is not None
        elif line.strip() and question:
            nested = _BULLET.fullmatch(line.strip())
            under.append(f"- {nested[2]}" if nested else line.strip())


def _heading(marks: str, text: str) -> str:
    # Marks at the end of a heading close it; one that is meant is followed by such.
    return f"{marks} {text} {marks}" if text.endswith("#") else f"{marks} {text}"


def write(deck: Deck) -> bytes:
    """The deck as a list that people can read, edit and send back."""
    lines = [_heading("#", deck.title), ""]
    topic = ""
    for card in deck.cards:
        if card.topic != topic:
            topic = card.topic
            lines += [_heading("##", topic or _NONE), ""]
        lines.append(f"Q: {_indented(card.question)}")
        lines += [f"A: {_indented(text)}" for text in (card.answer, *card.accept)]
        lines += [f"> {line}" for line in card.explanation.split("\n") if card.explanation]
        lines.append("")
    return "\n".join(lines).encode()


def _indented(text: str) -> str:
    return re.sub(r"\n(?=[^\n])", "\n    ", text)
