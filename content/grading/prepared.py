"""A card made ready for judging, once: its wordings as stems, and the words by which an answer can meet them."""

import re
import weakref
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from content.card import Card, Deck, ExplanationCard, Kind, ListCard
from content.grading.code import code_parts
from content.language import Lexicon, Word, fold, lexicon, read, roots, tidy

WEAK = 0.5
GIVEN = 0.25
"""What a word counts that tells little, and one that the question has given away (1 is a full word)."""


BEGINNING = 6
"""So many letters of two words written as one must agree with a word of the card before its stem is looked at."""


NAMES = frozenset({Kind.TERM, Kind.NUMBER})
"""Kinds whose answers are names: no other word will do, however near its meaning."""


class Key(NamedTuple):
    """A word that a wording wants."""

    stem: str
    text: str
    negated: bool | None
    weight: float
    given: bool
    number: bool
    both: bool
    """Whether the wording has the word once denied and once not."""
    rarity: float = 1.0
    """How rare a word is likely to be, by its length: seldom ones are longer (Zipf's law of abbreviation)."""
    head: bool = False
    """Whether it is the word that the others of a name describe ("function" in "loss function")."""


@dataclass(frozen=True, slots=True)
class Wording:
    """One way to say an answer or a part of it."""

    text: str
    keys: tuple[Key, ...]
    words: tuple[Word, ...]
    key: tuple[str, ...]
    code: tuple[str, ...]
    weight: float
    stems: frozenset[str]
    rarity: float
    """How rare its words are, all together and each by its weight."""
    rarity_new: float
    """How rare those are that the question does not contain."""
    negates: bool

    @property
    def new(self) -> int:
        """How many of its words the question does not contain."""
        return sum(not key.given for key in self.keys)


@dataclass(frozen=True, slots=True)
class Part:
    """An item of a list or a key point of an explanation."""

    label: str
    wordings: tuple[Wording, ...]


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


@dataclass(slots=True)
class Prepared:
    """A card ready for judging."""

    card: Card
    lexicon: Lexicon
    question: frozenset[str]
    asked: tuple[Word, ...]
    """The words of the question."""
    answers: tuple[Wording, ...]
    rejects: tuple[Wording, ...]
    halves: tuple[Wording, ...]
    parts: tuple[Part, ...]
    vocabulary: Vocabulary
    exact: dict[tuple[str, ...], Wording]
    rejected: dict[tuple[str, ...], Wording]
    halved: dict[tuple[str, ...], Wording]
    own: frozenset[str]
    """The stems of all that is right."""
    known: frozenset[str]
    verbatim: frozenset[str]
    """The right answers as they are written, for those that have no words."""
    who: bool
    """Whether the question asks for a person."""
    common: frozenset[str]
    """Words that stand in several parts."""
    bare: bool
    """Whether the parts are as they were found in a reference, with no other words for them."""


def figureless(word: str) -> str:
    """A name without its figures: 1d and 2d are both #d."""
    return _FIGURES.sub("#", word)


_CAPITALS = re.compile(r"\b[A-Z]{2,6}\b")
_FIGURES = re.compile(r"\d+")


def rarity(stem: str) -> float:
    """How rare a word is likely to be, 1 for one of six letters."""
    return min(len(stem), 10) / 6


def wording(text: str, language: str, question: frozenset[str], strict: bool = False) -> Wording:
    """A wording made ready; a strict one keeps the small words that say how many and which."""
    words = lexicon(language)
    seen = read(text, language)
    keys: dict[tuple[str, bool | None], Key] = {}
    everything_stops = all(word.stop for word in seen.words)
    for word in seen.words:
        if word.stop and not everything_stops and not (strict and word.text in words.quantities):
            continue
        given = word.stem in question
        weight = GIVEN if given else WEAK if word.text in words.weak else 1.0
        keys.setdefault(
            (word.stem, word.negated),
            Key(word.stem, word.text, word.negated, weight, given, word.value is not None, False, rarity(word.stem)),
        )
    stems = [key.stem for key in keys.values()]
    found = tuple(key._replace(both=stems.count(key.stem) > 1) for key in keys.values())
    if len(found) > 1:
        head = _head(seen.words, language, len(found))
        # Of a dotted name the question may give the first parts: in Keras, "Embedding" is "keras.layers.Embedding".
        dotted = "." in text.strip(".") and " " not in text.strip()
        found = tuple(key._replace(head=at == head or (dotted and key.given)) for at, key in enumerate(found))
    if not strict and found and all(key.given for key in found):
        # The question holds every word of the answer: then they have to count.
        found = tuple(key._replace(weight=1.0, given=False) for key in found)
    return Wording(
        text,
        found,
        seen.words,
        seen.key,
        code_parts(seen.tidy),
        sum(key.weight for key in found),
        frozenset(key.stem for key in found),
        sum(key.rarity * key.weight for key in found),
        sum(key.rarity for key in found if not key.given),
        seen.negates,
    )


GENITIVE = frozenset({"of", "de", "du", "des", "d", "von", "del", "der", "di"})
_HEAD_FIRST = frozenset({"fr", "es", "it", "pt", "ca", "ro"})


def _head(words: tuple[Word, ...], language: str, number: int) -> int:
    """Which of the words of a name the others describe: the last one, or the first where "of" follows it."""
    first = next((at for at, word in enumerate(words) if not word.stop), 0)
    follows = words[first + 1].text if first + 1 < len(words) else ""
    return 0 if follows in GENITIVE or language in _HEAD_FIRST else number - 1


