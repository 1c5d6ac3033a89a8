"""/doctor: why the bot may be deaf or dumb in a group, each finding with the one thing to do."""

from collections.abc import Sequence

from bot.conversation.screen import Output, Say, Screen
from bot.conversation.turn import GroupFacts, Sorry, Turn
from bot.conversation.words import Words


async def doctor(turn: Turn) -> Sequence[Output]:
    """/doctor in a group."""
    if turn.facts is None:
        raise Sorry("doctor-blind")
    return [Say(doctor_screen(turn.words, turn.facts))]


def doctor_screen(words: Words, facts: GroupFacts) -> Screen:
    """All is fine in one line; otherwise what is not."""
    found = findings(words, facts)
    if not found:
        return Screen(words("doctor-fine") + "\n\n" + words("doctor-hears-all"))
    return Screen("\n\n".join([words("doctor-head"), *found]))


def findings(words: Words, facts: GroupFacts) -> list[str]:
    """What stands in the way, worst first."""
    found: list[str] = []
    if not facts.may_write:
        found.append(words("doctor-cannot-write"))
    if not (facts.reads_all or facts.leads):
        found.append(words("doctor-privacy"))
    if facts.slow_seconds:
        found.append(words("doctor-slow", seconds=facts.slow_seconds))
    if facts.is_forum and not facts.leads:
        found.append(words("doctor-forum"))
    return found
