"""The menu of decks and what can be done with each, as a conversation."""

from tests.support.stage import DECK, MORNING, Learner, Stage, staged

CAPITALS = DECK.model_copy(update={"name": "other", "title": "Other <deck>", "about": "About & more"})
MANY = tuple(DECK.model_copy(update={"name": f"deck-{number}", "title": f"Deck {number}"}) for number in range(10))


async def test_the_menu_counts_what_waits(ann: Learner, stage: Stage) -> None:
    """Each deck with its cards, what is due and what is new; opened and left in the same message."""
    await ann.sends("/quiz planets 1")
    await ann.answers_right()
    await ann.sends("/decks")
    ann.sees_now("✓ Solar system\n6 cards · 5 new to you")
    await stage.time_passes(days=30)
    await ann.sends("/decks")
    ann.sees_now("✓ Solar system\n6 cards · 1 due · 5 new to you", r"Solar system · 1 due")
    menu = ann.last
    await ann.taps("Solar system")
    assert ann.last is menu
    ann.sees_now("6 cards · 1 due · 5 new to you", "I ask from this deck", "Study this")
    await ann.taps("‹ Decks")
    assert ann.last is menu
    await ann.taps("Solar system")
    await ann.taps("Study this")
    ann.sees_now("1 of 5")


async def test_many_decks_come_in_pages(sqlite_url: str) -> None:
    """And what a title or its description holds is shown as it is."""
    async with staged(sqlite_url, decks=(CAPITALS, *MANY)) as stage:
        ann = stage.learner(stage.world.people[0])
        await ann.sends("/decks")
        ann.sees_now("✓ Other <deck>", "Deck 6", "2 of 2 ›")
        assert "Deck 7" not in ann.last.text
        await ann.taps("2 of 2 ›")
        ann.sees_now("Deck 7", "Deck 9", "‹ 1 of 2")
        await ann.taps("‹ 1 of 2")
        await ann.taps("Other <deck>")
        ann.sees_now("Other <deck>", "About & more")
        assert stage.world.now() == MORNING
