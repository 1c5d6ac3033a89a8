"""Checks for every kind of answer: given up, hedged, the question repeated, several things offered."""

from collections.abc import Container, Sequence
from itertools import pairwise

from rapidfuzz.distance import OSA

from content.grading.matching import Found
from content.grading.prepared import Prepared
from content.grading.reckoning import Reckoned
from content.language import Lexicon, Word, give_ups, phrase_at

EDGE = 4
"""So many words from either end of a text, what it says of knowing is said of its writer."""
EARLY = 3
"""Yes or no is said within the first words, or not at all."""


def gave_up(words: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether the text says that its writer does not know."""
    for at in range(len(words)):
        size = phrase_at(words, at, lexicon.gave_up)
        # In the middle of a text it is told of somebody else ("if she is not sure, she should …").
        if size and (at < EDGE or at + size > len(words) - EDGE) and not _told(words, at, lexicon):
            return True
    said = tuple(word.text for word in words)
    if said in give_ups():
        return True
    return said in lexicon.gave_up_alone or tuple(word.text for word in words if not word.stop) in lexicon.gave_up_alone


def _told(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether not knowing is told of somebody else: "the net has no clue", "she is not sure"."""
    return at > 1 and words[at - 1].text in lexicon.told and words[at - 2].text not in lexicon.first_person


def hedged(words: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether the text says both yes and no, or that it depends."""
    return any(phrase_at(words, at, lexicon.hedge) for at in range(len(words)))


def wavers(words: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether the text takes back at its end what it says: "dropout or not", but not "whether it is real or not"."""
    ends = len(words) > 2 and words[-1].negator and words[-2].text in lexicon.alternative
    return ends and not any(phrase_at(words, at, lexicon.indirect) for at in range(len(words)))


def stance(words: Sequence[Word], lexicon: Lexicon) -> bool | None:
    """Whether the text says yes or no; None when it says neither.

    "It is" says yes when no more follows in its clause, while "it is frozen" only says that it is frozen.
    """
    for at in range(min(EARLY, len(words))):
        no = phrase_at(words, at, lexicon.no)
        yes = phrase_at(words, at, lexicon.yes)
        size = max(no, yes)
        if size == 1 and len(words[at].text) == 1 and len(words) > 1:
            # "n" is a no only by itself.
            continue
        if not size:
            continue
        rest = [word for word in words[at + size :] if word.clause == words[at].clause]
        # "Of course it floats" goes on; "of course it does not" does so otherwise.
        adverb = words[at].text not in lexicon.subjects and not any(word.negator for word in rest)
        if size == 1 or not rest or adverb:
            return yes > no
    return _misspelt_stance(words[0].text, lexicon) if len(words) == 1 else None


def _misspelt_stance(text: str, lexicon: Lexicon) -> bool | None:
    """Yes or no with a slip in it, when it is all that was said: "yeas"."""
    if len(text) < 3 or text in lexicon.known:
        return None
    near = [
        any(len(word) > 2 and OSA.distance(text, word, score_cutoff=1) <= 1 for word in said)
        for said in (lexicon.yes, lexicon.no)
    ]
    return near[0] if near[0] != near[1] else None


def echoes(prepared: Prepared, found: Found) -> bool:
    """Whether every word that carries meaning comes from the question."""
    content = [word for word in found.text.words if not word.stop]
    return bool(content) and all(
        word.stem in prepared.question or word.text in prepared.lexicon.weak for word in content
    )


REPEATED = 0.75
"""Who repeats the question says so much of it, and next to nothing else."""


def repeats(prepared: Prepared, found: Found, sided: bool = False) -> bool:
    """Whether the answer is the question said again, word for word or nearly."""
    asked = prepared.question
    said = {word.stem for word in found.text.words if not word.stop}
    if sided and not said >= asked:
        # Who answers yes or no by its words leaves out the other side of the question.
        return False
    return len(asked) > 2 and len(said & asked) >= REPEATED * len(asked) and len(said - asked) <= 1


def alternatives(found: Found, prepared: Prepared) -> list[range]:
    """The parts of an answer that offers several things: by "or", by a slash, or as three and more in a row."""
    words = found.text.words
    lexicon = prepared.lexicon
    cuts = [
        at
        for at, word in enumerate(words)
        if word.text in lexicon.alternative
        # "three or more", "ten or so", "yes or no" offer nothing.
        and not (at + 1 < len(words) and words[at + 1].text in lexicon.bounds | {"so"})
        # "A layer or two" is a number.
        and not (at + 1 < len(words) and words[at + 1].value is not None and words[at - 1].value is None)
        and not (0 < at < len(words) - 1 and words[at - 1].text in lexicon.yes and words[at + 1].text in lexicon.no)
    ]
    slashes = "/" in found.text.tidy
    commas = [at for at in range(1, len(words)) if words[at].clause != words[at - 1].clause]
    if not cuts and not slashes and len(commas) < 2:
        return []
    # What follows "like" or "such as" are examples of the thing that stands before.
    last = next(
        (
            at
            for at in range(len(words))
            if phrase_at(words, at, lexicon.examples) and any(place < at for place in found.matched)
        ),
        len(words),
    )
    edges = sorted({0, last, *(at for at in (*commas, *cuts) if at < last)})
    cuts = [at for at in cuts if at < last]
    pieces = [range(first, last) for first, last in pairwise(edges) if last > first]
    if not cuts and any(
        sum(not words[at].stop for at in piece) > 3 or any(words[at].text in lexicon.relators for at in piece)
        for piece in pieces
    ):
        # Commas between long pieces are sentences, not a list of offers.
        return []
    return pieces


def offers_several(found: Found, prepared: Prepared, reckoned: Sequence[Reckoned]) -> bool:
    """Whether the answer names other things beside the right one, to choose from."""
    pieces = alternatives(found, prepared)
    if len(pieces) < 2:
        return False
    words = found.text.words
    lexicon = prepared.lexicon
    right: set[int] = set(found.matched)
    for one in reckoned:
        right |= one.places
    kinds: list[str] = []
    for piece in pieces:
        content = [at for at in piece if not words[at].stop and words[at].text not in lexicon.weak]
        fresh = [
            at
            for at in content
            if words[at].stem not in prepared.question and at not in right and len(words[at].text) > 1
        ]
        if any(at in right for at in content):
            kinds.append("right" if len(content) <= 4 else "long")
        elif fresh:
            kinds.append("other" if len(fresh) <= 3 else "long")
        else:
            kinds.append("nothing")
    # What is offered stands side by side; an "or" elsewhere in the sentence says nothing about the answer.
    run: list[int] = []
    for at, kind in enumerate([*kinds, "long"]):
        if kind != "long":
            run.append(at)
            continue
        others = sum(kinds[each] == "other" for each in run)
        if others and any(kinds[each] == "right" for each in run):
            linked = any(words[pieces[each].start].text in lexicon.alternative for each in run[1:])
            if linked or (others > 1 and not any(word.text in lexicon.alternative for word in words)):
                return True
        run = []
    return False


def undecided(found: Found, prepared: Prepared, terms: Container[str]) -> bool:
    """Whether a right word and a term of the deck that is none of this card stand on both sides of an "or"."""
    words = found.text.words
    for at in range(1, len(words) - 1):
        if words[at].text not in prepared.lexicon.alternative or words[at + 1].value is not None:
            continue
        own = [words[side].stem in prepared.own for side in (at - 1, at + 1)]
        other = words[at + 1 if own[0] else at - 1]
        if own[0] != own[1] and other.stem in terms and is_fresh(other, prepared):
            return True
    return False


def buried(reckoned: Reckoned, found: Found, prepared: Prepared) -> int:
    """How many strange words stand around a short wording in its clause: a name said in passing is no answer.

    Where the wording does not have a clause of its own, those of the other clauses count half.
    """
    words = found.text.words
    fewest = len(words)
    for clause in {words[at].clause for at in reckoned.places}:
        strange = sum(
            word.clause == clause and at not in found.matched and is_fresh(word, prepared)
            for at, word in enumerate(words)
        )
        fewest = min(fewest, strange)
    strange = sum(at not in found.matched and is_fresh(word, prepared) for at, word in enumerate(words))
    return fewest and fewest + (strange - fewest) // 2


def strays(found: Found, prepared: Prepared, terms: Container[str]) -> float:
    """How much of an answer its card knows nothing of; words that are terms of other cards count in full, others half.

    Numbers are left out: people number what they list.
    """
    fresh = [
        word
        for at, word in enumerate(found.text.words)
        if at not in found.matched and word.value is None and is_fresh(word, prepared)
    ]
    return sum(1.0 if word.stem in terms else 0.5 for word in fresh)


def is_fresh(word: Word, prepared: Prepared) -> bool:
    """Whether a word means something that the question has not said."""
    return not word.stop and word.text not in prepared.lexicon.weak and word.stem not in prepared.question
