"""Looking after what is stored while things go wrong: upgrades, backups, moves; and what stands in logs."""

import asyncio
import os
from pathlib import Path

from storage import revisions
from storage.check import check
from storage.database import Database
from trust.databases import Kind
from trust.launch import STATEMENT
from trust.outcome import Figure
from trust.process import Process, run
from trust.rig import SECRETS, Rig

UPDATES = 40
OLDEST_KEPT = "INSERT INTO inbox (update_id, state, body, received_at) VALUES ({number}, 'done', '{{}}', '{now}')"


async def _dailydeck(rig: Rig, *arguments: str, **settings: str) -> tuple[int, str]:
    """One of our commands, with the settings of the bot."""
    return await run(["-m", "bot", *arguments], rig.folder, rig.bot.environment | settings, 120)


async def upgrade_cut_off(rig: Rig) -> None:
    """F36: killed at some statement of it, again and again; then the newest code meets a database newer still."""
    url = f"sqlite:///{rig.folder}/old.db" if rig.kind is Kind.SQLITE else await rig.databases.empty_postgres()
    oldest, newest = revisions.revisions()[0], revisions.revisions()[-1]
    database = Database(url)
    try:
        await database.migrate(oldest)
        async with database.connection() as connection:
            for number in range(1, UPDATES + 1):
                await connection.exec_driver_sql(OLDEST_KEPT.format(number=number, now="2026-03-02 09:00:00+00"))
        settings = {"DAILYDECK_DATABASE_URL": url}
        cut = 0
        for _ in range(rig.pick(2, 12)):
            step = f"{STATEMENT}:{rig.dice.randint(3, 90)}"
            environment = rig.bot.environment | settings | {"TRUST_DIE_AT": step}
            code, _ = await run(["-m", "trust.launch", "migrate"], rig.folder, environment)
            cut += code != 0
            at = await database.revision()
            rig.outcome.expect(at in (oldest, newest), f"left at revision {at}, half-way")
            if at == newest:
                break
        rig.outcome.count(Figure.KILLS, cut)
        code, said = await _dailydeck(rig, "migrate", **settings)
        rig.outcome.expect(code == 0, f"the upgrade does not come to an end afterwards: {said}")
        async with database.connection() as connection:
            left = (await connection.exec_driver_sql("SELECT count(*) FROM inbox")).scalar()
        rig.outcome.expect(left == UPDATES, f"{left} of {UPDATES} rows are left")
        rig.outcome.expect(await check(database, rig.world.now()) == [], "the upgraded database is not consistent")
        if rig.kind is Kind.SQLITE:
            copies = list(rig.folder.glob("old.db.*.backup"))
            rig.outcome.expect(len(copies) == 1, f"{len(copies)} copies from before the upgrade")
        async with database.connection() as connection:
            await connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
        code, said = await _dailydeck(rig, "run", **settings)
        rig.outcome.expect(code == 78 and "newer version" in said, f"a newer database is not refused: {code} {said}")
    finally:
        await database.close()


async def backup_while_it_writes(rig: Rig) -> None:
    """F37: it holds all that was confirmed before it began, and comes back without a difference."""
    people = rig.people(rig.pick(12, 80))
    await rig.up()
    await rig.ask(people)

    async def stream() -> None:
        for person in people:
            person.send(person.chat, "mars")
            await asyncio.sleep(0.1)

    answers = asyncio.create_task(stream())
    await rig.until(lambda: any(rig.verdicts(person.chat) for person in people), "nothing is judged")
    confirmed = [person.id for person in people if rig.verdicts(person.chat)]
    code, said = await _dailydeck(rig, "backup", str(rig.folder / "backup.db"))
    rig.outcome.expect(code == 0, f"the backup fails: {said}")
    await answers
    await rig.settled()
    restored = {"DAILYDECK_DATABASE_URL": f"sqlite:///{rig.folder}/restored.db"}
    code, said = await _dailydeck(rig, "restore", str(rig.folder / "backup.db"), **restored)
    rig.outcome.expect(code == 0, f"it cannot be restored: {said}")
    code, said = await _dailydeck(rig, "check", **restored)
    rig.outcome.expect(code == 0, f"what was restored is not consistent: {said}")
    ids = ", ".join(map(str, confirmed))
    kept = await _count(restored["DAILYDECK_DATABASE_URL"], f"answers WHERE learner_id IN ({ids})")
    rig.outcome.count(Figure.CONFIRMED_LOST, len(confirmed) - kept)
    rig.outcome.expect(kept == len(confirmed), f"{kept} of {len(confirmed)} answers confirmed before are in it")


