"""What a judge says: the outcome, the rule that decided, and what to show the learner."""

from dataclasses import dataclass, field
from enum import StrEnum


class Outcome(StrEnum):
    """The three bands of an answer."""

    CORRECT = "correct"
    PARTIAL = "partial"
    INCORRECT = "incorrect"


class Reason(StrEnum):
    """The rule that decided."""

    EXACT = "exact"
    SPELLING = "spelling"
    WORDING = "wording"
    POINTS = "points"
    ITEMS = "items"
    NUMBER = "number"
    UNIT = "unit"
    YES_NO = "yes_no"
    INCOMPLETE = "incomplete"
    NO_REASON = "no_reason"
    NO_MATCH = "no_match"
    NEGATED = "negated"
    OPPOSITE = "opposite"
    SWAPPED_ROLES = "swapped_roles"
    WRONG_ORDER = "wrong_order"
    OTHER_CARD = "other_card"
    NEAR_MISS = "near_miss"
    CANDIDATES = "candidates"
    ECHO = "echo"
    HEDGED = "hedged"
    TOO_VAGUE = "too_vague"
    GAVE_UP = "gave_up"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class Verdict:
    """How an answer was judged.

    `score` is 0..1; `matched` and `missing` are parts of the reference in its own words; `closest` is the id of
    another card whose answer this is; `spelling` pairs what was typed with what was meant.
    """

    outcome: Outcome
    score: float
    reason: Reason
    matched: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    closest: str | None = None
    spelling: tuple[tuple[str, str], ...] = field(default=())

    @property
    def correct(self) -> bool:
        """Whether the answer counts in full."""
        return self.outcome is Outcome.CORRECT
