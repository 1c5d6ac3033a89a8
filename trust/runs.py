"""Puts faults to bots, some at a time, and gathers what came of it."""

import asyncio
import time
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path

from trust.card import Run
from trust.databases import Databases, Kind
from trust.faults import Fault
from trust.outcome import Outcome
from trust.rig import rigged


async def one(fault: Fault, kind: Kind, seed: int, databases: Databases, folder: Path, *, short: bool) -> Outcome:
    """One fault, one bot, one seed; a mistake in the rig counts as broken, too."""
    place = folder / f"{fault.id}-{kind.name.lower()}-{seed}"
    place.mkdir()
    outcome = Outcome()
    try:
        async with rigged(kind, seed, databases, place, short=short, proxied=fault.proxied) as rig:
            outcome = rig.outcome
            await fault.run(rig)
    except Exception as error:
        (place / "rig.log").write_text(traceback.format_exc())
        outcome.expect(False, f"the run itself failed: {error!r}")
    return outcome


async def every(
    faults: Sequence[Fault],
    kinds: Sequence[Kind],
    databases: Databases,
    folder: Path,
    *,
    first_seed: int,
    seeds: int | None,
    short: bool,
    at_once: int,
    tell: Callable[[Run], None],
) -> list[Run]:
    """Everything; `seeds` is how often those faults are put that have many, `tell` hears of each run."""
    runs: list[Run] = []
    gate = asyncio.Semaphore(at_once)

    async def put(fault: Fault, kind: Kind, seed: int) -> None:
        async with gate:
            start = time.monotonic()
            outcome = await one(fault, kind, seed, databases, folder, short=short)
            run = Run(fault, kind, seed, outcome, time.monotonic() - start)
        runs.append(run)
        tell(run)

    plan = [
        (fault, kind, first_seed + more)
        for fault in faults
        if not (short and fault.long_only)
        for kind in kinds
        if kind in fault.kinds
        for more in range(_times(fault, kind, seeds, short=short))
    ]
    await asyncio.gather(*(put(*each) for each in plan if not each[0].alone))
    for each in plan:
        if each[0].alone:
            await put(*each)
    order = {fault.id: place for place, fault in enumerate(faults)}
    return sorted(runs, key=lambda run: (order[run.fault.id], list(Kind).index(run.kind), run.seed))


def _times(fault: Fault, kind: Kind, seeds: int | None, *, short: bool) -> int:
    if fault.seeds == 1 or short:
        return 1
    often = seeds or fault.seeds
    return max(1, often // 4) if kind is Kind.STOCK else often
