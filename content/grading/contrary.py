"""Whether an answer says the contrary of what its card says, whatever right words it holds besides."""

from collections.abc import Iterable

from content.card import Kind
from content.grading.matching import Found
from content.grading.prepared import Prepared
from content.grading.reckoning import reckon
from content.grading.verdict import Reason
from content.grading.wordings import Key, Part

COPY = 0.5
"""An answer with this share of a reference's words tells the same, and a word turned round turns it round."""


def contradicts(prepared: Prepared, found: Found) -> Reason | None:
    """Whether an answer with right things in it also says the contrary of the card's answer.

    Either with the opposite of a word that the answer has ("together" for "apart"), where no wording of the card says
    so itself; or by saying the answer again with a word turned round.
    """
    for key in prepared.answers[0].keys:
        if key.stem in found.hits or key.negated:
            continue
        for hit in found.against.get(key.stem, ()):
            if hit.negated is False and hit.stem not in prepared.own and hit.stem not in prepared.question:
                return Reason.OPPOSITE
    copied = reckon(prepared.answers[0], found)
    if copied.recall >= COPY and prepared.card.kind is Kind.EXPLANATION:
        if any(not key.given for key in copied.opposed):
            return Reason.OPPOSITE
        if any(not key.given and not _says_so(key, prepared) for key in copied.denied):
            return Reason.NEGATED
    return None


def _says_so(key: Key, prepared: Prepared) -> bool:
    """Whether a wording of the card denies the word itself: "not converge" for "prevent from converging"."""
    wordings = (*prepared.answers, *(wording for part in prepared.parts for wording in part.wordings))
    return any(other.stem == key.stem and other.negated for wording in wordings for other in wording.keys)


def denied(part: Part, found: Found, held: Iterable[int]) -> Reason | None:
    """Whether the answer says the contrary of a part: it has all the words of a wording, one of them turned round.

    Words at the places `held` are those of other parts: "embeddings are dense" does not deny that one-hot is sparse.
    """
    places = set(held)
    for wording in found.candidates(part.wordings):
        one = reckon(wording, found)
        if one.missing or one.numbers:
            continue
        opposed = [
            key
            for key in one.opposed
            if not key.given and not places.issuperset(hit.at for hit in found.against.get(key.stem, ()))
        ]
        if opposed or any(not key.given for key in one.denied):
            return Reason.OPPOSITE if opposed else Reason.NEGATED
    return None
