"""Ask, judge, award: a learner's sitting in private."""

import random
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.tutor import calendar, choice, leaderboard, points, rhythm, schedule
from bot.tutor.summary import Summary, finish
from content.card import Card, Deck
from content.grading import Outcome, Verdict, grade
from content.grading.almost import nearly
from content.hints import Hint, hints
from content.library import Library
from storage.database import Store
from storage.states import LedgerKind, QuestionState
from storage.tables import Answer, Chat, Learner, Memory, Question, Sitting

DEFAULT_NUMBER = 5
NUMBER_AT_MOST = 20
BUSY_FOR = timedelta(minutes=10)


@dataclass(frozen=True)
class Asked:
    """A question that is open now; `daily` when it came by itself.

    `memory` is what the learner knows of the card; `backlog`: so many cards wait, which is to be said with it.
    """

    question: Question
    card: Card
    deck: Deck
    total: int
    daily: bool = False
    memory: Memory | None = None
    backlog: int = 0

    @property
    def new(self) -> bool:
        """Whether the learner meets the card for the first time."""
        return self.memory is None


@dataclass(frozen=True)
class Judged:
    """An answer with its verdict; `summary` when it ended its sitting, `late` when it came after the close.

    `back`: with it, daily questions that had become weekly are daily again.
    """

    question: Question
    card: Card
    deck: Deck
    verdict: Verdict
    points: int
    summary: Summary | None = None
    late: bool = False
    back: bool = False


@dataclass(frozen=True)
class AlreadyAnswered:
    """The learner's first answer to this question, which counts."""

    first: Answer


@dataclass(frozen=True)
class Nearly:
    """An answer so near that it may be given once more, at no cost; nothing was kept of it."""

    question: Question


@dataclass(frozen=True)
class Skipped:
    """A question given up, and what would have been right."""

    question: Question
    card: Card
    summary: Summary | None = None


@dataclass(frozen=True)
class Known:
    """A card that the learner knows already, and when it comes back."""

    question: Question
    card: Card
    due_at: datetime
    summary: Summary | None = None


@dataclass(frozen=True)
class Hinted:
    """All hints given so far for an open question."""

    asked: Asked
    given: tuple[Hint, ...]


def deck_of(library: Library, chat: Chat) -> Deck:
    """The deck chosen in a chat, or the first one."""
    return (library.deck(chat.deck) if chat.deck else None) or library.decks[0]


async def start(
    store: Store,
    deck: Deck,
    learner_id: int,
    chat: Chat,
    number: int,
    *,
    topic: str = "",
    daily: bool = False,
    now: datetime,
    dice: random.Random,
) -> Asked:
    """Begins a sitting with up to `number` cards and asks the first; what was open before is closed."""
    zone = ZoneInfo(chat.timezone)
    chosen = await choice.choose(
        store, deck, learner_id, number, topic=topic, daily=daily, zone=zone, now=now, dice=dice
    )
    await store.questions.close_all_for(learner_id, now)
    # Whoever turns to their own cards does not answer a group's question any more.
    await store.learners.set_answering(learner_id, None)
    sitting = await store.sittings.start(
        learner_id, chat.id, deck.name, chosen.cards, topic=topic, daily=daily, now=now
    )
    asked = await _ask_next(store, deck, sitting, 1, now)
    if asked is None:  # a deck without cards is refused when it is read
        raise LookupError(f"the deck {deck.name} has no card for this")
    return replace(asked, backlog=chosen.backlog)


async def _ask_next(store: Store, deck: Deck, sitting: Sitting, number: int, now: datetime) -> Asked | None:
    queue = list(sitting.queue)
    while queue:
        card = deck.card(queue.pop(0))
        if card is not None:  # a card may have left its deck since
            await store.sittings.set_queue(sitting, queue)
            question = await store.questions.ask_in_sitting(sitting, card.id, number, now)
            return await _asked(store, question, card, deck, sitting)
    return None


