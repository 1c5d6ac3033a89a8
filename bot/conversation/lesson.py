"""A private sitting as the learner sees it: questions, verdicts, hints, the end."""

from collections.abc import Sequence
from datetime import date

from bot.conversation import card_text, rounds, verdict
from bot.conversation.callbacks import (
    AskNext,
    ExplainMore,
    KnowAlready,
    Open,
    PutOff,
    SkipQuestion,
    StartDeck,
    TakeHint,
    WasRight,
)
from bot.conversation.reading import check_answer, read_wish
from bot.conversation.screen import Button, Edit, Output, Say, Screen, rows
from bot.conversation.turn import Sorry, Turn
from bot.conversation.words import Words
from bot.tutor import lesson, rhythm
from bot.tutor.schedule import DUE_A_DAY
from bot.tutor.summary import Summary
from content.card import Card, Deck
from content.grading import Outcome, Reason
from content.hints import Hint, hints
from content.more import more
from storage.tables import Question

# --- screens ---------------------------------------------------------------------------------------------------------


def question_screen(words: Words, asked: lesson.Asked, given: Sequence[Hint] = ()) -> Screen:
    """The question with the hints given so far."""
    question, card = asked.question, asked.card
    again = question.number > asked.total
    pushed = asked.daily and question.number == 1
    key = "question-again" if again else "question-head-daily" if pushed else "question-head"
    head = words(key) if again else words(key, number=question.number, total=asked.total)
    parts: list[str] = [words("backlog", waiting=asked.backlog, today=DUE_A_DAY)] if asked.backlog else []
    parts.append(words.beside(head, words("topic", topic=card.topic)) if card.topic else head)
    parts.append(words("question", question=card_text.in_bold(card.question)))
    parts += [verdict.hint_line(words, hint) for hint in given]
    buttons = [Button(words("button-hint"), TakeHint(question.id))] if len(given) < len(hints(card)) else []
    buttons.append(Button(words("button-skip"), SkipQuestion(question.id)))
    if pushed:
        buttons.append(Button(words("button-later"), PutOff(question.id)))
    if asked.new:
        buttons.append(Button(words("button-know"), KnowAlready(question.id)))
    return Screen("\n\n".join(parts), rows(*buttons, width=3 if len(buttons) < 4 else 2), question=question.id)


def judged_screen(words: Words, judged: lesson.Judged, today: date) -> Screen:
    """The verdict, what was right and missing, the answer and why; then the way on."""
    parts = [verdict.lines(words, judged.verdict, judged.card, judged.deck, judged.points)]
    if judged.late:
        parts.append(words("late"))
        return Screen("\n\n".join(parts))
    if judged.back:
        parts.append(words("daily-back"))
    was_right = [Button(words("button-was-right"), WasRight(judged.question.id))] if _may_appeal(judged) else []
    further = [*was_right, *_explain(words, judged.question, judged.card)]
    return with_way_on(words, parts, judged.question, judged.summary, today=today, further=further)


def skipped_screen(words: Words, skipped: lesson.Skipped, today: date) -> Screen:
    """The answer that was not given."""
    parts = [words("skipped"), verdict.answer_and_why(words, skipped.card)]
    further = _explain(words, skipped.question, skipped.card)
    return with_way_on(words, parts, skipped.question, skipped.summary, today=today, further=further)


def _explain(words: Words, question: Question, card: Card) -> list[Button]:
    """The button for more, where there is more to say."""
    return [Button(words("button-explain"), ExplainMore(question.id))] if more(card) else []


def _may_appeal(judged: lesson.Judged) -> bool:
    nothing = (Reason.GAVE_UP, Reason.EMPTY, Reason.ECHO)
    return judged.verdict.outcome is not Outcome.CORRECT and judged.verdict.reason not in nothing


def with_way_on(
    words: Words,
    parts: list[str],
    question: Question,
    summary: Summary | None,
    *,
    today: date,
    further: Sequence[Button] = (),
) -> Screen:
    """What was said, then the next question or the end of the sitting; further buttons come behind."""
    if summary is None:
        way_on = Button(words("button-next"), AskNext(question.id))
        return Screen("\n\n".join(parts), rows(way_on, *further, width=2))
    parts.append(summary_lines(words, summary, today))
    return Screen("\n\n".join(parts), (*_ways_on(words, question.deck), *rows(*further, width=2)))


