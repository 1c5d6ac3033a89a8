"""What an answer is worth."""

from content.grading import Outcome, Verdict

CORRECT = 10
HINT = 3
EARLY = (3, 2, 1)
"""What the first, second and third right answer of a group round get on top."""


def for_answer(verdict: Verdict, hints: int) -> int:
    """10 for a correct answer, 1 to 9 for a partial one, 3 less for each hint but never below 1; 0 if incorrect."""
    match verdict.outcome:
        case Outcome.CORRECT:
            full = CORRECT
        case Outcome.PARTIAL:
            full = min(9, max(1, round(CORRECT * verdict.score)))
        case Outcome.INCORRECT:
            return 0
    return max(1, full - HINT * hints)
