"""Which words of a card an answer contains: by stem, by family, written apart or together, or misspelt."""

from collections import defaultdict
from collections.abc import Container, Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from rapidfuzz.distance import OSA

from content.card import Kind
from content.grading.prepared import NAMES, Prepared
from content.grading.slips import lookalike, misspelt, single
from content.grading.vocabulary import BEGINNING, figureless
from content.grading.wordings import Wording
from content.language import Lexicon, Text, Word, read, roots


class Hit(NamedTuple):
    """A place in the answer where a word of the card stands."""

    at: int
    negated: bool | None
    typed: str
    meant: str
    stem: str


FEW = 4
"""Of a wording with so many words some may lack; of a shorter one none."""


@dataclass(slots=True)
class Found:
    """What an answer has of a card's words."""

    text: Text
    hits: dict[str, list[Hit]]
    against: dict[str, list[Hit]]
    matched: set[int] = field(default_factory=set)
    present: set[str] = field(default_factory=set)
    """The words of the card that the answer has or speaks against."""

    def candidates(self, wordings: Iterable[Wording]) -> list[Wording]:
        """Those of which the answer may have all words, or most of a long one; a quick look before reckon()."""
        present = self.present
        return [
            one
            for one in wordings
            if (one.stems <= present if len(one.keys) < FEW else not one.stems.isdisjoint(present))
        ]

    def without(self, places: Container[int]) -> "Found":
        """The same answer as if the words at these places were strange to the card."""
        hits = {
            stem: kept for stem, held in self.hits.items() if (kept := [hit for hit in held if hit.at not in places])
        }
        against = {
            stem: kept for stem, held in self.against.items() if (kept := [hit for hit in held if hit.at not in places])
        }
        matched = {at for at in self.matched if at not in places}
        return Found(self.text, hits, against, matched, {*hits, *against})


def match(prepared: Prepared, text: Text) -> Found:
    """Finds the words of the card in the answer."""
    vocabulary = prepared.vocabulary
    hits: dict[str, list[Hit]] = defaultdict(list)
    against: dict[str, list[Hit]] = defaultdict(list)
    found = Found(text, hits, against)
    said = text.words
    for at, word in enumerate(said):
        stem = word.stem
        if len(word.text) == 1 and word.text in vocabulary.stems:
            # Where the card itself has a "w", it is not short for "with".
            stem = word.text
        for other in vocabulary.against.get(stem, ()) if not word.stop else ():
            against[other].append(Hit(at, word.negated, word.text, other, stem))
        turned = _turned(stem, prepared)
        if turned:
            hits[turned].append(Hit(at, None if word.negated is None else not word.negated, word.text, word.text, stem))
            found.matched.add(at)
        if stem in vocabulary.stems:
            asked = stem in prepared.question
            for each in (stem, *vocabulary.kin.get(stem, ())):
                if asked and each != stem and each not in prepared.question:
                    # A word of the question stands for itself; it is not another word for a part of the answer.
                    continue
                hits[each].append(Hit(at, word.negated, word.text, word.text, stem))
            for each in vocabulary.pairs.get(word.text, ()) if len(word.text) >= 2 * LONG else ():
                # "Crossvalidation" by itself and as two words; "pretrained" is only one.
                hits[each].append(Hit(at, word.negated, word.text, word.text, stem))
            found.matched.add(at)
        if turned or stem in vocabulary.stems:
            continue
        if word.value is not None:
            continue
        if vocabulary.figures and any(letter.isdigit() for letter in stem):
            for other in vocabulary.figures.get(figureless(stem), ()):
                against[other].append(Hit(at, word.negated, word.text, other, stem))
            continue
        target = _target(word, said[at + 1] if at + 1 < len(said) else None, prepared)
        if target:
            meant, stems, span = target
            for each in stems:
                hits[each].append(Hit(at, word.negated, word.text, meant, stem))
            found.matched.update(range(at, at + span))
    found.present.update(hits, against)
    return found


def _turned(stem: str, prepared: Prepared) -> str | None:
    """The word of the card that this is with or without a beginning that means "not": untrained, trained."""
    stems = prepared.vocabulary.stems
    for undo in prepared.lexicon.undo:
        if len(stem) >= 4 and undo + stem in stems:
            return undo + stem
        if stem.startswith(undo) and len(stem) - len(undo) >= 4 and stem[len(undo) :] in stems:
            return stem[len(undo) :]
    return None


LONG = 7
"""So many letters a word written with a hyphen must have for slips in it to be forgiven; two words, as many each."""

Target = tuple[str, tuple[str, ...], int]
"""A word of the card as the card writes it, the stems it stands for, and how many words of the answer it takes."""

