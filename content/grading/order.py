"""Where the words of a wording stand in an answer: in its order, exchanged, near each other."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from content.grading.matching import Found
from content.grading.prepared import Prepared
from content.grading.reckoning import Reckoned, agree
from content.grading.wordings import GENITIVE
from content.language import Lexicon, Word

Names = list[tuple[int, str]]
"""Places of words, and the stems by which they are known there."""

SPAN = 8
AMOUNT = 4
"""What there is more of stands so many words behind "more", at most."""
NEXT = 2
"""And at most so many behind "same" and "each"."""
EXCHANGED = 8
"""Opposites that stand no further apart belong to one relating word: "from low to high"."""
REACH = 4
"""Words of a wording stand together when not more than so many and as many again as it has lie between them."""


def swapped(reckoned: Reckoned, found: Found, lexicon: Lexicon) -> bool:
    """Whether the answer has the words of the wording with their places exchanged.

    Three looks: around a word that relates what stands before it to what stands behind ("denser than", "from … to");
    between clauses ("a = one, b = few" and "b = one, a = few"); and, where nearly all words agree, their whole order.
    """
    wanted = [(word, found.hits[word.stem]) for word in reckoned.wording.words if _counts(word, found)]
    if len(wanted) < 3:
        return False
    return (
        _across_relator(reckoned, found, lexicon)
        or _across_clauses(reckoned, found)
        or _opposites_exchanged(reckoned, found, lexicon)
    )


def _counts(word: Word, found: Found) -> bool:
    return not word.stop and word.stem in found.hits


def _sides(words: Sequence[Word], at: int, names: Names, lexicon: Lexicon) -> tuple[set[str], set[str]]:
    """What stands before and what behind a relating word, up to the next such word; without what is on both sides."""
    first = next((i + 1 for i in range(at - 1, -1, -1) if words[i].text in lexicon.relators and _near(names, i, at)), 0)
    last = next(
        (i for i in range(at + 1, len(words)) if words[i].text in lexicon.relators and _near(names, at, i)), 999
    )
    # Another sentence has begun at "so" or "because".
    first = max(first, next((i for i in range(at - 1, -1, -1) if words[i].text in lexicon.breaks), 0))
    last = min(last, next((i for i in range(at + 1, len(words)) if words[i].text in lexicon.breaks), 999))
    left = {name for i, name in names if first <= i < at}
    right = {name for i, name in names if at < i < last}
    return left - right, right - left


def _near(names: Names, first: int, last: int) -> bool:
    """Whether a word that counts stands between the two places."""
    return any(first < at < last for at, _ in names)


def _names(reckoned: Reckoned, found: Found) -> tuple[Names, Names]:
    """For the words of the wording and of the answer that meet: their places and the stem by which they meet."""
    wanted = [(at, word.stem) for at, word in enumerate(reckoned.wording.words) if _counts(word, found)]
    stems = {stem for _, stem in wanted}
    said: Names = []
    for stem in sorted(stems):
        for hit in found.hits[stem]:
            # A word of the wording itself stands for itself only, not for others like it.
            if hit.stem == stem or hit.stem not in stems:
                said.append((hit.at, stem))
    return wanted, sorted(said)


def _lessened(words: Sequence[Word], than: int, lexicon: Lexicon) -> bool:
    """Whether a comparison is one of "less"."""
    return any(word.text in lexicon.lessening for word in words[max(0, than - 3) : than])


_RELATIVE = frozenset({"which", "whom", "lequel", "laquelle", "lesquels", "lesquelles"})


def _across_relator(reckoned: Reckoned, found: Found, lexicon: Lexicon) -> bool:
    wording = reckoned.wording.words
    answer = found.text.words
    wanted, said = _names(reckoned, found)
    for at, word in enumerate(wording):
        if word.text not in lexicon.relators or any(one.text in lexicon.telling for one in wording[:at]):
            # "Tell fakes from originals" is "tell originals from fakes".
            continue
        left, right = _sides(wording, at, wanted, lexicon)
        if not left or not right:
            continue
        best: tuple[int, int] | None = None
        for place, other in enumerate(answer):
            if other.text != word.text or (place + 1 < len(answer) and answer[place + 1].text in _RELATIVE):
                # "The space from which you sample" has the sides of "sample from the space".
                continue
            before, after = _sides(answer, place, said, lexicon)
            straight = len(left & before) + len(right & after)
            crossed = min(len(left & after), len(right & before)) and len(left & after) + len(right & before)
            if word.text in lexicon.comparison and _lessened(wording, at, lexicon) != _lessened(answer, place, lexicon):
                # "Water is less dense than syrup" is "syrup is denser than water".
                straight, crossed = crossed, straight
            if straight and word.text in GENITIVE:
                # "The layer's outputs" and "outputs of a layer": what belongs to what is said in both orders.
                crossed = 0
            if best is None or straight - crossed > best[0] - best[1]:
                best = straight, crossed
        if best and best[1] > best[0]:
            return True
    return False


def _opposites_exchanged(reckoned: Reckoned, found: Found, lexicon: Lexicon) -> bool:
    """Whether opposites have changed places.

    Either around the same word ("from low to high", "from high to low"), or one pair against another ("the shorter the
    higher, the longer the lower": where one pair changes places and the other does not, the two are crossed).
    """
    wanted, said = _names(reckoned, found)
    ours = {stem: at for at, stem in reversed(wanted)}
    theirs = {stem: at for at, stem in reversed(said)}
    turned: list[bool] = []
    for one, at in ours.items():
        for other in sorted(lexicon.excludes.get(one, ())):
            if other not in theirs or one not in theirs or at >= ours.get(other, -1):
                continue
            turned.append(theirs[other] < theirs[one])
            between = {word.text for word in reckoned.wording.words[at : ours[other]]}
            there = {word.text for word in found.text.words[theirs[other] : theirs[one]]}
            close = ours[other] - at <= EXCHANGED
            if turned[-1] and close and between & there & lexicon.relators:
                return True
    return len(set(turned)) > 1


def _across_clauses(reckoned: Reckoned, found: Found) -> bool:
    wording = reckoned.wording.words
    answer = found.text.words
    wanted, said = _names(reckoned, found)
    ours: dict[int, set[str]] = {}
    theirs: dict[int, set[str]] = {}
    for at, stem in wanted:
        ours.setdefault(wording[at].clause, set()).add(stem)
    for at, stem in said:
        theirs.setdefault(answer[at].clause, set()).add(stem)
    # Only words that stand in one clause alone tell which clause they belong to.
    ours = _exclusive(ours)
    theirs = _exclusive(theirs)
    if not 2 <= len(ours) <= 6 or not 2 <= len(theirs) <= 8:
        return False
    partner: dict[int, int] = {}
    pairs = sorted(
        ((len(words & more), -abs(one - two), one, two) for one, words in ours.items() for two, more in theirs.items()),
        reverse=True,
    )
    for shared, _, one, two in pairs:
        if shared and one not in partner and two not in partner.values():
            partner[one] = two
    for one in partner:
        for two in partner:
            if one < two:
                first, second = theirs[partner[one]], theirs[partner[two]]
                there, back = ours[one] & second, ours[two] & first
                # Where the wording is a table ("a = one, b = few") one word on the wrong side is enough.
                moved = there or back if "=" in reckoned.wording.text else there and back
                if ours[one] & first and ours[two] & second and moved:
                    return True
    return False


def _exclusive(clauses: dict[int, set[str]]) -> dict[int, set[str]]:
    found: dict[int, set[str]] = {}
    for clause, stems in clauses.items():
        others: set[str] = set().union(*(more for other, more in clauses.items() if other != clause))
        if stems - others:
            found[clause] = stems - others
    return found


def reordered(reckoned: Reckoned, found: Found) -> bool:
    """Whether an answer with nearly all the words of the wording and hardly any other has them in another order.

    A name may have its parts on the other side of a small word: "cross-validation with k folds".
    """
    wanted, said = _names(reckoned, found)
    order = list(dict.fromkeys(stem for _, stem in wanted))
    heard = list(dict.fromkeys(stem for _, stem in said))
    content = sum(not word.stop for word in found.text.words)
    clauses = {word.clause for word in reckoned.wording.words if not word.stop}
    if len(clauses) > 1 or len({word.clause for word in found.text.words if not word.stop}) > 1:
        return False
    if len(order) < 4 or len({at for at, _ in said}) < 0.85 * content or reckoned.recall < 0.85:
        return False
    place = {stem: at for at, stem in enumerate(order)}
    if any(order == heard[at:] + heard[:at] for at in range(1, len(heard))):
        small = [at for at, word in enumerate(found.text.words) if word.stop and not word.negator]
        if any(said[0][0] < at < said[-1][0] for at in small):
            return False
    return _rising([place[stem] for stem in heard if stem in place]) < 0.7 * len(order)


def backwards(prepared: Prepared, found: Found, counted: Sequence[int], matches: Sequence[Sequence[Reckoned]]) -> bool:
    """Whether an answer that says what comes first and what then has the steps that are asked for in another order."""
    lexicon = prepared.lexicon
    if len(counted) < 2 or not prepared.question & lexicon.steps:
        return False
    if not any(word.text in lexicon.sequence for word in found.text.words):
        return False
    spots = [{place for one in matches[part] for place in one.places} for part in counted]
    pairs = [(one - other, other - one) for at, one in enumerate(spots) for other in spots[at + 1 :]]
    return 2 * sum(bool(one and other) and min(one) > max(other) for one, other in pairs) > len(pairs)


def in_order(reckoned: Reckoned, found: Found, share: float = 0.75) -> bool:
    """Whether so much of a wording's words stand in its own order in the answer, and all not far from each other."""
    first = {key.stem: at for at, key in reversed(list(enumerate(reckoned.wording.keys)))}
    spots = sorted((hit.at, stem) for stem in first for hit in found.hits.get(stem, ()))
    order = list(dict.fromkeys(stem for _, stem in spots))
    size = len(first)
    if _rising([first[stem] for stem in order]) < share * size and (size > 2 or share == 1):
        return False
    return any(
        {stem for at, stem in spots if start <= at <= start + 2 * size + REACH} >= set(first) for start, _ in spots
    )


def stands(reckoned: Reckoned, found: Found, lexicon: Lexicon) -> bool:
    """Whether a complete near miss stands in the answer in its own order.

    A short one in one clause: "more layers, less dropout" has no fewer layers.
    """
    wording = reckoned.wording
    several = len({word.clause for word in wording.words if not word.stop}) > 1
    if wording.small and not _of_what(reckoned, found, lexicon):
        return False
    if not in_order(reckoned, found, 0.8 if "," in wording.text else 0.75):
        return False
    if len(wording.keys) > 4 or several:
        return True
    part = _comma_parts(found, lexicon)
    parts = [
        {part[hit.at] for hit in found.hits.get(key.stem, ()) if agree(hit.negated, key.negated)}
        # An opposite that is denied says the same: "not more layers".
        | {part[hit.at] for hit in found.against.get(key.stem, ()) if not agree(hit.negated, key.negated)}
        for key in wording.keys
    ]
    return not parts or bool(set.intersection(*parts))


def _comma_parts(found: Found, lexicon: Lexicon) -> list[int]:
    """For each word the part of the sentence it stands in; an "and" divides none: "the validation and test data"."""
    parts: list[int] = []
    for at, word in enumerate(found.text.words):
        new = at > 0 and word.clause != found.text.words[at - 1].clause and word.text not in lexicon.joined
        parts.append(parts[-1] + new if parts else 0)
    return parts


def together(reckoned: Reckoned, found: Found, lexicon: Lexicon) -> bool:
    """Whether the words of a short wording stand near each other, on one side of every "but" and "compared to"."""
    stems = {key.stem for key in reckoned.found}
    if len(stems) < 2:
        return True
    if reckoned.wording.small and not (_of_what(reckoned, found, lexicon) and _of_which(reckoned, found, lexicon)):
        return False
    spots = sorted((hit.at, stem) for stem in stems for hit in found.hits.get(stem, ()))
    width = 2 * len(stems) + SPAN
    if not any({stem for at, stem in spots if start <= at <= start + width} >= stems for start, _ in spots):
        return False
    if any(word.text in lexicon.barriers for word in reckoned.wording.words):
        return True
    barriers = [at for at, word in enumerate(found.text.words) if word.text in lexicon.barriers]
    if not barriers:
        return True
    sides = [{bisect_left(barriers, hit.at) for hit in found.hits.get(stem, ())} or {0} for stem in stems]
    return bool(set.intersection(*sides))


def _of_what(reckoned: Reckoned, found: Found, lexicon: Lexicon) -> bool:
    """Whether "more" and the like stand before what there is more of, as not in "bigger layers, more epochs"."""
    return all(
        any(0 < there - here <= AMOUNT and not _of_another(here, there, found) for here in before for there in after)
        for before, after in _neighbours(reckoned, found, lexicon.amounts)
    )


def _of_another(here: int, there: int, found: Found) -> bool:
    """Whether "less" is said of something else before: "less work on the data" is not less data."""
    words = found.text.words
    first = next((at for at in range(here + 1, there) if at in found.matched and not words[at].stop), there)
    return any(words[at].stop for at in range(first + 1, there))


def _of_which(reckoned: Reckoned, found: Found, lexicon: Lexicon) -> bool:
    """Whether "same" and the like are said of what the wording says them of.

    "The same weights in each layer" has neither the same layer nor each weight.
    """
    return all(
        any(_near_or_alone(here, after, found) for here in before)
        for before, after in _neighbours(reckoned, found, lexicon.quantities)
    )


def _neighbours(
    reckoned: Reckoned, found: Found, small: frozenset[str]
) -> Iterator[tuple[Sequence[int], Sequence[int]]]:
    """Where the answer has those words of the wording that are such small ones, and where what stands behind them."""
    for one, two in pairwise(reckoned.wording.keys):
        if one.text in small and one in reckoned.found and two in reckoned.found:
            before = [hit.at for hit in found.hits.get(one.stem, ())]
            after = [hit.at for hit in found.hits.get(two.stem, ())]
            if before and after:
                yield before, after


def _near_or_alone(here: int, after: Sequence[int], found: Found) -> bool:
    """Whether one of the places is just behind a small word, or nothing is that the small word could be said of."""
    words = found.text.words
    follows = words[here + 1] if here + 1 < len(words) else None
    alone = follows is None or follows.stop or follows.clause != words[here].clause
    return alone or any(0 < there - here <= NEXT for there in after)


def _rising(numbers: Sequence[int]) -> int:
    """The length of the longest rising subsequence (patience sorting)."""
    piles: list[int] = []
    for number in numbers:
        at = bisect_left(piles, number)
        piles[at : at + 1] = [number]
    return len(piles)
