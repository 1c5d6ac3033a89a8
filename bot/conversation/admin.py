"""For those who run the bot."""

import logging
from collections.abc import Sequence
from importlib import metadata

from bot.conversation import appeals, start
from bot.conversation.screen import Output, Say, Screen
from bot.conversation.turn import Sorry, Turn

log = logging.getLogger(__name__)


async def admin(turn: Turn) -> Sequence[Output]:
    """/admin: how things stand; /admin appeals: what learners dispute."""
    _check(turn)
    if turn.incoming.text.strip().casefold() == "appeals":
        return await appeals.list_disputes(turn)
    _, dead = await turn.store.inbox.count()
    chats = await turn.store.chats.count()
    text = turn.words(
        "admin-status",
        version=metadata.version("dailydeck"),
        private=chats.get("private", 0),
        groups=chats.get("group", 0),
        pending=await turn.store.outbox.pending(),
        dead=dead,
        appeals=len(await turn.store.appeals.disputes()),
    )
    return [Say(Screen(text))]


async def in_group(turn: Turn) -> Sequence[Output]:
    """How things stand is nothing for a group to read."""
    _check(turn)
    return await start.elsewhere(turn)


def _check(turn: Turn) -> None:
    if not turn.is_operator:
        log.warning("/admin was tried by %s, who is not among DAILYDECK_ADMINS", turn.learner.id)
        raise Sorry("operators-only")
