"""A stage for each test that asks for one."""

from collections.abc import AsyncIterator

import pytest

from bot.playground import Group
from tests.support.stage import Learner, Stage, staged


@pytest.fixture
async def stage(database_url: str) -> AsyncIterator[Stage]:
    """A bot at work; once on each kind of database."""
    async with staged(database_url) as stage:
        yield stage


@pytest.fixture
def ann(stage: Stage) -> Learner:
    """Ann in her private chat, before she has said anything."""
    return stage.learner(stage.world.people[0])


@pytest.fixture
def group(stage: Stage) -> Group:
    """The study group; Ann has founded it."""
    return stage.world.groups[0]


@pytest.fixture
def ann_here(stage: Stage, group: Group) -> Learner:
    """Ann in the group."""
    return stage.learner(stage.world.people[0], group)


@pytest.fixture
def bo_here(stage: Stage, group: Group) -> Learner:
    """Bo in the group."""
    return stage.learner(stage.world.people[1], group)


@pytest.fixture
def chloe_here(stage: Stage, group: Group) -> Learner:
    """Chloé in the group."""
    return stage.learner(stage.world.people[2], group)
