"""Which card of a deck an answer belongs to, so that the answer to another card is never taken for this one's."""

from collections import defaultdict
from dataclasses import dataclass
from math import log

from rapidfuzz.distance import OSA

from content.card import Card, Deck, Kind
from content.grading.cache import Cache
from content.grading.guards import stance
from content.grading.prepared import known_words
from content.language import Text, lexicon, read

CLEAR = 0.6
"""How like another card's wording an answer must be (Dice, words weighted by rarity), 0..1."""
AHEAD = 0.15
"""And by how much more than its own card's."""
SAME = 0.75
"""How like one word must be another to be another form of it (1 less edits over length), 0..1."""
BARE = 2
"""So many words can be a yes or no and nothing else."""


@dataclass(slots=True)
class Neighbours:
    """The wordings of all cards of a deck, by their words."""

    known: frozenset[str]
    exact: dict[tuple[str, ...], tuple[str, ...]]
    forms: dict[tuple[str, str], set[str]]
    """For a card and a stem that is an answer to it by itself: how the card writes it."""
    places: dict[str, list[int]]
    owner: list[str]
    weight: list[float]
    rarity: dict[str, float]


@dataclass(frozen=True, slots=True)
class Near:
    """The other card that an answer is nearest to."""

    card: str
    exact: bool


_decks = Cache()


def neighbours(deck: Deck) -> Neighbours:
    """The deck made ready; the work is done once for each deck object."""
    held = _decks.get(deck, None)
    if isinstance(held, Neighbours):
        return held
    known: set[str] = set()
    exact: dict[tuple[str, ...], list[str]] = defaultdict(list)
    forms: dict[tuple[str, str], set[str]] = defaultdict(set)
    owner: list[str] = []
    stems: list[frozenset[str]] = []
    cards_with: dict[str, set[str]] = defaultdict(set)
    for card in deck.cards:
        known |= known_words(card)
        if card.kind is Kind.YES_NO:
            # A yes, a no or a claim answers any number of questions.
            continue
        for text in dict.fromkeys((card.answer, *card.accept)):
            seen = read(text, card.language)
            if seen.key and not _says_yes_or_no(seen) and card.id not in exact[seen.key]:
                exact[seen.key].append(card.id)
            if len(seen.key) == 1:
                forms[card.id, seen.key[0]].update(word.text for word in seen.words if word.stem == seen.key[0])
            words = frozenset(word.stem for word in seen.content)
            owner.append(card.id)
            stems.append(words)
            for stem in words:
                cards_with[stem].add(card.id)
    # Inverse document frequency, the document being a card.
    rarity = {stem: log(1 + len(deck.cards) / len(cards)) for stem, cards in cards_with.items()}
    places: dict[str, list[int]] = defaultdict(list)
    for number, words in enumerate(stems):
        for stem in words:
            places[stem].append(number)
    weight = [sum(rarity[stem] for stem in words) for words in stems]
    made = Neighbours(
        frozenset(known),
        {key: tuple(ids) for key, ids in exact.items()},
        dict(forms),
        dict(places),
        owner,
        weight,
        rarity,
    )
    _decks.keep(deck, None, made)
    return made


def _says_yes_or_no(said: Text) -> bool:
    """Whether this is a bare yes or no, which answers any number of questions."""
    return len(said.words) <= BARE and stance(said.words, lexicon(said.language)) is not None


def _same_word(card: str, said: Text, ready: Neighbours) -> bool:
    """Whether a single word is a card's answer in another form, not only of one stem: "optimizer", "optimization"."""
    forms = ready.forms.get((card, said.key[0])) if len(said.key) == 1 else None
    if not forms:
        return True
    typed = next(word.text for word in said.words if word.stem == said.key[0])
    return any(
        typed.startswith(form) or form.startswith(typed) or OSA.normalized_similarity(typed, form) >= SAME
        for form in forms
    )


def nearest(card: Card, said: Text, deck: Deck) -> Near | None:
    """The other card whose answer this is, when it is that card's rather than this one's."""
    ready = neighbours(deck)
    ids = ready.exact.get(said.key, ())
    if card.id in ids:
        return None
    friends = {card.id, *card.same}
    for other in ids:
        if other not in friends and _same_word(other, said, ready):
            return Near(other, exact=True)
    shared: dict[int, float] = defaultdict(float)
    total = 0.0
    unknown = log(1 + len(deck.cards))
    for stem in {word.stem for word in said.words if not word.stop}:
        rare = ready.rarity.get(stem)
        total += unknown if rare is None else rare
        if rare is not None:
            for number in ready.places[stem]:
                shared[number] += rare
    own = best = 0.0
    closest = ""
    for number, both in shared.items():
        alike = 2 * both / (total + ready.weight[number])
        if ready.owner[number] in friends:
            own = max(own, alike)
        elif alike > best:
            best, closest = alike, ready.owner[number]
    if best >= CLEAR and best > own + AHEAD and _same_word(closest, said, ready):
        return Near(closest, exact=False)
    return None
