"""The table of faults: what each is called, what runs it, and on what."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from trust.databases import Kind
from trust.families import answering, inputs, keeping, kills, network, sending, storing, zones
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
    Fault("F2", "kill -9 at each step of an answer", kills.killed_at_each_step),
    Fault("F3", "kill -9 during the daily push", kills.killed_during_the_push, ALL, MANY),
    Fault("F4", "SIGTERM under load, and started again", kills.told_to_stop_under_load, ALL),
    Fault("F5", "two processes with one token", kills.two_at_a_time),
    Fault("F6", "messages arrive, Telegram's answers do not", sending.answers_of_telegram_are_lost, ALL, MANY),
    Fault("F7", "Telegram away for the hour of the push", network.unreachable_when_the_push_is_due),
    Fault("F8", "Telegram away for 26 hours", network.unreachable_for_more_than_a_day),
    Fault("F9", "429 in one chat", sending.one_chat_must_pause, alone=True),
    Fault("F10", "429 everywhere, also for getUpdates", sending.everybody_must_pause),
    Fault("F11", "30 % have blocked the bot", sending.many_have_blocked_the_bot),
    Fault("F12", "groups become supergroups during a push", sending.groups_move_during_the_push),
    Fault("F13", "404 and 401 once on getUpdates", network.an_odd_answer_to_polling, ALL),
    Fault("F14", "the polling connection hangs", network.the_polling_connection_hangs, ALL, long_only=True),
    Fault("F15", "frozen when the push is due", kills.stopped_like_a_frozen_machine, ALL, alone=True),
    Fault("F16", "clocks change, every zone until 2037", zones.clocks_change, SQLITE),
    Fault("F17", "people move between zones around the push", zones.people_move),
    Fault("F18", "the clock jumps back an hour, on a day", network.the_clock_jumps),
    Fault("F19", "SQLite locked by another program", storing.locked_by_another_program, SQLITE),
    Fault("F20", "no room on the disk", storing.no_room_on_the_disk, SQLITE),
    Fault("F21", "a database that cannot be written", storing.a_database_that_cannot_be_written, SQLITE),
    Fault("F22", "a damaged file", storing.a_damaged_file, SQLITE),
    Fault("F24", "PostgreSQL crashes under load", storing.postgres_crashes, POSTGRESQL, alone=True),
    Fault(
        "F25",
        "connections break at the commit",
        storing.connections_break_at_the_commit,
        POSTGRESQL,
        proxied=True,
    ),
    Fault(
        "F26",
        "PostgreSQL away when the push is due",
        storing.postgres_away_at_the_push,
        POSTGRESQL,
        alone=True,
    ),
    Fault("F27", "a deadlock", storing.transactions_in_each_others_way, POSTGRESQL),
    Fault("F28", "three connections for everybody", storing.few_connections, POSTGRESQL),
    Fault("F29", "the same answer 200 times at once", answering.answered_two_hundred_times),
    Fault("F30", "updates again, out of order, ids from below", answering.the_same_update_again),
    Fault("F31", "answered, edited, deleted, answered again", answering.the_first_answer_counts),
    Fault("F32", "updates that always fail", answering.poison),
    Fault("F33", "one writes a thousand messages", answering.a_flood, alone=True),
    Fault("F34", "answers that cost much to judge", answering.answers_that_cost_much, alone=True),
    Fault("F36", "an upgrade is cut off; a newer database", keeping.upgrade_cut_off),
    Fault("F37", "a backup while it writes, and back", keeping.backup_while_it_writes),
    Fault("F38", "moved to the other kind of database", keeping.moved_to_the_other_kind),
    Fault("F39", "a deck changes between question and answer", answering.the_deck_changes_meanwhile, SQLITE),
    Fault("F40", "/forget during a push, and kill -9", answering.forgotten),
    Fault("F41", "dies soon after each start", kills.dies_soon_after_each_start, ALL),
    Fault("F42", "secrets are looked for in logs", keeping.secrets_are_looked_for),
    Fault("bad", "the table of bad inputs", inputs.bad_inputs),
)

NOT_RUN = {
    "F23": "power loss needs a block device that drops writes; kill -9 does not take the page cache away",
    "F35": "72 hours of traffic are for a machine of its own",
}
"""What cannot be done here, and why."""
