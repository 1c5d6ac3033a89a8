"""Leaderboards: of a group, or in private of everybody."""

from collections.abc import Sequence

from bot.conversation.callbacks import ShowBoard, ShowMyName
from bot.conversation.names import alias, shown_name
from bot.conversation.screen import Button, Edit, Output, Say, Screen, Toast, rows
from bot.conversation.turn import Turn
from bot.tutor import leaderboard
from bot.tutor.leaderboard import Board, Period
from storage.scores import Standing

MEDALS = {1: "🥇", 2: "🥈", 3: "🥉"}


def board_screen(turn: Turn, board: Board) -> Screen:
    """The top ten, one's own place below, and a button for each period."""
    words = turn.words
    head = words("board-head-group" if turn.in_group else "board-head-overall", period=board.period.value)
    lines = [_line(turn, one) for one in board.top]
    if board.own is not None:
        lines += ["…", _line(turn, board.own)]
    parts = [head, "\n".join(lines) if lines else words("board-empty")]
    buttons = [
        Button(
            words("board-period-shown" if period is board.period else "board-period", period=period.value),
            ShowBoard(period.value),
        )
        for period in Period
    ]
    keyboard = rows(*buttons, width=2)
    if not turn.in_group:
        shown = turn.learner.shown_by_name
        parts.append(words("board-by-name" if shown else "board-by-alias", alias=alias(turn.learner.id, words)))
        name_button = Button(words("button-hide-name" if shown else "button-show-name"), ShowMyName(int(not shown)))
        keyboard = (*keyboard, (name_button,))
    return Screen("\n\n".join(parts), keyboard)


def _line(turn: Turn, one: Standing) -> str:
    if turn.in_group or one.shown_by_name:
        name = shown_name(one.name, one.learner_id, turn.words)
    else:
        name = alias(one.learner_id, turn.words)
    own = not turn.in_group and one.learner_id == turn.learner.id
    key = "board-line-own" if own else "board-line"
    return turn.words(key, rank=place(one.rank), name=name, points=one.points)


def place(rank: int) -> str:
    """A rank as it stands on a board."""
    return MEDALS.get(rank, f"{rank}.")


async def show(turn: Turn) -> Sequence[Output]:
    """/leaderboard [today|week|month|all]"""
    return [Say(await _screen(turn, _period(turn.incoming.text)))]


async def show_period(turn: Turn) -> Sequence[Output]:
    """A period's button: the board changes in place."""
    payload = turn.incoming.payload
    assert isinstance(payload, ShowBoard)  # noqa: S101 # the table in app.py pairs them
    return [Edit(await _screen(turn, _period(payload.period)))]


async def show_my_name(turn: Turn) -> Sequence[Output]:
    """Real name or made-up name, on the overall board."""
    payload = turn.incoming.payload
    assert isinstance(payload, ShowMyName)  # noqa: S101 # the table in app.py pairs them
    await turn.store.learners.prefer(turn.learner, shown_by_name=bool(payload.shown))
    toast = Toast(turn.words.plain("name-shown" if payload.shown else "name-hidden"))
    return [toast, Edit(await _screen(turn, Period.WEEK))]


async def _screen(turn: Turn, period: Period) -> Screen:
    chat_id = turn.chat.id if turn.in_group else None
    board = await leaderboard.board(turn.store, chat_id, period, turn.zone, turn.learner.id, turn.now)
    return board_screen(turn, board)


def _period(text: str) -> Period:
    wanted = text.strip().casefold()
    return next((period for period in Period if period.value == wanted), Period.WEEK)
