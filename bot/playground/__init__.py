"""A fake Telegram with a chat page: the bot can be tried without a token, and tests talk to it."""

from bot.playground.accounts import Role
from bot.playground.chats import Chat
from bot.playground.clock import MovableClock
from bot.playground.groups import Group
from bot.playground.messages import Message
from bot.playground.person import Person, Tap
from bot.playground.server import Playground, serve
from bot.playground.world import PLAY_TOKEN, World

__all__ = [
    "PLAY_TOKEN",
    "Chat",
    "Group",
    "Message",
    "MovableClock",
    "Person",
    "Playground",
    "Role",
    "Tap",
    "World",
    "playground_world",
    "serve",
]


def playground_world(clock: MovableClock | None = None, language: str | None = None) -> World:
    """Ann, Bo and Chloé, and their study group; with a language, everybody's Telegram speaks it."""
    world = World(clock)
    people = [
        world.person("Ann", "Archer", username="ann_archer", language_code=language or "en"),
        world.person("Bo", language_code=language or "en"),
        world.person("Chloé", "Laurent", username="chloe_l", language_code=language or "fr"),
    ]
    world.group("Study group", people)
    return world
