"""What we ask Telegram about people, groups and files."""

from datetime import timedelta

import telegram
from telegram.constants import ChatMemberStatus

from bot.conversation.beforehand import Standing
from bot.conversation.turn import GroupFacts


class Asking:
    """Asks in the bot's name; each may raise TelegramError."""

    def __init__(self, bot: telegram.Bot) -> None:
        self._bot = bot

    async def download(self, file_id: str) -> bytes:
        """A file that somebody has sent."""
        file = await self._bot.get_file(file_id)
        return bytes(await file.download_as_bytearray())

    async def standing(self, chat_id: int, user_id: int) -> Standing:
        """What somebody is in a group."""
        member = await self._bot.get_chat_member(chat_id, user_id)
        match member.status:
            case ChatMemberStatus.OWNER | ChatMemberStatus.ADMINISTRATOR:
                return Standing.ADMIN
            case ChatMemberStatus.LEFT | ChatMemberStatus.BANNED:
                return Standing.STRANGER
            case _:
                return Standing.MEMBER

    async def facts(self, chat_id: int) -> GroupFacts:
        """How we stand in a group."""
        me = await self._bot.get_me()
        chat = await self._bot.get_chat(chat_id)
        here = await self._bot.get_chat_member(chat_id, me.id)
        leads = here.status in (ChatMemberStatus.OWNER, ChatMemberStatus.ADMINISTRATOR)
        if isinstance(here, telegram.ChatMemberRestricted):
            may_write = here.can_send_messages
        else:
            may_write = leads or chat.permissions is None or chat.permissions.can_send_messages is not False
        return GroupFacts(
            reads_all=bool(me.can_read_all_group_messages),
            leads=leads,
            may_write=bool(may_write),
            slow_seconds=_seconds(chat.slow_mode_delay),
            is_forum=bool(chat.is_forum),
        )


def _seconds(delay: int | timedelta | None) -> int:
    """The library is about to hand out durations where it handed out seconds."""
    return int(delay.total_seconds()) if isinstance(delay, timedelta) else int(delay or 0)
