"""A served world with a real python-telegram-bot client in it."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest
from telegram import Bot

from bot.playground import Group, MovableClock, Person, Playground, World, playground_world, serve

MORNING = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock(MORNING)


@pytest.fixture
def world(clock: MovableClock) -> World:
    return playground_world(clock)


@pytest.fixture
def ann(world: World) -> Person:
    """Somebody who has pressed START."""
    ann = world.people[0]
    ann.start()
    return ann


@pytest.fixture
def bo(world: World) -> Person:
    return world.people[1]


@pytest.fixture
def group(world: World) -> Group:
    return world.groups[0]


@pytest.fixture
async def playground(world: World) -> AsyncIterator[Playground]:
    served = await serve(world, port=0)
    yield served
    await served.close()


@pytest.fixture
async def bot(playground: Playground) -> AsyncIterator[Bot]:
    url = playground.url
    async with Bot(playground.world.token, base_url=f"{url}/bot", base_file_url=f"{url}/file/bot") as bot:
        yield bot
