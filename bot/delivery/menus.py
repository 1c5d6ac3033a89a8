"""The command menus and the bot's own description, in every language and for every kind of chat."""

import logging
from collections.abc import Iterable

import telegram
from telegram.error import TelegramError

from bot.conversation.turn import Command
from bot.conversation.words import FALLBACK, LANGUAGES, Words

log = logging.getLogger(__name__)


async def publish(bot: telegram.Bot, commands: Iterable[Command]) -> None:
    """Tells Telegram what to show; a failure is logged and harms nothing else."""
    try:
        await _publish(bot, list(commands))
    except TelegramError as error:
        log.warning("the command menus could not be set: %s", error)


async def _publish(bot: telegram.Bot, commands: list[Command]) -> None:
    private = [command for command in commands if command.private and not command.hidden]
    group = [command for command in commands if command.group and not command.hidden]
    everyone = [command for command in group if not command.admins]
    scopes: list[tuple[telegram.BotCommandScope, list[Command]]] = [
        (telegram.BotCommandScopeAllPrivateChats(), private),
        (telegram.BotCommandScopeAllGroupChats(), everyone),
        (telegram.BotCommandScopeAllChatAdministrators(), group),
    ]
    for language in LANGUAGES:
        words = Words(language)
        code = None if language == FALLBACK else language
        for scope, listed in scopes:
            menu = [telegram.BotCommand(command.name, words(f"command-{command.name}")) for command in listed]
            await bot.set_my_commands(menu, scope=scope, language_code=code)
        await bot.set_my_description(words("bot-description"), language_code=code)
        await bot.set_my_short_description(words("bot-short-description"), language_code=code)
