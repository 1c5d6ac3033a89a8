"""Leaderboards: of a group, or in private of everybody."""

from collections.abc import Mapping, Sequence
from datetime import date

from bot.conversation.callbacks import HideMe, ShowBoard, ShowChampions, ShowMyName
from bot.conversation.names import alias, shown_name
from bot.conversation.screen import Button, Edit, Output, Say, Screen, Toast, rows
from bot.conversation.turn import Turn
from bot.tutor import calendar, leaderboard
from bot.tutor.leaderboard import Board
from storage.boards import Champions, Standing
from storage.periods import OVERALL, Period


def board_screen(turn: Turn, board: Board) -> Screen:
    """The top ten, one's own place below, and buttons for each period, past champions, and one's own name."""
    words = turn.words
    head = words("board-head-group" if turn.in_group else "board-head-overall", period=board.period.value)
    lines = [_line(turn, one, board.period) for one in board.top]
    if board.own is not None:
        lines += [words("board-gap"), _line(turn, board.own, board.period)]
    parts: list[str] = [head]
    if board.period is Period.GAIN:
        parts.append(words("board-gain-how"))
    parts.append("\n".join(lines) if lines else words("board-empty", period=board.period.value))
    if not turn.in_group:
        parts.append(_own_name(turn))
    return Screen("\n\n".join(parts), _keyboard(turn, board.period))


def _own_name(turn: Turn) -> str:
    learner, words = turn.learner, turn.words
    if learner.hidden:
        return words("board-hidden")
    return words("board-by-name" if learner.shown_by_name else "board-by-alias", alias=alias(learner.id, words))


def _keyboard(turn: Turn, shown: Period) -> tuple[tuple[Button, ...], ...]:
    words, learner = turn.words, turn.learner
    buttons = [
        Button(
            words.chosen(words.plain("board-period", period=period.value), when=period is shown),
            ShowBoard(period.value),
        )
        for period in Period
    ]
    buttons.append(Button(words("button-champions"), ShowChampions()))
    if turn.in_group:
        buttons.append(Button(words("button-hide-or-show"), HideMe(shown.value)))
        return rows(*buttons, width=2)
    own = [Button(words("button-show" if learner.hidden else "button-hide"), HideMe(shown.value))]
    if not learner.hidden:
        by_name = learner.shown_by_name
        key = "button-hide-name" if by_name else "button-show-name"
        own.insert(0, Button(words(key), ShowMyName(int(not by_name))))
    return (*rows(*buttons, width=2), *rows(*own))


def champions_screen(turn: Turn, won: Mapping[Period, Sequence[Champions]]) -> Screen:
    """Who won the last weeks and months, and the way back."""
    words = turn.words
    parts: list[str] = [words("champions-head-group" if turn.in_group else "champions-head-overall")]
    for period, past in won.items():
        lines = []
        for one in past:
            names, points = ", ".join(_name(turn, winner) for winner in one.winners), one.winners[0].points
            if period is Period.WEEK:
                lines.append(
                    words("champions-week", when=words.day_of_month(one.starts_on), names=names, points=points)
                )
            else:
                lines.append(words("champions-month", when=words.month(one.starts_on), names=names, points=points))
        if lines:
            parts.append("\n".join(lines))
    if len(parts) == 1:
        parts.append(words("champions-none"))
    return Screen("\n\n".join(parts), rows(Button(words("button-leaderboard"), ShowBoard(Period.WEEK.value))))


def _name(turn: Turn, one: Standing) -> str:
    if turn.in_group or one.shown_by_name:
        return shown_name(one.name, one.learner_id, turn.words)
    return alias(one.learner_id, turn.words)


def _line(turn: Turn, one: Standing, period: Period) -> str:
    own = not turn.in_group and one.learner_id == turn.learner.id
    key = "board-line-own" if own else "board-line"
    points = f"+{one.points}" if period is Period.GAIN else one.points
    return turn.words(key, rank=one.rank, name=_name(turn, one), points=points)


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


async def show_champions(turn: Turn) -> Sequence[Output]:
    """The button for past champions."""
    won = await leaderboard.champions(turn.store, _board_id(turn), _today(turn))
    return [Edit(champions_screen(turn, won))]


async def hide_me(turn: Turn) -> Sequence[Output]:
    """On no leaderboard any more, or on all of them again, for whoever taps it."""
    payload = turn.incoming.payload
    assert isinstance(payload, HideMe)  # noqa: S101 # the table in app.py pairs them
    hidden = not turn.learner.hidden
    await leaderboard.hide(turn.store, turn.learner, hidden, turn.now)
    toast = Toast(turn.words.plain("board-now-hidden" if hidden else "board-now-shown"))
    return [toast, Edit(await _screen(turn, _period(payload.period)))]


async def _screen(turn: Turn, period: Period) -> Screen:
    board = await leaderboard.board(turn.store, _board_id(turn), period, _today(turn), turn.learner.id)
    return board_screen(turn, board)


def _board_id(turn: Turn) -> int:
    return turn.chat.id if turn.in_group else OVERALL


def _today(turn: Turn) -> date:
    return calendar.study_day(turn.now, turn.zone)


def _period(text: str) -> Period:
    wanted = text.strip().casefold()
    return next((period for period in Period if period.value == wanted), Period.WEEK)
