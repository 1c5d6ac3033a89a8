"""Answers that are several things, in any order."""

from content.card import ListCard
from content.grading.matching import FEW, Found
from content.grading.order import backwards, in_order, together
from content.grading.prepared import Prepared
from content.grading.reckoning import Reckoned, reckon
from content.grading.verdict import Outcome, Reason, Verdict
from content.grading.wordings import Part
from content.language import Lexicon

MOST = 0.6
"""Of a wording with four words and more, this share must be there; of a shorter one all."""


TOUCH = 0.15
TERSE = 0.55
"""From this share of known words on, an answer is nothing but the items in short."""
NEAR, NEAR_LONG, SHARED, AVERAGE = 0.33, 0.2, 0.3, 0.33
"""What a bare item must reach, a long one, what a word counts that several items have, and what all must reach."""


def removed(reckoned: Reckoned, found: Found, lexicon: Lexicon) -> bool:
    """Whether the answer does away with the thing wherever it names it ("remove dropout")."""
    words = found.text.words
    if any(word.text in lexicon.removal for word in reckoned.wording.words):
        return False
    first = min(reckoned.places, default=0)
    return any(
        word.text in lexicon.removal and not word.negated and word.clause == words[first].clause
        for word in words[max(0, first - 2) : first]
    )


def by_likeness(reckoned: Reckoned, found: Found, lexicon: Lexicon) -> bool:
    """Whether the only word that is left of a longer wording was found by another of like meaning.

    "No matter where" is not in a text that calls something significant.
    """
    wording = reckoned.wording
    if len(wording.keys) > 1 or len(wording.words) < 2:
        return False
    stem = wording.keys[0].stem
    return all(
        hit.stem[:3] != stem[:3] and lexicon.alike.get(hit.stem) for hit in found.hits.get(stem, ())
    ) and not any(hit.typed != hit.meant for hit in found.hits.get(stem, ()))


def holds(reckoned: Reckoned, found: Found, lexicon: Lexicon) -> bool:
    """Whether a wording of an item or a key point is in the answer."""
    keys = reckoned.wording.keys
    if all(key.given for key in keys):
        # Words of the question earn nothing, but said in a new order they may be the answer ("test on training data").
        return len(keys) > 1 and reckoned.complete and in_order(reckoned, found, 1.0)
    if reckoned.complete:
        return True
    if len(keys) < FEW or reckoned.recall < MOST or reckoned.contradicted:
        return False
    if reckoned.wording.small and sum(key.text not in lexicon.quantities for key in keys) < FEW:
        # The small words that say how many and which make no long wording of a short one.
        return False
    return sum(key.rarity * key.weight for key in reckoned.found) >= MOST * reckoned.wording.rarity


def best_of(part: Part, found: Found, lexicon: Lexicon) -> list[Reckoned]:
    """The wordings of a part that are in the answer."""
    reckoned = (reckon(wording, found) for wording in found.candidates(part.wordings))
    return [
        one
        for one in reckoned
        if holds(one, found, lexicon)
        and together(one, found, lexicon)
        and not removed(one, found, lexicon)
        and not by_likeness(one, found, lexicon)
    ]


def nearly(part: Part, found: Found, common: frozenset[str], lexicon: Lexicon) -> list[Reckoned]:
    """The wordings of a bare item (one that no author has given other words for) that the answer comes near.

    Words that several items share count little: they do not tell which item is meant.
    """
    near = []
    for wording in part.wordings:
        if wording.stems.isdisjoint(found.present):
            continue
        one = reckon(wording, found)
        if one.contradicted or removed(one, found, lexicon):
            continue
        total = sum(key.weight * (SHARED if key.stem in common else 1.0) for key in wording.keys)
        have = sum(key.weight * (SHARED if key.stem in common else 1.0) for key in one.found)
        if total and have / total >= (NEAR if len(wording.keys) < 4 else NEAR_LONG):
            near.append(one)
    return near


def _touched(part: Part, found: Found, common: frozenset[str], lexicon: Lexicon) -> list[Reckoned]:
    """The wordings of which the answer has a word that tells the item from the others."""
    reckoned = (reckon(wording, found) for wording in part.wordings if not wording.stems.isdisjoint(found.present))
    return [
        one
        for one in reckoned
        if not one.contradicted
        and not removed(one, found, lexicon)
        and one.recall >= TOUCH
        and any(key.stem not in common and key.weight == 1 for key in one.found)
    ]


def _terse(found: Found) -> bool:
    """Whether hardly a word of the answer is strange to the card, so that one word will do for an item."""
    content = [at for at, word in enumerate(found.text.words) if not word.stop]
    return sum(at in found.matched for at in content) >= TERSE * len(content)


