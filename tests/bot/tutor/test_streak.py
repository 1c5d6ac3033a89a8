"""Streaks by hand, and what must hold for all of them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.tutor.streak import Streak, streak

TODAY = date(2026, 3, 31)


def days(pattern: str) -> list[date]:
    """The last days, the rightmost being today: x practised, . not."""
    return [TODAY - timedelta(days=len(pattern) - 1 - at) for at, mark in enumerate(pattern) if mark == "x"]


@pytest.mark.parametrize(
    ("pattern", "length", "rest"),
    [
        ("", 0, 0),
        ("x", 1, 0),
        ("x.", 1, 0),
        ("x..", 0, 0),
        ("xxx", 3, 0),
        ("xx.xx", 2, 0),
        ("xxxxxxx", 7, 1),
        ("xxxxxxx.x", 8, 0),
        ("xxxxxxx..x", 1, 0),
        ("xxxxxxxxxxxxxx", 14, 2),
        ("xxxxxxxxxxxxxxxxxxxxx", 21, 2),
        ("xxxxxxxxxxxxxx..x", 15, 0),
        ("xxxxxxxxxxxxxx..", 14, 1),
    ],
)
def test_by_hand(pattern: str, length: int, rest: int) -> None:
    """A rest day is earned every seven days, two at most, and used up by itself."""
    found = streak(days(pattern), TODAY)
    assert (found.length, found.rest) == (length, rest)
    assert found.today is pattern.endswith("x")


def test_the_last_thirty_days() -> None:
    """Counted whatever the streak is."""
    assert streak(days("x" * 40), TODAY).last_30 == 30
    assert streak(days("x." * 20), TODAY).last_30 == 15


@given(st.lists(st.booleans(), max_size=120))
def test_practising_never_hurts(practised: list[bool]) -> None:
    """One more day practised never makes a streak shorter, and none is longer than the days practised."""
    dates = [TODAY - timedelta(days=ago) for ago, did in enumerate(practised) if did]
    before = streak(dates, TODAY)
    assert isinstance(before, Streak)
    assert before.length <= len(dates)
    assert streak([*dates, TODAY], TODAY).length >= before.length
    assert streak([*dates, *dates], TODAY) == before


def test_a_date_whose_question_was_answered_is_not_missed() -> None:
    """A journey west moves answers to the day before; the date is neither counted nor does it cost a rest day."""
    before = streak(days("xx.x"), TODAY)
    assert (before.length, before.rest) == (1, 0)
    journey = TODAY - timedelta(days=1)
    after = streak(days("xx.x"), TODAY, {journey})
    assert (after.length, after.rest) == (3, 0)
    assert streak(days("xxxxxxx.x"), TODAY, {journey}).rest == 1
    assert streak(days("xx.x"), TODAY, {TODAY, journey - timedelta(days=3)}).length == 1
