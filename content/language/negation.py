"""Which words of a text are denied."""

from collections.abc import Sequence
from typing import Protocol

from content.language.lexicon import Lexicon, Phrases


class Said(Protocol):
    """A word as far as negation looks at it."""

    @property
    def text(self) -> str:
        """The word as typed, folded."""

    @property
    def stop(self) -> bool:
        """Whether it is a small word."""

    @property
    def negator(self) -> bool:
        """Whether it denies what follows."""


# Languages that put the negation behind the verb, which then is what is denied.
_NEGATES_BACK = frozenset({"de", "fr", "nl", "sv", "da", "no"})
YES = frozenset({"yes", "oui", "ja", "sí", "si", "да"})
APART = 6
"""So many words before "apart from", a "tell" or "keep" makes one phrase with it."""


def phrase_at(words: Sequence[Said], at: int, phrases: Phrases) -> int:
    """How many words the longest of these phrases takes that begins here; 0 when none does."""
    for phrase in phrases.get(words[at].text, ()):
        size = len(phrase)
        if size == 1 or tuple(word.text for word in words[at : at + size]) == phrase:
            return size
    return 0


def _separates(words: Sequence[Said], at: int, lexicon: Lexicon) -> bool:
    """Whether the phrase that begins here belongs to a verb before it: "tell A apart from B" denies nothing."""
    return any(word.text in lexicon.separating for word in words[max(0, at - APART) : at])


def _offered(words: Sequence[Said], at: int, lexicon: Lexicon) -> bool:
    """Whether this is the no of "yes or no", "yes/no"."""
    before = at - 2 if at > 1 and words[at - 1].text in lexicon.alternative else at - 1
    return before >= 0 and words[at].text in lexicon.no and words[before].text in YES


class _Scope:
    """How far the negation of one clause reaches."""

    __slots__ = ("active", "ahead", "inside", "noun", "too")

    def __init__(self) -> None:
        self.active: bool | None = False
        self.ahead = False
        self.inside = False
        self.noun = False
        self.too = False


def negated(
    tokens: Sequence[Said], clauses: Sequence[int], glued: Sequence[bool], signs: Sequence[str], words: Lexicon
) -> list[bool | None]:
    """For each word whether it is denied: from a negation on to the end of the clause.

    `signs` are the signs between each word and the one before. A negation inside a hyphenated word ("never-seen")
    reaches no further than that word. What stands before the negation of a verb may be taken either way (None): "the
    lamp is not lit" does not deny the lamp.
    """
    marks: list[bool | None] = [False] * len(tokens)
    scopes: dict[int, _Scope] = {}
    for at, one in enumerate(tokens):
        scope = scopes.setdefault(clauses[at], _Scope())
        if scope.inside and not glued[at]:
            scope.active = scope.inside = False
        if scope.active and scope.ahead and one.text in words.subjects and not tokens[at - 1].stop:
            # "Instead of keeping a dictionary you hash": what is left out comes first, and here begins what is said.
            scope.active = scope.ahead = False
        if scope.active:
            scope.active = _goes_on(scope, signs[at], tokens, at, words)
        size = phrase_at(tokens, at, words.negation_phrases)
        denies = one.negator and not phrase_at(tokens, at, words.negation_not) and not _offered(tokens, at, words)
        if denies or (size and not _separates(tokens, at, words)):
            if scope.active and one.text in words.negation_double:
                # "It does not lack structure": the two take each other away.
                scope.active = False
                continue
            if size:
                # "Anything but": the phrase itself begins a clause.
                scope = scopes.setdefault(clauses[at + size - 1], _Scope())
            scope.active = True
            scope.ahead = size > 0 and not (at and clauses[at - 1] == clauses[at])
            scope.noun = one.text in words.negation_nouns
            scope.inside = not size and at + 1 < len(tokens) and glued[at + 1]
            _reach_back(marks, tokens, clauses, at, scope, words)
        elif scope.active is not False:
            marks[at] = scope.active
        elif scope.too:
            marks[at] = None
        if _kept_from(tokens, clauses, at, words):
            marks[at] = not marks[at]
        # The first word behind it that means something is what is not reached.
        scope.too = (scope.too and one.stop) or _too(tokens, at, words)
    return marks


def _kept_from(tokens: Sequence[Said], clauses: Sequence[int], at: int, words: Lexicon) -> bool:
    """Whether something is kept from doing this: "it prevents the network from converging"."""
    if at < 2 or tokens[at - 1].text not in words.kept_from or not tokens[at].text.endswith(words.doing):
        return False
    return any(
        tokens[before].text in words.keeping and clauses[before] == clauses[at]
        for before in range(max(0, at - 1 - APART), at - 1)
    )


def _too(tokens: Sequence[Said], at: int, words: Lexicon) -> bool:
    """Whether here begins what is not reached: "too few to be representative"."""
    if tokens[at].text not in words.excess_to:
        return False
    return any(one.text in words.excess for one in tokens[max(0, at - APART) : at])


def _goes_on(scope: _Scope, sign: str, tokens: Sequence[Said], at: int, words: Lexicon) -> bool | None:
    """Whether the negation reaches the word at `at`, behind these signs; None when it may or may not."""
    if "+" in sign or (scope.noun and tokens[at].text in words.negation_ends):
        # "No activation + mse", "no activation with mse".
        return False
    if "/" in sign:
        return False if " " in sign or tokens[at - 1].negator else None
    near = at > 2 and tokens[at].stop and not tokens[at - 1].stop and tokens[at - 1].text not in words.negation_near
    if near and any(one.text in words.negation_near for one in tokens[max(0, at - 4) : at]):
        # "Not enough samples to be representative": what follows may be taken either way.
        return None
    return scope.active


def _reach_back(
    marks: list[bool | None],
    tokens: Sequence[Said],
    clauses: Sequence[int],
    at: int,
    scope: _Scope,
    words: Lexicon,
) -> None:
    """Leaves open what stands before the negation of a verb; "X, not Y" denies Y alone."""
    one = tokens[at]
    contrast = one.text == "not" and (not at or tokens[at - 1].text not in words.verbs)
    if one.text not in words.negation_verbs or scope.inside or contrast:
        return
    last = next((i for i in range(at - 1, -1, -1) if not tokens[i].stop), -1)
    back = at - 1
    while back >= 0 and clauses[back] == clauses[at] and tokens[back].text not in words.subjects:
        verb = back == last and words.code in _NEGATES_BACK
        marks[back] = True if verb else marks[back] or None
        back -= 1
