"""The short form of the trust card: some faults of each family, put to the real process.

`make trust` puts all of them, with many seeds and beside a stock bot.
"""

from pathlib import Path

import pytest

from tests.conftest import PostgresServer
from trust.card import Run, card
from trust.databases import Databases, Kind
from trust.faults import FAULTS, NOT_RUN
from trust.guards import GUARDS
from trust.launch import STEPS
from trust.outcome import Figure, Outcome
from trust.process import ROOT
from trust.rig import rigged

BY_ID = {fault.id: fault for fault in FAULTS}
FAMILIES: dict[str, tuple[Kind, *tuple[str, ...]]] = {
    "killed": (Kind.SQLITE, "F1"),
    "killed on PostgreSQL": (Kind.POSTGRESQL, "F1"),
    "killed in a push": (Kind.SQLITE, "F3"),
    "sending goes wrong": (Kind.SQLITE, "F6", "F9", "F10"),
    "Telegram is away": (Kind.SQLITE, "F7"),
    "the database is in the way": (Kind.SQLITE, "F19", "F20"),
    "connections to PostgreSQL break": (Kind.POSTGRESQL, "F25", "F27"),
    "people do odd things": (Kind.SQLITE, "F29", "F31", "F33"),
    "an upgrade is cut off": (Kind.SQLITE, "F36"),
}


@pytest.mark.timeout(300)
@pytest.mark.usefixtures("bare_environment")
@pytest.mark.parametrize("family", FAMILIES)
async def test_promises_hold(family: str, postgres_server: PostgresServer, tmp_path: Path) -> None:
    """Nothing lost, nothing more often than it may be, every score the sum of its ledger, no secret in the log."""
    kind, *ids = FAMILIES[family]
    databases = Databases(tmp_path, lambda: postgres_server)
    (tmp_path / "run").mkdir()
    async with rigged(kind, 1, databases, tmp_path / "run", short=True, proxied="F25" in ids) as rig:
        for fault in ids:
            await BY_ID[fault].run(rig)
    assert rig.outcome.held, "\n".join([*rig.outcome.broken, *rig.bot.log[-30:]])


def test_guards_and_steps_are_where_the_tables_say() -> None:
    """A guard is found in its file, once; a step of an answer is a method that there is; names are not given twice."""
    for guard in GUARDS:
        assert (ROOT / guard.file).read_text().count(guard.code) == 1, guard.name
        assert all((ROOT / test).exists() for test in guard.tests), guard.name
    for owner, method, _ in STEPS.values():
        assert callable(getattr(owner, method))
    assert len({fault.id for fault in FAULTS} | NOT_RUN.keys()) == len(FAULTS) + len(NOT_RUN)


def test_the_card_says_what_was_broken() -> None:
    """And shows the worst run beside the sum of all."""
    good, bad = Outcome(), Outcome()
    for outcome, lost in ((good, 0), (bad, 3)):
        outcome.count(Figure.UPDATES, 10)
        outcome.count(Figure.UPDATES_LOST, lost)
        outcome.expect(not lost, f"{lost} of 10 answers were never judged")
    runs = [Run(BY_ID["F1"], Kind.SQLITE, seed, outcome, 1.0) for seed, outcome in enumerate((good, bad))]
    text = card(runs, [Kind.SQLITE])
    assert "3 / 3" in text
    assert "10 / 20" in text
    assert "broken 1/2" in text
    assert "3 of 10 answers were never judged" in text
    assert "not run" in text
