"""Limits, and faults that tests script."""

import httpx
import pytest
from telegram import Bot
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError, TimedOut

from bot.playground import Group, Person, World
from bot.playground.limits import OVERALL, PER_CHAT, PER_GROUP, FloodControl

# python-telegram-bot warns of its own attribute whenever it raises RetryAfter.
pytestmark = pytest.mark.filterwarnings("ignore:.*retry_after")


def texts(person: Person) -> list[str]:
    return [message.text for message in person.chat.from_bot]


async def test_a_group_gets_twenty_messages_a_minute(bot: Bot, world: World, group: Group) -> None:
    for number in range(PER_GROUP.most):
        await bot.send_message(group.id, str(number))
    with pytest.raises(RetryAfter, match="Flood control exceeded"):
        await bot.send_message(group.id, "one too many")
    assert len(group.from_bot) == PER_GROUP.most
    await bot.send_chat_action(group.id, "typing")  # is no message
    world.limits = False
    await bot.send_message(group.id, "one more")


def test_flood_control_says_how_long_to_wait() -> None:
    seconds = 0.0
    control = FloodControl(lambda: seconds)
    assert [control.admit(1, group=False) for _ in range(PER_CHAT.most)] == [None] * PER_CHAT.most
    assert control.admit(1, group=False) == PER_CHAT.seconds
    seconds = 2.5
    assert control.admit(1, group=False) == 8
    assert control.admit(2, group=False) is None
    seconds = 10.0
    assert control.admit(1, group=False) is None


def test_flood_control_counts_all_chats_together() -> None:
    seconds = 0.0
    control = FloodControl(lambda: seconds)
    admitted = [control.admit(chat, group=False) for chat in range(1, OVERALL.most + 2)]
    assert admitted == [None] * OVERALL.most + [1]
    seconds = 1.0
    assert control.admit(99, group=False) is None


async def test_a_flood_can_be_scripted(bot: Bot, world: World, ann: Person) -> None:
    world.faults.flood("sendMessage", retry_after=7, times=2)
    for _ in range(2):
        with pytest.raises(RetryAfter, match="7"):
            await bot.send_message(ann.id, "Hi")
    await bot.send_message(ann.id, "Hi")
    assert texts(ann) == ["Hi"]
    assert [call.status for call in world.calls if call.method == "sendMessage"] == [429, 429, 200]


async def test_a_flood_without_its_parameters_looks_different(bot: Bot, world: World, ann: Person) -> None:
    world.faults.flood("sendMessage", retry_after=None)
    with pytest.raises(NetworkError, match="Too Many Requests"):
        await bot.send_message(ann.id, "Hi")


async def test_any_error_for_one_chat_only(bot: Bot, world: World, ann: Person, bo: Person) -> None:
    bo.start()
    world.faults.fail(None, 403, "Forbidden: bot was blocked by the user", chat_id=ann.id, times=float("inf"))
    for _ in range(2):
        with pytest.raises(Forbidden):
            await bot.send_message(ann.id, "Hi")
    await bot.send_message(bo.id, "Hi")
    world.faults.clear()
    world.faults.fail("sendMessage", 500, "Internal Server Error", skip=1)
    await bot.send_message(ann.id, "first")
    with pytest.raises(NetworkError, match="Internal Server Error"):
        await bot.send_message(ann.id, "second")
    assert texts(ann) == ["first"]


@pytest.mark.parametrize("delivered", [True, False])
async def test_a_cut_connection_does_not_tell_what_happened(
    bot: Bot, world: World, ann: Person, delivered: bool
) -> None:
    world.faults.drop("sendMessage", delivered=delivered)
    with pytest.raises(NetworkError) as cut:
        await bot.send_message(ann.id, "Hi")
    assert isinstance(cut.value.__cause__, httpx.RemoteProtocolError | httpx.ReadError)
    assert texts(ann) == (["Hi"] if delivered else [])


async def test_a_slow_answer_times_out_though_delivered(bot: Bot, world: World, ann: Person) -> None:
    world.faults.hang("sendMessage", 0.4)
    with pytest.raises(TimedOut):
        await bot.send_message(ann.id, "Hi", read_timeout=0.1)
    assert texts(ann) == ["Hi"]


async def test_a_slow_answer_may_never_come(bot: Bot, world: World, ann: Person) -> None:
    world.faults.hang("sendMessage", 0.05, delivered=False)
    with pytest.raises(NetworkError):
        await bot.send_message(ann.id, "Hi")
    assert texts(ann) == []


async def test_a_rubbish_body(bot: Bot, world: World, ann: Person) -> None:
    world.faults.rubbish("sendMessage")
    with pytest.raises(TelegramError, match="Invalid server response"):
        await bot.send_message(ann.id, "Hi")
    assert texts(ann) == ["Hi"]


async def test_faults_can_hit_polling(bot: Bot, world: World) -> None:
    world.faults.fail("getUpdates", 502, "Bad Gateway")
    with pytest.raises(NetworkError, match="Bad Gateway"):
        await bot.get_updates()
    assert await bot.get_updates()


async def test_calls_are_recorded(bot: Bot, world: World, ann: Person) -> None:
    with pytest.raises(BadRequest):
        await bot.send_message(ann.id, "")
    call = world.calls[-1]
    assert (call.method, call.status, call.values["chat_id"]) == ("sendMessage", 400, str(ann.id))
