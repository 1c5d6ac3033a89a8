"""A private sitting as the learner sees it: questions, verdicts, hints, the end."""

from collections.abc import Sequence

from bot.conversation import rounds, verdict
from bot.conversation.callbacks import AskNext, Open, SkipQuestion, StartDeck, TakeHint
from bot.conversation.reading import check_answer, read_wish
from bot.conversation.screen import Button, Edit, Output, Say, Screen, Toast, rows
from bot.conversation.turn import Sorry, Turn
from bot.conversation.words import Words
from bot.tutor import daily, lesson
from content.card import Deck
from content.hints import Hint
from storage.tables import Question

# --- screens ---------------------------------------------------------------------------------------------------------


def question_screen(
    words: Words, asked: lesson.Asked, given: Sequence[Hint] = (), *, more_hints: bool = True, daily: bool = False
) -> Screen:
    """The question with the hints given so far."""
    question, card = asked.question, asked.card
    again = question.number > asked.total
    key = "question-again" if again else "question-head-daily" if daily else "question-head"
    head = words(key) if again else words(key, number=question.number, total=asked.total)
    parts = [f"{head} · {words('topic', topic=card.topic)}" if card.topic else head]
    parts.append(words("question", question=card.question))
    parts += [hint_line(words, hint) for hint in given]
    buttons = [Button(words("button-hint"), TakeHint(question.id))] if more_hints else []
    buttons.append(Button(words("button-skip"), SkipQuestion(question.id)))
    return Screen("\n\n".join(parts), rows(*buttons, width=2), question=question.id)


def hint_line(words: Words, hint: Hint) -> str:
    """One hint in words."""
    return words("hint", hint=words(f"hint-{hint.kind}", text=hint.text, count=hint.count))


def judged_screen(words: Words, judged: lesson.Judged) -> Screen:
    """The verdict, what was right and missing, the answer and why; then the way on."""
    parts = [verdict.lines(words, judged.verdict, judged.card, judged.deck, judged.points)]
    if judged.late:
        parts.append(words("late"))
        return Screen("\n\n".join(parts))
    return _with_way_on(words, parts, judged.question, judged.left, judged.summary)


def skipped_screen(words: Words, skipped: lesson.Skipped) -> Screen:
    """The answer that was not given."""
    parts = [words("skipped"), verdict.answer_and_why(words, skipped.card)]
    return _with_way_on(words, parts, skipped.question, skipped.left, skipped.summary)


def _with_way_on(
    words: Words, parts: list[str], question: Question, left: int, summary: lesson.Summary | None
) -> Screen:
    if summary is None:
        return Screen("\n\n".join(parts), rows(Button(words("button-next", left=left), AskNext(question.id))))
    score = words(
        "summary",
        correct=summary.correct,
        partial=summary.partial,
        incorrect=summary.incorrect,
        points=summary.points,
    )
    parts.append(f"{score}\n{words('summary-streak', days=summary.streak.length)}")
    return Screen(
        "\n\n".join(parts),
        rows(
            Button(words("button-more"), StartDeck(question.deck)),
            Button(words("button-daily"), Open("daily")),
            Button(words("button-stats"), Open("stats")),
            Button(words("button-leaderboard"), Open("leaderboard")),
            width=2,
        ),
    )


# --- features --------------------------------------------------------------------------------------------------------


async def quiz(turn: Turn) -> Sequence[Output]:
    """/quiz [deck or topic] [number] in private."""
    deck, topic, number = read_wish(turn.incoming.text, turn.library, lesson.deck_of(turn.library, turn.chat))
    return await _begin(turn, deck, topic, number)


async def start_deck(turn: Turn) -> Sequence[Output]:
    """A deck's button: take it and begin."""
    assert isinstance(turn.incoming.payload, StartDeck)  # noqa: S101 # the table in app.py pairs them
    deck = turn.library.deck(turn.incoming.payload.deck)
    if deck is None:
        return [Toast(turn.words("deck-gone"))]
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
    check_answer(asked.card, text)
    match await lesson.submit(turn.store, turn.learner, turn.chat, asked, text, turn.now):
        case lesson.AlreadyAnswered(first):
            return [Say(already_screen(turn.words, first.text, first.outcome))]
        case lesson.Judged() as judged:
            return [Say(judged_screen(turn.words, judged))]


async def _for_a_group(turn: Turn, replied: Question | None) -> Question | None:
    """The group's question that is being answered in private, if that is what is meant."""
    if replied is not None:
        return replied if replied.round_id else None
    return await turn.store.questions.get(turn.learner.answering) if turn.learner.answering else None


def already_screen(words: Words, text: str, outcome: str) -> Screen:
    """The first answer counts."""
    return Screen(words("answered-already", answer=text[:100], outcome=words(f"outcome-{outcome}")))


async def _nothing_open(turn: Turn) -> Screen:
    next_at = await daily.next_question_at(turn.store, turn.chat)
    if next_at is None:
        text = turn.words("nothing-open")
    else:
        text = turn.words(
            "nothing-open-until",
            day=turn.words.day(next_at.astimezone(turn.zone).date()),
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
    question = await _own(turn, turn.incoming.payload.question)
    asked = await lesson.ask_next(turn.store, turn.library, question, turn.now)
    if asked is None:
        waiting = await turn.store.questions.open_for(turn.learner.id)
        return [Toast(turn.words("next-open" if waiting else "button-stale"))]
    return [Say(question_screen(turn.words, asked))]


async def take_hint(turn: Turn) -> Sequence[Output]:
    """The Hint button: the hint appears in the question's own message."""
    assert isinstance(turn.incoming.payload, TakeHint)  # noqa: S101 # the table in app.py pairs them
    question = await _own(turn, turn.incoming.payload.question)
    hinted = await _hint(turn, question)
    if hinted is None:
        return [Toast(turn.words("button-stale"))]
    if not hinted.given:
        return [Toast(turn.words("hint-none"))]
    return [Edit(question_screen(turn.words, hinted.asked, hinted.given, more_hints=hinted.more))]


async def hint(turn: Turn) -> Sequence[Output]:
    """/hint"""
    asked = await lesson.open_question(turn.store, turn.library, turn.learner.id)
    if asked is None:
        return [Say(await _nothing_open(turn))]
    hinted = await lesson.hint(turn.store, asked)
    if not hinted.given:
        return [Say(Screen(turn.words("hint-none")))]
    lines = [hint_line(turn.words, one) for one in hinted.given]
    return [Say(Screen("\n".join(lines if hinted.more else [*lines, turn.words("hint-last")])))]


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
        question = await _own(turn, payload.question)
        if asked is None or asked.question.id != question.id:
            return [Toast(turn.words("button-stale"))]
    if asked is None:
        return [Say(await _nothing_open(turn))]
    return [Say(skipped_screen(turn.words, await lesson.skip(turn.store, asked, turn.learner, turn.chat, turn.now)))]


async def _own(turn: Turn, question_id: int) -> Question:
    """The question of a button. Raises Sorry when it is gone, or somebody else's."""
    question = await turn.store.questions.get(question_id)
    if question is None:
        raise Sorry("button-stale")
    if question.learner_id != turn.learner.id:
        raise Sorry("button-not-yours")
    return question