async def _count(url: str, which: str) -> int:
    database = Database(url)
    try:
        async with database.connection() as connection:
            return int((await connection.exec_driver_sql(f"SELECT count(*) FROM {which}")).scalar() or 0)  # noqa: S608 # words of ours
    finally:
        await database.close()


async def moved_to_the_other_kind(rig: Rig) -> None:
    """F38: with questions open, which are answered there."""
    people = rig.people(rig.pick(4, 40))
    await rig.up()
    await rig.ask(people)
    await rig.settled()
    for person in people[::2]:
        await rig.wait_for_reply(person, "mars")
    await rig.settled()
    await rig.stop()
    to_sqlite = rig.kind is Kind.POSTGRESQL
    url = f"sqlite:///{rig.folder}/moved.db" if to_sqlite else await rig.databases.empty_postgres()
    code, said = await _dailydeck(rig, "move", url)
    rig.outcome.expect(code == 0 and " 0 differences" in said, f"the move fails: {said[-300:]}")
    rig.url = url
    rig.set()
    await rig.start()
    for person in people[1::2]:
        await rig.wait_for_reply(person, "mars")
    await rig.settled()
    judged = sum(rig.verdicts(person.chat) == 1 for person in people)
    rig.outcome.expect(judged == len(people), f"{judged} of {len(people)} were judged once")


async def secrets_are_looked_for(rig: Rig) -> None:
    """F42: with everything in the log, while all goes wrong, and in what other users of the machine can see."""
    await rig.stop()
    rig.set(DAILYDECK_LOG_LEVEL="DEBUG", DAILYDECK_LOG=rig.dice.choice(["text", "json"]))
    await rig.start()
    people = rig.people(4)
    faults = rig.world.faults
    faults.fail("sendMessage", 404, "Not Found")
    faults.fail("sendMessage", 400, "Bad Request: can't parse entities")
    faults.drop("sendMessage", delivered=True)
    faults.rubbish("sendMessage")
    faults.fail("getUpdates", 401, "Unauthorized")
    for person in people:
        person.send(person.chat, f"/about {rig.world.token}")
    seen = Path(f"/proc/{rig.bot.pid}/cmdline").read_text() if Path("/proc").is_dir() else ""
    rig.outcome.expect(not any(secret in seen for secret in SECRETS), "a secret stands in the list of processes")
    await rig.until(lambda: not faults, "not everything went wrong that was to", 60)
    await rig.settled()
    await rig.stop()
    for settings in (
        {"DAILYDECK_TOKEN": f"{rig.world.token} "},
        {"DAILYDECK_TOKEN": rig.world.token, "DAILYDECK_DATABASE_URL": f"postgresql://me:{SECRETS[1]}@127.0.0.1:1/x"},
        {"DAILYDECK_DATABASE_URL": f"mysql://me:{SECRETS[1]}@127.0.0.1/x"},
    ):
        wrong = Process(["-m", "bot", "run"], rig.folder, rig.bot.environment | settings)
        await wrong.start()
        await wrong.ended(5)
        rig.bot.log += wrong.log
    rig.outcome.note(f"looked through {len(rig.bot.log)} lines of a log with everything in it, and {os.sep}proc")
