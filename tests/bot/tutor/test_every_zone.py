"""Every zone, and every change of its clocks from 2024 to 2037."""

from bot.tutor import calendar
from trust.families.zones import alike, sparing, transitions, violations


def test_one_push_for_each_date_whatever_the_clocks_do() -> None:
    """At a gap the first moment after it, at an overlap the first of the two, also when the bot is late."""
    assert len(calendar.zone_names()) > 400
    assert len(transitions("Europe/Paris")) == len(transitions("America/New_York")) == 28
    quarters, walks = sparing(), 0
    for name in alike():
        tried, wrong = violations(name, quarters)
        assert not wrong, wrong[:5]
        walks += tried
    assert walks > 5_000