def summary_lines(words: Words, summary: Summary, today: date) -> str:
    """How a sitting went, without what did not happen in it, when its cards come back, and what was reached."""
    counts = {"correct": summary.correct, "partial": summary.partial, "incorrect": summary.incorrect}
    said = [words(f"summary-{outcome}", count=count) for outcome, count in counts.items() if count]
    lines = [words.beside(words("summary"), *said, words("summary-points", points=summary.points))]
    if summary.returns_on:
        day = words.near_day(max(summary.returns_on, today), today)
        later = summary.cards - summary.returning
        lines.append(words("summary-returns", count=summary.returning, cards=summary.cards, later=later, day=day))
    if summary.streak.length and not any(one.kind == "streak" for one in summary.milestones):  # which says the same
        lines.append(words("summary-streak", days=summary.streak.length))
    lines += [words(f"milestone-{one.kind}", days=one.days, title=one.title) for one in summary.milestones]
    return "\n".join(lines)


def _ways_on(words: Words, deck: str) -> tuple[tuple[Button, ...], ...]:
    return rows(
        Button(words("button-more"), StartDeck(deck)),
        Button(words("button-daily"), Open("daily")),
        Button(words("button-stats"), Open("stats")),
        Button(words("button-leaderboard"), Open("leaderboard")),
        width=2,
    )


# --- features --------------------------------------------------------------------------------------------------------


async def quiz(turn: Turn) -> Sequence[Output]:
    """/quiz [deck or topic] [number] in private."""
    wish = read_wish(turn.incoming.text, turn.library, lesson.deck_of(turn.library, turn.chat))
    return await _begin(turn, wish.deck, wish.topic, wish.number)


async def start_deck(turn: Turn) -> Sequence[Output]:
    """A deck's button: take it and begin."""
    assert isinstance(turn.incoming.payload, StartDeck)  # noqa: S101 # the table in app.py pairs them
    deck = turn.library.deck(turn.incoming.payload.deck)
    if deck is None:
        raise Sorry("deck-gone")
    await turn.store.chats.set_deck(turn.chat, deck.name)
    return await _begin(turn, deck, "", lesson.DEFAULT_NUMBER)


async def _begin(turn: Turn, deck: Deck, topic: str, number: int) -> Sequence[Output]:
    asked = await lesson.start(
        turn.store, deck, turn.learner.id, turn.chat, number, topic=topic, now=turn.now, dice=turn.dice
    )
    return [Say(question_screen(turn.words, asked))]


async def answer(turn: Turn) -> Sequence[Output]:
    """Any text in private: an answer to the open question, or to the one that it replies to."""
    text = turn.incoming.text
    replied = (
        await turn.store.questions.standing_in(turn.chat.id, turn.incoming.reply_to) if turn.incoming.reply_to else None
    )
    if group_question := await _for_a_group(turn, replied):
        return await rounds.take_answer(turn, group_question)
    asked = (
        await lesson.as_asked(turn.store, turn.library, replied)
        if replied
        else await lesson.open_question(turn.store, turn.library, turn.learner.id)
    )
    if asked is None:
        return [Say(await _nothing_open(turn))]
    if turn.incoming.forwarded:
        raise Sorry("answer-forwarded")
    check_answer(asked.card, text)
    match await lesson.submit(turn.store, turn.learner, turn.chat, asked, text, turn.now):
        case lesson.AlreadyAnswered(first):
            return [Say(already_screen(turn.words, first.text, first.outcome))]
        case lesson.Nearly():
            return [Say(Screen(f"{verdict.MARKS[Outcome.PARTIAL]} {turn.words('nearly')}"))]
        case lesson.Judged() as judged:
            return [Say(judged_screen(turn.words, judged, turn.today))]


async def _for_a_group(turn: Turn, replied: Question | None) -> Question | None:
    """The group's question that is being answered in private, if that is what is meant."""
    if replied is not None:
        return replied if replied.round_id else None
    question = await turn.store.questions.get(turn.learner.answering) if turn.learner.answering else None
    if question is None or question.closed_at is None:
        return question
    # It closed meanwhile: that is told to one who has nothing else to answer, once.
    await turn.store.learners.set_answering(turn.learner.id, None)
    return None if await turn.store.questions.open_for(turn.learner.id) else question


def already_screen(words: Words, text: str, outcome: str) -> Screen:
    """The first answer counts."""
    return Screen(words("answered-already", answer=text[:100], outcome=words(f"outcome-{outcome}")))


