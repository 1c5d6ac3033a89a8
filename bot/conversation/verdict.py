"""A verdict in words: the outcome first, then what counted, what is missing, the answer and why."""

from bot.conversation import card_text
from bot.conversation.screen import cut
from bot.conversation.words import Words
from content import marked
from content.card import Card, Deck, Kind
from content.grading import Outcome, Verdict
from content.hints import Hint

MARKS = {Outcome.CORRECT: "✅", Outcome.PARTIAL: "🟡", Outcome.INCORRECT: "❌"}
PART_LIMIT = 120
NAME_LENGTH = 24
ONE_LINE = 40


def lines(words: Words, verdict: Verdict, card: Card, deck: Deck, points: int) -> str:
    """Everything that a learner is told about an answer, beginning with the mark of its outcome."""
    head = f"{MARKS[verdict.outcome]} {words(f'verdict-{verdict.outcome}')}"
    if points:
        head += " " + words("points-plus", points=points)
    said = [head]
    if note := _note(words, verdict, card, deck):
        said.append(note)
    if verdict.outcome is not Outcome.CORRECT or card.kind in (Kind.LIST, Kind.EXPLANATION):
        said += _parts(words, verdict, card)
    said += [
        words("spelling", typed=cut(typed, PART_LIMIT), meant=cut(_as_written(meant, card), PART_LIMIT))
        for typed, meant in verdict.spelling[:3]
    ]
    return "\n".join(said) + "\n\n" + answer_and_why(words, card)


def answer_and_why(words: Words, card: Card) -> str:
    """The reference answer and its explanation; a long explanation is folded."""
    laid_out = _laid_out(words, card)
    answer = words("answer", answer=card_text.folded(laid_out))
    if not card.explanation:
        return answer
    if card_text.is_long(card.explanation):
        return f"{answer}{card_text.folded(card.explanation)}"
    return f"{answer}\n\n{words('explanation', text=card_text.shown(card.explanation))}"


def _laid_out(words: Words, card: Card) -> str:
    """The answer; several long things stand one a line."""
    things = card.answer.split("; ")
    if card.kind is not Kind.LIST or len(things) < 2 or len(card.answer) <= ONE_LINE:
        return card.answer
    return "".join("\n" + words.plain("list-item", thing=thing) for thing in things)


def _parts(words: Words, verdict: Verdict, card: Card) -> list[str]:
    # Where nothing was right the whole answer is missing, and it stands below anyway; of a right one nothing is.
    # The whole answer need not be said twice either.
    matched = verdict.matched if verdict.matched != (marked.shown(card.answer),) else ()
    missing = verdict.missing if verdict.matched and verdict.outcome is Outcome.PARTIAL else ()
    return [
        *(words("matched", part=part) for part in _together(matched)),
        *(words("missing", part=part) for part in _together(missing)),
    ]


def _together(parts: tuple[str, ...]) -> list[str]:
    """Names share a line; phrases have one each."""
    if all(len(part) <= NAME_LENGTH for part in parts):
        return [", ".join(parts)] if parts else []
    return [cut(part, PART_LIMIT) for part in parts]


def _as_written(word: str, card: Card) -> str:
    """The word with its capitals, as the card has it."""
    for text in (card.answer, *card.accept):
        if (at := text.casefold().find(word)) >= 0 and len(text) == len(text.casefold()):
            return text[at : at + len(word)]
    return word


def _note(words: Words, verdict: Verdict, card: Card, deck: Deck) -> str:
    """Why it was not right, where a rule can tell."""
    if verdict.outcome is Outcome.CORRECT:
        return ""
    other = deck.card(verdict.closest) if verdict.closest else None
    if other is not None and other.id != card.id:
        answer, question = (card_text.line(text, PART_LIMIT) for text in (other.answer, other.question))
        return words("why-other-card", answer=answer, question=question)
    key = f"why-{verdict.reason.value.replace('_', '-')}"
    return words(key) if words.has(key) else ""


def hint_line(words: Words, hint: Hint) -> str:
    """One hint in words."""
    return words("hint", hint=words(f"hint-{hint.kind}", text=hint.text, upper=hint.upper, count=hint.count))
