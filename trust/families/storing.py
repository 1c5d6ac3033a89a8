"""The database is locked, full, read-only, damaged, restarted, away, or cut off in the middle of a commit."""

import asyncio
import contextlib
import os
import resource
import shutil
import sqlite3
import time
from collections.abc import AsyncIterator

import asyncpg

from storage.check import check
from storage.database import Database
from trust.families.kills import count_answers
from trust.process import run
from trust.pushes import count_pushes, everybody_asked, subscribe
from trust.rig import Rig


@contextlib.asynccontextmanager
async def _answering(rig: Rig, number: int) -> AsyncIterator[None]:
    """These answer while something goes wrong; afterwards every answer is judged once."""
    people = rig.people(number)
    await rig.up()
    await rig.ask(people)

    async def stream() -> None:
        for person in people:
            person.send(person.chat, "mars")
            await asyncio.sleep(0.05)

    task = asyncio.create_task(stream())
    yield
    await task
    at = time.monotonic()
    await rig.until(lambda: all(rig.verdicts(person.chat) for person in people), "answers are not judged")
    rig.outcome.note(f"all {number} judged {time.monotonic() - at:.1f} s after it was over")
    await rig.settled()
    await count_answers(rig, people, 1)
    told = [text for person in people for text in rig.said(person.chat, "went wrong")]
    rig.outcome.expect(not told, f"{len(told)} people were told of an error")


async def locked_by_another_program(rig: Rig) -> None:
    """F19: one that writes, and one that reads for long, so that the log of changes grows."""
    await rig.up()
    file = rig.folder / "dailydeck.db"
    reader = sqlite3.connect(file)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM learners").fetchone()
    async with _answering(rig, rig.pick(8, 60)):
        writer = sqlite3.connect(file, isolation_level=None, timeout=30, check_same_thread=False)
        await asyncio.to_thread(writer.execute, "BEGIN IMMEDIATE")
        await asyncio.sleep(rig.pick(2, 20))
        writer.execute("ROLLBACK")
        writer.close()
    rig.outcome.note(f"the log of changes grew to {(rig.folder / 'dailydeck.db-wal').stat().st_size // 1024} KB")
    reader.close()


async def no_room_on_the_disk(rig: Rig) -> None:
    """F20: nothing is confirmed to Telegram that cannot be kept; when there is room again, it goes on by itself."""
    await rig.up()
    await rig.settled()
    pid = rig.bot.pid
    async with _answering(rig, rig.pick(6, 40)):
        size = max(file.stat().st_size for file in rig.folder.glob("dailydeck.db*"))
        wal = (rig.folder / "dailydeck.db-wal").stat().st_size
        hard = resource.prlimit(pid, resource.RLIMIT_FSIZE)[1]
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (min(size, wal), hard))
        await asyncio.sleep(rig.pick(3, 15))
        waiting = len(rig.world.updates.pending)
        rig.outcome.expect(rig.bot.is_running, "it ended because the disk was full")
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (hard, hard))
    rig.outcome.note(f"{waiting} updates were left with Telegram while there was no room")


async def a_database_that_cannot_be_written(rig: Rig) -> None:
    """F21: it does not start, and says which file."""
    await rig.bot.kill()
    process = rig.another()
    if os.geteuid() == 0:
        # For the administrator nothing is read-only, but for the right to pass over it.
        if shutil.which("setpriv") is None:
            rig.outcome.note("not tried: it takes setpriv, or another user than root")
            return
        process.before = ("setpriv", "--bounding-set", "-all", "--inh-caps", "-all")
    (rig.folder / "dailydeck.db").chmod(0o400)
    await process.start()
    code = await process.ended()
    said = "\n".join(process.log)
    rig.outcome.expect(code == 78, f"exit code {code}")
    rig.outcome.expect("cannot be written" in said and "dailydeck.db" in said, f"it does not say why: {said[-200:]}")
    (rig.folder / "dailydeck.db").chmod(0o600)


