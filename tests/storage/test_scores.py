"""Scores of every board and window, ranks, and that both are what the ledger comes to; on both databases."""

import asyncio
import random
import re
from datetime import UTC, date, datetime, timedelta

import pytest
from alembic import command
from sqlalchemy import Connection, delete, text, update
from sqlalchemy.ext.asyncio import create_async_engine

from storage.database import Database, Store, driver_url
from storage.migrations import config
from storage.periods import OVERALL, Period, Window, window
from storage.states import ChatKind, LedgerKind, RoundMode
from storage.tables import LedgerRow, Question, Score, Tally

NOW = datetime(2026, 3, 4, 9, 0, tzinfo=UTC)  # a Wednesday
TODAY = NOW.date()
GROUP = -100


async def group_question(store: Store, chat_id: int = GROUP) -> Question:
    """A question of the group."""
    await store.chats.meet(chat_id, ChatKind.GROUP, "", language="en", timezone="UTC", now=NOW)
    fresh = await store.rounds.start(chat_id, 0, RoundMode.DAILY, "deck", ["a"], seconds=60, now=NOW)
    return await store.questions.ask_in_round(fresh, "a", 1, closes_at=NOW, hinted=False, now=NOW)


async def won(store: Store, points: dict[int, int], day: date = TODAY, chat_id: int = GROUP) -> None:
    """These learners get these points for this day."""
    asked = await group_question(store, chat_id)
    for who in points:
        await store.learners.meet(who, f"L{who}", NOW)
        await store.chats.see_member(chat_id, who, NOW)
    await store.scores.award(asked, LedgerKind.ANSWER, points, day, NOW)


async def ranks(store: Store, board: int, period: Period, day: date = TODAY) -> list[tuple[int, int, int]]:
    """Rank, learner and points of everybody there."""
    return [(one.rank, one.learner_id, one.points) for one in await store.boards.top(board, window(period, day), 100)]


async def test_ranks_are_shared(database: Database) -> None:
    """And the one after two firsts is the third; one's own place is the same as on the board."""
    async with database.transaction() as store:
        await won(store, {1: 10, 2: 20, 3: 20, 4: 5})
        for board in (OVERALL, GROUP):
            for period in Period:
                assert await ranks(store, board, period) == [(1, 3, 20), (1, 2, 20), (3, 1, 10), (4, 4, 5)]
                own = await store.boards.place(board, window(period, TODAY), 1)
                assert own is not None
                assert (own.rank, own.points) == (3, 10)
        assert await ranks(store, OVERALL, Period.TODAY, TODAY + timedelta(days=1)) == []


async def test_the_rank_is_the_one_counted_out(database: Database) -> None:
    """Wherever somebody stands, in the narrow, middle or wide steps."""
    dice = random.Random(3)
    points = {who: int(1.012 ** dice.randint(1, 1000)) + 1 for who in range(1, 301)}
    async with database.transaction() as store:
        await won(store, points)
        assert not await store.sums.differences(NOW)
        for who in dice.sample(sorted(points), 40):
            own = await store.boards.place(OVERALL, window(Period.WEEK, TODAY), who)
            assert own is not None
            assert own.rank == 1 + sum(other > points[who] for other in points.values())


async def test_an_appeal_mends_the_week_of_its_answer(database: Database) -> None:
    """Not the one in which it was decided; and one long past leaves the days gone by alone."""
    last_week, long_ago = TODAY - timedelta(days=7), TODAY - timedelta(days=200)
    async with database.transaction() as store:
        await won(store, {1: 10}, last_week)
        await won(store, {1: 3}, TODAY)
        await won(store, {1: 4}, long_ago)
        await won(store, {1: 5}, last_week)
        assert await ranks(store, GROUP, Period.WEEK) == [(1, 1, 3)]
        assert await ranks(store, GROUP, Period.WEEK, last_week) == [(1, 1, 15)]
        assert await ranks(store, GROUP, Period.WEEK, long_ago) == [(1, 1, 4)]
        assert await ranks(store, GROUP, Period.TODAY, long_ago) == []
        assert await store.scores.of_learner(1) == 22
        assert await ranks(store, GROUP, Period.GAIN) == [], "less than last week is no gain"
        assert not await store.sums.differences(NOW)


async def test_improvement_is_this_week_less_the_last(database: Database) -> None:
    """So newcomers can win."""
    async with database.transaction() as store:
        await won(store, {1: 100, 2: 30}, TODAY - timedelta(days=7))
        await won(store, {1: 105, 2: 45, 3: 25})
        assert await ranks(store, GROUP, Period.GAIN) == [(1, 3, 25), (2, 2, 15), (3, 1, 5)]


async def test_who_hides_or_leaves_is_not_counted(database: Database) -> None:
    """Nor shown; and is again, with all points, on coming back."""
    async with database.transaction() as store:
        await won(store, {1: 30, 2: 20, 3: 10})
        first = await store.learners.get(1)
        assert first is not None
        await store.learners.hide(first, True)
        await store.scores.show_rightly(1, NOW)
        assert await store.chats.set_left(GROUP, 2, left=True)
        await store.scores.show_rightly(2, NOW)
        assert await ranks(store, OVERALL, Period.WEEK) == [(1, 2, 20), (2, 3, 10)]
        assert await ranks(store, GROUP, Period.WEEK) == [(1, 3, 10)]
        third = await store.boards.place(OVERALL, window(Period.WEEK, TODAY), 3)
        assert third is not None
        assert third.rank == 2
        await won(store, {1: 5})
        assert not await store.sums.differences(NOW)
        await store.learners.hide(first, False)
        await store.scores.show_rightly(1, NOW)
        assert await store.chats.see_member(GROUP, 2, NOW)
        await store.scores.show_rightly(2, NOW)
        assert await ranks(store, GROUP, Period.WEEK) == [(1, 1, 35), (2, 2, 20), (3, 3, 10)]
        assert not await store.sums.differences(NOW)