def standing(matches: list[list[Reckoned]], found: Found) -> list[list[Reckoned]]:
    """The matches without those that only lie inside a longer one of another part: "iterated k-fold" has no k-fold."""
    kept = []
    for at, held in enumerate(matches):
        longer = [one for other, more in enumerate(matches) if other != at for one in more]
        kept.append([one for one in held if not any(_inside(one, other, found) for other in longer)])
    return kept


def _inside(one: Reckoned, other: Reckoned, found: Found) -> bool:
    """Whether a wording is the end of a longer one and said no more often than that."""
    short, long = one.wording.keys, other.wording.keys
    if len(long) <= len(short) or [key.stem for key in long[-len(short) :]] != [key.stem for key in short]:
        return False
    before = {hit.at for key in long[: -len(short)] for hit in found.hits.get(key.stem, ())}
    spots = {hit.at for hit in found.hits.get(short[0].stem, ())}
    return all(any(0 < at - other <= len(long) for other in before) for at in spots)


def assign(matches: list[list[Reckoned]]) -> list[int]:
    """Which parts may count so that each rests on a word of its own: a maximum matching of parts and places.

    Kuhn's augmenting paths; the parts of a card and the words of an answer are few.
    """
    places = [sorted({place for one in found for place in one.places}) for found in matches]
    owner: dict[int, int] = {}

    def place(part: int, seen: set[int]) -> bool:
        for spot in places[part]:
            if spot in seen:
                continue
            seen.add(spot)
            if spot not in owner or place(owner[spot], seen):
                owner[spot] = part
                return True
        return False

    for part in range(len(places)):
        place(part, set())
    return sorted(owner.values())


def _initials(prepared: Prepared, found: Found) -> bool:
    """Whether the answer is the first letters of the items ("A, T, C, G")."""
    letters = [word.text for word in found.text.words if len(word.text) == 1]
    if len(letters) < len(found.text.words) - 1 or not all(part.wordings for part in prepared.parts):
        return False
    wanted = [part.wordings[0].words[0].text[0] for part in prepared.parts]
    return len(set(wanted)) == len(wanted) > 2 and set(wanted) <= set(letters)


def _out_of_order(prepared: Prepared, found: Found, matches: list[list[Reckoned]]) -> bool:
    """Whether the question pairs things with the items one by one ("x / y") and the answer has them crossed."""
    asked = prepared.card.question.count("/") + 1
    if asked != len(matches) or asked < 2:
        return False
    if any(key.given for part in prepared.parts for wording in part.wordings for key in wording.keys):
        # The items say themselves what each belongs to ("7 continents").
        return False
    places = [
        min(
            (hit.at for key in held[0].found if key.stem not in prepared.common for hit in found.hits[key.stem]),
            default=0,
        )
        for held in matches
    ]
    return places == sorted(places, reverse=True) and len(set(places)) > 1


def judge(prepared: Prepared, found: Found) -> Verdict:
    """Right when as many items are there as the card needs, each resting on words of its own."""
    card = prepared.card
    assert isinstance(card, ListCard)  # noqa: S101 - the table of kinds sends no other
    matches = [best_of(part, found, prepared.lexicon) for part in prepared.parts]
    need = card.need or len(prepared.parts)
    if prepared.bare:
        closer = [
            held or nearly(part, found, prepared.common, prepared.lexicon)
            for held, part in zip(matches, prepared.parts, strict=True)
        ]
        reached = sorted((max((one.recall for one in held), default=0.0) for held in closer), reverse=True)[:need]
        if sum(reached) >= AVERAGE * need:
            matches = closer
        elif _terse(found):
            matches = [_touched(part, found, prepared.common, prepared.lexicon) for part in prepared.parts]
    counted = assign(standing(matches, found))
    if not counted and _initials(prepared, found):
        counted = list(range(len(prepared.parts)))
        matches = [[reckon(part.wordings[0], found)] for part in prepared.parts]
    crossed = len(counted) == len(matches) and _out_of_order(prepared, found, matches)
    if crossed or backwards(prepared, found, counted, matches):
        return Verdict(Outcome.INCORRECT, 0.0, Reason.WRONG_ORDER, missing=(card.answer,))
    matched = tuple(prepared.parts[at].label for at in counted)
    missing = tuple(part.label for at, part in enumerate(prepared.parts) if at not in counted)
    spelling = tuple(dict.fromkeys(pair for at in counted for pair in matches[at][0].spelling))
    if len(counted) >= need:
        return Verdict(Outcome.CORRECT, 1.0, Reason.ITEMS, matched, missing, spelling=spelling)
    if counted:
        score = round(len(counted) / need, 2)
        return Verdict(Outcome.PARTIAL, score, Reason.INCOMPLETE, matched, missing, spelling=spelling)
    return Verdict(Outcome.INCORRECT, 0.0, Reason.NO_MATCH, (), missing)
