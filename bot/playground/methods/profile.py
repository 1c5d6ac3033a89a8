"""What the bot is called, what it says about itself, and its command menus."""

import re
from typing import Any

from bot.playground import wire
from bot.playground.commands import BotCommand, Scope
from bot.playground.errors import bad_request
from bot.playground.methods.call import BotCall
from bot.playground.world import Change

MOST_COMMANDS = 100
LANGUAGE = re.compile(r"[a-z]{2}")
COMMAND = re.compile(r"[a-z0-9_]{1,32}")
DESCRIPTION_CHARACTERS = 256
SCOPES_WITH_CHAT = frozenset({"chat", "chat_administrators", "chat_member"})
SCOPES = SCOPES_WITH_CHAT | {"default", "all_private_chats", "all_group_chats", "all_chat_administrators"}


async def get_me(call: BotCall) -> Any:
    """getMe."""
    return wire.user(call.world.bot) | {
        "can_join_groups": True,
        "can_read_all_group_messages": not call.world.privacy_mode,
        "supports_inline_queries": False,
        "supports_guest_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
        "has_topics_enabled": False,
        "allows_users_to_create_topics": False,
        "can_manage_bots": False,
    }


async def done(_: BotCall) -> Any:
    """Methods that have nothing to do here: logOut, close."""
    return True


async def set_my_commands(call: BotCall) -> Any:
    """setMyCommands."""
    raw = call.params.nested("commands")
    if not isinstance(raw, list):
        raise bad_request("can't parse commands JSON object")
    if len(raw) > MOST_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    call.world.commands.set(_scope(call), _language(call), [_command(item) for item in raw])
    call.world.announce(Change("commands"))
    return True


async def get_my_commands(call: BotCall) -> Any:
    """getMyCommands."""
    found = call.world.commands.get(_scope(call), _language(call))
    return [{"command": item.command, "description": item.description} for item in found]


async def delete_my_commands(call: BotCall) -> Any:
    """deleteMyCommands."""
    call.world.commands.delete(_scope(call), _language(call))
    call.world.announce(Change("commands"))
    return True


async def set_my_name(call: BotCall) -> Any:
    """setMyName."""
    return _set(call, call.world.profile.names, "name", 64)


async def get_my_name(call: BotCall) -> Any:
    """getMyName."""
    return {"name": _get(call, call.world.profile.names)}


async def set_my_description(call: BotCall) -> Any:
    """setMyDescription."""
    return _set(call, call.world.profile.descriptions, "description", 512)


async def get_my_description(call: BotCall) -> Any:
    """getMyDescription."""
    return {"description": _get(call, call.world.profile.descriptions)}


async def set_my_short_description(call: BotCall) -> Any:
    """setMyShortDescription."""
    return _set(call, call.world.profile.short_descriptions, "short_description", 120)


async def get_my_short_description(call: BotCall) -> Any:
    """getMyShortDescription."""
    return {"short_description": _get(call, call.world.profile.short_descriptions)}


def _set(call: BotCall, texts: dict[str, str], field: str, limit: int) -> bool:
    text, language = call.params.text(field) or "", _language(call)
    if len(text) > limit:
        raise bad_request(f"{field.replace('_', ' ')} is too long")
    if text:
        texts[language] = text
    else:
        texts.pop(language, None)
    call.world.announce(Change("commands"))
    return True


def _get(call: BotCall, texts: dict[str, str]) -> str:
    return texts.get(_language(call)) or texts.get("", "")


def _language(call: BotCall) -> str:
    language = call.params.text("language_code") or ""
    if language and not LANGUAGE.fullmatch(language):
        raise bad_request("invalid language code specified")
    return language


def _scope(call: BotCall) -> Scope:
    raw = call.params.nested("scope") or {"type": "default"}
    if not isinstance(raw, dict) or raw.get("type") not in SCOPES:
        raise bad_request("can't parse BotCommandScope: Unsupported type specified")
    kind = raw["type"]
    if kind not in SCOPES_WITH_CHAT:
        return Scope(kind)
    chat_id = raw.get("chat_id")
    if not str(chat_id).removeprefix("-").isdecimal() or call.world.chat(int(str(chat_id))) is None:
        raise bad_request("chat not found")
    user_id = int(raw["user_id"]) if kind == "chat_member" else None
    return Scope(kind, int(str(chat_id)), user_id)


def _command(raw: Any) -> BotCommand:
    if not isinstance(raw, dict):
        raise bad_request("can't parse BotCommand: expected an Object")
    command = str(raw.get("command", "")).removeprefix("/")
    description = str(raw.get("description", "")).strip()
    if not command:
        raise bad_request("command must not be empty")
    if not COMMAND.fullmatch(command):
        raise bad_request("BOT_COMMAND_INVALID")
    if not description:
        raise bad_request("command description must not be empty")
    if len(description) > DESCRIPTION_CHARACTERS:
        raise bad_request("command description length must not exceed 256")
    return BotCommand(command, description)