def _against(vocabulary: Vocabulary, words: Lexicon, extra: Iterable[tuple[str, ...]]) -> None:
    """For each word that excludes words of the card: which."""
    found: dict[str, set[str]] = defaultdict(set)
    for stem in vocabulary.stems:
        for other in words.excludes.get(stem, ()):
            found[other].add(stem)
    for group in extra:
        stems = {words.stem(word) for word in group}
        for stem in stems & vocabulary.stems:
            for other in stems - {stem}:
                found[other].add(stem)
    vocabulary.against.update({stem: tuple(sorted(others)) for stem, others in found.items()})


def known_words(card: Card) -> set[str]:
    """The words of a card's own texts, as they are written."""
    texts = [card.question, card.answer, *card.accept, *card.reject, *card.half]
    return {word.text for text in texts for word in read(text, card.language).words}


def _part(texts: tuple[str, ...], language: str, question: frozenset[str]) -> Part:
    """A part made ready. Words of the question earn nothing, unless no wording of the part has any other."""
    made = [wording(text, language, question, strict=True) for text in texts]
    if all(key.given for one in made for key in one.keys):
        # Those of several words still have to stand in their order; see items.holds().
        made = [one if len(one.keys) > 1 else wording(one.text, language, frozenset(), strict=True) for one in made]
    return Part(texts[0], tuple(one for one in made if one.keys or one.code))


def _build(card: Card, opposites: Iterable[tuple[str, str]], known: frozenset[str]) -> Prepared:
    language = card.language
    words = lexicon(language)
    asked = read(card.question, language).words
    question = frozenset(word.stem for word in asked if not word.stop)

    written: list[Wording] = []

    def ready(texts: Iterable[str], strict: bool = False) -> tuple[Wording, ...]:
        made = [wording(text, language, question, strict) for text in texts]
        # Two wordings with the same stems are one, but a slip may be nearer to either: "generlize".
        written.extend(made)
        return tuple({(one.key, one.code): one for one in made if one.keys or one.code}.values())

    answers = ready((card.answer, *card.accept)) or (wording(card.answer, language, question),)
    rejects = ready(card.reject, strict=True)
    halves = ready(card.half, strict=True)
    parts: tuple[Part, ...] = ()
    if isinstance(card, ListCard):
        parts = tuple(_part(item, language, question) for item in card.items)
    elif isinstance(card, ExplanationCard):
        parts = tuple(_part(point, language, question) for point in card.points)
    vocabulary = Vocabulary()
    everything = (*answers, *(each for part in parts for each in part.wordings), *halves, *rejects)
    for one in (*everything, *written):
        vocabulary.add(one, words)
    for one in everything:
        if not one.text.isupper() or len(one.text) <= 6:
            vocabulary.strict(one.text)
    vocabulary.relate(words, synonyms=card.kind not in NAMES)
    pairs = [tuple(read(side, language).content[0].text for side in pair if side.strip()) for pair in opposites]
    _against(vocabulary, words, pairs)
    return Prepared(
        card=card,
        lexicon=words,
        question=question,
        asked=asked,
        answers=answers,
        rejects=rejects,
        halves=halves,
        parts=parts,
        vocabulary=vocabulary,
        exact={one.key: one for one in reversed(answers)},
        rejected={one.key: one for one in rejects},
        halved={one.key: one for one in halves},
        own=frozenset(key.stem for one in everything[: len(everything) - len(rejects)] for key in one.keys),
        known=known or frozenset(known_words(card)),
        verbatim=frozenset(fold(tidy(text), language) for text in (card.answer, *card.accept)) - {""},
        who=any(word.text in words.who for word in asked[:4]),
        common=_common(parts),
        bare=bool(parts) and all(wording.text in part.label for part in parts for wording in part.wordings),
    )


def _common(parts: tuple[Part, ...]) -> frozenset[str]:
    seen: dict[str, int] = defaultdict(int)
    for part in parts:
        for stem in {key.stem for wording in part.wordings for key in wording.keys}:
            seen[stem] += 1
    return frozenset(stem for stem, times in seen.items() if times > 1)


class Cache:
    """What was made ready for objects that are still alive."""

    def __init__(self) -> None:
        self._made: dict[tuple[int, int], tuple[object, ...]] = {}

    def get(self, one: object, two: object) -> object | None:
        """What was kept for this pair of objects."""
        held = self._made.get((id(one), id(two)))
        return held[0] if held else None

    def keep(self, one: object, two: object, made: object) -> None:
        """Keeps `made` as long as both objects live."""
        key = (id(one), id(two))

        def forget(_: object) -> None:
            self._made.pop(key, None)

        alive = [weakref.ref(each, forget) for each in (one, two) if each is not None]
        self._made[key] = (made, *alive)


_cards = Cache()


def prepare(card: Card, deck: Deck | None = None, known: frozenset[str] = frozenset()) -> Prepared:
    """The card made ready, with what its deck adds; the work is done once for each card object.

    `known` are words that are no slips of the pen, whatever they resemble.
    """
    held = _cards.get(card, deck)
    if isinstance(held, Prepared):
        return held
    made = _build(card, deck.opposites if deck else (), known)
    _cards.keep(card, deck, made)
    return made
