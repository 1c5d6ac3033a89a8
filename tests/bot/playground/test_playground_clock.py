"""The clock that can be moved."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.playground import MovableClock, World

START = datetime(2026, 3, 28, 22, 30, tzinfo=UTC)


def test_with_a_start_time_stands_still_until_it_is_moved() -> None:
    clock = MovableClock(START)
    assert clock.now() == clock.now() == START
    clock.advance(timedelta(hours=1))
    assert clock.now() == START + timedelta(hours=1)


def test_without_a_start_it_is_real_time_plus_what_was_added() -> None:
    clock = MovableClock()
    clock.advance(timedelta(days=7))
    ahead = clock.now() - datetime.now(UTC)
    assert timedelta(days=6, hours=23) < ahead <= timedelta(days=7)


def test_it_goes_back_only_when_that_is_asked_for() -> None:
    clock = MovableClock(START)
    with pytest.raises(ValueError, match="backwards"):
        clock.move_to(START - timedelta(seconds=1))
    with pytest.raises(ValueError, match="forward"):
        clock.advance(timedelta(seconds=-1))
    clock.move_to(START - timedelta(days=1), backwards=True)
    assert clock.now() == START - timedelta(days=1)


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        MovableClock(datetime(2026, 1, 1))  # noqa: DTZ001  # the naive time is the point


def test_who_listens_hears_of_every_move() -> None:
    clock = MovableClock(START)
    heard: list[datetime] = []
    clock.on_move(heard.append)
    clock.advance(timedelta(hours=1))
    clock.move_to(START + timedelta(days=1))
    assert heard == [START + timedelta(hours=1), START + timedelta(days=1)]


def test_tomorrow_morning_is_the_zones_own() -> None:
    """It is still the 28th in London and the 29th in Tokyo; in Paris summer time begins that night."""
    clock = MovableClock(START)
    assert clock.next_morning(ZoneInfo("Europe/London")) == datetime(2026, 3, 29, 8, 0, tzinfo=UTC)
    assert clock.next_morning(ZoneInfo("Europe/Paris")) == datetime(2026, 3, 29, 7, 0, tzinfo=UTC)
    assert clock.next_morning(ZoneInfo("Asia/Tokyo")) == datetime(2026, 3, 30, 0, 0, tzinfo=UTC)


async def test_a_move_is_something_new_in_the_world() -> None:
    world = World(MovableClock(START))
    before = world.version
    world.clock.advance(timedelta(hours=1))
    assert await world.changed(since=before) > before
