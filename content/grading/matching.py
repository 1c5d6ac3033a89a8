"""Which words of a card an answer contains: by stem, by family, written apart or together, or misspelt."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import NamedTuple

from rapidfuzz.distance import OSA

from content.card import Kind
from content.grading.prepared import BEGINNING, NAMES, Key, Prepared, Wording, figureless
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

    def may_hold(self, wording: Wording) -> bool:
        """Whether the answer may have all words of a wording, or most of a long one; a quick look before reckon()."""
        if len(wording.keys) < FEW:
            return wording.stems <= self.present
        return not wording.stems.isdisjoint(self.present)


@dataclass(frozen=True, slots=True)
class Reckoned:
    """One wording held against an answer."""

    wording: Wording
    found: tuple[Key, ...]
    missing: tuple[Key, ...]
    denied: tuple[Key, ...]
    opposed: tuple[Key, ...]
    numbers: bool
    """Whether the answer has other numbers where the wording has one."""
    recall: float
    places: frozenset[int]
    spelling: tuple[tuple[str, str], ...]

    @property
    def complete(self) -> bool:
        """Whether every word was found."""
        return not self.missing and not self.denied and not self.opposed

    @property
    def contradicted(self) -> bool:
        """Whether the answer says the contrary of a word."""
        return bool(self.denied or self.opposed or self.numbers)


def budget(length: int) -> int:
    """How many slips a word of this many letters may have: 0 up to 3, 1 up to 5, 2 up to 10, then 3."""
    return 0 if length <= 3 else 1 if length <= 5 else 2 if length <= 10 else 3


def _single(text: str) -> str:
    """The text without doubled letters."""
    return "".join(letter for at, letter in enumerate(text) if not at or letter != text[at - 1])


def lookalike(typed: str, meant: str, words: Lexicon) -> bool:
    """Whether the two differ by a beginning or an ending that makes another word: hyper- and hypo-, -ate and -ite."""
    if any(typed == deny + meant or meant == deny + typed for deny in words.deny):
        return True
    for group in words.prefixes:
        for one in group:
            if typed.startswith(one) and any(one != two and meant == two + typed[len(one) :] for two in group):
                return True
    for group in words.suffixes:
        for one in group:
            if typed.endswith(one) and any(one != two and meant == typed[: -len(one)] + two for two in group):
                return True
    return False


def misspelt(typed: str, meant: str, words: Lexicon) -> bool:
    """Whether `typed` is a slip of the pen for `meant`; never when both are words that differ in meaning."""
    size = len(meant)
    if abs(len(typed) - size) > 2:
        return False
    allowed = budget(size)
    if typed[0] != meant[0] and typed[1:2] != meant[:1]:
        # Few slips are made in the first letter.
        allowed = 0 if size < 6 else min(allowed, 1) if size < 10 else 2
    distance = OSA.distance(typed, meant, score_cutoff=allowed)
    if distance > allowed:
        return size >= 3 and len(typed) >= 3 and _single(typed) == _single(meant)
    return not lookalike(typed, meant, words)


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
        if _single(meant) == _single(text):
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


def reckon(wording: Wording, found: Found) -> Reckoned:
    """How much of a wording the answer holds, and what it says to the contrary."""
    have: list[Key] = []
    missing: list[Key] = []
    denied: list[Key] = []
    opposed: list[Key] = []
    places: set[int] = set()
    spelling: list[tuple[str, str]] = []
    numbers = False
    weight = 0.0
    for key in wording.keys:
        hits = found.hits.get(key.stem)
        if hits:
            right = [hit for hit in hits if agree(hit.negated, key.negated)]
            if right and key.number and _bound_elsewhere(wording, key, right, found):
                opposed.append(key)
                continue
            if right:
                have.append(key)
                weight += key.weight
                places.update(hit.at for hit in right)
                if right[0].typed != right[0].meant:
                    spelling.append((right[0].typed, right[0].meant))
                continue
            (missing if key.both else denied).append(key)
            continue
        contrary = [hit for hit in found.against.get(key.stem, ()) if _more_often(hit.stem, wording, found)]
        if contrary:
            if any(agree(hit.negated, key.negated) for hit in contrary):
                opposed.append(key)
                continue
            if len(wording.keys) == 1:
                # "Not similar" is "different", but one such word may be said of anything.
                missing.append(key)
                continue
            have.append(key)
            weight += key.weight
            places.update(hit.at for hit in contrary)
            continue
        missing.append(key)
        if key.number and any(word.value is not None and word.text[:1].isdigit() for word in found.text.words):
            numbers = True
    if any(key.negated for key in have):
        # "Local generalization, not extreme": what is denied with it is left out.
        left_out = [key for key in denied if key.negated]
        denied = [key for key in denied if not key.negated]
        have += left_out
        weight += sum(key.weight for key in left_out)
    recall = weight / wording.weight if wording.weight else 0.0
    return Reckoned(
        wording,
        tuple(have),
        tuple(missing),
        tuple(denied),
        tuple(opposed),
        numbers,
        recall,
        frozenset(places),
        tuple(spelling),
    )


def _bound_elsewhere(wording: Wording, key: Key, hits: list[Hit], found: Found) -> bool:
    """Whether the thing that the wording counts with this number is counted with another one in the answer."""
    words = wording.words
    at = next((at for at, word in enumerate(words) if word.stem == key.stem), len(words))
    counted = next((word.stem for word in words[at + 1 : at + 3] if not word.stop), "")
    if not counted or counted.startswith("#"):
        return False
    said = found.text.words
    places = [hit.at for hit in found.hits.get(counted, ())]
    before = [said[place - 1] for place in places if place]
    if any(word.stem == key.stem for word in before):
        return False
    if any(word.value is not None for word in before):
        return True
    _ = hits
    return False


def _more_often(stem: str, wording: Wording, found: Found) -> bool:
    """Whether the answer says a word more often than the wording; one that both have speaks against nothing."""
    if stem not in wording.stems:
        return True
    ours = sum(word.stem == stem for word in wording.words)
    return sum(word.stem == stem for word in found.text.words) > ours


def agree(one: bool | None, other: bool | None) -> bool:
    """Whether two words are both denied or both not; None may be either."""
    return one is None or other is None or one == other


def understand(prepared: Prepared, answer: str) -> Found:
    """The answer read in the card's language, with the card's words found in it."""
    return match(prepared, read(answer, prepared.lexicon.code))
