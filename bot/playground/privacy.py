"""Privacy mode: what a bot is told of what happens in a group."""

from bot.playground.accounts import Role
from bot.playground.groups import Group
from bot.playground.messages import Message


def reaches_bot(message: Message, *, privacy_mode: bool) -> bool:
    """Does Telegram hand this message to the bot?"""
    group = message.chat
    bot = group.world.bot
    if message.sender is bot and message.service is None:
        return False
    if not isinstance(group, Group):
        return True
    role = group.role(bot)
    if not role.inside:
        # The one thing a bot hears from outside: that it has been thrown out.
        gone = (message.service or {}).get("left_chat_member", {})
        return bool(gone.get("id") == bot.id)
    if message.service is not None or role is Role.ADMINISTRATOR or not privacy_mode:
        return True
    if message.reply_to is not None and message.reply_to.sender is bot:
        return True
    return _is_command_for(message, bot.username or "")


def _is_command_for(message: Message, username: str) -> bool:
    first = message.entities[0] if message.entities else None
    if first is None or first.type != "bot_command" or first.offset != 0:
        return False
    _, _, addressee = message.body.part(first).partition("@")
    return addressee.lower() in ("", username.lower())
