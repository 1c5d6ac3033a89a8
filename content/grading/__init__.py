"""Judging an answer: `grade(card, answer, deck)` says correct, partial or incorrect, and why."""

from collections.abc import Callable, Container, Mapping
from dataclasses import replace

from content.card import Card, Deck, Kind
from content.grading import explanation, items, number, term, yes_no
from content.grading.bare import bare_card, bare_deck
from content.grading.contrary import contradicts
from content.grading.guards import echoes, gave_up, is_fresh, repeats, strays, undecided, wavers
from content.grading.items import best_of, by_likeness, removed
from content.grading.matching import Found, understand
from content.grading.neighbours import nearest, neighbours
from content.grading.order import in_order, stands, swapped
from content.grading.prepared import Prepared, prepare
from content.grading.reckoning import Reckoned, reckon
from content.grading.verdict import Outcome, Reason, Verdict
from content.grading.wordings import Wording
from content.language import fold, give_ups

__all__ = ["Outcome", "Reason", "Verdict", "grade"]

STRAYS = 3.5
STRAYS_EACH = 0.25
"""How many stray words an answer may have, and how many more for each word of the card."""

_MAY_BE_HALF = frozenset({Reason.NO_MATCH, Reason.NEGATED, Reason.OPPOSITE})
"""Why an answer is wrong that its author may still call half right, opposites and all."""

Judge = Callable[[Prepared, Found], Verdict]

JUDGES: Mapping[Kind, Judge] = {
    Kind.YES_NO: yes_no.judge,
    Kind.TERM: term.judge,
    Kind.NUMBER: number.judge,
    Kind.LIST: items.judge,
    Kind.EXPLANATION: explanation.judge,
}


def grade(card: Card, answer: str, deck: Deck | None = None) -> Verdict:
    """How the answer to a card is judged; `deck` lets it see what belongs to other cards. Never raises."""
    card, deck = bare_card(card), bare_deck(deck) if deck else None
    prepared = prepare(card, deck, neighbours(deck).known if deck else frozenset())
    found = understand(prepared, answer)
    words = found.text.words
    shown = (card.answer,)
    if not words and fold(found.text.tidy, prepared.lexicon.code) in prepared.verbatim:
        return Verdict(Outcome.CORRECT, 1.0, Reason.EXACT, matched=shown)
    if not words and not any(wording.code for wording in prepared.answers):
        return Verdict(Outcome.INCORRECT, 0.0, Reason.EMPTY, missing=shown)
    key = found.text.key
    if key in prepared.rejected and key not in prepared.exact and prepared.rejected[key].stems <= found.present:
        return _elsewhere(prepared, found, deck, Verdict(Outcome.INCORRECT, 0.0, Reason.NEAR_MISS, missing=shown))
    if key in prepared.exact and not prepared.exact[key].code:
        return Verdict(Outcome.CORRECT, 1.0, Reason.EXACT, matched=(prepared.exact[key].text,))
    if key in prepared.halved:
        return _half(prepared.halved[key], prepared, found)
    lost = gave_up(words, prepared.lexicon)
    verdict = JUDGES[card.kind](prepared, found)
    if verdict.reason in (Reason.NO_MATCH, Reason.INCOMPLETE):
        verdict = _accepted(prepared, found) or verdict
    if (verdict.correct or verdict.reason in _MAY_BE_HALF) and not lost:
        held = _only_half(prepared, found, verdict)
        verdict = _half(held, prepared, found) if held else verdict
    if lost:
        nothing_else = tuple(word.text for word in words) in give_ups()
        if verdict.outcome is Outcome.INCORRECT or card.kind is Kind.YES_NO or nothing_else:
            return Verdict(Outcome.INCORRECT, 0.0, Reason.GAVE_UP, missing=shown)
        verdict = replace(verdict, outcome=Outcome.PARTIAL, score=min(verdict.score, 0.5), reason=Reason.HEDGED)
    if verdict.outcome is Outcome.INCORRECT:
        if echoes(prepared, found):
            return Verdict(Outcome.INCORRECT, 0.0, Reason.ECHO, missing=verdict.missing)
        return _elsewhere(prepared, found, deck, verdict)
    if verdict.reason is not Reason.EXACT and repeats(prepared, found, verdict.reason is Reason.YES_NO):
        return Verdict(Outcome.INCORRECT, 0.0, Reason.ECHO, missing=shown)
    if verdict.correct and verdict.reason is not Reason.YES_NO and wavers(words, prepared.lexicon):
        verdict = replace(verdict, outcome=Outcome.PARTIAL, score=0.5, reason=Reason.HEDGED)
    near = _rejected(prepared, found)
    if near:
        if card.kind is Kind.LIST and _besides(near.places, prepared, found):
            # One thing of several is another one; the others are still right.
            return replace(verdict, outcome=Outcome.PARTIAL, score=min(verdict.score, 0.5), reason=Reason.NEAR_MISS)
        return _elsewhere(prepared, found, deck, Verdict(Outcome.INCORRECT, 0.0, Reason.NEAR_MISS, missing=shown))
    if verdict.reason in (Reason.POINTS, Reason.ITEMS) and not prepared.bare:
        verdict = _doubtful(prepared, found, deck, verdict)
    other = nearest(card, found.text, deck) if deck else None
    if other is None or verdict.reason is Reason.YES_NO:
        return verdict
    some = verdict.outcome is Outcome.PARTIAL
    pointed = card.kind is Kind.LIST or (prepared.parts and not prepared.bare)
    if (some and pointed) or not (other.exact or verdict.reason is Reason.WORDING):
        # Things found weigh more than a likeness to another card, and one of several may well be another's answer.
        return replace(verdict, closest=other.card) if some and other.exact else verdict
    return Verdict(Outcome.INCORRECT, 0.0, Reason.OTHER_CARD, missing=shown, closest=other.card)


