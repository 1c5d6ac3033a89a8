"""The bot's command menus, per scope and language, and which of them a person sees."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.playground.groups import Group

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.playground.chats import Chat
    from bot.playground.person import Person


@dataclass(frozen=True)
class BotCommand:
    """A row of the menu."""

    command: str
    description: str


@dataclass(frozen=True)
class Scope:
    """Where a menu applies."""

    type: str = "default"
    chat_id: int | None = None
    user_id: int | None = None


class CommandBook:
    """All menus the bot has set."""

    def __init__(self) -> None:
        self._menus: dict[tuple[Scope, str], list[BotCommand]] = {}

    def set(self, scope: Scope, language: str, commands: list[BotCommand]) -> None:
        """Replace one menu."""
        self._menus[scope, language] = commands

    def get(self, scope: Scope, language: str) -> list[BotCommand]:
        """Exactly this menu."""
        return self._menus.get((scope, language), [])

    def delete(self, scope: Scope, language: str) -> None:
        """Take a menu away; a wider one shows through."""
        self._menus.pop((scope, language), None)

    def seen_by(self, person: Person, chat: Chat) -> list[BotCommand]:
        """The menu this person finds in this chat: the narrowest scope first, one's own language before none."""
        for scope in _scopes(person, chat):
            for language in (person.language_code or "", ""):
                if menu := self._menus.get((scope, language)):
                    return menu
        return []


def _scopes(person: Person, chat: Chat) -> Iterator[Scope]:
    if isinstance(chat, Group):
        leads = chat.role(person).leads
        yield Scope("chat_member", chat.id, person.id)
        if leads:
            yield Scope("chat_administrators", chat.id)
        yield Scope("chat", chat.id)
        if leads:
            yield Scope("all_chat_administrators")
        yield Scope("all_group_chats")
    else:
        yield Scope("chat", chat.id)
        yield Scope("all_private_chats")
    yield Scope()
