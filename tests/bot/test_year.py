"""A learner's year, walked through with the clock of the world: each date has its question once, and never at night."""

from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.tutor.rhythm import SLOW_AFTER
from tests.support.stage import Learner, Stage, staged

NIGHT = (time(22), time(8))


@pytest.fixture
async def stage(sqlite_url: str) -> AsyncIterator[Stage]:
    """Days are the same in every database: one kind is enough here."""
    async with staged(sqlite_url) as stage:
        yield stage


def days(first: date, last: date, step: int = 1) -> list[date]:
    """Every day, or every so many days, from the first to the last."""
    return [first + timedelta(days=number) for number in range(0, (last - first).days + 1, step)]


@dataclass
class Diary:
    """A learner with their zone, and the dates that are to have had a question."""

    stage: Stage
    ann: Learner
    zone: ZoneInfo = field(default_factory=lambda: ZoneInfo("UTC"))
    expected: list[date] = field(default_factory=list)
    read: int = 0

    async def at(self, day: date, clock: time) -> None:
        """It is that time, where the learner is; what has been said until now was not said at night."""
        await self.stage.at(datetime.combine(day, clock, self.zone).astimezone(UTC))
        self.nobody_was_woken()

    def nobody_was_woken(self) -> None:
        """Everything that the bot has said since the last look came by day."""
        said = self.ann.said
        for message in said[self.read :]:
            clock = message.date.astimezone(self.zone).time()
            assert NIGHT[1] <= clock < NIGHT[0], message
        self.read = len(said)

    async def travels(self, city: str) -> None:
        """And says so."""
        await self.ann.sends(f"/timezone {city}")
        self.zone = ZoneInfo(city)
        self.ann.sees_now(f"Time zone: {city}", "Next question: ")

    async def studies(self, on: Iterable[date], clock: time) -> None:
        """On each of these days the question comes at that time, and is answered an hour later."""
        for day in on:
            heard = len(self.ann.said)
            await self.at(day, clock)
            assert len(self.ann.said) == heard + 1, day
            self.ann.sees_now("Your daily question")
            self.stage.world.clock.advance(timedelta(hours=1))
            await self.ann.answers_right()
            self.ann.sees_now("✅ Correct!")
            self.expected.append(day)
        await self.as_expected()

    async def is_silent(self, on: Iterable[date], clock: time, asked: Iterable[date]) -> None:
        """Nothing is answered on these days; on those the question comes all the same."""
        for day in on:
            await self.at(day, clock)
        self.expected += asked
        await self.as_expected()

    async def as_expected(self, slot: int = 0) -> None:
        """Each of the dates had its question once, in order, and no other."""
        async with self.stage.store() as store:
            held = await store.privacy.export(self.ann.person.id)
        ids = [row["id"] for row in held["subscriptions"] if row["slot"] == slot]
        pushed = sorted(
            (row["pushed_at"], row["local_date"]) for row in held["pushes"] if row["subscription_id"] in ids
        )
        assert [local_date for _, local_date in pushed] == [day.isoformat() for day in self.expected]

    async def streak(self) -> str:
        """What /streak says."""
        await self.ann.sends("/streak")
        return self.ann.last.text

    def said(self, words: str) -> int:
        """How many messages hold these words."""
        return sum(words in message.text for message in self.ann.said)


