"""Days, zones and clock times: one push for each date that exists, whatever the clocks do."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.tutor import calendar

ZONES = sorted(set(calendar.zone_names().values()))
moments = st.datetimes(datetime(2024, 1, 1), datetime(2037, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001 # hypothesis adds the zone
clocks = st.times().map(lambda moment: f"{moment:%H:%M}")


@given(st.sampled_from(ZONES), clocks, moments)
def test_the_next_time_is_the_first_one_that_comes(name: str, at: str, now: datetime) -> None:
    """Later than now, within two days, and at that time on the clock, or right after a gap."""
    zone = ZoneInfo(name)
    due = calendar.next_due(at, zone, now)
    assert now < due <= now + timedelta(days=2)
    local = due.astimezone(zone)
    if f"{local:%H:%M}" != at:
        before = (due - timedelta(seconds=1)).astimezone(zone)
        assert before.utcoffset() != local.utcoffset(), "only a change of the clocks may move it"
        assert before.time() < time.fromisoformat(at) or before.date() < local.date()


@given(st.sampled_from(ZONES), clocks, moments)
def test_one_push_for_each_date(name: str, at: str, now: datetime) -> None:
    """Going from one to the next for ten days meets every date once, in order."""
    zone = ZoneInfo(name)
    due = calendar.next_due(at, zone, now)
    dates = [calendar.latest_day(at, zone, due)[0]]
    for _ in range(10):
        due = calendar.next_due(at, zone, due, dates[-1])
        dates.append(calendar.latest_day(at, zone, due)[0])
    assert dates == [dates[0] + timedelta(days=ahead) for ahead in range(11)]


@given(st.sampled_from(ZONES), clocks, moments)
def test_the_latest_time_is_the_one_before_the_next(name: str, at: str, now: datetime) -> None:
    """Nothing lies between them."""
    zone = ZoneInfo(name)
    latest = calendar.latest_due(at, zone, now)
    assert latest <= now < calendar.next_due(at, zone, latest)


@pytest.mark.parametrize(
    ("zone", "day", "at", "due"),
    [
        ("Europe/Paris", date(2026, 3, 29), "02:30", datetime(2026, 3, 29, 1, 0, tzinfo=UTC)),
        ("Europe/Paris", date(2026, 10, 25), "02:30", datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),
        ("Africa/Cairo", date(2026, 4, 24), "00:30", datetime(2026, 4, 23, 22, 0, tzinfo=UTC)),
        ("Australia/Lord_Howe", date(2026, 10, 4), "02:15", datetime(2026, 10, 3, 15, 30, tzinfo=UTC)),
        ("America/Nuuk", date(2026, 3, 28), "23:30", datetime(2026, 3, 29, 1, 0, tzinfo=UTC)),
        ("Pacific/Apia", date(2011, 12, 30), "09:00", None),
        ("Asia/Kathmandu", date(2026, 3, 2), "09:00", datetime(2026, 3, 2, 3, 15, tzinfo=UTC)),
    ],
)
def test_days_on_which_clocks_change(zone: str, day: date, at: str, due: datetime | None) -> None:
    """A gap, an overlap, gaps after and before midnight, one of half an hour, a day left out."""
    assert calendar.instant(day, time.fromisoformat(at), ZoneInfo(zone)) == due


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("9", "09:00"), ("09:00", "09:00"), ("9:05", "09:05"), ("0930", "09:30"), ("930", "09:30"), ("21h30", "21:30"),
        ("9h", "09:00"), ("9 am", "09:00"), ("12am", "00:00"), ("12 PM", "12:00"), ("9:30 p.m.", "21:30"),
        ("21.30", "21:30"), ("٠٩:٠٠", "09:00"), ("24:00", None), ("9:60", None), ("25:61", None), ("13 pm", None),
        ("às 9h", "09:00"), ("às 21h30", "21:30"), ("в 9:00", "09:00"), ("9 часов", "09:00"), ("Полночь", "00:00"),
        ("9 Uhr", "09:00"), ("um 9:30 Uhr", "09:30"), ("9 Uhr 30", "09:30"), ("a las 21:15", "21:15"),
        ("a la 1", "01:00"), ("mittags", "12:00"), ("Mediodía", "12:00"), ("", None), ("noon", "12:00"),
        ("9:5", None), ("-1", None), ("9:00 9:00", None),
    ],
)  # fmt: skip
def test_clock_times_as_people_write_them(text: str, clock: str | None) -> None:
    """Or not at all."""
    assert calendar.parse_clock(text) == clock


@given(st.text(max_size=40))
def test_no_text_breaks_the_clock_or_the_zones(text: str) -> None:
    """Whatever is typed."""
    clock = calendar.parse_clock(text)
    assert clock is None or time.fromisoformat(clock).strftime("%H:%M") == clock
    assert calendar.find_zone(text) in (None, *ZONES)
    assert set(calendar.nearest_zones(text)) <= set(ZONES)


def test_cities_are_found() -> None:
    """The nearest first."""
    assert calendar.nearest_zones("new york")[0] == "America/New_York"
    assert calendar.nearest_zones("Pariss")[0] == "Europe/Paris"
    assert calendar.find_zone("europe/berlin") == "Europe/Berlin"
    assert calendar.find_zone("posixrules") is None


def test_cities_are_found_by_what_they_are_called_elsewhere() -> None:
    """Of the names given with the search, a near one too; never a zone that one may not choose."""
    cities = {"wien": "Europe/Vienna", "mexiko-stadt": "America/Mexico_City", "nirgends": "etc/passwd"}
    assert calendar.find_zone("Wien") is None
    assert calendar.find_zone("Wien", cities) == "Europe/Vienna"
    assert calendar.nearest_zones("Mexiko Stat", cities) == ["America/Mexico_City"]
    assert calendar.find_zone("nirgends", cities) is None
    assert calendar.nearest_zones("nirgend", cities) == []


def test_the_day_ends_at_four() -> None:
    """A night owl's answer belongs to the day before."""
    paris = ZoneInfo("Europe/Paris")
    assert calendar.study_day(datetime(2026, 3, 3, 2, 59, tzinfo=UTC), paris) == date(2026, 3, 2)
    assert calendar.study_day(datetime(2026, 3, 3, 3, 0, tzinfo=UTC), paris) == date(2026, 3, 3)
