"""How updates are queued, confirmed and fetched."""

import asyncio
from datetime import timedelta

import pytest
from telegram import Bot
from telegram.error import BadRequest, Conflict

from bot.playground import Person, Playground, World


async def somebody_polls(world: World) -> None:
    async with asyncio.timeout(5):
        while not world.updates.polled:  # noqa: ASYNC110  # a poll that begins rings no bell
            await asyncio.sleep(0.01)


async def test_updates_are_kept_until_an_offset_confirms_them(bot: Bot, ann: Person) -> None:
    first = await bot.get_updates()
    assert [update.update_id for update in await bot.get_updates()] == [update.update_id for update in first]
    assert await bot.get_updates(offset=first[-1].update_id + 1) == ()
    ann.send(ann.chat, "more")
    (more,) = await bot.get_updates()
    assert more.update_id == first[-1].update_id + 1


async def test_limit_and_negative_offset(bot: Bot, ann: Person) -> None:
    for number in range(5):
        ann.send(ann.chat, str(number))
    assert len(await bot.get_updates(limit=2)) == 2
    last = await bot.get_updates(offset=-2)
    assert [update.message and update.message.text for update in last] == ["3", "4"]


async def test_a_long_poll_ends_when_something_comes(bot: Bot, ann: Person, world: World) -> None:
    newest = world.updates.last_id
    poll = asyncio.create_task(bot.get_updates(offset=newest + 1, timeout=30))
    await somebody_polls(world)
    ann.send(ann.chat, "here")
    (update,) = await poll
    assert update.effective_message is not None
    assert update.effective_message.text == "here"


async def test_the_older_of_two_pollers_gets_a_conflict(
    bot: Bot, ann: Person, world: World, playground: Playground
) -> None:
    newest = world.updates.last_id
    older = asyncio.create_task(bot.get_updates(offset=newest + 1, timeout=30))
    await somebody_polls(world)
    async with Bot(world.token, base_url=f"{playground.url}/bot") as second:
        newer = asyncio.create_task(second.get_updates(offset=newest + 1, timeout=30))
        with pytest.raises(Conflict, match="terminated by other getUpdates request"):
            await older
        ann.send(ann.chat, "for the newer one")
        assert len(await newer) == 1


async def test_only_what_was_asked_for_is_queued(bot: Bot, ann: Person, world: World) -> None:
    """The wish is remembered; it changes nothing in what waits already."""
    waiting = len(world.updates.pending)
    await bot.get_updates(allowed_updates=["callback_query"])
    ann.send(ann.chat, "unheard")
    assert len(world.updates.pending) == waiting
    await bot.get_updates(allowed_updates=[])
    ann.send(ann.chat, "heard")
    assert len(world.updates.pending) == waiting + 1


async def test_after_a_day_updates_are_gone(bot: Bot, ann: Person, world: World) -> None:
    world.clock.advance(timedelta(hours=25))
    ann.send(ann.chat, "fresh")
    (fresh,) = await bot.get_updates()
    assert fresh.effective_message is not None
    assert fresh.effective_message.text == "fresh"


async def test_an_update_can_come_twice_and_from_nowhere(bot: Bot, ann: Person, world: World) -> None:
    newest = world.updates.pending[-1]
    await bot.get_updates(offset=world.updates.last_id + 1)
    world.updates.repeat(newest)
    (again,) = await bot.get_updates()
    assert again.update_id == newest["update_id"]
    world.inject("channel_post", {"message_id": 1, "date": 0, "chat": {"id": -1001, "type": "channel", "title": "C"}})
    assert (await bot.get_updates())[-1].channel_post is not None
    assert ann.chat.messages


async def test_a_webhook_and_polling_exclude_each_other(bot: Bot, world: World) -> None:
    with pytest.raises(BadRequest, match="an https url must be provided"):
        await bot.set_webhook("http://example.org/hook")
    await bot.set_webhook("https://example.org/hook", allowed_updates=["message"])
    info = await bot.get_webhook_info()
    assert (info.url, info.pending_update_count) == ("https://example.org/hook", len(world.updates.pending))
    with pytest.raises(Conflict, match="webhook is active"):
        await bot.get_updates()
    await bot.delete_webhook(drop_pending_updates=True)
    assert await bot.get_updates() == ()


async def test_joining_a_group_is_told(bot: Bot, world: World) -> None:
    kinds = [next(name for name in update if name != "update_id") for update in world.updates.pending]
    assert kinds == ["my_chat_member", "message"]
    member, welcome = await bot.get_updates()
    assert member.my_chat_member is not None
    assert member.my_chat_member.new_chat_member.status == "member"
    assert welcome.message is not None
    assert welcome.message.new_chat_members[0].id == bot.id
