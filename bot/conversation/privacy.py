"""Taking one's data out, and having it deleted."""

import json
from collections.abc import Sequence
from datetime import timedelta

from bot.conversation.callbacks import ForgetMe, KeepMe
from bot.conversation.screen import Button, Edit, File, Output, Say, Screen, rows
from bot.conversation.turn import Sorry, Turn
from bot.tutor import takeout

EXPORT_EVERY = timedelta(hours=1)
CONFIRM_WITHIN_SECONDS = 600


async def export(turn: Turn) -> Sequence[Output]:
    """/export: everything held on the learner, and what they did as tables; at most once an hour."""
    last = turn.learner.last_export_at
    if last is not None and turn.now - last < EXPORT_EVERY:
        since, left = turn.now - last, EXPORT_EVERY - (turn.now - last)
        raise Sorry("export-lately", since=_minutes(since), left=_minutes(left) + 1)
    everything = await turn.store.privacy.export(turn.learner.id)
    await turn.store.learners.note_export(turn.learner, turn.now)
    content = json.dumps(everything, ensure_ascii=False, indent=1)
    files = [File("dailydeck.json", content.encode(), turn.words.plain("export-caption"))]
    separator = turn.words.list_separator
    if tables := await takeout.tables(turn.store, turn.library, turn.learner.id, turn.zone, separator):
        caption = turn.words.plain("export-tables", zone=turn.chat.timezone)
        files.append(File("dailydeck.zip", takeout.packed(tables, turn.now), caption))
    return files


def _minutes(time: timedelta) -> int:
    return int(time.total_seconds() // 60)


async def forget(turn: Turn) -> Sequence[Output]:
    """/forget: what would go, and one question."""
    held = await turn.store.privacy.count(turn.learner.id)
    points = await turn.store.scores.of_learner(turn.learner.id)
    text: str = turn.words("forget-ask", answers=held["answers"], cards=held["memories"], points=points)
    if await turn.store.decks.taken_from(turn.learner.id):
        text = f"{text}\n\n{turn.words('forget-decks')}"
    asked_at = int(turn.now.timestamp())
    return [
        Say(
            Screen(
                text,
                rows(
                    Button(turn.words("button-forget"), ForgetMe(asked_at)),
                    Button(turn.words("button-keep"), KeepMe(asked_at)),
                ),
            )
        )
    ]


async def forget_for_good(turn: Turn) -> Sequence[Output]:
    """The second tap."""
    payload = turn.incoming.payload
    assert isinstance(payload, ForgetMe)  # noqa: S101 # the table in app.py pairs them
    if not 0 <= turn.now.timestamp() - payload.asked <= CONFIRM_WITHIN_SECONDS:
        raise Sorry("forget-too-late")
    await turn.store.privacy.forget(turn.learner.id, turn.now)
    return [Edit(Screen(turn.words("forgotten")))]


async def keep(turn: Turn) -> Sequence[Output]:
    """Nothing is deleted after all."""
    payload = turn.incoming.payload
    assert isinstance(payload, KeepMe)  # noqa: S101 # the table in app.py pairs them
    if turn.learner.created_at.timestamp() > payload.asked + 1:  # met anew since then: the other button came first
        raise Sorry("forgotten")
    return [Edit(Screen(turn.words("kept")))]
