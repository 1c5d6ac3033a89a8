"""Questions that are answered with yes or no, with or without a reason."""

from content.card import YesNoCard
from content.grading.explanation import likeness
from content.grading.guards import hedged, is_fresh, stance
from content.grading.matching import Found
from content.grading.order import swapped
from content.grading.prepared import Prepared
from content.grading.verdict import Outcome, Reason, Verdict
from content.language import Word, read

REASON = 2
"""A card whose answer has so many new words gives a reason in it."""
SHORT = 5
"""So many words that carry meaning say a question again; more of them say something else."""


def _restated(found: Found, prepared: Prepared) -> bool | None:
    """Yes or no as the words of the question say it again: "it shouldn't be trainable"."""
    # "It should be the same": the small words that say how many and which are words of the question too.
    kept = prepared.lexicon.quantities
    content = [word for word in found.text.words if not word.stop or word.text in kept]
    if len(content) > SHORT:
        return None
    asked = prepared.question | {word.stem for word in prepared.asked if word.text in kept}
    given = [word for word in content if word.stem in asked]
    if any(word.negated is not False for word in given):
        return False
    if any(_turned(word, prepared) for word in content):
        return False
    claims = any(word.text in prepared.lexicon.verbs for word in found.text.words)
    return True if claims and given and len(given) == len(content) else None


def _turned(word: Word, prepared: Prepared) -> bool:
    """Whether a word is the opposite of one of the question's: "different" where the question has "the same".

    Only of the small words that say which; whoever names the generator has not denied what is asked of its opponent.
    """
    kept = prepared.lexicon.quantities
    asked = {word.stem for word in prepared.asked if word.text in kept}
    excluded = prepared.lexicon.excludes.get(word.stem, frozenset())
    return word.negated is False and word.stem not in asked and bool(excluded & asked)


def _sides(found: Found, prepared: Prepared) -> bool | None:
    """Yes or no by whom the answer names: "convnets are faster" where RNNs are asked for."""
    lexicon = prepared.lexicon
    asked = prepared.asked
    than = next((at for at, word in enumerate(asked) if word.text in lexicon.comparison), 0)
    compared = next((word.stem for word in reversed(asked[:than]) if not word.stop), "")
    first = {word.stem for word in asked[:than] if not word.stop and word.stem != compared}
    second = {word.stem for word in asked[than:] if not word.stop}
    said = [word for word in found.text.words if not word.stop]
    named = next((word.stem for word in said if word.stem in first ^ second), None)
    opposite = lexicon.excludes.get(compared, frozenset())
    claim = next((word for word in said if word.stem == compared or word.stem in opposite), None)
    if not compared or named is None or claim is None or claim.negated is None or len(said) > 2 * SHORT:
        return None
    return ((named in first) == (claim.stem == compared)) != claim.negated


def _taken_back(found: Found, prepared: Prepared) -> bool:
    """Whether a yes is followed by a reservation that the card's own answer does not make ("yes, but not always")."""
    lexicon = prepared.lexicon
    words = found.text.words
    at = next((at for at, word in enumerate(words) if word.text in lexicon.taken_back), None)
    if at is None or any(word.text in lexicon.taken_back for one in prepared.answers for word in one.words):
        return False
    return words[at].negator or any(word.negator for word in words[at:])


def _both(found: Found, prepared: Prepared) -> bool:
    """Whether the answer is a yes and a no with a slash between them."""
    sides = [
        stance(read(part, prepared.lexicon.code).words, prepared.lexicon) for part in found.text.tidy.split("/", 2)
    ]
    return len(sides) == 2 and None not in sides and sides[0] != sides[1]


def _reason_lacks(found: Found, prepared: Prepared) -> bool:
    """Whether the question asks why, the card's answer says it, and this answer does not."""
    said = {*prepared.lexicon.yes, *prepared.lexicon.no}
    asks = any(word.text in prepared.lexicon.why for word in prepared.asked)
    return (
        asks
        and prepared.answers[0].new >= REASON
        and not any(is_fresh(word, prepared) and word.text not in said for word in found.text.words)
    )


def judge(prepared: Prepared, found: Found) -> Verdict:
    """Right when it says what the card says; without a yes or no, when the reason is the card's."""
    card = prepared.card
    assert isinstance(card, YesNoCard)  # noqa: S101 - the table of kinds sends no other
    words = found.text.words
    shown = (card.answer,)
    if hedged(words, prepared.lexicon) or _both(found, prepared):
        return Verdict(Outcome.INCORRECT, 0.0, Reason.HEDGED, missing=shown)
    said = stance(words, prepared.lexicon)
    if said is None:
        said = _sides(found, prepared)
    if said is None:
        said = _restated(found, prepared)
    if said is not None and said != card.yes:
        return Verdict(Outcome.INCORRECT, 0.0, Reason.YES_NO, missing=shown)
    near = likeness(prepared, found)
    best = near.score, near.nearest
    if best[1].recall >= 0.6 and swapped(best[1], found, prepared.lexicon):
        return Verdict(Outcome.INCORRECT, 0.0, Reason.SWAPPED_ROLES, missing=shown)
    if said is not None:
        if best[1].opposed and best[1].recall >= 0.3:
            return Verdict(Outcome.INCORRECT, 0.0, Reason.OPPOSITE, missing=shown)
        if said and _taken_back(found, prepared):
            return Verdict(Outcome.PARTIAL, 0.5, Reason.HEDGED, missing=shown)
        if _reason_lacks(found, prepared):
            return Verdict(Outcome.PARTIAL, 0.5, Reason.NO_REASON, missing=shown)
        return Verdict(Outcome.CORRECT, 1.0, Reason.YES_NO, matched=shown)
    if best[0] >= 0.5 and not best[1].contradicted:
        return Verdict(Outcome.CORRECT, round(best[0], 2), Reason.WORDING, matched=shown, spelling=best[1].spelling)
    return Verdict(Outcome.INCORRECT, 0.0, Reason.NO_MATCH, missing=shown)