async def _asked(store: Store, question: Question, card: Card, deck: Deck, sitting: Sitting) -> Asked:
    memory = await store.memories.get(sitting.learner_id, deck.name, card.id)
    return Asked(question, card, deck, sitting.total, daily=sitting.daily, memory=memory)


async def ask_next(store: Store, library: Library, after: Question, now: datetime) -> Asked | None:
    """The next question of the sitting of `after`; None when there is none, or another one is open already."""
    sitting = await store.sittings.get(after.sitting_id) if after.sitting_id else None
    deck = library.deck(after.deck)
    if sitting is None or deck is None or sitting.finished_at is not None or after.state == QuestionState.OPEN:
        return None
    if after.learner_id is None or await store.questions.open_for(after.learner_id) is not None:
        return None
    await store.learners.set_answering(after.learner_id, None)
    return await _ask_next(store, deck, sitting, after.number + 1, now)


async def waiting(store: Store, learner_id: int) -> Question | None:
    """Between two questions of a sitting: the one after which it goes on."""
    sitting = await store.sittings.running(learner_id)
    if sitting is None or not sitting.queue or await store.questions.open_for(learner_id):
        return None
    return await store.questions.last_of_sitting(sitting.id)


async def stop(store: Store, library: Library, learner_id: int, chat: Chat, now: datetime) -> Summary | None:
    """Ends the learner's sitting before its time; None when there is none."""
    sitting = await store.sittings.running(learner_id)
    if sitting is None:
        return None
    await store.questions.close_all_for(learner_id, now)
    return await finish(store, library.deck(sitting.deck), sitting, learner_id, chat, now)


async def is_busy(store: Store, learner_id: int, now: datetime) -> bool:
    """Whether the learner is in the middle of something: asked, answering or writing a card a moment ago."""
    writing = await store.writings.of(learner_id)
    if writing is not None and now - writing.begun_at < BUSY_FOR:
        return True
    sitting = await store.sittings.running(learner_id)
    last = await store.questions.last_of_sitting(sitting.id) if sitting else None
    return last is not None and now - max(last.asked_at, last.closed_at or last.asked_at) < BUSY_FOR


async def open_question(store: Store, library: Library, learner_id: int) -> Asked | None:
    """What the learner is being asked in private at the moment."""
    question = await store.questions.open_for(learner_id)
    return await as_asked(store, library, question) if question else None


async def as_asked(store: Store, library: Library, question: Question) -> Asked | None:
    """A question of a sitting with its card; None when the card is no longer there."""
    deck = library.deck(question.deck)
    card = deck.card(question.card_id) if deck else None
    sitting = await store.sittings.get(question.sitting_id) if question.sitting_id else None
    if deck is None or card is None or sitting is None:
        return None
    return await _asked(store, question, card, deck, sitting)


async def submit(
    store: Store, learner: Learner, chat: Chat, asked: Asked, text: str, now: datetime
) -> Judged | Nearly | AlreadyAnswered:
    """Judges an answer in private and keeps answer, points and memory; only the first one counts.

    A badly misspelt right answer may be given once more.
    """
    question, card = asked.question, asked.card
    if first := await store.answers.get(question.id, learner.id):
        return AlreadyAnswered(first)
    verdict = grade(card, text, asked.deck)
    if question.state != QuestionState.OPEN:
        return Judged(question, card, asked.deck, verdict, 0, late=True)
    if verdict.outcome is Outcome.INCORRECT and not question.retried and nearly(card, text, asked.deck):
        await store.questions.allow_retry(question)
        return Nearly(question)
    again = question.number > asked.total
    worth = 0 if again else points.for_answer(verdict, question.hints)
    zone = ZoneInfo(chat.timezone)
    today = calendar.day_start(calendar.study_day(now, zone), zone)
    if worth and await store.scores.earned_for_card_since(learner.id, question.deck, card.id, today):
        worth = 0
    await store.answers.record(question, learner.id, text, verdict, worth, now)
    if worth:
        await leaderboard.award(store, question, LedgerKind.ANSWER, {learner.id: worth}, now, now)
    await remember(store, question, learner.id, asked.memory, verdict.outcome, again=again, now=now)
    await store.questions.close(question, QuestionState.ANSWERED, now)
    summary = await _after(store, asked, learner.id, chat, verdict.outcome, now)
    back = await rhythm.welcome_back(store, chat, now)
    return Judged(question, card, asked.deck, verdict, worth, summary, back=back)


