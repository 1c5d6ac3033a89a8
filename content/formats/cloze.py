"""Cloze deletions, one in another, as Anki has them: {{c1::hidden {{c2::within}}::hint}}."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_OPENS = re.compile(r"\{\{c(\d{1,3}(?:,\d{1,3}){0,9})::")
_MARK = re.compile(r"\{\{c\d{1,3}(?:,\d{1,3}){0,9}::|\}\}")
_DEEPEST = 20
_MOST = 100


@dataclass
class _Cloze:
    """What is hidden under these numbers: text and further clozes; the whole text is one that no number hides."""

    numbers: frozenset[int] = frozenset()
    parts: list["str | _Cloze"] = field(default_factory=list)

    def text(self) -> str:
        """All that stands in it, without hints."""
        return "".join(self.said(part) for part in self._split()[0])

    def hint(self) -> str:
        """What is shown in its place."""
        return self._split()[1]

    def without(self, number: int) -> str:
        """The text with what has this number hidden."""
        if number in self.numbers:
            return f"[{self.hint() or '…'}]"
        return "".join(part if isinstance(part, str) else part.without(number) for part in self._split()[0])

    def hidden(self, number: int) -> Iterator[str]:
        """What this number hides."""
        if number in self.numbers:
            yield self.text()
            return
        for part in self.parts:
            if isinstance(part, _Cloze):
                yield from part.hidden(number)

    def all_numbers(self) -> set[int]:
        """The numbers in it."""
        within = (part.all_numbers() for part in self.parts if isinstance(part, _Cloze))
        return set(self.numbers).union(*within)

    @staticmethod
    def said(part: "str | _Cloze") -> str:
        """A part, hiding nothing."""
        return part if isinstance(part, str) else part.text()

    def _split(self) -> tuple[list["str | _Cloze"], str]:
        last = self.parts[-1] if self.parts else ""
        if not self.numbers or not isinstance(last, str) or "::" not in last:
            return self.parts, ""
        text, _, hint = last.partition("::")
        return [*self.parts[:-1], text], hint


def clozes(text: str) -> Iterator[tuple[int, str, str]]:
    """For each number in a text: the number, the text with a gap, and what belongs into it."""
    whole = _tree(text)
    for number in sorted(whole.all_numbers())[:_MOST]:
        yield number, whole.without(number), ", ".join(dict.fromkeys(whole.hidden(number)))


def is_cloze(text: str) -> bool:
    """Whether there is one in the text."""
    return _OPENS.search(text) is not None


def _tree(text: str) -> _Cloze:
    whole = _Cloze()
    open_ones = [whole]
    at = 0
    for found in _MARK.finditer(text):
        opens = _OPENS.fullmatch(found[0])
        if not opens and len(open_ones) == 1:
            continue  # closes nothing: part of a formula
        if opens and len(open_ones) > _DEEPEST:
            continue
        open_ones[-1].parts.append(text[at : found.start()])
        at = found.end()
        if opens:
            inner = _Cloze(frozenset(int(one) for one in opens[1].split(",")))
            open_ones[-1].parts.append(inner)
            open_ones.append(inner)
        else:
            open_ones.pop()
    open_ones[-1].parts.append(text[at:])
    return whole