async def test_half_a_year_in_paris(stage: Stage, ann: Learner) -> None:
    """Clocks that go forward, habits that are praised once, a month away, a pause, two hours a day, a bad moment."""
    diary, at = Diary(stage, ann), time(8, 30)
    await ann.sends("/daily 8:30 1")
    await diary.travels("Europe/Paris")

    spring = days(date(2026, 3, 3), date(2026, 4, 1))
    await diary.studies(spring, at)
    assert f"Streak: {len(spring)} days · 30 of the last 30 days." in await diary.streak()
    assert diary.said("7 days in a row. That is a habit") == diary.said("30 days in a row. That is a habit") == 1

    away = days(date(2026, 4, 2), date(2026, 5, 1))
    daily, weekly = away[: SLOW_AFTER + 1], away[SLOW_AFTER + 7 :: 7]
    looks = [*daily, *(day - timedelta(days=ago) for day in weekly for ago in (6, 1, 0)), away[-1]]
    await diary.is_silent(looks, at, [*daily, *weekly])
    assert diary.said("once a week from now on") == 1
    await stage.time_passes(hours=2)
    await ann.answers_right()
    ann.sees_now("Good to have you back! Daily questions come every day again.", "Day 1 of your streak")
    await diary.studies(days(date(2026, 5, 2), date(2026, 5, 8)), at)
    assert diary.said("7 days in a row. That is a habit") == 1, "it was told in March"

    await ann.sends("/daily")
    await ann.taps("Pause")
    await ann.taps("2 weeks")
    ann.sees_now("Paused until Friday 22 May")
    await diary.is_silent([date(2026, 5, 9), date(2026, 5, 21)], at, [])
    await diary.studies(days(date(2026, 5, 22), date(2026, 5, 24)), at)

    await ann.sends("/daily")
    await ann.taps("Second hour")
    await ann.taps("20:00")
    ann.sees_now("1 question every day at 08:30 and 20:00", "Next question: today, 20:00")
    evenings = Diary(stage, ann, diary.zone, read=len(ann.said))
    for day in days(date(2026, 5, 24), date(2026, 5, 25)):
        await evenings.at(day, time(20))
        await ann.answers_right()
        evenings.expected.append(day)
        await diary.studies([day + timedelta(days=1)], at)
    await evenings.as_expected(slot=1)
    await ann.sends("/daily")
    await ann.taps("Second hour")
    await ann.taps("No second hour")

    await diary.at(date(2026, 5, 27), at)
    diary.expected.append(date(2026, 5, 27))
    await ann.taps("Later")
    await ann.taps("This evening")
    await diary.at(date(2026, 5, 27), time(18, 59))
    heard = len(ann.said)
    await diary.at(date(2026, 5, 27), time(19))
    assert len(ann.said) == heard + 1
    await ann.answers_right()
    await diary.at(date(2026, 5, 27), time(23))
    await diary.studies([date(2026, 5, 28)], at)


async def test_from_tokyo_to_los_angeles_and_back(stage: Stage, ann: Learner) -> None:
    """No date twice, though the clock shows it twice, and the streak does not suffer from it."""
    diary, at = Diary(stage, ann), time(9)
    await ann.sends("/daily 9:00 1")
    await diary.travels("Asia/Tokyo")
    await diary.studies(days(date(2026, 3, 3), date(2026, 3, 11)), at)

    await diary.at(date(2026, 3, 11), time(12))
    await diary.travels("America/Los_Angeles")
    assert stage.world.now().astimezone(diary.zone).date() == date(2026, 3, 10)
    await diary.is_silent([date(2026, 3, 10), date(2026, 3, 11)], time(20), [])
    assert "Tue 10 Mar: 1 answer" in await diary.streak()
    await diary.studies(days(date(2026, 3, 12), date(2026, 3, 15)), at)
    told = await diary.streak()
    assert "Streak: 13 days" in told
    assert "Wed 11 Mar: its question was answered" in told
    assert "You have 1 rest day in hand" in told

    await diary.at(date(2026, 3, 15), time(13))
    await diary.travels("Asia/Tokyo")
    assert stage.world.now().astimezone(diary.zone).date() == date(2026, 3, 16)
    diary.read = len(ann.said)
    await diary.studies(days(date(2026, 3, 16), date(2026, 3, 18)), at)
    assert "Streak: 16 days" in await diary.streak()


async def test_when_the_clocks_go_back(stage: Stage, ann: Learner) -> None:
    """The summer off, with nothing to catch up on; then nine is nine, before and after the night with an hour more."""
    await stage.at(datetime(2026, 6, 20, 12, 30, tzinfo=UTC))
    diary = Diary(stage, ann)
    await ann.sends("/daily 9:00 1")
    await diary.travels("America/New_York")
    await diary.studies(days(date(2026, 6, 20), date(2026, 6, 21)), time(9))
    await ann.sends("/daily off")
    await diary.is_silent([date(2026, 7, 20), date(2026, 8, 31), date(2026, 10, 29)], time(9), [])
    await ann.sends("/daily 9:00")
    ann.sees_now("1 question every day at 09:00", "Starting tomorrow, 09:00")
    await diary.studies(days(date(2026, 10, 30), date(2026, 11, 3)), time(9))
    async with stage.store() as store:
        held = await store.privacy.export(ann.person.id)
    moments = sorted(row["pushed_at"] for row in held["pushes"])[-4:]
    assert [moment[5:16] for moment in moments] == ["10-31T13:00", "11-01T14:00", "11-02T14:00", "11-03T14:00"]
