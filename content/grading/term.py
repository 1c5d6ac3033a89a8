"""Answers that are a name or a short phrase."""

import re

from content.grading.code import code_parts
from content.grading.guards import buried, offers_several
from content.grading.matching import Found
from content.grading.order import reordered, swapped
from content.grading.prepared import Prepared
from content.grading.reckoning import Reckoned, reckon
from content.grading.verdict import Outcome, Reason, Verdict
from content.grading.wordings import Wording

CLOSE = 0.5
"""From this share of the words on, an incomplete answer is half right."""


PASSING = 2
"""With more strange words around it than so many, and one for each of its own, a name is only said in passing."""


def code_found(wording: Wording, found: Found) -> bool:
    """Whether the pieces of a wording that is code stand in the answer, one after the other."""
    said = found.text.tidy.replace("`", " ")
    pieces = tuple(piece if "\\" in piece else piece.casefold() for piece in said.split())
    want = wording.code
    if any(pieces[at : at + len(want)] == want for at in range(len(pieces) - len(want) + 1)):
        return True
    if len(want) == 1 and len(wording.keys) == 1 and wording.keys[0].stem == want[0] and found.hits.get(want[0]):
        return True
    compact = "".join(want)
    return compact == "".join(pieces).rstrip(".,!")


_ARGUMENTS = re.compile(r"\([^()]*\)")


def same_name(wording: Wording, found: Found, prepared: Prepared) -> bool:
    """Whether the answer is a dotted name, or its last part alone, whatever is passed in the call.

    A last part that is a word of the question is only that name when it is written as a call: "save()".
    """
    want = _ARGUMENTS.sub("()", wording.text.strip())
    if " " in want or not _DOTTED.search(want):
        return False
    said = _ARGUMENTS.sub("()", found.text.tidy.strip("`\"' .")).casefold()
    name = want.casefold().removesuffix("()").lstrip(".")
    bare = said.removesuffix("()").lstrip(".")
    if bare == name or bare.endswith("." + name):
        return True
    last = name.rpartition(".")[2]
    return bare == last and len(last) > 2 and (said.endswith("()") or all(last != word.text for word in prepared.asked))


_DOTTED = re.compile(r"^\.?\w*[^\W\d](?:\.\w*[^\W\d])+(?:\(\))?$|^\.\w+(?:\(\))?$")


def enough(reckoned: Reckoned, prepared: Prepared) -> bool:
    """Whether the words that make the name are there; those that the question gives, or that tell little, may lack."""
    if reckoned.contradicted:
        return False
    if not reckoned.missing:
        return True
    if prepared.who and reckoned.wording.keys[-1] in reckoned.found:
        return True
    if all(key.head and key.weight < 1 for key in reckoned.missing):
        return any(not key.given for key in reckoned.found)
    return len(reckoned.wording.keys) >= 4 and reckoned.recall >= 0.75


def _replaced(reckoned: Reckoned, found: Found, prepared: Prepared) -> bool:
    """Whether another word stands where a missing one should: "multi-class" is not "multi-label"."""
    words = found.text.words
    for at in reckoned.places:
        for near in (at - 1, at + 1):
            if 0 <= near < len(words) and near not in found.matched and words[near].clause == words[at].clause:
                word = words[near]
                if (
                    len(word.text) > 1
                    and not word.stop
                    and word.stem not in prepared.question
                    and word.text not in prepared.lexicon.weak
                ):
                    return True
    return False


def _removed(reckoned: Reckoned, found: Found, prepared: Prepared) -> bool:
    """Whether the answer does away with the thing ("by removing residual connections")."""
    words = found.text.words
    removal = prepared.lexicon.removal
    if any(word.text in removal for word in reckoned.wording.words):
        return False
    first = min(reckoned.places, default=0)
    return any(word.text in removal for word in words[max(0, first - 2) : first])


def abbreviates(wording: Wording, found: Found) -> bool:
    """Whether the answer is the initials of the wording ("CNN"), or its words have the wording as their initials."""
    said = [word for word in found.text.words if word.value is None]
    if any(word.negator for word in said):
        return False
    content = [word for word in said if not word.stop]
    if len(content) == 1 and len(wording.keys) > 1:
        name = content[0].text
        initials = {
            "".join(word.text[0] for word in wording.words),
            "".join(word.text[0] for word in wording.words if not word.stop),
        }
        return len(name) >= 3 and name in initials
    bare = wording.text.strip()
    if len(wording.words) == 1 and 2 < len(bare) <= 6 and bare.isalpha() and bare.isupper() and len(content) > 1:
        name = bare.casefold()
        return name in ("".join(word.text[0] for word in said), "".join(word.text[0] for word in content))
    return False


