"""Is everything that we hold consistent? And mending what can be mended without losing anything."""

from collections.abc import Awaitable, Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy import (
    ColumnElement,
    Executable,
    Table,
    and_,
    delete,
    exists,
    func,
    or_,
    select,
    text,
    update,
)
from sqlalchemy.exc import DatabaseError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncSession
from sqlalchemy.orm import aliased

from storage import revisions
from storage.alone import somebody_is_on
from storage.database import Database
from storage.states import ChatState, InboxState, LedgerKind, OutboxState, QuestionState, RoundState
from storage.sums import Sums
from storage.tables import (
    Answer,
    Base,
    Chat,
    InboxRow,
    Learner,
    LedgerRow,
    Memory,
    OutboxRow,
    Question,
    Review,
    Round,
    Sitting,
    Subscription,
)
from storage.workers import ended

STUCK = timedelta(minutes=10)
"""What takes a second or so when all is well has surely come to a halt by then."""
LATE = timedelta(hours=1)
EXAMPLES = 3
EARNED = {"questions", "sittings", "rounds", "answers", "ledger"}
"""Tables of which nothing is ever deleted here: what people did and earned hangs on them."""
LOOK = "Start the bot, or look in its log."
BY_HAND = "Scores follow the ledger; only a person can say which is right."


@dataclass(frozen=True)
class Finding:
    """Something that is not as it should be; `cure` mends it, and `cured` says how."""

    said: str
    cure: Sequence[Executable] = ()
    cured: str = ""
    mended: bool = False


@dataclass(frozen=True)
class Stray:
    """Rows that there should be none of: which, what to say of them, and what a person can do, or what mends them."""

    table: type[Base] | Table
    which: ColumnElement[bool]
    said: str
    advice: str = ""
    cure: Executable | None = None
    cured: str = ""


Inspection = Callable[[AsyncConnection, datetime], Awaitable[list[Finding]]]


async def check(database: Database, now: datetime, *, repair: bool = False) -> list[Finding]:
    """All findings; with `repair`, those that have a cure are mended, all in one transaction.

    Raises CannotOpenError when the database is newer than this code.
    """
    if damage := await _damage(database):
        return [Finding(f"The database file is damaged ({damage}). Stop the bot and restore a backup.")]
    if await database.revision() != revisions.revisions()[-1]:
        return [Finding("The tables are not those of this version. Run: dailydeck migrate")]
    findings = []
    inspections = (*INSPECTIONS, _left_behind(await _ended_workers(database)))
    async with database.connection() if repair else database.snapshot() as connection:
        if repair and not database.is_sqlite:
            # No award may come between adding up the ledger and writing down the sum.
            await connection.execute(text("LOCK TABLE ledger, scores IN SHARE ROW EXCLUSIVE MODE"))
        for inspect in inspections:
            for finding in await inspect(connection, now):
                for statement in finding.cure if repair else ():
                    await connection.execute(statement)
                findings.append(replace(finding, mended=repair and bool(finding.cure)))
        findings += await _scores(connection, now, repair=repair)
    return findings


async def _damage(database: Database) -> str | None:
    """What SQLite finds wrong with its own file; PostgreSQL looks after itself."""
    if not database.is_sqlite:
        return None
    try:
        async with database.snapshot() as connection:
            first = await connection.scalar(text("PRAGMA integrity_check(1)"))
    except DatabaseError as error:
        return str(error.orig)
    return None if first == "ok" else str(first)


async def _scores(connection: AsyncConnection, now: datetime, *, repair: bool) -> list[Finding]:
    """Every score and every rank is what the ledger comes to."""
    async with AsyncSession(connection, join_transaction_mode="create_savepoint") as session:
        sums = Sums(session)
        examples = await sums.differences(now)
        if examples and repair:
            await sums.mend(now)
            await session.commit()
    if not examples:
        return []
    said = f"Scores that are not the sum of the ledger: {_some(examples)}."
    return [Finding(said, cured="Added up anew.", mended=repair)]


async def _strays(connection: AsyncConnection, now: datetime) -> list[Finding]:
    return await _which(connection, (*_orphans(), *_stuck(now)))