_SHORTENED = frozenset({Kind.LIST, Kind.EXPLANATION})


def _target(word: Word, after: Word | None, prepared: Prepared) -> Target | None:
    """The word of the card that this word stands for, other than by its stem."""
    joined = _joined(word, after, prepared)
    if joined or word.stop:
        return joined
    vocabulary = prepared.vocabulary
    words = prepared.lexicon
    family = {stem for root in roots(words.code, word.stem) for stem in vocabulary.roots.get(root, ())}
    if not family and prepared.card.kind not in NAMES and word.stem not in prepared.question:
        group = words.alike.get(word.stem)
        family = vocabulary.alike.get(group, family) if group else family
    text = word.text
    if family:
        return text, tuple(sorted(family)), 1
    initials = vocabulary.initials.get(text)
    if initials and text not in prepared.known and prepared.card.kind not in NAMES:
        return text, initials, 1
    if len(text) < 3 or text in prepared.known or word.stem in vocabulary.against:
        return None
    if text in words.known:
        return _doubled(text, prepared)
    return _misspelt(word, prepared) or (_shortened(text, prepared) if prepared.card.kind in _SHORTENED else None)


def _joined(word: Word, after: Word | None, prepared: Prepared) -> Target | None:
    """Written apart or together: "multi class" and "multiclass"."""
    vocabulary = prepared.vocabulary
    text = word.text
    pair = vocabulary.pairs.get(text)
    if pair:
        return text, pair, 1
    if after is None:
        return None
    joined = text + after.text
    stem = vocabulary.texts.get(joined)
    if stem is None and joined[:BEGINNING] in vocabulary.beginnings:
        stem = prepared.lexicon.stem(joined)
    if stem in vocabulary.stems:
        return text, (stem,), 2
    pair = vocabulary.pairs.get(joined)
    if pair and not after.stop:
        return text, pair, 2
    if after.glued and after.stem not in vocabulary.stems and len(joined) >= LONG:
        # A slip in what is written with a hyphen: "hyper-paramters".
        for meant, stems in vocabulary.initial.get(joined[0], ()):
            if len(stems) == 1 and misspelt(joined, meant, prepared.lexicon):
                return joined, stems, 2
    return None


def _misspelt(word: Word, prepared: Prepared) -> Target | None:
    """The nearest word of the card of which this may be a slip of the pen."""
    vocabulary = prepared.vocabulary
    words = prepared.lexicon
    text = word.text
    size = len(text)
    same_start = vocabulary.initial.get(text[0], ())
    lists = [same_start]
    if size >= 5:
        lists += [vocabulary.second.get(text[0], ()), vocabulary.second.get(text[1], ())]
        if text[1] != text[0]:
            lists.append(vocabulary.initial.get(text[1], ()))
    best: Target | None = None
    nearest = size
    for candidates in lists:
        for meant, stems in candidates:
            if abs(len(meant) - size) <= 2 and misspelt(text, meant, words):
                distance = OSA.distance(text, meant)
                if distance < nearest:
                    nearest, best = distance, (meant, stems, 1)
    if best is None and word.stem != text and len(word.stem) >= 4:
        # A slip in another form of the word: the stems are near each other where the words are not.
        for meant, stems in same_start:
            if len(stems) == 1 and len(stems[0]) >= 4 and _near(word.stem, stems[0], words):
                return meant, stems, 1
    return best


def _doubled(text: str, prepared: Prepared) -> Target | None:
    """The word from which a known word differs in doubled letters only, as people write "loose" for "lose"."""
    for meant, stems in prepared.vocabulary.initial.get(text[0], ()):
        if single(meant) == single(text):
            return meant, stems, 1
    return None


def _near(typed: str, meant: str, words: Lexicon) -> bool:
    return OSA.distance(typed, meant, score_cutoff=1) <= 1 and not lookalike(typed, meant, words)


def _shortened(text: str, prepared: Prepared) -> Target | None:
    """The one word of the card that begins with what was typed ("Mich" for Michigan), or in German ends with it."""
    least = 3 if prepared.card.kind is Kind.LIST else 4
    if len(text) < least or not text.isalpha():
        return None
    texts = prepared.vocabulary.texts
    found = {stem for meant, stem in texts.items() if meant.startswith(text) and len(meant) >= len(text) + 2}
    if not found and prepared.lexicon.code == "de" and len(text) > 4:
        found = {stem for meant, stem in texts.items() if meant.endswith(text) and len(meant) >= len(text) + 3}
    return (text, tuple(found), 1) if len(found) == 1 else None


def understand(prepared: Prepared, answer: str) -> Found:
    """The answer read in the card's language, with the card's words found in it."""
    return match(prepared, read(answer, prepared.lexicon.code))
