"""What a bot can ask about a chat, and do to it."""

from typing import Any

from bot.playground import wire
from bot.playground.accounts import Account, Member, Role
from bot.playground.chats import Chat, PrivateChat
from bot.playground.errors import bad_request
from bot.playground.groups import Group
from bot.playground.methods.call import BotCall, chat_of, reachable_chat
from bot.playground.world import Change


async def get_chat(call: BotCall) -> Any:
    """getChat."""
    chat = chat_of(call)
    if isinstance(chat, PrivateChat) and not chat.started:
        raise bad_request("chat not found")
    return wire.full_chat(reachable_chat(call) if isinstance(chat, Group) else chat)


async def get_chat_member(call: BotCall) -> Any:
    """getChatMember."""
    chat = reachable_chat(call)
    wanted = call.params.integer("user_id") or 0
    account: Account | None = call.world.bot if wanted == call.world.bot.id else call.world.person_by_id(wanted)
    if account is None:
        raise bad_request("PARTICIPANT_ID_INVALID")
    if isinstance(chat, Group):
        return wire.member(chat.members.of(account))
    return wire.member(Member(account, Role.MEMBER))


async def get_chat_administrators(call: BotCall) -> Any:
    """getChatAdministrators: everyone who leads, other bots left out."""
    chat = reachable_chat(call)
    if not isinstance(chat, Group):
        raise bad_request("there are no administrators in the private chat")
    bot = call.world.bot
    leaders = [member for member in chat.members if member.role.leads]
    return [wire.member(member) for member in leaders if not member.account.is_bot or member.account is bot]


async def get_chat_member_count(call: BotCall) -> Any:
    """getChatMemberCount."""
    chat = reachable_chat(call)
    return len(chat.members.inside()) if isinstance(chat, Group) else 2


async def leave_chat(call: BotCall) -> Any:
    """leaveChat."""
    chat = reachable_chat(call)
    if not isinstance(chat, Group):
        raise bad_request("chat member status can't be changed in private chats")
    chat.bot_leaves()
    return True


async def pin_chat_message(call: BotCall) -> Any:
    """pinChatMessage."""
    chat = _pinnable(call)
    message = chat.message(call.params.integer("message_id") or 0)
    if message is None:
        raise bad_request("message to pin not found")
    if isinstance(chat, Group):
        chat.pin(message, call.world.bot)
    else:
        chat.pinned.append(message)
        call.world.announce(Change("edited", chat, message))
    return True


async def unpin_chat_message(call: BotCall) -> Any:
    """unpinChatMessage: this one, or the newest."""
    chat = _pinnable(call)
    wanted = call.params.integer("message_id")
    found = [message for message in chat.pinned if wanted in (None, message.id)]
    if not found:
        raise bad_request("message to unpin not found")
    chat.pinned.remove(found[-1])
    call.world.announce(Change("edited", chat, found[-1]))
    return True


async def unpin_all_chat_messages(call: BotCall) -> Any:
    """unpinAllChatMessages."""
    chat = _pinnable(call)
    chat.pinned.clear()
    call.world.announce(Change("chat", chat))
    return True


def _pinnable(call: BotCall) -> Chat:
    chat = reachable_chat(call)
    # In an ordinary group everyone may pin; a supergroup's bot must be an administrator.
    if isinstance(chat, Group) and chat.kind == "supergroup" and not chat.role(call.world.bot).leads:
        raise bad_request("not enough rights to manage pinned messages in the chat")
    return chat