async def skip(store: Store, asked: Asked, learner: Learner, chat: Chat, now: datetime) -> Skipped:
    """Gives a question up: no points, and the card comes back soon."""
    again = asked.question.number > asked.total
    await remember(store, asked.question, learner.id, asked.memory, Outcome.INCORRECT, again=again, now=now)
    await store.questions.close(asked.question, QuestionState.SKIPPED, now)
    summary = await _after(store, asked, learner.id, chat, Outcome.INCORRECT, now)
    return Skipped(asked.question, asked.card, summary)


async def set_aside(store: Store, asked: Asked, learner: Learner, chat: Chat, now: datetime) -> Known:
    """The learner knows this card already: it counts as no answer, and comes back in half a year."""
    question = asked.question
    memory = schedule.known(learner.id, question.deck, question.card_id, now)
    await store.memories.replace(memory)
    await store.questions.close(question, QuestionState.CLOSED, now)
    summary = await _after(store, asked, learner.id, chat, Outcome.CORRECT, now)
    return Known(question, asked.card, memory.due_at, summary)


async def take_back(store: Store, library: Library, question: Question, learner_id: int) -> Asked | bool | None:
    """The learner does not know the card after all: it is new again, and open where nothing else is.

    False when there is nothing to take back; None when the card comes later.
    """
    memory = await store.memories.get(learner_id, question.deck, question.card_id)
    reviews = await store.memories.reviews(learner_id, question.deck, question.card_id)
    if memory is None or reviews or question.state != QuestionState.CLOSED:
        return False
    await store.memories.forget(memory)
    sitting = await store.sittings.get(question.sitting_id) if question.sitting_id else None
    last = await store.questions.last_of_sitting(sitting.id) if sitting else None
    if sitting is None or sitting.finished_at is not None or last is None or last.id != question.id:
        return None
    await store.questions.reopen(question)
    return await as_asked(store, library, question)


async def hint(store: Store, asked: Asked) -> Hinted:
    """One more hint for an open question, when there is one."""
    known = hints(asked.card)
    if asked.question.hints < len(known):
        await store.questions.add_hint(asked.question)
    return Hinted(asked, known[: asked.question.hints])


async def remember(
    store: Store,
    question: Question,
    learner_id: int,
    before: Memory | None,
    outcome: Outcome,
    *,
    again: bool = False,
    now: datetime,
) -> None:
    """Brings the learner's memory of the card up to date, and logs the review."""
    took = max(now - question.asked_at, timedelta())  # clocks can be set back
    fsrs = await choice.scheduler_of(store, learner_id)
    grade_ = schedule.rating(outcome, hints=question.hints, took=took, again=again)
    after = schedule.review(before, learner_id, question.deck, question.card_id, grade_, now, fsrs)
    milliseconds = min(int(took.total_seconds() * 1000), 3_600_000)
    await store.memories.keep(after, grade_.value, milliseconds, question.id)


async def _after(
    store: Store, asked: Asked, learner_id: int, chat: Chat, outcome: Outcome, now: datetime
) -> Summary | None:
    """What follows an answer: a wrong card comes again; the summary when no card is left."""
    question = asked.question
    sitting = await store.sittings.get(question.sitting_id) if question.sitting_id else None
    if sitting is None:
        return None
    queue = list(sitting.queue)
    if outcome is Outcome.INCORRECT and question.number <= sitting.total:
        queue.append(question.card_id)
        await store.sittings.set_queue(sitting, queue)
    if queue:
        return None
    return await finish(store, asked.deck, sitting, learner_id, chat, now)