async def _ended_workers(database: Database) -> list[int]:
    """The numbers of the processes that have ended while they were sending something; others are still at it."""
    sending = select(_worker()).where(OutboxRow.state == OutboxState.SENDING).distinct()
    async with database.snapshot() as connection:
        numbers = (await connection.scalars(sending)).all()
        if not database.is_sqlite:
            return await ended(connection, numbers)
    at_work = bool(numbers) and database.file is not None and somebody_is_on(database.file)
    return [] if at_work else list(numbers)


def _worker() -> ColumnElement[int]:
    return func.coalesce(OutboxRow.worker, 0)


def _left_behind(workers: Sequence[int]) -> Inspection:
    """What these processes were sending when they ended, and no other has taken up since."""

    async def inspect(connection: AsyncConnection, now: datetime) -> list[Finding]:
        left = and_(OutboxRow.state == OutboxState.SENDING, _worker().in_(workers), OutboxRow.created_at < now - STUCK)
        stray = Stray(
            OutboxRow,
            left,
            "Messages that were on their way to Telegram when the bot ended",
            cure=update(OutboxRow).where(left).values(state=OutboxState.WAITING, attempts=OutboxRow.attempts + 1),
            cured="To be sent once more.",
        )
        return await _which(connection, [stray])

    return inspect


async def _which(connection: AsyncConnection, strays: Iterable[Stray]) -> list[Finding]:
    """Those of which there are any."""
    findings = []
    for stray in strays:
        number = await connection.scalar(select(func.count()).select_from(stray.table).where(stray.which))
        if number:
            said = f"{stray.said}: {number}. {stray.advice}".rstrip()
            findings.append(Finding(said, [] if stray.cure is None else [stray.cure], stray.cured))
    return findings


def _orphans() -> Iterator[Stray]:
    """Rows whose owner is gone; the databases prevent them, unless somebody works on the file by hand."""
    for table in Base.metadata.sorted_tables:
        for key in table.foreign_key_constraints:
            owner = key.referred_table.alias()
            pairs = [(element.parent, owner.c[element.column.name]) for element in key.elements]
            lost = and_(
                *(column.is_not(None) for column, _ in pairs),
                ~exists().where(*(column == its for column, its in pairs)),
            )
            said = f"Rows of {table.name} without what they belong to in {key.referred_table.name}"
            if table.name in EARNED:
                yield Stray(table, lost, said, "What people did hangs on them: restore a backup.")
            else:
                yield Stray(table, lost, said, cure=delete(table).where(lost), cured="Deleted.")
    lost = and_(Learner.answering.is_not(None), ~exists().where(Question.id == Learner.answering))
    yield Stray(
        Learner,
        lost,
        "Learners about to answer a question that is not there",
        cure=update(Learner).where(lost).values(answering=None),
        cured="Mended.",
    )


