"""What is known of a language: its small words, its negations, its numbers, and how its words are reduced to stems."""

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache, partial
from pathlib import Path
from threading import Lock

import snowballstemmer

from content.language.text import fold

DATA = Path(__file__).parent / "data"
EMPTY: Mapping[str, str] = {}
Phrase = tuple[str, ...]
Phrases = Mapping[str, tuple[Phrase, ...]]
"""Phrases by their first word, longest first."""

# Stemmers for languages that have no word lists of ours.
_STEMMERS = {
    "ar": "arabic", "ca": "catalan", "cs": "czech", "da": "danish", "el": "greek", "et": "estonian", "eu": "basque",
    "fi": "finnish", "ga": "irish", "hi": "hindi", "hu": "hungarian", "hy": "armenian", "id": "indonesian",
    "it": "italian", "lt": "lithuanian", "ne": "nepali", "nl": "dutch", "no": "norwegian", "pl": "polish",
    "pt": "portuguese", "ro": "romanian", "sr": "serbian", "sv": "swedish", "ta": "tamil", "tr": "turkish",
}  # fmt: skip

# Lists whose words are words, whatever they resemble.
_KNOWN = ("frequent", "stop", "weak", "verbs", "negation", "quantities", "relators", "removal")

# British to American. Each asks for letters before it, so that all forms of a short word (rise, rises) stay together.
_BRITISH = (
    (re.compile(r"(?<=[a-z]{3})is(?=(?:e[drs]?|ing|ation|ations|able)$)"), "iz"),
    (re.compile(r"(?<=[a-z]{3})ys(?=(?:e[drs]?|ing)$)"), "yz"),
    (re.compile(r"(?<=[a-z]{2})our(?=(?:s|ed|ing|al|able|ful|ite|ism|less|hood)?$)"), "or"),
    (re.compile(r"(?<=[a-z]{2}[bcdghkpt])re(?=s?$)"), "er"),
    (re.compile(r"(?<=^lic|^def|^off)ence(?=s?$)"), "ense"),
    (re.compile(r"(?<=[a-z]{2})ogue(?=s?$)"), "og"),
    (re.compile(r"(?:^|(?<=^[a-z]))[ao]e(?=[bdlmnst][a-z]{2})"), "e"),
    (re.compile(r"(?<=[a-z]{2})ae(?=[bdlmnst][a-z]{2})"), "e"),
)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The word lists of one language; all words folded."""

    code: str
    stop: frozenset[str] = frozenset()
    verbs: frozenset[str] = frozenset()
    some: frozenset[str] = frozenset()
    weak: frozenset[str] = frozenset()
    heads: frozenset[str] = frozenset()
    """Words that say of a name what kind of thing it is: "network" in "decoder network"."""
    negation: frozenset[str] = frozenset()
    negation_verbs: frozenset[str] = frozenset()
    negation_nouns: frozenset[str] = frozenset()
    negation_ends: frozenset[str] = frozenset()
    negation_double: frozenset[str] = frozenset()
    negation_near: frozenset[str] = frozenset()
    separating: frozenset[str] = frozenset()
    telling: frozenset[str] = frozenset()
    """Verbs that treat two sides alike: "tell fakes from originals"."""
    keeping: frozenset[str] = frozenset()
    """Verbs that with one of `kept_from` behind them deny a word with one of these ends, `doing`."""
    kept_from: frozenset[str] = frozenset()
    doing: tuple[str, ...] = ()
    excess: frozenset[str] = frozenset()
    excess_to: frozenset[str] = frozenset()
    subjects: frozenset[str] = frozenset()
    negation_phrases: Phrases = field(default_factory=dict)
    negation_not: Phrases = field(default_factory=dict)
    breaks: frozenset[str] = frozenset()
    alternative: frozenset[str] = frozenset()
    indirect: Phrases = field(default_factory=dict)
    """What begins a question within a sentence: "decide if it is real or not"."""
    joined: frozenset[str] = frozenset()
    approximate: frozenset[str] = frozenset()
    yes: Phrases = field(default_factory=dict)
    no: Phrases = field(default_factory=dict)
    taken_back: frozenset[str] = frozenset()
    who: frozenset[str] = frozenset()
    bounds: frozenset[str] = frozenset()
    quantities: frozenset[str] = frozenset()
    amounts: frozenset[str] = frozenset()
    """Words that stand before what there is more or less of."""
    barriers: frozenset[str] = frozenset()
    hedge: Phrases = field(default_factory=dict)
    gave_up: Phrases = field(default_factory=dict)
    comparison: frozenset[str] = frozenset()
    lessening: frozenset[str] = frozenset()
    """Words that turn a comparison round: "less dense than"."""
    steps: frozenset[str] = frozenset()
    sequence: frozenset[str] = frozenset()
    told: frozenset[str] = frozenset()
    first_person: frozenset[str] = frozenset()
    examples: Phrases = field(default_factory=dict)
    gave_up_alone: frozenset[Phrase] = frozenset()
    relators: frozenset[str] = frozenset()
    removal: frozenset[str] = frozenset()
    written: Mapping[str, str] = field(default_factory=dict)
    why: frozenset[str] = frozenset()
    numbers: Mapping[str, float] = field(default_factory=dict)
    ordinals: Mapping[str, int] = field(default_factory=dict)
    months: Mapping[str, int] = field(default_factory=dict)
    chat: Mapping[str, str] = field(default_factory=dict)
    excludes: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """For each stem the stems that must never be taken for it."""
    alike: Mapping[str, str] = field(default_factory=dict)
    prefixes: tuple[tuple[str, ...], ...] = ()
    suffixes: tuple[tuple[str, ...], ...] = ()
    undo: tuple[str, ...] = ()
    deny: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    known: frozenset[str] = frozenset()
    """Everyday words, which are no slips of the pen."""
    stemmer: Callable[[str], str] = str

    def stem(self, word: str) -> str:
        """The stem of a folded word."""
        return _stem(self.code, word)


def phrases(text: str, code: str) -> Phrases:
    """The phrases of a text, one a line."""
    found: dict[str, set[Phrase]] = {}
    for line in text.splitlines():
        # Apostrophes go as they go in a text: English writes "dont", others split there.
        pieces = fold(line, code).replace("'", "" if code == "en" else " ").split()
        if pieces:
            found.setdefault(pieces[0], set()).add(tuple(pieces))
    return {word: tuple(sorted(group, key=lambda phrase: (-len(phrase), phrase))) for word, group in found.items()}


@cache
def lexicon(code: str) -> Lexicon:
    """The lexicon of a language; one that we have no lists for has a stemmer at most."""
    path = DATA / f"{code}.toml"
    if not re.fullmatch(r"[a-z]{2,3}", code) or not path.is_file():
        return Lexicon(code=code, stemmer=partial(_stem_with, code, _stemmer(_STEMMERS.get(code, ""))))
    raw = tomllib.loads(path.read_text(encoding="utf-8"))

    def words(key: str) -> frozenset[str]:
        return frozenset(fold(raw.get(key, ""), code).split())

    def groups(key: str) -> tuple[tuple[str, ...], ...]:
        lines: Iterable[str] = raw.get(key, "").splitlines()
        return tuple(tuple(fold(line, code).split()) for line in lines if line.strip())

    def table(key: str) -> dict[str, float]:
        return {fold(word, code): value for word, value in raw.get(key, {}).items()}

    forms = {
        undo + word: undo + group[0]
        for group in groups("irregular")
        for word in group[1:]
        for undo in ("", *words("undo"))
    }
    stem = partial(_stem_with, code, _stemmer(raw["stemmer"]), forms=forms)
    return Lexicon(
        code=code,
        stop=words("stop"),
        verbs=words("verbs"),
        some=words("some"),
        weak=words("weak"),
        heads=words("heads"),
        negation=words("negation"),
        negation_verbs=words("negation_verbs"),
        negation_nouns=words("negation_nouns"),
        negation_ends=words("negation_ends"),
        negation_double=words("negation_double"),
        negation_near=words("negation_near"),
        separating=words("separating"),
        telling=words("telling"),
        keeping=words("keeping"),
        kept_from=words("kept_from"),
        doing=tuple(sorted(words("doing"))),
        excess=words("excess"),
        excess_to=words("excess_to"),
        subjects=words("subjects"),
        negation_phrases=phrases(raw.get("negation_phrases", ""), code),
        negation_not=phrases(raw.get("negation_not", ""), code),
        breaks=words("breaks"),
        alternative=words("alternative"),
        indirect=phrases(raw.get("indirect", ""), code),
        joined=words("joined"),
        approximate=words("approximate"),
        yes=phrases(raw.get("yes", ""), code),
        no=phrases(raw.get("no", ""), code),
        taken_back=words("taken_back"),
        who=words("who"),
        bounds=words("bounds"),
        quantities=words("quantities"),
        amounts=words("amounts"),
        barriers=words("barriers"),
        hedge=phrases(raw.get("hedge", ""), code),
        gave_up=phrases(raw.get("gave_up", ""), code),
        comparison=words("comparison"),
        lessening=words("lessening"),
        steps=frozenset(stem(word) for word in words("steps")),
        sequence=words("sequence"),
        told=words("told"),
        first_person=words("first_person"),
        examples=phrases(raw.get("examples", ""), code),
        gave_up_alone=frozenset(tuple(line.split()) for line in fold(raw.get("gave_up_alone", ""), code).splitlines()),
        relators=words("relators"),
        removal=words("removal"),
        written={fold(said, code): meant for said, meant in raw.get("written", {}).items()},
        why=words("why"),
        numbers=table("numbers"),
        ordinals={word: int(value) for word, value in table("ordinals").items()},
        months={word: int(value) for word, value in table("months").items()},
        chat={fold(word, code): fold(full, code) for word, full in raw.get("chat", {}).items()},
        excludes=_excludes(groups("opposites"), groups("lookalikes"), _alike(groups("alike"), stem), stem),
        alike=_alike(groups("alike"), stem),
        prefixes=groups("prefixes"),
        suffixes=groups("suffixes"),
        undo=tuple(sorted(words("undo"))),
        deny=tuple(sorted(words("deny"))),
        endings=tuple(sorted(words("endings"), key=len, reverse=True)),
        known=frozenset[str]().union(*(words(key) for key in _KNOWN)),
        stemmer=stem,
    )


def _stemmer(name: str) -> Callable[[str], str]:
    """The stemming function of the library, or none for a language that it does not know."""
    if not name:
        return str
    stem: Callable[[str], str] = snowballstemmer.stemmer(name).stemWord
    lock = Lock()

    def locked(word: str) -> str:
        # The library's stemmers keep the word in themselves while they work on it.
        with lock:
            return stem(word)

    return locked


def _excludes(
    opposites: Iterable[tuple[str, ...]],
    lookalikes: Iterable[tuple[str, ...]],
    alike: Mapping[str, str],
    stem: Callable[[str], str],
) -> dict[str, frozenset[str]]:
    """What excludes what; the opposite of "big" is that of "large" too, a look-alike is one of its own letters only."""
    members: dict[str, set[str]] = {}
    for word, group in alike.items():
        members.setdefault(group, set()).add(word)
    found: dict[str, set[str]] = {}
    for sides in (
        *([{stem(word)} for word in group] for group in lookalikes),
        *([{stem(word)} | members.get(alike.get(stem(word), ""), set()) for word in group] for group in opposites),
    ):
        for one in sides:
            for other in sides:
                if one is not other:
                    for word in one - other:
                        found.setdefault(word, set()).update(other - one)
    return {word: frozenset(others) for word, others in found.items()}


def _alike(groups: Iterable[tuple[str, ...]], stem: Callable[[str], str]) -> dict[str, str]:
    """For each stem that has others like it, the name of the group; a word of several groups stays with the first."""
    found: dict[str, str] = {}
    for group in groups:
        for word in group:
            found.setdefault(stem(word), f"~{group[0]}")
    return found


@lru_cache(maxsize=50_000)
def _stem(code: str, word: str) -> str:
    return lexicon(code).stemmer(word)


def _stem_with(code: str, stemmer: Callable[[str], str], word: str, forms: Mapping[str, str] = EMPTY) -> str:
    if len(word) < 3 or not word[0].isalpha():
        return word
    word = forms.get(word, word)
    if code == "en" and len(word) > 4:
        for pattern, american in _BRITISH:
            word = pattern.sub(american, word)
    elif code == "de" and len(word) > 3:
        # "ae" for "ä" is how people write without the letter; fold() has already made an "a" of the letter itself.
        word = word.replace("ae", "a").replace("oe", "o").replace("ue", "u")
    return stemmer(word) or word


_LATIN = ("um", "us", "ae", "a", "i")


@lru_cache(maxsize=50_000)
def roots(code: str, stem: str) -> tuple[str, ...]:
    """The stem, and what is left of it without an ending that makes another word of the same family."""
    shorter = [
        stem[: -len(ending)]
        for ending in lexicon(code).endings
        if stem.endswith(ending) and len(stem) - len(ending) >= (4 if code == "ru" else 5)
    ]
    if code == "en":
        if len(stem) > 5 and stem[-2:] in ("er", "en"):
            # Comparatives, which the stemmer leaves alone: longer, darken.
            shorter.append(stem[:-2])
        if stem.endswith("s") and not stem.endswith("ss") and 3 <= len(stem) <= 5:
            # Plurals of abbreviations: RNNs, GPUs.
            shorter.append(stem[:-1])
        if len(stem) > 4:
            # Latin plurals: atrium and atria, nucleus and nuclei.
            shorter += [stem[: -len(end)] for end in _LATIN if stem.endswith(end) and len(stem) - len(end) >= 4]
    return (stem, *shorter)


@cache
def give_ups() -> frozenset[tuple[str, ...]]:
    """Whole sentences, of every language, that say "I don't know": people fall back on their own language."""
    codes = (path.stem for path in sorted(DATA.glob("??.toml")))
    found = (phrase for code in codes for group in lexicon(code).gave_up.values() for phrase in group)
    return frozenset(phrase for phrase in found if len(phrase) > 1)