async def _nothing_open(turn: Turn) -> Screen:
    if waiting := await lesson.waiting(turn.store, turn.learner.id):
        text = turn.words("nothing-open-waiting")
        return Screen(text, rows(Button(turn.words("button-next"), AskNext(waiting.id))))
    next_at = await rhythm.next_question_at(turn.store, turn.chat)
    if next_at is None:
        text = turn.words("nothing-open")
    else:
        text = turn.words(
            "nothing-open-until",
            day=turn.words.near_day(next_at.astimezone(turn.zone).date(), turn.today),
            time=turn.words.clock(next_at, turn.zone),
            zone=turn.chat.timezone,
        )
    return Screen(text, rows(Button(turn.words("button-start"), Open("quiz"))))


async def not_text(turn: Turn) -> Sequence[Output]:
    """A photo or the like in private."""
    if await turn.store.questions.open_for(turn.learner.id) is None:
        return [Say(await _nothing_open(turn))]
    raise Sorry("answer-not-text")


async def go_on(turn: Turn) -> Sequence[Output]:
    """The Next button."""
    assert isinstance(turn.incoming.payload, AskNext)  # noqa: S101 # the table in app.py pairs them
    question = await own_question(turn, turn.incoming.payload.question)
    asked = await lesson.ask_next(turn.store, turn.library, question, turn.now)
    if asked is None:
        waiting = await turn.store.questions.open_for(turn.learner.id)
        raise Sorry("next-open" if waiting else "button-stale")
    return [Say(question_screen(turn.words, asked))]


async def take_hint(turn: Turn) -> Sequence[Output]:
    """The Hint button: the hint appears in the question's own message."""
    assert isinstance(turn.incoming.payload, TakeHint)  # noqa: S101 # the table in app.py pairs them
    question = await own_question(turn, turn.incoming.payload.question)
    hinted = await _hint(turn, question)
    if hinted is None:
        raise Sorry("button-stale")
    if not hinted.given:
        raise Sorry("hint-none")
    return [Edit(question_screen(turn.words, hinted.asked, hinted.given))]


async def hint(turn: Turn) -> Sequence[Output]:
    """/hint"""
    asked = await lesson.open_question(turn.store, turn.library, turn.learner.id)
    if asked is None:
        return [Say(await _nothing_open(turn))]
    before = asked.question.hints
    hinted = await lesson.hint(turn.store, asked)
    if asked.question.hints == before:
        raise Sorry("hint-none" if not hinted.given else "hint-no-more")
    return [Say(Screen(verdict.hint_line(turn.words, hinted.given[-1])))]


async def _hint(turn: Turn, question: Question) -> lesson.Hinted | None:
    asked = await lesson.open_question(turn.store, turn.library, turn.learner.id)
    if asked is None or asked.question.id != question.id:
        return None
    return await lesson.hint(turn.store, asked)


async def skip(turn: Turn) -> Sequence[Output]:
    """/skip, and the Skip button."""
    asked = await lesson.open_question(turn.store, turn.library, turn.learner.id)
    payload = turn.incoming.payload
    if isinstance(payload, SkipQuestion):
        question = await own_question(turn, payload.question)
        if asked is None or asked.question.id != question.id:
            raise Sorry("button-stale")
    if asked is None:
        return [Say(await _nothing_open(turn))]
    skipped = await lesson.skip(turn.store, asked, turn.learner, turn.chat, turn.now)
    return [Say(skipped_screen(turn.words, skipped, turn.today))]


async def stop(turn: Turn) -> Sequence[Output]:
    """/stop in private: the sitting ends here."""
    sitting = await turn.store.sittings.running(turn.learner.id)
    summary = await lesson.stop(turn.store, turn.library, turn.learner.id, turn.chat, turn.now)
    if sitting is None or summary is None:
        return [Say(await _nothing_open(turn))]
    return [Say(Screen(summary_lines(turn.words, summary, turn.today), _ways_on(turn.words, sitting.deck)))]


async def own_question(turn: Turn, question_id: int) -> Question:
    """The question of a button. Raises Sorry when it is gone, or somebody else's."""
    question = await turn.store.questions.get(question_id)
    if question is None:
        raise Sorry("button-stale")
    if question.learner_id != turn.learner.id:
        raise Sorry("button-not-yours")
    return question
