"""Who gives way when two processes fetch the same bot's updates."""

import pytest
from telegram.error import Conflict, NetworkError

from bot.delivery.polling import ANOTHER_POLLER, WHILE_A_WEBHOOK, Rivals
from bot.ops.health import Pulse
from tests.support.stage import staged

TERMINATED = Conflict(
    "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
)
ACTIVE = Conflict("Conflict: can't use getUpdates method while webhook is active; use deleteWebhook first")


@pytest.mark.parametrize(
    ("conflicts", "said"),
    [
        ([1, 3, 6], ""),
        ([1, 3, 6, 10, 17], ANOTHER_POLLER),
        ([50, 53, 57, 62, 67], ANOTHER_POLLER),
        ([100, 103, 107, 112, 118, 125, 150, 180, 210], ""),
        ([1, 4000, 4020], ""),
    ],
)
def test_the_one_that_came_later_ends(conflicts: list[int], said: str) -> None:
    """After some patience: the other one may be on its way out."""
    moments = iter([0, *conflicts])
    pulse = Pulse(lambda: next(moments))
    rivals = Rivals(pulse)
    for _ in conflicts:
        rivals.failed(TERMINATED)
    assert pulse.rival == said


@pytest.mark.parametrize(("leads", "said"), [(True, ""), (False, ANOTHER_POLLER)])
def test_on_one_database_it_is_known_who_was_first(leads: bool, said: str) -> None:
    """Also where both came up at about the same time: one of them stays."""
    moments = iter([0, 1, 3, 6, 10, 17])
    pulse = Pulse(lambda: next(moments))
    rivals = Rivals(pulse, lambda: leads)
    for _ in range(5):
        rivals.failed(TERMINATED)
    assert pulse.rival == said


def test_a_webhook_ends_polling_at_once() -> None:
    """Nothing can be fetched any more; other errors pass."""
    pulse = Pulse(lambda: 1000.0)
    rivals = Rivals(pulse)
    rivals.failed(NetworkError("away"))
    assert pulse.rival == ""
    rivals.failed(ACTIVE)
    assert pulse.rival == WHILE_A_WEBHOOK


async def test_who_shares_for_a_while_is_not_deaf(sqlite_url: str) -> None:
    """The first of two does not take itself for deaf while the other gives way, and hears again soon after."""
    async with staged(sqlite_url) as stage:
        ann = stage.learner(stage.world.people[0])
        stage.world.faults.fail("getUpdates", 409, TERMINATED.message, times=2)
        before = stage.bot.pulse.tried_at
        await ann.sends("/about")
        ann.sees_now("Dailydeck")
        assert stage.bot.pulse.tried_at > before