def _glued_on(reckoned: Reckoned, found: Found, prepared: Prepared) -> bool:
    """Whether a one-word name is only the first part of another ("newton" in "newton metre")."""
    words = [word for word in found.text.words if not word.stop]
    if prepared.lexicon.code not in ("en", "de") or len(reckoned.wording.keys) != 1 or len(words) != 2:
        return False
    first, second = words
    return (
        first.stem == reckoned.wording.keys[0].stem
        and second.clause == first.clause
        and not second.stem.startswith("#")
        and second.stem not in prepared.question
        and second.text not in prepared.lexicon.weak
        and second.text not in prepared.lexicon.heads
        and found.text.words.index(second) == found.text.words.index(first) + 1
    )


def judge(prepared: Prepared, found: Found) -> Verdict:
    """Right when the words of one accepted wording are there, and nothing is offered beside it."""
    answers = prepared.answers
    coded = [wording for wording in answers if wording.code]
    for wording in coded:
        if code_found(wording, found):
            return Verdict(Outcome.CORRECT, 1.0, Reason.EXACT, matched=(wording.text,))
    for wording in answers:
        if same_name(wording, found, prepared):
            return Verdict(Outcome.CORRECT, 1.0, Reason.EXACT, matched=(wording.text,))
    prose = [wording for wording in answers if not wording.code]
    for wording in prose:
        if abbreviates(wording, found):
            return Verdict(Outcome.CORRECT, 1.0, Reason.WORDING, matched=(wording.text,))
    if coded and (not prose or code_parts(found.text.tidy)):
        return Verdict(Outcome.INCORRECT, 0.0, Reason.NO_MATCH, missing=(answers[0].text,))
    touched = [one for one in prose if not one.stems.isdisjoint(found.present)] or prose[:1]
    reckoned = [reckon(wording, found) for wording in touched]
    if not reckoned:
        return Verdict(Outcome.INCORRECT, 0.0, Reason.NO_MATCH)
    best = max(reckoned, key=lambda one: (enough(one, prepared), one.recall, len(one.found)))
    return _verdict(prepared, found, reckoned, best)


def _verdict(prepared: Prepared, found: Found, reckoned: list[Reckoned], best: Reckoned) -> Verdict:
    matched = tuple(key.text for key in best.found)
    missing = tuple(key.text for key in best.missing)
    shown = (best.wording.text,)
    lacking = any(key.given for key in best.missing)
    if enough(best, prepared) and not (lacking and _replaced(best, found, prepared)):
        if swapped(best, found, prepared.lexicon) or reordered(best, found):
            return Verdict(Outcome.INCORRECT, 0.0, Reason.SWAPPED_ROLES, missing=shown)
        if _removed(best, found, prepared):
            return Verdict(Outcome.INCORRECT, 0.0, Reason.NEGATED, missing=shown)
        if offers_several(found, prepared, reckoned):
            return Verdict(Outcome.INCORRECT, 0.0, Reason.CANDIDATES, missing=shown)
        strange = buried(best, found, prepared)
        if strange > PASSING + len(best.wording.keys):
            outcome = Outcome.PARTIAL if strange <= 2 * PASSING else Outcome.INCORRECT
            return Verdict(outcome, 0.5 if outcome is Outcome.PARTIAL else 0.0, Reason.TOO_VAGUE, missing=shown)
        if _glued_on(best, found, prepared):
            return Verdict(Outcome.PARTIAL, 0.5, Reason.INCOMPLETE, matched=shown)
        reason = Reason.SPELLING if best.spelling else Reason.WORDING
        return Verdict(Outcome.CORRECT, 1.0, reason, matched=shown, spelling=best.spelling)
    if best.denied:
        return Verdict(Outcome.INCORRECT, 0.0, Reason.NEGATED, missing=shown)
    if best.opposed or best.numbers:
        return Verdict(Outcome.INCORRECT, 0.0, Reason.OPPOSITE, missing=shown)
    new = [key for key in best.found if not key.given]
    if new and offers_several(found, prepared, reckoned):
        return Verdict(Outcome.INCORRECT, 0.0, Reason.CANDIDATES, missing=shown)
    if new and best.recall >= CLOSE:
        return Verdict(
            Outcome.PARTIAL, round(best.recall, 2), Reason.INCOMPLETE, matched, missing, spelling=best.spelling
        )
    return Verdict(Outcome.INCORRECT, 0.0, Reason.NO_MATCH, missing=shown)
