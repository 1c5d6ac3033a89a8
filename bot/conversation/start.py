"""First words: the welcome, the help, what the bot is, and what it says to commands it does not know."""

from collections.abc import Sequence
from importlib import metadata

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.conversation import daily, decks, lesson, rounds, sharing
from bot.conversation.callbacks import Open, StartDeck
from bot.conversation.names import shown_name
from bot.conversation.screen import Button, Output, Say, Screen, Toast, rows
from bot.conversation.turn import Turn
from bot.conversation.words import Words
from content.card import Deck
from storage.inbox import KEEP_FAILED

ANSWER_PREFIX = "q_"
GROUP_HOURS = ("08:00", "12:00", "18:00", "20:00")


def welcome(turn: Turn) -> Screen:
    """Who we are, and the decks, each with a button: the next tap asks the first question."""
    words = turn.words
    buttons = [Button(deck.title, StartDeck(deck.name)) for deck in turn.library.decks]
    name = shown_name(turn.incoming.sender.first_name, turn.learner.id, words)
    listed = "\n".join(deck_line(words, deck) for deck in turn.library.decks)
    parts = [words("welcome", name=name), listed]
    if foreign := words.foreign(turn.incoming.sender.language):
        parts.append(words("welcome-language", language=foreign))
    return Screen("\n\n".join(parts), rows(*buttons))


def deck_line(words: Words, deck: Deck) -> str:
    """What a deck holds, which no button has room for; also that it is in another language than we speak."""
    line = words("deck-line", title=deck.title, cards=len(deck.cards))
    if deck.language == words.language:
        return line
    return words("deck-line-language", line=line, language=words.language_name(deck.language))


def group_welcome(words: Words) -> Screen:
    """What a group is told when the bot comes in."""
    first = Button(words("button-group-quiz"), Open("quiz")), Button(words("button-daily-hour"), Open("daily"))
    hours = [daily.hour_button(at) for at in GROUP_HOURS]
    return Screen(words("group-welcome"), (*rows(*hours, width=len(hours)), *rows(*first, width=2)))


async def start(turn: Turn) -> Sequence[Output]:
    """/start, also by a link: to a shared deck, or to a group's question."""
    if turn.incoming.text.startswith(sharing.PREFIX):
        return await sharing.offer(turn, turn.incoming.text.removeprefix(sharing.PREFIX))
    if turn.in_group:
        return [Say(group_welcome(turn.words))]
    if turn.incoming.text.startswith(ANSWER_PREFIX):
        return await rounds.answer_privately(turn, turn.incoming.text.removeprefix(ANSWER_PREFIX))
    if turn.incoming.text == decks.LINK:
        return await decks.decks(turn)
    return [Say(welcome(turn))]


async def help_(turn: Turn) -> Sequence[Output]:
    """/help"""
    listed = "\n".join(f"/{name} – {turn.words(f'command-{name}')}" for name in turn.listed)
    intro = turn.words("help-group" if turn.in_group else "help-private")
    example = turn.words("help-more-group" if turn.in_group else "help-more")
    start_button = Button(turn.words("button-group-quiz" if turn.in_group else "button-start"), Open("quiz"))
    return [Say(Screen(f"{intro}\n\n{listed}\n\n{example}", rows(start_button)))]


async def about(turn: Turn) -> Sequence[Output]:
    """/about"""
    return [
        Say(
            Screen(
                turn.words(
                    "about",
                    days=KEEP_FAILED.days,
                    version=metadata.version("dailydeck"),
                    zones=metadata.version("tzdata"),
                )
            )
        )
    ]


async def unknown_command(turn: Turn) -> Sequence[Output]:
    """A command that we do not know; in a group it is probably meant for another bot."""
    word = turn.incoming.command.casefold()
    if turn.in_group and not turn.incoming.addressed:
        return []
    near = process.extractOne(word, (*turn.listed, "start"), scorer=OSA.distance, score_cutoff=2)
    if near:
        return [Say(Screen(turn.words("command-unknown-near", command=word[:32], near=near[0])), reply=turn.in_group)]
    return [Say(Screen(turn.words("command-unknown", command=word[:32])), reply=turn.in_group)]


async def not_text(turn: Turn) -> Sequence[Output]:
    """A photo, voice message, sticker or the like."""
    if turn.in_group:
        return await rounds.not_text(turn)
    return await lesson.not_text(turn)


async def elsewhere(turn: Turn) -> Sequence[Output]:
    """A command that belongs into the private chat, sent in a group, or the other way round."""
    if not turn.in_group:
        return [Say(Screen(turn.words("only-in-groups", command=turn.incoming.command)))]
    command = turn.incoming.command
    if turn.words.has(f"not-in-groups-{command}"):
        return [Say(Screen(turn.words(f"not-in-groups-{command}")), reply=True)]
    link = Button(turn.words("button-private"), url=f"https://t.me/{turn.bot_username}")
    text = turn.words("only-in-private", command=command)
    return [Say(Screen(text, rows(link)), reply=True)]


async def foreign_button(turn: Turn) -> Sequence[Output]:
    """A payload that is none of ours, or of another kind of chat."""
    return [Toast(turn.words.plain("button-not-yours"))]
