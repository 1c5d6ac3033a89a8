"""Days, zones, clock times, and what daylight saving does to them."""

import re
import zoneinfo
from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from rapidfuzz import fuzz, process

DAY_BEGINS = time(4)
"""A night owl's answer at 1 a.m. still belongs to the day before."""

_AREAS = (
    "Africa America Antarctica Arctic Asia Atlantic Australia Europe Indian Pacific".split()  # noqa: SIM905 # read aloud
)
_CLOCK = re.compile(
    r"(?:at |[àa]s? |a las? |um |в )?(\d{1,2})(?:\s*(?:[:.h]|uhr)\s*(\d{2})|(\d{2})|\s*h(?:eures?|oras?)?"
    r"|\s*o.?clock|\s*ч(?:ас|аса|асов)?)?"
    r"\s*(?:uhr|([ap])\.?m\.?)?"
)
_NAMED_CLOCKS = {
    **dict.fromkeys(("noon", "midday", "midi", "mittag", "mittags", "mediodía", "mediodia"), "12:00"),
    **dict.fromkeys(("meio-dia", "полдень"), "12:00"),
    **dict.fromkeys(("midnight", "minuit", "mitternacht", "medianoche", "meia-noite", "полночь"), "00:00"),
}


@cache
def zone_names() -> dict[str, str]:
    """Every zone that one may choose: its name folded for searching, and as IANA writes it."""
    # Only names of this list ever reach ZoneInfo: it would open any file below its folder.
    names = [name for name in zoneinfo.available_timezones() if name.split("/")[0] in _AREAS and "/" in name]
    return {name.casefold(): name for name in sorted([*names, "UTC"])}


def find_zone(text: str, cities: Mapping[str, str] | None = None) -> str | None:
    """The zone that is meant by its name or by its city alone, in any case and with blanks for underscores, or None.

    `cities` are further names, folded for searching, with their zones.
    """
    wanted = text.strip().casefold().replace(" ", "_")
    if found := zone_names().get(wanted):
        return found
    named = [name for name in zone_names().values() if name.rsplit("/", 1)[-1].casefold() == wanted]
    if len(named) == 1:
        return named[0]
    return zone_names().get((cities or {}).get(text.strip().casefold(), "").casefold())


def nearest_zones(text: str, cities: Mapping[str, str] | None = None, number: int = 3) -> list[str]:
    """The zones whose name or city is most like the text, best first; a city that is named exactly stands alone."""
    wanted = text.strip().casefold().replace(" ", "_")[:64]
    named = [(name.rsplit("/", 1)[-1].casefold(), name) for name in zone_names().values()]
    if exact := [name for city, name in named if city == wanted]:
        return exact[:number]
    named += [(city.replace(" ", "_"), zone) for city, zone in (cities or {}).items() if zone in zone_names().values()]
    found = process.extract(wanted, [city for city, _ in named], scorer=fuzz.ratio, limit=None, score_cutoff=70)
    return list(dict.fromkeys(named[at][1] for _, _, at in found))[:number]


def parse_clock(text: str) -> str | None:
    """A time of day as people write it ("9:30", "0930", "9 pm", "21h30") as "HH:MM", or None."""
    folded = text.strip().casefold()
    if named := _NAMED_CLOCKS.get(folded):
        return named
    match = _CLOCK.fullmatch(folded)
    if match is None:
        return None
    hour, minute = int(match[1]), int(match[2] or match[3] or 0)
    if half := match[4]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None


def study_day(moment: datetime, zone: ZoneInfo) -> date:
    """The day to which something done at this moment counts; it ends at 04:00."""
    local = moment.astimezone(zone)
    return local.date() if local.time() >= DAY_BEGINS else local.date() - timedelta(days=1)


def instant(day: date, at: time, zone: ZoneInfo) -> datetime | None:
    """When it is this time on this day, in UTC.

    Of a time that comes twice, the first; for one that is skipped, the first moment after the gap, even where that is
    midnight (Nuuk, 2026-03-28); None for a day that the zone left out altogether (Apia, 2011-12-30).
    """
    local = datetime.combine(day, at, zone)
    found = local.astimezone(UTC)
    if found.astimezone(zone).replace(tzinfo=None) != local.replace(tzinfo=None):
        # In a gap, fold=1 reads the clock of after the gap and so falls before it, fold=0 the other way round.
        before, after = local.replace(fold=1).astimezone(UTC), found
        offset = after.astimezone(zone).utcoffset()
        while after - before > timedelta(seconds=1):
            middle = before + (after - before) / 2
            if middle.astimezone(zone).utcoffset() == offset:
                after = middle
            else:
                before = middle
        found = after.replace(microsecond=0)
        if (found - timedelta(seconds=1)).astimezone(zone).date() < day < found.astimezone(zone).date():
            return None
    return found


def next_due(at: str, zone: ZoneInfo, after: datetime, last: date | None = None) -> datetime:
    """The first time after `after` that it is `at` ("HH:MM") in the zone, on a day later than `last`."""
    clock = time.fromisoformat(at)
    day = after.astimezone(zone).date() - timedelta(days=1)
    if last is not None:
        day = max(day, last + timedelta(days=1))
    while True:
        due = instant(day, clock, zone)
        if due is not None and due > after:
            return due
        day += timedelta(days=1)


def latest_due(at: str, zone: ZoneInfo, now: datetime) -> datetime:
    """The last time, not after `now`, that it was `at` ("HH:MM") in the zone."""
    return latest_day(at, zone, now)[1]


def latest_day(at: str, zone: ZoneInfo, now: datetime) -> tuple[date, datetime]:
    """The day whose time `at` came last, and when that was: the moment itself may lie on the day after."""
    clock = time.fromisoformat(at)
    day = now.astimezone(zone).date() + timedelta(days=1)
    while True:
        due = instant(day, clock, zone)
        if due is not None and due <= now:
            return day, due
        day -= timedelta(days=1)


def quiet_until(quiet: str, zone: ZoneInfo, now: datetime) -> datetime | None:
    """When the quiet hours ("22:00-08:00") end in which `now` lies; None outside them, or when there are none."""
    if not quiet:
        return None
    begins, _, ends = quiet.partition("-")
    begun, end = latest_due(begins, zone, now), next_due(ends, zone, now)
    return end if latest_due(ends, zone, now) < begun else None


def skipped_soon(at: str, zone: ZoneInfo, now: datetime, days: int = 10) -> tuple[date, time] | None:
    """The next day, within so many, on which that time does not exist, and the time that takes its place."""
    clock = time.fromisoformat(at)
    today = now.astimezone(zone).date()
    for day in (today + timedelta(days=ahead) for ahead in range(days)):
        due = instant(day, clock, zone)
        if due is not None and due > now and due.astimezone(zone).time() != clock:
            return day, due.astimezone(zone).time()
    return None


def day_start(day: date, zone: ZoneInfo) -> datetime:
    """When the study day begins."""
    return instant(day, DAY_BEGINS, zone) or datetime.combine(day, DAY_BEGINS, UTC)
