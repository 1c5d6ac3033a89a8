"""Plain text, for screen readers: every screen in words, with no sign that is only there for the eye."""

import re
from datetime import timedelta

from bot.conversation.aloud import SIGNS
from tests.support.stage import WRONG, Learner, Stage

MARK = re.compile("^[✅🟡❌] ")


def reads_well(text: str) -> None:
    """Nothing for the eye alone; a verdict's mark may stand first, where words follow it."""
    said = MARK.sub("", text)
    assert not SIGNS.search(said), text
    assert "·" not in said, text


def everything_reads_well(somebody: Learner, *, since: int) -> None:
    """All that the bot has said to them since, buttons and notes over the chat too."""
    for message in somebody.said[since:]:
        reads_well(message.text)
        assert message.attachment is None or message.attachment.kind != "photo"
        for label in message.buttons:
            reads_well(label)
    for tap in somebody.person.taps:
        reads_well(tap.text or "")


async def test_every_screen_in_words(stage: Stage, ann: Learner) -> None:
    """A learner's screens, one after the other, with what each says instead of its signs."""
    bo = stage.learner(stage.world.people[1])
    await bo.sends("/quiz planets 1")
    await bo.answers_right()
    await ann.sends("/settings")
    await ann.taps("Plain text")
    since = len(ann.said) - 1
    tap = await ann.taps("on")
    assert tap.text == "Plain text: on"
    ann.sees_now("on, chosen", "Settings")

    await ann.sends("/start")
    await ann.sends("/quiz rocks 1")
    await ann.taps("Hint")
    ann.sees_now("Hint: There are 4 things to name")
    await ann.sends("earth and mars")
    ann.sees_now("^🟡 Partly right [1-9] points?\n", "Right: Earth, Mars\nMissing: Mercury, Venus")
    await ann.sends("/quiz moon 2")
    await ann.sends(WRONG)
    ann.sees_now("^❌ Not yet\n")
    await ann.sends("/quiz earth 1")
    await ann.taps("I know it")
    ann.sees_now("You know this one.")
    await ann.sends("/quiz giants 1")
    await ann.sends("Jupyter")
    ann.sees_now("^✅ Correct! 10 points\nSpelling: Jupiter, not jupyter", "Done! 1 right, 10 points")

    await stage.time_passes(minutes=1)
    await ann.sends("/stats")
    ann.sees_now("Your progress, last 30 days", "rocks: new, 1 of 1 cards met.", "Month, chosen")
    await ann.taps("Week")
    await ann.sends("/streak")
    await ann.sends("/leaderboard")
    ann.sees_now(r"You: Place 1: \w+ \w+, \d+ points.", r"\nPlace 2: \w+ \w+, 10 points.", "Week, chosen")
    for button in ("Improved", "Champions", "Leaderboard", "real name", "Hide me"):
        await ann.taps(button)
    await stage.time_passes(minutes=1)
    await ann.sends("/daily")
    await ann.taps("08:00")
    await ann.taps("More")
    ann.sees_now("08:00, chosen", "5, chosen")
    for button in ("Second hour", "20:00", "Pause", "2 weeks", "End the pause", "Settings"):
        await ann.taps(button)
    await stage.time_passes(minutes=1)
    for page in ("Deck", "Daily", "Time zone", "Language", "Topics", "New cards", "Memory goal", "board", "Quiet"):
        await ann.taps(page)
        await ann.taps("Settings")
    await stage.time_passes(minutes=1)
    for said in ("/decks", "/timezone Paris", "/timezone Parris", "/timezone", "/help", "/about", "/hint", "/nonsense"):
        await ann.sends(said)
    await stage.time_passes(minutes=1)
    for said in ("/quiz nonsense", "/forget", "/export", "/stop", "/daily off", "/daily 9:00 3", "/import"):
        await ann.sends(said)
    await stage.time_passes(minutes=1)
    await ann.sends("/import\nCapital of Peru - Lima\nCapital of Italy - Rome\nCapital of Chad - N'Djamena")
    ann.sees_now("I found 3 cards")
    await ann.taps("Import")

    await stage.at(stage.world.now().replace(hour=8) + timedelta(days=1))
    ann.sees_now("Your daily questions, 1 of 3")
    for button in ("Later", "In an hour"):
        await ann.taps(button)
    await stage.time_passes(hours=2)
    await ann.taps("Skip")
    everything_reads_well(ann, since=since)


async def test_others_keep_their_signs(stage: Stage, ann: Learner) -> None:
    """It is one learner's wish, and can be taken back."""
    await ann.sends("/settings")
    await ann.taps("Plain text")
    await ann.taps("on")
    bo = stage.learner(stage.world.people[1])
    await bo.sends("/stats")
    bo.sees_now("▶️ Start")
    await ann.taps("off")
    ann.sees_now("✓ off", "‹ Settings")