async def test_forgetting_moving_and_purging_keep_the_sums(database: Database) -> None:
    """Whatever is taken away or moved, scores and ranks stay what the ledger comes to."""
    async with database.transaction() as store:
        await won(store, {1: 30, 2: 20})
        await won(store, {2: 7, 3: 1}, chat_id=-200)
        await store.privacy.forget(1, NOW)
        assert await ranks(store, OVERALL, Period.ALL) == [(1, 2, 27), (2, 3, 1)]
        await store.moves.move(GROUP, -200)
        assert await ranks(store, -200, Period.WEEK) == [(1, 2, 27), (2, 3, 1)]
        assert await ranks(store, GROUP, Period.WEEK) == []
        assert not await store.sums.differences(NOW)
        later = NOW + timedelta(days=90)
        await store.scores.purge(later)
        assert await ranks(store, -200, Period.TODAY) == []
        present = {window(period, later.date()): 5 for period in (Period.WEEK, Period.MONTH)}
        champions = await store.boards.champions(-200, present)
        assert [one.starts_on for one in champions[Period.WEEK]] == [date(2026, 3, 2)]
        assert [one.starts_on for one in champions[Period.MONTH]] == [date(2026, 3, 1)]
        assert await store.boards.champions(-999, present) == {Period.WEEK: [], Period.MONTH: []}
        assert not await store.sums.differences(later)


async def test_awards_from_everywhere_at_once(database: Database) -> None:
    """Two groups whose members are the same, the other way round: nobody waits for ever, and nothing is lost."""
    async with database.transaction() as store:
        await won(store, {1: 1, 2: 1})
        asked = [await group_question(store, chat_id) for chat_id in (GROUP, -200) * 10]

    async def award(number: int, question: Question) -> None:
        async with database.transaction() as store:
            for who in (1, 2) if number % 2 else (2, 1):
                await store.scores.award(question, LedgerKind.ANSWER, {who: 10}, TODAY, NOW)

    await asyncio.gather(*(award(number, question) for number, question in enumerate(asked)))
    async with database.transaction() as store:
        assert await store.scores.of_learner(1) == 201
        assert not await store.sums.differences(NOW)


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (
            update(Score).where(Score.board_id == GROUP, Score.period == "week").values(points=99),
            "99 points instead of",
        ),
        (update(Score).where(Score.board_id == GROUP).values(hidden=True), r"\(hidden\)"),
        (delete(Score).where(Score.board_id == OVERALL, Score.period == "all"), "nothing instead of 10 points"),
        (update(Tally).values(learners=7), "7 learners instead of 1"),
        (update(LedgerRow).values(day=TODAY - timedelta(days=1)), "instead of nothing"),
    ],
)
async def test_what_does_not_add_up_is_found_and_mended(database: Database, spoil: object, told: str) -> None:
    """Each kind of difference, in words."""
    async with database.transaction() as store:
        await won(store, {1: 10})
        await store.scores._session.execute(spoil)  # type: ignore[call-overload] # one of the statements above
    async with database.transaction() as store:
        found = await store.sums.differences(NOW)
        assert found
        assert re.search(told, "\n".join(found))
        await store.sums.mend(NOW)
        assert not await store.sums.differences(NOW)


async def test_the_migration_sums_up_what_was_there(database_url: str) -> None:
    """By the zone of each chat, with a day that ends at 04:00."""
    engine = create_async_engine(driver_url(database_url))
    now = datetime.now(UTC).replace(hour=3, minute=30)

    def before(connection: Connection) -> None:
        command.downgrade(config(connection), "base")
        command.upgrade(config(connection), "0002")
        moment = now.isoformat(sep=" ") if connection.dialect.name == "sqlite" else now
        for sql in (
            "INSERT INTO learners (id, name, shown_by_name, created_at, seen_at) VALUES (1, 'A', :no, :at, :at)",
            "INSERT INTO chats (id, kind, state, title, language, timezone, timezone_chosen, created_at) "
            "VALUES (-1, 'group', 'active', '', 'en', 'UTC', :no, :at), (1, 'private', 'active', '', 'en', "
            "'Asia/Tokyo', :no, :at)",
            "INSERT INTO questions (id, chat_id, thread_id, deck, card_id, number, state, hints, retried, asked_at) "
            "VALUES (1, -1, 0, 'd', 'c', 1, 'closed', 0, :no, :at), (2, 1, 0, 'd', 'c', 1, 'closed', 0, :no, :at)",
            "INSERT INTO ledger (question_id, learner_id, chat_id, kind, points, awarded_at) "
            "VALUES (1, 1, -1, 'answer', 10, :at), (2, 1, 1, 'answer', 7, :at)",
        ):
            connection.execute(text(sql), {"no": False, "at": moment})

    async with engine.begin() as connection:
        await connection.run_sync(before)
    await engine.dispose()
    database = Database(database_url)
    await database.migrate()
    async with database.transaction() as store:
        assert not await store.sums.differences(now)
        yesterday = now.date() - timedelta(days=1)
        assert await ranks(store, OVERALL, Period.TODAY, now.date()) == [(1, 1, 7)]
        assert await ranks(store, OVERALL, Period.TODAY, yesterday) == [(1, 1, 10)]
        assert [one.points for one in await store.boards.top(-1, Window(Period.TODAY, yesterday), 10)] == [10]
    await database.close()
