"""The settings of a chat as one message that changes in place: a page of all, and one for each."""

import html
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace

from bot.conversation import daily, decks, topics, zone
from bot.conversation.callbacks import Change, ShowSettings
from bot.conversation.names import alias
from bot.conversation.screen import Button, Edit, Output, Say, Screen, Toast, rows
from bot.conversation.turn import Sorry, Turn
from bot.conversation.words import LANGUAGES, words_for
from bot.tutor import leaderboard, lesson


@dataclass(frozen=True)
class Choice:
    """A setting with a few values, and where it is kept."""

    options: tuple[str, ...]
    read: Callable[[Turn], str]
    write: Callable[[Turn, str], Awaitable[None]]


def _board(turn: Turn) -> str:
    return "hidden" if turn.learner.hidden else "name" if turn.learner.shown_by_name else "alias"


async def _set_board(turn: Turn, option: str) -> None:
    await leaderboard.hide(turn.store, turn.learner, option == "hidden", turn.now)
    await turn.store.learners.prefer(turn.learner, shown_by_name=option == "name")


PRIVATE = {
    "new": Choice(
        ("0", "5", "10", "20", "50"),
        lambda turn: str(turn.learner.new_a_day),
        lambda turn, option: turn.store.learners.prefer(turn.learner, new_a_day=int(option)),
    ),
    "goal": Choice(
        ("85", "90", "95"),
        lambda turn: str(turn.learner.retention),
        lambda turn, option: turn.store.learners.prefer(turn.learner, retention=int(option)),
    ),
    "board": Choice(("alias", "name", "hidden"), _board, _set_board),
    "quiet": Choice(
        ("22:00-08:00", "23:00-07:00", "21:00-09:00", ""),
        lambda turn: turn.chat.quiet,
        lambda turn, option: turn.store.chats.prefer(turn.chat, quiet=option),
    ),
    "plain": Choice(
        ("off", "on"),
        lambda turn: "on" if turn.chat.plain else "off",
        lambda turn, option: turn.store.chats.prefer(turn.chat, plain=option == "on"),
    ),
}
GROUP = {
    "mode": Choice(
        ("round", "race"),
        lambda turn: turn.chat.mode,
        lambda turn, option: turn.store.chats.prefer(turn.chat, mode=option),
    ),
    "seconds": Choice(
        ("20", "30", "60", "90", "120"),
        lambda turn: str(turn.chat.seconds),
        lambda turn, option: turn.store.chats.prefer(turn.chat, seconds=int(option)),
    ),
    "starters": Choice(
        ("everyone", "admins"),
        lambda turn: turn.chat.starters,
        lambda turn, option: turn.store.chats.prefer(turn.chat, starters=option),
    ),
    "digest": Choice(
        ("on", "off"),
        lambda turn: "on" if turn.chat.digest else "off",
        lambda turn, option: turn.store.chats.prefer(turn.chat, digest=option == "on"),
    ),
}


def _choices(turn: Turn) -> dict[str, Choice]:
    return GROUP if turn.in_group else PRIVATE


# --- screens ---------------------------------------------------------------------------------------------------------


async def overview(turn: Turn) -> Screen:
    """Everything that is set, and a button for each."""
    words = turn.words
    subscription = await turn.store.subscriptions.of(turn.chat.id, turn.incoming.thread_id)
    on = subscription is not None and subscription.next_due_at is not None
    lines: list[str] = [
        words("settings-deck", deck=lesson.deck_of(turn.library, turn.chat).title),
        words("settings-daily", number=subscription.number, time=subscription.local_time)
        if subscription and on
        else words("settings-daily-off"),
        words("settings-zone", zone=turn.chat.timezone, time=words.clock(turn.now, turn.zone)),
        words("settings-language", language=LANGUAGES[words.language]),
    ]
    lines += [_line(turn, name, choice) for name, choice in _choices(turn).items()]
    buttons = [
        Button(words("button-decks"), ShowSettings("deck")),
        Button(words("button-daily"), ShowSettings("daily")),
        Button(words("button-timezone"), ShowSettings("zone")),
        Button(words("button-language"), ShowSettings("language")),
        *([] if turn.in_group else [Button(words("button-topics"), ShowSettings("topics"))]),
        *(Button(words(f"setting-{name}"), ShowSettings(name)) for name in _choices(turn)),
    ]
    return Screen(words("settings-head") + "\n\n" + "\n".join(lines), rows(*buttons, width=2))


def _line(turn: Turn, name: str, choice: Choice) -> str:
    option = _option(turn, name, choice.read(turn))
    return turn.words("setting-line", setting=turn.words(f"setting-{name}"), option=option)


def _option(turn: Turn, name: str, option: str) -> str:
    value = int(option) if option.isdecimal() else option.replace("-", "–") or "none"
    return turn.words(f"option-{name}", value=value, alias=alias(turn.learner.id, turn.words))


def choice_page(turn: Turn, name: str, choice: Choice) -> Screen:
    """What a setting is for, its value, and the others to tap."""
    current = choice.read(turn)
    buttons = [
        Button(turn.words.chosen(_option(turn, name, option), when=option == current), Change(name, number))
        for number, option in enumerate(choice.options)
    ]
    text = f"<b>{_line(turn, name, choice)}</b>\n\n{turn.words(f'about-{name}')}"
    back = Button(turn.words("button-settings-back"), ShowSettings(""))
    return Screen(text, (*rows(*buttons, width=3), (back,)))


async def _page(turn: Turn, name: str) -> Screen:
    match name:
        case "":
            return await overview(turn)
        case "deck":
            return await decks.screen(turn)
        case "daily":
            return await daily.overview(turn)
        case "second":
            return await daily.second_hour(turn)
        case "pause":
            return await daily.pauses(turn)
        case "zone":
            return zone.zone_page(turn)
        case "topics" if not turn.in_group:
            return await topics.page(turn)
        case "language":
            return zone.language_page(turn, turn.words("language-ask"))
    choice = _choices(turn).get(name)
    if choice is None:
        raise Sorry("button-not-yours")
    return choice_page(turn, name, choice)


# --- features --------------------------------------------------------------------------------------------------------


async def settings(turn: Turn) -> Sequence[Output]:
    """/settings"""
    return [Say(await overview(turn))]


async def show(turn: Turn) -> Sequence[Output]:
    """A page's button."""
    payload = turn.incoming.payload
    assert isinstance(payload, ShowSettings)  # noqa: S101 # the table in app.py pairs them
    return [Edit(await _page(turn, payload.page))]


async def change(turn: Turn) -> Sequence[Output]:
    """An option's button."""
    payload = turn.incoming.payload
    assert isinstance(payload, Change)  # noqa: S101 # the table in app.py pairs them
    choice = _choices(turn).get(payload.setting)
    if choice is None or payload.option >= len(choice.options):
        raise Sorry("button-not-yours")
    await choice.write(turn, choice.options[payload.option])
    turn = replace(turn, words=words_for(turn.chat))
    return [
        Toast(html.unescape(_line(turn, payload.setting, choice))),
        Edit(choice_page(turn, payload.setting, choice)),
    ]
