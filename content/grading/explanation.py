"""Answers that explain: key points where the card has them, likeness to the reference where it has none."""

from dataclasses import dataclass
from math import exp, log, sqrt

from rapidfuzz import fuzz

from content.card import ExplanationCard
from content.grading.contrary import denied
from content.grading.guards import buried, is_fresh, stance
from content.grading.items import assign, best_of
from content.grading.matching import Found
from content.grading.order import backwards, swapped
from content.grading.prepared import Prepared
from content.grading.reckoning import Reckoned, reckon
from content.grading.verdict import Outcome, Reason, Verdict

ACCEPT = 0.5
HALF = 0.27
WHOLE = 0.85
"""So alike, an answer is right as a whole, whatever key points were looked for."""
FEW = 3
"""A question of so few words that carry meaning asks for a definition; so few words make a short one."""
MUCH = 5
"""Among more strange words than so many, one word of the reference is only said in passing."""
DENIAL = 0.3
"""From this share of its words on, a denied reference is denied as a whole."""

# The line between right and wrong. Its weights make macro-F1 on public short answers, on a study set and on cards of
# many fields greatest, all together, while no set may have more than a fifth of its wrong answers accepted (L-BFGS on
# the smooth F1; checked by cross-validation over questions). One line for everything: what the question gives away, how
# long it is, how rare the words are and how many references there are move it, instead of a threshold for each corpus.
NEW = 2.37
RECALL = 1.98
REFERENCES = -1.68
WORDS = 0.91
NEGATION = -1.0
DENIED = -0.63
WRITTEN = 0.52
QUESTION = 0.27
SECOND = 1.09
OPPOSED = -0.75
NUMBERS = -1.4
START = -4.87


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike an answer and the nearest reference are, 0..1."""

    score: float
    nearest: Reckoned


def likeness(prepared: Prepared, found: Found) -> Likeness:
    """The nearest reference and how near it is."""
    touched = [one for one in prepared.answers if not one.stems.isdisjoint(found.present)] or prepared.answers[:1]
    reckoned = [reckon(wording, found) for wording in touched]
    content = sum(not word.stop for word in found.text.words) or 1
    nearest = max(reckoned, key=lambda one: 2 * one.recall + len(one.places) / content)
    if not nearest.recall:
        return Likeness(0.0, nearest)
    recalls = sorted((one.recall for one in reckoned), reverse=True)
    references = log(len(prepared.answers))
    raw = (
        START
        + NEW * sqrt(sum(key.rarity for key in nearest.found if not key.given) / (nearest.wording.rarity_new or 1.0))
        + RECALL * sqrt(sum(key.rarity * key.weight for key in nearest.found) / nearest.wording.rarity)
        + REFERENCES * references
        + WORDS * log(1 + len(found.text.words))
        + NEGATION * (found.text.negates != nearest.wording.negates and not nearest.complete)
        + DENIED * min(len(nearest.denied), 3)
        + QUESTION * log(1 + len(prepared.question))
        + OPPOSED * min(len(nearest.opposed), 2)
        + NUMBERS * nearest.numbers
    )
    if references:
        # Where several references are alike, so is the writing of a right answer.
        raw += WRITTEN * references * fuzz.ratio(found.text.tidy.casefold(), nearest.wording.text.casefold()) / 100
        raw += SECOND * (recalls[1] if len(recalls) > 1 else 0.0)
    return Likeness(1.0 / (1.0 + exp(-raw)), nearest)


def _in_passing(prepared: Prepared, found: Found, nearest: Reckoned) -> bool:
    """Whether the answer has no more than a word or two of a reference, and much else."""
    new = sum(not key.given for key in nearest.found)
    if not new and nearest.wording.new:
        return True
    if len(nearest.wording.keys) <= 2:
        return buried(nearest, found, prepared) > 2 + len(nearest.wording.keys)
    return False


def _exchanged(prepared: Prepared, found: Found, nearest: Reckoned) -> bool:
    """Whether a definition of a few words lacks one and has a strange one instead ("sadness at a misfortune")."""
    few = nearest.wording.new <= FEW and len(prepared.question) <= FEW and len(prepared.answers) == 1
    if not few or not any(key.weight == 1 for key in nearest.missing):
        return False
    return any(at not in found.matched and is_fresh(word, prepared) for at, word in enumerate(found.text.words))


def _says_the_contrary(prepared: Prepared, found: Found) -> bool:
    """Whether the references begin with a yes or no and the answer with the other."""
    ours = stance(prepared.answers[0].words[:1], prepared.lexicon)
    if ours is None:
        return False
    said = stance(found.text.words[:1], prepared.lexicon)
    return said is not None and said != ours


def _straight(prepared: Prepared, found: Found) -> bool:
    """Whether one of the references is there in full and in its order, whatever order another one has."""
    complete = (one for one in (reckon(each, found) for each in found.candidates(prepared.answers)) if one.complete)
    return any(not swapped(one, found, prepared.lexicon) for one in complete)


def judge(prepared: Prepared, found: Found) -> Verdict:
    """Right when enough key points are there, or when the answer as a whole is close to a reference."""
    card = prepared.card
    assert isinstance(card, ExplanationCard)  # noqa: S101 - the table of kinds sends no other
    near = likeness(prepared, found)
    score, best = near.score, near.nearest
    contradicted = bool(best.opposed or best.denied or best.numbers) and best.recall >= 0.3
    if _says_the_contrary(prepared, found):
        return Verdict(Outcome.INCORRECT, 0.0, Reason.YES_NO, missing=(prepared.answers[0].text,))
    if best.recall >= 0.6 and swapped(best, found, prepared.lexicon) and not _straight(prepared, found):
        return Verdict(Outcome.INCORRECT, 0.0, Reason.SWAPPED_ROLES, missing=(best.wording.text,))
    if prepared.parts:
        matches = [best_of(part, found, prepared.lexicon) for part in prepared.parts]
        counted = assign(matches)
        need = card.need or len(prepared.parts)
        matched = tuple(prepared.parts[at].label for at in counted)
        missing = tuple(part.label for at, part in enumerate(prepared.parts) if at not in counted)
        spelling = tuple(dict.fromkeys(pair for at in counted for pair in matches[at][0].spelling))
        if backwards(prepared, found, counted, matches):
            return Verdict(Outcome.INCORRECT, 0.0, Reason.WRONG_ORDER, missing=(prepared.answers[0].text,))
        if len(counted) >= need:
            return Verdict(Outcome.CORRECT, 1.0, Reason.POINTS, matched, missing, spelling=spelling)
        if score >= WHOLE and not contradicted:
            return Verdict(Outcome.CORRECT, 1.0, Reason.WORDING, (best.wording.text,), spelling=best.spelling)
        places = {place for held in matches for one in held for place in one.places}
        contrary = [denied(part, found, places) for part, held in zip(prepared.parts, matches, strict=True) if not held]
        reason = next((one for one in contrary if one), None)
        if reason:
            return Verdict(Outcome.INCORRECT, 0.0, reason, matched, missing)
        if counted:
            share = round(len(counted) / need, 2)
            return Verdict(Outcome.PARTIAL, share, Reason.INCOMPLETE, matched, missing, spelling=spelling)
        return Verdict(Outcome.INCORRECT, 0.0, Reason.NO_MATCH, (), missing)
    matched = tuple(key.text for key in best.found)
    missing = tuple(key.text for key in (*best.missing, *best.denied, *best.opposed))
    if best.opposed and best.recall >= 0.3:
        return Verdict(Outcome.INCORRECT, 0.0, Reason.OPPOSITE, matched, missing)
    copied = (
        len(prepared.answers) == 1
        and best.denied
        and sum(key.weight for key in best.missing) <= 0.1 * best.wording.weight
    )
    if copied or (sum(key.weight for key in best.denied) >= DENIAL * best.wording.weight and best.recall >= 0.2):
        return Verdict(Outcome.INCORRECT, 0.0, Reason.NEGATED, matched, missing)
    if score >= ACCEPT and _in_passing(prepared, found, best):
        return Verdict(Outcome.PARTIAL, HALF, Reason.TOO_VAGUE, matched, missing)
    if score >= ACCEPT and not _exchanged(prepared, found, best):
        return Verdict(Outcome.CORRECT, round(score, 2), Reason.WORDING, matched, missing, spelling=best.spelling)
    if score >= HALF:
        return Verdict(Outcome.PARTIAL, round(score, 2), Reason.INCOMPLETE, matched, missing, spelling=best.spelling)
    return Verdict(Outcome.INCORRECT, 0.0, Reason.NO_MATCH, matched, missing)
