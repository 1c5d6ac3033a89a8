"""Long lists in one message, a page at a time."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from bot.conversation.callbacks import Payload
from bot.conversation.screen import Button
from bot.conversation.words import Words

Thing = TypeVar("Thing")


def paged(things: Sequence[Thing], page: int, size: int) -> tuple[Sequence[Thing], int, int]:
    """One page of the things, its number (the nearest that there is), and how many pages there are."""
    pages = max(1, -(-len(things) // size))
    page = min(page, pages - 1)
    return things[page * size : (page + 1) * size], page, pages


def turning(words: Words, page: int, pages: int, to: Callable[[int], Payload]) -> tuple[Button, ...]:
    """The buttons to the pages before and after, where there are any; they say where one would be."""
    there = [(words.plain("button-page-back", page=page, pages=pages), page - 1)] if page else []
    if page + 1 < pages:
        there.append((words.plain("button-page-on", page=page + 2, pages=pages), page + 1))
    return tuple(Button(label, to(number)) for label, number in there)
