"""What came of a fault: figures that add up to the card, and promises that were broken, in sentences."""

from collections import Counter
from dataclasses import dataclass, field
from enum import Enum


class Figure(Enum):
    """The rows of the card; those after `DEAF_SECONDS` are added up only, of that one the largest counts."""

    KILLS = "kills survived"
    CONFIRMED_LOST = "confirmed answers lost"
    UPDATES_LOST = "updates lost"
    UPDATES = "of updates"
    REPLIES_TWICE = "replies twice"
    PUSHES_ZERO = "pushes never come"
    PUSHES_ONCE = "pushes once"
    PUSHES_TWICE = "pushes twice"
    PUSHES_MORE = "pushes more often"
    DRIFT = "scores that differ from their ledger"
    DST = "violations at changes of the clocks"
    DEAF_SECONDS = "seconds deaf, at the worst"
    INPUTS_ANSWERED = "bad inputs answered"
    INPUTS = "of bad inputs"
    SECRETS = "secrets in logs"


@dataclass
class Outcome:
    """One run of one fault."""

    figures: Counter[Figure] = field(default_factory=Counter)
    deaf_seconds: float = 0.0
    broken: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def held(self) -> bool:
        """Whether every promise was kept."""
        return not self.broken

    def count(self, figure: Figure, number: int = 1) -> None:
        """Adds to a figure."""
        self.figures[figure] += number

    def expect(self, condition: bool, broken: str) -> None:
        """Unless this holds, a promise was broken; it is said once."""
        if not condition and broken not in self.broken:
            self.broken.append(broken)

    def note(self, said: str) -> None:
        """Something measured that belongs to this fault alone."""
        self.notes.append(said)

    def was_deaf(self, seconds: float) -> None:
        """Nobody was heard for so long."""
        self.deaf_seconds = max(self.deaf_seconds, seconds)