def _accepted(prepared: Prepared, found: Found) -> Verdict | None:
    """Right when the answer holds all words of an accepted wording of an author, whatever the kind of the card."""
    authored = (prepared.parts and not prepared.bare) or prepared.card.kind is Kind.NUMBER
    if not authored:
        return None
    content = sum(not word.stop for word in found.text.words)
    for wording in found.candidates(prepared.answers[1:]):
        one = reckon(wording, found)
        # A single word may stand in any long sentence by chance.
        if one.complete and (wording.new > 1 or content <= 2 * len(wording.keys)):
            if swapped(one, found, prepared.lexicon) or removed(one, found, prepared.lexicon):
                continue
            if by_likeness(one, found, prepared.lexicon):
                continue
            return Verdict(Outcome.CORRECT, 1.0, Reason.WORDING, matched=(wording.text,), spelling=one.spelling)
    return None


def _only_half(prepared: Prepared, found: Found, verdict: Verdict) -> Wording | None:
    """The half-right wording whose words the answer has, in their order, with nothing right besides."""
    for wording in found.candidates(prepared.halves):
        held = reckon(wording, found)
        if not held.complete or not stands(held, found, prepared.lexicon):
            continue
        if not verdict.correct or not _says_more(held, prepared, found):
            return wording
    return None


def _says_more(half: Reckoned, prepared: Prepared, found: Found) -> bool:
    """Whether the answer has a word of the card besides, or all words of a right wording that is longer."""
    words = found.text.words
    if any(
        hit.at not in half.places and is_fresh(words[hit.at], prepared)
        for stem in prepared.own & found.hits.keys()
        for hit in found.hits[stem]
    ):
        return True
    right = (*prepared.answers, *(each for part in prepared.parts for each in part.wordings))
    size = len(half.wording.keys)
    return any(len(one.keys) > size and reckon(one, found).complete for one in found.candidates(right))


def _besides(places: Container[int], prepared: Prepared, found: Found) -> bool:
    """Whether there is something right in the answer without the words at these places."""
    return JUDGES[prepared.card.kind](prepared, found.without(places)).outcome is not Outcome.INCORRECT


def _half(wording: Wording, prepared: Prepared, found: Found) -> Verdict:
    missing = tuple(part.label for part in prepared.parts if not best_of(part, found, prepared.lexicon))
    return Verdict(Outcome.PARTIAL, 0.5, Reason.INCOMPLETE, matched=(wording.text,), missing=missing)


def _doubtful(prepared: Prepared, found: Found, deck: Deck | None, verdict: Verdict) -> Verdict:
    """Half right at most where the contrary is said too, or much that has to do with other cards than with this one."""
    reason = contradicts(prepared, found) if verdict.outcome is Outcome.CORRECT else None
    terms: Container[str] = neighbours(deck).rarity if deck else ()
    if reason is None and undecided(found, prepared, terms):
        reason = Reason.CANDIDATES
    if reason is None:
        foreign = strays(found, prepared, terms)
        words = found.text.words
        own = {words[at].stem for at in found.matched if is_fresh(words[at], prepared)}
        if foreign <= STRAYS + STRAYS_EACH * len(own):
            return verdict
        reason = Reason.TOO_VAGUE
    return replace(verdict, outcome=Outcome.PARTIAL, score=min(verdict.score, 0.5), reason=reason)


def _rejected(prepared: Prepared, found: Found) -> Reckoned | None:
    """The near miss that the answer holds in full, unless an accepted wording in it says more."""
    for wording in found.candidates(prepared.rejects):
        held = reckon(wording, found)
        if held.complete and not wording.code and stands(held, found, prepared.lexicon):
            better = any(
                own.complete
                and len(own.wording.keys) > len(wording.keys)
                # A long near miss may have just the words of a right answer, in another order.
                and (len(wording.keys) < 3 or in_order(own, found))
                for own in (reckon(accepted, found) for accepted in found.candidates(prepared.answers))
            )
            if not better:
                return held
    return None


def _elsewhere(prepared: Prepared, found: Found, deck: Deck | None, verdict: Verdict) -> Verdict:
    """A verdict of wrong, with the other card whose answer this is, if there is one."""
    near = nearest(prepared.card, found.text, deck) if deck else None
    if near is None:
        return verdict
    return replace(verdict, reason=Reason.OTHER_CARD, closest=near.card)
