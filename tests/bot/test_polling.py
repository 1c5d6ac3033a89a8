"""Who gives way when two processes fetch the same bot's updates."""

import pytest
from telegram.error import Conflict, NetworkError

from bot.delivery.polling import ANOTHER_POLLER, WHILE_A_WEBHOOK, Rivals
from bot.ops.health import Pulse

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


def test_a_webhook_ends_polling_at_once() -> None:
    """Nothing can be fetched any more; other errors pass."""
    pulse = Pulse(lambda: 1000.0)
    rivals = Rivals(pulse)
    rivals.failed(NetworkError("away"))
    assert pulse.rival == ""
    rivals.failed(ACTIVE)
    assert pulse.rival == WHILE_A_WEBHOOK
