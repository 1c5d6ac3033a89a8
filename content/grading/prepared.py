"""A card made ready for judging, once: its wordings as stems, and the words by which an answer can meet them."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from content.card import Card, Deck, ExplanationCard, Kind, ListCard
from content.grading.cache import Cache
from content.grading.vocabulary import Vocabulary
from content.grading.wordings import Part, Wording, wording
from content.language import Lexicon, Word, fold, lexicon, read, tidy

NAMES = frozenset({Kind.TERM, Kind.NUMBER})
"""Kinds whose answers are names: no other word will do, however near its meaning."""


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
        kept: dict[tuple[tuple[str, ...], tuple[str, ...]], Wording] = {}
        for one in made:
            if one.keys or one.code:
                # Of several the shortest: "none" wants less than "none at all".
                same = kept.get((one.key, one.code))
                kept[one.key, one.code] = one if same is None or len(one.keys) < len(same.keys) else same
        return tuple(kept.values())

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
        # Of several that differ by small words only, the one that wants the fewest.
        rejected={one.key: one for one in sorted(rejects, key=lambda one: -len(one.keys))},
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
        for stem in {key.stem for one in part.wordings for key in one.keys}:
            seen[stem] += 1
    return frozenset(stem for stem, times in seen.items() if times > 1)


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
