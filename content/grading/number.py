"""Answers that are a number or a range, with or without a unit."""

from collections.abc import Sequence

from content.card import NumberCard
from content.grading.guards import is_fresh
from content.grading.matching import Found
from content.grading.prepared import Prepared
from content.grading.reckoning import reckon
from content.grading.verdict import Outcome, Reason, Verdict
from content.language import Word
from content.language.quantities import Quantity, Unit, convert, quantities, unit

MUCH = 8
"""Among more words than so many that are no number, one is only said in passing."""
SLACK = 0.005
"""A number may be off by this share of the bound, as rounding makes it."""
PART = 0.4
"""Which share of the card's range, on a scale of ratios, makes a range of an answer one."""


def _fits(given: Quantity, card: NumberCard, wanted: Unit | None) -> bool | None:
    """Whether a quantity lies within the card's; None when its unit measures something else."""
    low, high = given.low, given.high
    if given.unit:
        own = unit(given.unit)
        if own and wanted:
            lower, upper = convert(low, own, wanted), convert(high, own, wanted)
            if lower is None or upper is None:
                return None
            low, high = lower, upper
        elif own and own.name == "%" and not wanted and card.high <= 1:
            low, high = low / 100, high / 100
    slack = SLACK if wanted or card.low != card.high or not card.low.is_integer() else 0.0
    below = card.low - abs(card.low) * slack - 1e-12
    above = card.high + abs(card.high) * slack + 1e-12
    return below <= low and high <= above


def _wide(given: Quantity, card: NumberCard) -> bool:
    """Whether it is a range that covers a fair part of the card's, in whatever unit: in ratios."""
    if given.low <= 0 or card.low <= 0:
        return given.ranged
    return given.ranged and given.high / given.low > (card.high / card.low) ** PART


def _bounded(words: Sequence[Word], bounds: frozenset[str]) -> bool:
    """Whether a number is given as a bound: "below 7", "more than 7"."""
    numbers = [at for at, word in enumerate(words) if word.value is not None]
    return len(numbers) == 1 and any(word.text in bounds for word in words[max(0, numbers[0] - 2) : numbers[0]])


def judge(prepared: Prepared, found: Found) -> Verdict:
    """Right when a number, or a range, of the answer lies within the card's bounds and no other number is offered."""
    card = prepared.card
    assert isinstance(card, NumberCard)  # noqa: S101 - the table of kinds sends no other
    code = prepared.lexicon.code
    shown = (card.answer,)
    given = quantities(found.text.tidy, code)
    wanted = unit(card.unit) if card.unit else None
    if not given:
        held = next((one for one in (reckon(wording, found) for wording in prepared.answers) if one.spelling), None)
        if held and held.complete and len(found.text.words) == 1:
            return Verdict(Outcome.CORRECT, 1.0, Reason.SPELLING, matched=shown, spelling=held.spelling)
        return Verdict(Outcome.INCORRECT, 0.0, Reason.NO_MATCH, missing=shown)
    fits = [_fits(one, card, wanted) for one in given]
    right = [one for one, fit in zip(given, fits, strict=True) if fit]
    if not right:
        reason = Reason.UNIT if None in fits else Reason.NO_MATCH
        return Verdict(Outcome.INCORRECT, 0.0, reason, missing=shown)
    words = found.text.words
    bounds = prepared.lexicon.bounds
    if _bounded(words, bounds) and not any(word.text in bounds for word in prepared.answers[0].words):
        return Verdict(Outcome.INCORRECT, 0.0, Reason.NO_MATCH, missing=shown)
    if any(word.negated and word.value is not None and card.low <= word.value <= card.high for word in words):
        return Verdict(Outcome.INCORRECT, 0.0, Reason.NEGATED, missing=shown)
    offered = any(word.text in prepared.lexicon.alternative for word in words)
    if len(right) < len(given) and (offered or len(given) - len(right) > 2):
        return Verdict(Outcome.INCORRECT, 0.0, Reason.CANDIDATES, missing=shown)
    if sum(is_fresh(word, prepared) and word.value is None for word in words) > MUCH:
        return Verdict(Outcome.PARTIAL, 0.5, Reason.TOO_VAGUE, missing=shown)
    asked = quantities(card.answer, code)
    if card.low < card.high and any(one.ranged for one in asked) and not any(_wide(one, card) for one in right):
        points = {one.low for one in right}
        if not (min(points) == card.low and max(points) == card.high):
            return Verdict(Outcome.PARTIAL, 0.5, Reason.INCOMPLETE, missing=shown)
    return Verdict(Outcome.CORRECT, 1.0, Reason.NUMBER, matched=shown)
