"""The card: what was broken, and the figures, worst run and total, ours beside the stock bot's."""

import platform
import sqlite3
import subprocess
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version

from trust.databases import Kind
from trust.faults import NOT_RUN, Fault
from trust.outcome import Figure, Outcome
from trust.process import ROOT

WIDTH = 22


@dataclass(frozen=True)
class Run:
    """One fault put to one bot with one seed."""

    fault: Fault
    kind: Kind
    seed: int
    outcome: Outcome
    seconds: float


def heading(seed: int) -> str:
    """What was tried where: enough to try it again."""
    commit = subprocess.run(  # our own command
        ["git", "describe", "--always", "--dirty"],  # noqa: S607 # whichever git there is
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    ).stdout.strip()
    parts = [f"{name} {version(name)}" for name in ("python-telegram-bot", "sqlalchemy", "aiohttp", "tzdata")]
    return (
        f"Trust card, {datetime.now(UTC):%Y-%m-%d}, commit {commit or 'unknown'}, first seed {seed}\n"
        f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, {', '.join(parts)}; {platform.machine()}"
    )


def card(runs: Sequence[Run], kinds: Sequence[Kind]) -> str:
    """Everything, as text."""
    lines = _figures(runs, kinds)
    lines += ["", *_faults(runs, kinds), ""]
    lines += [f"{fault:5}not run: {why}" for fault, why in NOT_RUN.items()]
    return "\n".join(lines)


def _of(runs: Iterable[Run], kind: Kind) -> list[Outcome]:
    return [run.outcome for run in runs if run.kind is kind]


def _figures(runs: Sequence[Run], kinds: Sequence[Kind]) -> list[str]:
    lines = [f"{'':40}" + "".join(f"{kind:>{WIDTH}}" for kind in kinds)]
    lines.append(f"{'':40}" + f"{'worst run / total':>{WIDTH}}" * len(kinds))
    for figure in Figure:
        cells = []
        for kind in kinds:
            outcomes = _of(runs, kind)
            if figure is Figure.DEAF_SECONDS:
                deaf = max((outcome.deaf_seconds for outcome in outcomes), default=0.0)
                cells.append(f"{deaf:.0f}" if deaf < float("inf") else "for ever")
                continue
            numbers = [outcome.figures[figure] for outcome in outcomes if figure in outcome.figures]
            cells.append(f"{max(numbers)} / {sum(numbers)}" if numbers else "–")
        lines.append(f"{figure.value:40}" + "".join(f"{cell:>{WIDTH}}" for cell in cells))
    return lines


def _faults(runs: Sequence[Run], kinds: Sequence[Kind]) -> list[str]:
    lines = []
    for fault in dict.fromkeys(run.fault for run in runs):
        cells = []
        told = []
        for kind in kinds:
            outcomes = _of((run for run in runs if run.fault is fault), kind)
            held = sum(outcome.held for outcome in outcomes)
            word = "held" if held == len(outcomes) else "broken"
            often = held if held == len(outcomes) else len(outcomes) - held
            cells.append(f"{word} {often}/{len(outcomes)}" if outcomes else "–")
            broken = dict.fromkeys(said for outcome in outcomes for said in outcome.broken)
            told += [f"       {kind}: {said}" for said in list(broken)[:3]]
            told += [f"       {kind}: {said}" for outcome in outcomes[:1] for said in outcome.notes]
        lines.append(f"{fault.id:5}{fault.name:45}" + "".join(f"{cell:>{WIDTH - 4}}" for cell in cells))
        lines += told
    return lines
