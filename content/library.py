"""Finds, reads and validates decks; what is wrong is said by file, card and field."""

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from content.card import Deck

BUNDLED = Path(__file__).parent / "decks"
SIZE_LIMIT = 5_000_000


class DeckError(Exception):
    """A deck that cannot be used; `problems` lists every mistake as `file: card id: field: what and what instead`."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(self.problems))


def _problem(file: str, cards: list[Any], error: Mapping[str, Any]) -> str:
    """One line for one mistake found by the model, in the words of a deck author."""
    place = [str(part) for part in error["loc"]]
    where = file
    if len(place) > 1 and place[0] in ("card", "cards"):
        card = cards[int(place[1])]
        name = card.get("id") if isinstance(card, dict) else None
        where += f": card {name or f'number {int(place[1]) + 1}'}"
        place = [part for part in place[2:] if part not in ("yes_no", "term", "number", "list", "explanation")]
    else:
        place = [part for part in place if part not in ("card", "cards")]
    field = ".".join(place)
    said: str = error["msg"]
    match error["type"]:
        case "missing":
            said = "is missing; add it"
        case "extra_forbidden":
            said = "is not a field of this kind of card; remove it or correct its name"
        case "too_short" if _says_empty(error):
            said = "there is no card in it; add at least one [[card]]"
        case "union_tag_not_found":
            field, said = "kind", "is missing; use one of yes_no, term, number, list, explanation"
        case "union_tag_invalid":
            field, said = (
                "kind",
                f"is {error['input'].get('kind')!r}; use one of yes_no, term, number, list, explanation",
            )
        case _:
            said = said.removeprefix("Value error, ")
            said = said[:1].lower() + said[1:]
    return ": ".join(part for part in (where, field, said) if part)


def parse_deck(text: str, name: str, file: str | None = None) -> Deck:
    """The deck written in `text` (TOML). Raises DeckError with every mistake."""
    file = file or f"{name}.toml"
    try:
        raw = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise DeckError([f"{file}: not valid TOML: {error}"]) from error
    entries = raw.pop("card", [])
    language = raw.get("language", "en")
    cards = entries if isinstance(entries, list) else [entries]
    for card in cards:
        if isinstance(card, dict):
            card.setdefault("language", language)
    try:
        return Deck.model_validate({**raw, "name": name, "cards": cards})
    except ValidationError as error:
        # Where every card has a mistake, that no card is left is none of its own.
        mistakes = [one for one in error.errors() if not (cards and _says_empty(one))]
        raise DeckError(_problem(file, cards, mistake) for mistake in mistakes) from error


def _says_empty(error: Mapping[str, Any]) -> bool:
    return bool(error["type"] == "too_short" and error["loc"] == ("cards",))


def read_deck(path: Path) -> Deck:
    """The deck in the TOML file at `path`. Raises DeckError with every mistake, also when it cannot be read."""
    try:
        if path.stat().st_size > SIZE_LIMIT:
            raise DeckError([f"{path}: larger than {SIZE_LIMIT // 1_000_000} MB; split it"])
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise DeckError([f"{path}: cannot be read as UTF-8 text: {error}"]) from error
    return parse_deck(text, path.stem, str(path))


@cache
def load_deck(name: str) -> Deck:
    """The bundled deck with this name. Raises KeyError when there is none, DeckError when it has mistakes."""
    path = BUNDLED / f"{name}.toml"
    if not name or "/" in name or not path.is_file():
        raise KeyError(name)
    return read_deck(path)


def _with_wordings(deck: Deck, further: Mapping[str, list[str]]) -> Deck:
    if not further:
        return deck
    cards = tuple(
        card.model_copy(update={"accept": (*card.accept, *further[card.id])}) if card.id in further else card
        for card in deck.cards
    )
    return deck.model_copy(update={"cards": cards})


class Library:
    """Every deck that the bot knows: the bundled ones and those of further folders."""

    def __init__(self, decks: Iterable[Deck]) -> None:
        self._decks = {deck.name: deck for deck in decks}

    @classmethod
    def read(cls, *folders: Path) -> "Library":
        """The bundled decks and the *.toml of these folders. Raises DeckError listing the mistakes of all files."""
        problems: list[str] = []
        decks: list[Deck] = []
        for folder in (BUNDLED, *folders):
            for path in sorted(folder.glob("*.toml")):
                try:
                    decks.append(read_deck(path))
                except DeckError as error:
                    problems += error.problems
        if problems:
            raise DeckError(problems)
        # The largest is what most people come for: it stands first, and is asked where nobody has chosen.
        return cls(sorted(decks, key=lambda deck: -len(deck.cards)))

    def accepting(self, wordings: Iterable[tuple[str, str, str]]) -> "Library":
        """A library whose cards take further wordings for right: deck, card and text of each."""
        further: dict[str, dict[str, list[str]]] = {}
        for deck_name, card_id, text in wordings:
            further.setdefault(deck_name, {}).setdefault(card_id, []).append(text)
        return Library(_with_wordings(deck, further.get(deck.name, {})) for deck in self.decks)

    @property
    def decks(self) -> tuple[Deck, ...]:
        """All decks, the usual one first."""
        return tuple(self._decks.values())

    def deck(self, name: str) -> Deck | None:
        """The deck with this name, or None."""
        return self._decks.get(name)
