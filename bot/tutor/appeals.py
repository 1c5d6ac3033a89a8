""" "I was right": a learner's own schedule is mended at once, points wait until somebody has looked at it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from fsrs import Rating

from bot.tutor import calendar, choice, leaderboard, points, schedule
from content.card import WORDING_LIMIT, Card, Deck
from content.grading import Outcome, grade
from content.language import fold
from content.library import Library
from storage.database import Store
from storage.states import AppealState, LedgerKind, QuestionState
from storage.tables import Answer, Appeal, Chat, OwnDeck, Question

TELL_EVERY = timedelta(days=1)


@dataclass(frozen=True)
class Told:
    """A learner who is to hear of a decision; `points` are what they get for it."""

    learner_id: int
    points: int


@dataclass(frozen=True)
class Decided:
    """An appeal with all that are like it, settled."""

    card: Card
    text: str
    accepted: bool
    told: tuple[Told, ...]


async def file(store: Store, question: Question, learner_id: int, now: datetime) -> Appeal | None:
    """Takes an appeal against the verdict on the learner's answer; None when there is nothing to appeal against."""
    answer = await store.answers.get(question.id, learner_id)
    if answer is None or answer.outcome == Outcome.CORRECT:
        return None
    text = " ".join(answer.text.split())[:WORDING_LIMIT]
    appeal = await store.appeals.file(question, learner_id, text, fold(text), now)
    if appeal is not None:
        await _mend(store, question, learner_id)
    return appeal


async def accept(store: Store, library: Library, appeal: Appeal, now: datetime) -> Decided | None:
    """Adds the wording to the card and judges everybody anew who has answered it; None when the card is gone."""
    deck, card = _card(library, appeal)
    if deck is None or card is None:
        return None
    wiser = Library([deck]).accepting([(deck.name, card.id, appeal.text)]).decks[0]
    await store.appeals.accept_wording(deck.name, card.id, appeal.text, now)
    own = await store.decks.get(deck.name)
    if own is not None:
        await store.decks.judges_anew(own)
    earned: dict[int, int] = {}
    for answer, question in await store.answers.not_correct(deck.name, card.id):
        more = await _judge_anew(store, wiser, card.id, answer, question, now)
        if more is not None:
            earned[answer.learner_id] = earned.get(answer.learner_id, 0) + more
    alike = await store.appeals.like(appeal)
    for one in alike:
        await store.appeals.decide(one, AppealState.ACCEPTED, now)
    told = {one.learner_id: 0 for one in alike} | earned
    return Decided(card, appeal.text, accepted=True, told=tuple(Told(who, more) for who, more in sorted(told.items())))


async def refuse(store: Store, library: Library, appeal: Appeal, now: datetime) -> Decided | None:
    """Leaves the verdict as it is; None when the card is gone."""
    _, card = _card(library, appeal)
    alike = await store.appeals.like(appeal)
    for one in alike:
        await store.appeals.decide(one, AppealState.REFUSED, now)
    if card is None:
        return None
    told = tuple(Told(learner_id, 0) for learner_id in sorted({one.learner_id for one in alike}))
    return Decided(card, appeal.text, accepted=False, told=told)


def _card(library: Library, appeal: Appeal) -> tuple[Deck | None, Card | None]:
    deck = library.deck(appeal.deck)
    return deck, deck.card(appeal.card_id) if deck else None


async def _judge_anew(
    store: Store, deck: Deck, card_id: str, answer: Answer, question: Question, now: datetime
) -> int | None:
    """Judges an answer by the deck as it is now; what it earns on top, or None when it is still not right."""
    card = deck.card(card_id)
    verdict = grade(card, answer.text, deck) if card else None
    if verdict is None or not verdict.correct:
        return None
    # Where an answer was for practice only, it still is.
    counted = answer.points > 0 or answer.outcome == Outcome.INCORRECT
    more = max(0, points.for_answer(verdict, question.hints) - answer.points) if counted else 0
    if question.learner_id is not None and not await _is_first_try(store, question):
        more = 0
    await store.answers.judge_anew(
        answer,
        verdict,
        answer.points + more,
    )
    if more and question.state != QuestionState.OPEN:  # an open one of a group awards its points when it closes
        earned_at = question.closed_at or answer.answered_at  # so that it counts beside what the answer had at once
        await leaderboard.award(store, question, LedgerKind.APPEAL, {answer.learner_id: more}, earned_at, now)
    await _mend(store, question, answer.learner_id)
    return more


async def _is_first_try(store: Store, question: Question) -> bool:
    """Whether the card was asked for the first time in its sitting: a repetition is worth nothing."""
    sitting = await store.sittings.get(question.sitting_id) if question.sitting_id else None
    return sitting is None or question.number <= sitting.total


async def _mend(store: Store, question: Question, learner_id: int) -> None:
    """The learner's memory of the card, as if the answer had been right: the log of reviews is played again."""
    rating = Rating.Hard if question.hints else Rating.Good
    await store.memories.change_rating(question.id, learner_id, rating.value)
    memory = None
    fsrs = await choice.scheduler_of(store, learner_id)
    for review in await store.memories.reviews(learner_id, question.deck, question.card_id):
        memory = schedule.review(
            memory, learner_id, question.deck, question.card_id, Rating(review.rating), review.reviewed_at, fsrs
        )
    if memory is not None:
        await store.memories.replace(memory)


async def to_be_told(store: Store, deck: OwnDeck, now: datetime) -> Chat | None:
    """The chat of a deck's owner, where it is time to tell them that a verdict is disputed: once a day at most."""
    chat = await store.chats.get(deck.owner_id) if deck.owner_id is not None else None
    told_at = deck.appeals_told_at
    if chat is None or (told_at is not None and now - told_at < TELL_EVERY):
        return None
    if calendar.quiet_until(chat.quiet, ZoneInfo(chat.timezone), now):
        return None  # they see it in their list of decks
    await store.decks.note_appeals_told(deck, now)
    return chat


async def disputes_with_cards(
    store: Store, library: Library, deck: str | None = None
) -> Sequence[tuple[int, Card, str, int]]:
    """What waits for a decision about a deck, or about all that no learner owns.

    Each with the appeal's id, card, wording, and how many learners say so.
    """
    found = []
    for dispute in await store.appeals.disputes(deck):
        about = library.deck(dispute.deck)
        if about and (card := about.card(dispute.card_id)):
            found.append((dispute.appeal_id, card, dispute.text, dispute.learners))
    return found
