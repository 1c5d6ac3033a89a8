"""Statements that the driver runs by itself: the same as by way of SQLAlchemy, and refused where they would not be."""

import traceback
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from sqlalchemy import bindparam, insert, select, text

from storage.database import Database, is_outage
from storage.dialect import among, table_of
from storage.prepared import Prepared, Reading, change, renew
from storage.states import ChatKind, OutboxState, Priority
from storage.tables import Chat, Learner, OutboxRow, Subscription, Writing

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
WORDS = 'it\'s "50 %" of 日本 \\ ? :name $1 👩‍🔬'

_LEARNERS, _OUTBOX, _SUBSCRIPTIONS = table_of(Learner), table_of(OutboxRow), table_of(Subscription)
_ALL = Reading(Learner, select(_LEARNERS).order_by(_LEARNERS.c.id))
_ROWS = Reading(OutboxRow, select(_OUTBOX).order_by(_OUTBOX.c.id))
_WISHES = Reading(Subscription, select(_SUBSCRIPTIONS).where(_SUBSCRIPTIONS.c.chat_id == bindparam("chat")))
_THESE = Prepared(
    lambda dialect: select(_LEARNERS.c.name).where(among(dialect, _LEARNERS.c.name, "names")).order_by(_LEARNERS.c.name)
)


async def test_values_of_each_kind_come_back_as_they_were(database: Database) -> None:
    """Moments, days, flags, nothing at all, texts with odd signs, JSON and bytes; the ORM reads the same."""
    payload = {"text": WORDS, "list": [1, 2.5, None, True], "none": None}
    async with database.transaction() as store:
        await store.outbox.put("k", 5, "send_message", payload, priority=Priority.PUSH, now=NOW, file=b"\x00\xff")
        await store.outbox.put("l", 5, "send_message", {}, priority=Priority.PUSH, now=NOW)
        await store.chats.meet(5, ChatKind.PRIVATE, WORDS, language="en", timezone="UTC", now=NOW)
        await store.subscriptions.subscribe(5, 0, "09:00", 3, NOW, NOW)
    async with database.transaction() as store:
        session = store.outbox._session
        (wish,) = await _WISHES.all(session, {"chat": 5})
        tokyo = timezone(timedelta(hours=9))
        await change(session, wish, paused_until=date(2026, 3, 9), snoozed_until=NOW.astimezone(tokyo))
        assert (wish.paused_until, wish.next_due_at) == (date(2026, 3, 9), NOW)
    async with database.transaction() as store:
        session = store.outbox._session
        first, second = await _ROWS.all(session, {})
        assert (first.payload, first.file, first.created_at) == (payload, b"\x00\xff", NOW)
        assert (second.payload, second.file, second.worker, second.state) == ({}, None, None, OutboxState.WAITING)
        (wish,) = await _WISHES.all(session, {"chat": 5})
        assert (wish.paused_until, wish.snoozed_until, wish.ignored) == (date(2026, 3, 9), NOW, 0)
        for row, mapped in ((first, OutboxRow), (wish, Subscription)):
            by_orm = await session.get(mapped, row.id)
            assert by_orm is not None
            assert by_orm is not row
            for column in mapped.__table__.columns:
                assert getattr(by_orm, column.key) == getattr(row, column.key)


async def test_lists_of_any_length(database: Database) -> None:
    """None, one, and more than a statement may have parameters."""
    names = ["Ann", WORDS, "Bo"]
    async with database.transaction() as store:
        for number, name in enumerate(names, start=1):
            await store.learners.meet(number, name, NOW)
        session = store.learners._session
        assert await _THESE.rows(session, {"names": []}) == []
        many = [*names[:2], *map(str, range(40_000))]
        assert [name for (name,) in await _THESE.rows(session, {"names": many})] == sorted(names[:2])


async def test_what_was_changed_is_seen_by_all(database: Database) -> None:
    """In the object, by other statements of the transaction, and after it; but not after an exception."""
    async with database.transaction() as store:
        ann = await store.learners.meet(1, "Ann", NOW)

    async def spoil() -> None:
        async with database.transaction() as store:
            await change(store.learners._session, ann, name="Nobody")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await spoil()
    async with database.transaction() as store:
        session = store.learners._session
        (other,) = await _ALL.all(session, {})
        assert other.name == "Ann"
        await change(session, other, name="Anna", retention=80)
        assert (other.name, other.retention) == ("Anna", 80)
        assert await session.scalar(text("SELECT name FROM learners")) == "Anna"
        renew(ann, other)
        assert (ann.name, ann.retention) == ("Anna", 80)
    async with database.transaction() as store:
        assert [one.name for one in await _ALL.all(store.learners._session, {})] == ["Anna"]


async def test_a_value_that_fits_no_column_is_no_outage(database: Database) -> None:
    """It would be tried for ever, and everybody would wait."""
    errors = []
    for first in (text("SELECT 1"), None):
        try:
            async with database.transaction() as store:
                if first is not None:
                    await store.learners._session.execute(first)
                await store.learners.get(10**30)
        except Exception as error:
            errors.append(error)
    assert len(errors) == 2
    assert not any(is_outage(error) for error in errors)


async def test_what_the_orm_adds_is_kept_too(database: Database) -> None:
    """Also where nothing was asked after it."""
    async with database.transaction() as store:
        added = {"kind": ChatKind.PRIVATE, "language": "en", "timezone": "UTC", "created_at": NOW}
        store.chats._session.add(Chat(id=9, **added))
    async with database.transaction() as store:
        assert await store.chats.get(9) is not None


async def test_what_only_sqlalchemy_could_fill_in_is_refused(database: Database) -> None:
    """Before anything is written: a default in Python, a list in the text, values of other names."""
    async with database.transaction() as store:
        session = store.learners._session
        await store.learners.get(1)  # a transaction is under way
        row = {"id": 1, "name": "Ann", "created_at": NOW, "seen_at": NOW}
        with pytest.raises(TypeError, match="only SQLAlchemy can fill in"):
            await Prepared(insert(_LEARNERS)).rows(session, row)
        listed = Prepared(select(_LEARNERS).where(_LEARNERS.c.id.in_(bindparam("ids", expanding=True))))
        with pytest.raises(TypeError, match="depends on the values"):
            await listed.rows(session, {"ids": [1]})
        whole = Prepared(insert(_LEARNERS))
        await whole.rows(session, row | {"shown_by_name": False})
        with pytest.raises(TypeError, match="same names"):
            await whole.rows(session, row | {"shown_by_name": False, "retention": 80})


@pytest.mark.parametrize("by_orm", [False, True])
async def test_a_row_that_is_refused_is_not_told_of(database: Database, by_orm: bool) -> None:
    """Neither the error nor what led to it holds what somebody has written: it would stand in the log."""

    async def spoil() -> None:
        async with database.transaction() as store:
            await store.learners.meet(1, "Ann", NOW)
            row = {"learner_id": 1, "deck": None, "card_id": "", "field": "new", "text": WORDS, "begun_at": NOW}
            if by_orm:
                store.writings._session.add(Writing(**row))
                await store.writings._session.flush()
            await Prepared(insert(table_of(Writing))).rows(store.writings._session, row)

    with pytest.raises(Exception, match=r"(?i)not.null constraint") as found:
        await spoil()
    told = "".join(traceback.format_exception(found.value))
    assert WORDS not in told
    assert "👩" not in told
