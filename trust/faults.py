"""The table of faults: what each is called, what runs it, and on what."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from trust.databases import Kind
from trust.families import kills, sending
from trust.rig import Rig

ALL = (Kind.SQLITE, Kind.POSTGRESQL, Kind.STOCK)
OURS = (Kind.SQLITE, Kind.POSTGRESQL)
SQLITE = (Kind.SQLITE,)
POSTGRESQL = (Kind.POSTGRESQL,)
MANY = 20


@dataclass(frozen=True)
class Fault:
    """One row. `seeds` in the long form; `alone`: nothing else may run meanwhile; `proxied`: the database as well."""

    id: str
    name: str
    run: Callable[[Rig], Awaitable[None]]
    kinds: tuple[Kind, ...] = OURS
    seeds: int = 1
    alone: bool = False
    proxied: bool = False
    long_only: bool = False


FAULTS = (
    Fault("F1", "kill -9 while answers stream in", kills.killed_while_answers_stream, ALL, MANY),
    Fault("F3", "kill -9 during the daily push", kills.killed_during_the_push, ALL, MANY),
    Fault("F6", "messages arrive, Telegram's answers do not", sending.answers_of_telegram_are_lost, ALL, MANY),
)

NOT_RUN = {
    "F23": "power loss needs a block device that drops writes; kill -9 does not take the page cache away",
    "F35": "72 hours of traffic are for a machine of its own",
}
"""What cannot be done here, and why."""
