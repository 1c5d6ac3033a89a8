"""A wording held against an answer: what of it is there, what is missing, what is said to the contrary."""

from dataclasses import dataclass

from content.grading.matching import Found
from content.grading.wordings import Key, Wording


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
            if right and key.number and _bound_elsewhere(wording, key, found):
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


def _bound_elsewhere(wording: Wording, key: Key, found: Found) -> bool:
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
    return any(word.value is not None for word in before)


def _more_often(stem: str, wording: Wording, found: Found) -> bool:
    """Whether the answer says a word more often than the wording; one that both have speaks against nothing."""
    if stem not in wording.stems:
        return True
    ours = sum(word.stem == stem for word in wording.words)
    return sum(word.stem == stem for word in found.text.words) > ours


def agree(one: bool | None, other: bool | None) -> bool:
    """Whether two words are both denied or both not; None may be either."""
    return one is None or other is None or one == other