def _stuck(now: datetime) -> Iterator[Stray]:
    """What has come to a halt."""
    yield Stray(
        InboxRow,
        and_(InboxRow.state == InboxState.WAITING, InboxRow.received_at < now - STUCK),
        "Updates that have waited for over 10 minutes",
        "Start the bot, or start it anew.",
    )
    dead = InboxRow.state == InboxState.DEAD
    yield Stray(
        InboxRow,
        dead,
        "Updates set aside after failing three times (the log says why, and their senders know)",
        cure=delete(InboxRow).where(dead),
        cured="Deleted.",
    )
    yield Stray(
        OutboxRow,
        and_(OutboxRow.state == OutboxState.WAITING, OutboxRow.created_at < now - LATE),
        "Messages that have waited for over an hour",
        LOOK,
    )
    yield Stray(
        Question,
        and_(Question.state == QuestionState.OPEN, Question.closes_at < now - STUCK),
        "Questions open past their end",
        LOOK,
    )
    yield Stray(
        Round,
        and_(Round.state == RoundState.RUNNING, Round.next_at < now - STUCK),
        "Quizzes that wait for their next question",
        LOOK,
    )
    active = exists().where(Chat.id == Subscription.chat_id, Chat.state == ChatState.ACTIVE)
    yield Stray(
        Subscription,
        and_(Subscription.next_due_at < now - LATE, active),
        "Daily questions over an hour late",
        LOOK,
    )
    asked = exists().where(Question.round_id == Round.id, Question.state == QuestionState.OPEN)
    idle = and_(Round.state == RoundState.RUNNING, Round.next_at.is_(None), ~asked)
    yield Stray(
        Round,
        idle,
        "Quizzes that run without a question, so that no other can start",
        cure=update(Round).where(idle).values(state=RoundState.STOPPED, finished_at=now),
        cured="Ended.",
    )
    newer_sitting, newer_question = aliased(Sitting), aliased(Question)
    overtaken = and_(
        Sitting.finished_at.is_(None),
        exists().where(
            newer_sitting.learner_id == Sitting.learner_id,
            newer_sitting.finished_at.is_(None),
            newer_sitting.id > Sitting.id,
        ),
    )
    yield Stray(
        Sitting,
        overtaken,
        "Sittings that go on although their learner has begun another",
        cure=update(Sitting).where(overtaken).values(finished_at=now),
        cured="Ended.",
    )
    second = and_(
        Question.state == QuestionState.OPEN,
        exists().where(
            newer_question.learner_id == Question.learner_id,
            newer_question.state == QuestionState.OPEN,
            newer_question.id > Question.id,
        ),
    )
    yield Stray(
        Question,
        second,
        "Private questions open although their learner is being asked another",
        cure=update(Question).where(second).values(state=QuestionState.CLOSED, closed_at=now),
        cured="Closed.",
    )
    same = and_(Review.learner_id == Memory.learner_id, Review.deck == Memory.deck, Review.card_id == Memory.card_id)
    for table, said in ((Memory, "Memories that come from no review"), (Review, "Reviews that left no memory")):
        yield Stray(table, ~exists().where(same), said, "The next answer to the card mends it.")


async def _answers(connection: AsyncConnection, _: datetime) -> list[Finding]:
    """What the ledger gave for an answer is what the answer was worth."""
    given = (
        select(LedgerRow.question_id, LedgerRow.learner_id, func.sum(LedgerRow.points).label("points"))
        .where(LedgerRow.kind.in_((LedgerKind.ANSWER, LedgerKind.APPEAL)))
        .group_by(LedgerRow.question_id, LedgerRow.learner_id)
        .subquery()
    )
    same = and_(given.c.question_id == Answer.question_id, given.c.learner_id == Answer.learner_id)
    # A group's question gives its points when it closes, and none when its card has left the deck by then.
    owed = and_(given.c.points.is_(None), Question.learner_id.is_not(None), Answer.points != 0)
    rows = await connection.execute(
        select(Answer.id, Answer.points, func.coalesce(given.c.points, 0))
        .join(Question, Question.id == Answer.question_id)
        .outerjoin(given, same)
        .where(or_(given.c.points != Answer.points, owed))
        .order_by(Answer.id)
    )
    examples = [f"answer {answer}: {points} instead of {worth}" for answer, worth, points in rows]
    findings = []
    if examples:
        findings.append(Finding(f"Answers for which the ledger gave other points: {_some(examples)}. {BY_HAND}"))
    unearned = ~exists().where(Answer.question_id == LedgerRow.question_id, Answer.learner_id == LedgerRow.learner_id)
    rows = await connection.execute(select(LedgerRow.id, LedgerRow.points).where(unearned).order_by(LedgerRow.id))
    examples = [f"ledger row {row}: {points} points" for row, points in rows]
    if examples:
        findings.append(Finding(f"Points for which there is no answer: {_some(examples)}. {BY_HAND}"))
    return findings


INSPECTIONS: tuple[Inspection, ...] = (_strays, _answers)
"""What is looked at, in an order in which no cure leaves work for an earlier one."""


def _some(examples: Sequence[str]) -> str:
    """How many, and the first few of them."""
    more = "; …" if len(examples) > EXAMPLES else ""
    return f"{len(examples)} ({'; '.join(examples[:EXAMPLES])}{more})"
