"""Whether a word is a slip of the pen for another."""

from functools import lru_cache

from rapidfuzz.distance import OSA

from content.language import Lexicon


def budget(length: int) -> int:
    """How many slips a word of this many letters may have: 0 up to 3, 1 up to 5, 2 up to 10, then 3."""
    return 0 if length <= 3 else 1 if length <= 5 else 2 if length <= 10 else 3


@lru_cache(maxsize=4096)
def single(text: str) -> str:
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
        return size >= 3 and len(typed) >= 3 and typed[0] == meant[0] and single(typed) == single(meant)
    return not lookalike(typed, meant, words)
