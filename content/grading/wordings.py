"""One way to say an answer or a part of it: the words that it wants, and what each of them counts."""

from dataclasses import dataclass
from typing import NamedTuple

from content.grading.code import code_parts
from content.language import Word, lexicon, read

WEAK = 0.5


GIVEN = 0.25
"""What a word counts that tells little, and one that the question has given away (1 is a full word)."""


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
    small: bool
    """Whether it has small words that say how many, how much more or which."""

    @property
    def new(self) -> int:
        """How many of its words the question does not contain."""
        return sum(not key.given for key in self.keys)


@dataclass(frozen=True, slots=True)
class Part:
    """An item of a list or a key point of an explanation."""

    label: str
    wordings: tuple[Wording, ...]


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
        any(key.text in words.quantities or key.text in words.amounts for key in found),
    )


GENITIVE = frozenset({"of", "de", "du", "des", "d", "von", "del", "der", "di"})


_HEAD_FIRST = frozenset({"fr", "es", "it", "pt", "ca", "ro"})


def _head(words: tuple[Word, ...], language: str, number: int) -> int:
    """Which of the words of a name the others describe: the last one, or the first where "of" follows it."""
    first = next((at for at, word in enumerate(words) if not word.stop), 0)
    follows = words[first + 1].text if first + 1 < len(words) else ""
    return 0 if follows in GENITIVE or language in _HEAD_FIRST else number - 1
