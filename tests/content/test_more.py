"""What else there is to say about a card."""

from content.card import Deck, ExplanationCard, ListCard, TermCard
from content.library import load_deck
from content.more import More, more, related


def test_only_what_the_verdict_did_not_say() -> None:
    """Other right wordings, unless they only shorten or respell the answer; near misses however near; at most three."""
    card = TermCard(
        id="x",
        question="?",
        answer="K-fold cross-validation",
        accept=("cross-validation", "K-fold crossvalidation", "rotation estimation"),
        reject=("hold-out validation", "holdout validation", "iterated K-fold validation", "bootstrap", "jackknife"),
    )
    assert more(card).also == ("rotation estimation",)
    assert more(card).wrong == ("hold-out validation", "iterated K-fold validation", "bootstrap")
    assert more(card.model_copy(update={"reject": ("Cusco", "Cuzco", "Arequipa")})).wrong == ("Cusco", "Arequipa")
    plain = TermCard(id="x", question="?", answer="Mars", accept=("mars", "the Mars"))
    assert not more(plain)


def test_the_parts_one_by_one() -> None:
    """Of an explanation that wants several, and of a list of which some suffice; else the answer says them itself."""
    why = ExplanationCard(id="x", question="Why?", answer="…", points=(("tilt", "inclined"), ("sunlight",)))
    assert more(why) == More(parts=("tilt", "sunlight"))
    items = (("Mars",), ("Venus",), ("Earth", "our planet"))
    some = ListCard(id="x", question="Two planets?", answer="Mars; Venus; Earth", items=items, need=2)
    assert more(some) == More(parts=("Mars", "Venus", "Earth"), enough=2)
    assert not more(some.model_copy(update={"need": 0}))


def test_related_cards_are_near_in_what_they_say() -> None:
    """In the same topic, and only of those that may be shown."""
    deck = load_deck("deep-learning")
    everything = {card.id for card in deck.cards}
    card = next(card for card in deck.cards if "volumetric data" in card.question)
    found = related(card, deck, everything)
    assert "suits" in found[0].question
    assert all(other.topic == card.topic and other.id != card.id for other in found)
    assert found[0] not in related(card, deck, everything - {found[0].id})
    assert related(card, deck, ()) == ()


def test_a_question_of_the_same_pattern_is_not_related() -> None:
    """Else every capital would remind of every other."""
    capitals = {"Peru": "Lima", "Chile": "Santiago", "Cuba": "Havana", "Mali": "Bamako"}
    cards = tuple(
        TermCard(id=land.casefold(), question=f"What is the capital of {land}?", answer=city, topic="t")
        for land, city in capitals.items()
    )
    deck = Deck(name="d", title="D", cards=cards)
    assert related(cards[0], deck, {card.id for card in cards}) == ()