async def a_damaged_file(rig: Rig) -> None:
    """F22: bits turned over, the end cut off."""
    async with _answering(rig, rig.pick(5, 40)):
        pass
    await rig.stop()
    whole = (rig.folder / "dailydeck.db").read_bytes()
    noticed, tries = 0, rig.pick(8, 100)
    for _ in range(tries):
        bad = bytearray(whole)
        place = rig.dice.randrange(len(bad))
        for offset in range(place, min(place + 64, len(bad))):
            bad[offset] ^= 0xFF
        noticed += await _is_noticed(rig, bytes(bad))
    rig.outcome.note(
        f"64 bytes turned over: noticed {noticed} of {tries} times (the rest lay in unused places or texts)"
    )
    cut = await _is_noticed(rig, whole[: len(whole) // 2])
    rig.outcome.expect(cut, "half a file is taken for a whole one")
    bad_file = rig.folder / "bad.db"
    settings = rig.bot.environment | {"DAILYDECK_DATABASE_URL": f"sqlite:///{bad_file}"}
    bad_file.write_bytes(b"SQLite format 3\x00" + b"\xff" * 8192)
    code, said = await run(["-m", "bot", "run"], rig.folder, settings)
    rig.outcome.expect(code == 78, f"it starts on a ruined file (exit code {code}): {said[-200:]}")


async def _is_noticed(rig: Rig, content: bytes) -> bool:
    file = rig.folder / "copy.db"
    file.write_bytes(content)
    for name in ("copy.db-wal", "copy.db-shm"):
        (rig.folder / name).unlink(missing_ok=True)
    database = Database(f"sqlite:///{file}")
    try:
        return bool(await check(database, rig.world.now()))
    except Exception:  # whatever it raises, it is noticed
        return True
    finally:
        await database.close()


async def postgres_crashes(rig: Rig) -> None:
    """F24: and comes back, under load."""
    for mode in ("immediate", "fast")[: rig.pick(1, 2)]:
        async with _answering(rig, rig.pick(10, 60)):
            await asyncio.sleep(0.2)
            await asyncio.to_thread(rig.databases.postgres.stop, mode)
            await asyncio.to_thread(rig.databases.postgres.start)


async def postgres_away_at_the_push(rig: Rig) -> None:
    """F26: what comes meanwhile stays with Telegram."""
    people = rig.people(rig.pick(8, 60))
    await subscribe(rig, people, 8)
    await rig.start()
    async with _answering(rig, 6):
        await asyncio.sleep(0.5)
        await asyncio.to_thread(rig.databases.postgres.stop, "fast")
        await asyncio.sleep(rig.pick(6, 20))
        waiting = len(rig.world.updates.pending)
        await asyncio.to_thread(rig.databases.postgres.start)
    rig.outcome.note(f"{waiting} updates were left with Telegram")
    await everybody_asked(rig, people)
    await count_pushes(rig, people)


async def connections_break_at_the_commit(rig: Rig) -> None:
    """F25: nobody knows whether it was done."""
    assert rig.postgres is not None
    async with _answering(rig, rig.pick(10, 60)):
        rig.postgres.cut_answers(b"COMMIT", rig.pick(4, 25))
        await asyncio.sleep(0.5)
    rig.outcome.expect(not rig.postgres.cuts_left, f"{rig.postgres.cuts_left} cuts were never made")


async def transactions_in_each_others_way(rig: Rig) -> None:
    """F27: a deadlock; PostgreSQL ends one of the two."""
    await rig.up()
    (ann,) = rig.people(1)
    await rig.ask([ann])
    await rig.settled()
    other = await asyncpg.connect(rig.url)
    try:
        transaction = other.transaction()
        await transaction.start()
        await other.execute("SELECT * FROM learners WHERE id = $1 FOR UPDATE", ann.id)
        await other.execute("SET LOCAL deadlock_timeout = '60s'")
        ann.send(ann.chat, "mars")
        await rig.until(lambda: not rig.world.updates.pending, "the answer is not taken in")
        await asyncio.sleep(0.4)
        await other.execute("SELECT * FROM inbox WHERE state = 'waiting' FOR UPDATE")
        await transaction.rollback()
    finally:
        await other.close()
    await rig.settled()
    rig.outcome.expect(bool(rig.bot.said("deadlock detected")), "there was no deadlock")
    await count_answers(rig, [ann], 1)


async def few_connections(rig: Rig) -> None:
    """F28: two for everybody."""
    await rig.stop()
    rig.set(TRUST_POOL="3")
    people = rig.people(rig.pick(25, 200))
    await rig.start()
    await rig.ask(people)
    for person in people:
        person.send(person.chat, "mars")
    at = time.monotonic()
    await rig.until(lambda: all(rig.verdicts(person.chat) for person in people), "answers are not judged")
    rig.outcome.note(f"{len(people)} answers at once judged within {time.monotonic() - at:.1f} s")
    await rig.settled()
    await count_answers(rig, people, 1)
