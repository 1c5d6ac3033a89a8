"""The words of a card, and the ways by which the words of an answer can meet them."""

import re
from collections import defaultdict
from dataclasses import dataclass, field

from content.grading.wordings import Wording
from content.language import Lexicon, roots

BEGINNING = 6
"""So many letters of two words written as one must agree with a word of the card before its stem is looked at."""


@dataclass(slots=True)
class Vocabulary:
    """The words of a card's wordings, and the ways that lead to them."""

    stems: set[str] = field(default_factory=set)
    texts: dict[str, str] = field(default_factory=dict)
    beginnings: set[str] = field(default_factory=set)
    roots: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    alike: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    initials: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Words in a row by their first letters: LIFO for last in, first out."""
    kin: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """For each stem the others of the same family, or with much the same meaning."""
    pairs: dict[str, tuple[str, ...]] = field(default_factory=dict)
    initial: dict[str, list[tuple[str, tuple[str, ...]]]] = field(default_factory=lambda: defaultdict(list))
    second: dict[str, list[tuple[str, tuple[str, ...]]]] = field(default_factory=lambda: defaultdict(list))
    against: dict[str, tuple[str, ...]] = field(default_factory=dict)
    figures: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """Names with a figure in them by what they are without it: 1d and 3d, l1 and l2 are different things."""

    def add(self, wording: Wording, words: Lexicon) -> None:
        """Takes up the words of a wording."""
        code = words.code
        for key in wording.keys:
            self.stems.add(key.stem)
            if not key.number and key.stem[:1] != "#" and any(letter.isdigit() for letter in key.stem):
                self.figures[figureless(key.stem)].add(key.stem)
            if key.text not in self.texts:
                self.texts[key.text] = key.stem
                self.beginnings.add(key.text[:BEGINNING])
                self._spell(key.text, (key.stem,))
            for root in roots(code, key.stem):
                self.roots[root].add(key.stem)
            group = words.alike.get(key.stem)
            if group:
                self.alike[group].add(key.stem)
        for size in (3, 4):
            for at in range(len(wording.words) - size + 1):
                run = wording.words[at : at + size]
                stems = tuple(word.stem for word in run if word.stem in wording.stems)
                if len(stems) > 1 and run[0].clause == run[-1].clause:
                    self.initials.setdefault("".join(word.text[0] for word in run), stems)
        for one, two in zip(wording.keys, wording.keys[1:], strict=False):
            joined = one.text + two.text
            if joined not in self.pairs:
                self.pairs[joined] = (one.stem, two.stem)
                self._spell(joined, (one.stem, two.stem))

    def relate(self, words: Lexicon, synonyms: bool) -> None:
        """Notes which of the stems are of one family; the last step."""
        for stem in self.stems:
            kin = {other for root in roots(words.code, stem) for other in self.roots.get(root, ())}
            if synonyms:
                kin |= self.alike.get(words.alike.get(stem, ""), set())
            if len(kin) > 1:
                self.kin[stem] = tuple(sorted(kin - {stem}))

    def strict(self, text: str) -> None:
        """Takes abbreviations in capitals out of what may be misspelt: HTTP and HTTPS are two things."""
        for piece in _CAPITALS.findall(text):
            name = piece.casefold()
            for lists in (self.initial, self.second):
                for held in lists.values():
                    held[:] = [one for one in held if one[0] != name]

    def _spell(self, text: str, stems: tuple[str, ...]) -> None:
        if len(text) >= 3 and not any(letter.isdigit() for letter in text):
            self.initial[text[0]].append((text, stems))
            self.second[text[1]].append((text, stems))


def figureless(word: str) -> str:
    """A name without its figures: 1d and 2d are both #d."""
    return _FIGURES.sub("#", word)


_CAPITALS = re.compile(r"\b[A-Z]{2,6}\b")


_FIGURES = re.compile(r"\d+")
