"""Every word of the bot, in every language: no key missing, none unused, no placeholder broken."""

import re
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from bot.app import COMMANDS
from bot.conversation.aloud import SIGNS
from bot.conversation.cards import FIELDS
from bot.conversation.imports import SEPARATORS
from bot.conversation.settings import GROUP, PRIVATE
from bot.conversation.words import FALLBACK, FOLDER, LANGUAGES, Words
from bot.tutor.editing import Field
from content.formats import SUFFIXES, Fault, Why
from content.grading import Outcome, Reason
from content.hints import HintKind

SOURCES = [path for folder in ("conversation", "delivery") for path in sorted((FOLDER.parent / folder).glob("**/*.py"))]
# Keys that the code puts together; the enums say which there can be.
COMPOSED = {
    *(f"command-{command.name}" for command in COMMANDS if not command.hidden),
    *(f"verdict-{outcome}" for outcome in Outcome),
    *(f"outcome-{outcome}" for outcome in Outcome),
    *(f"summary-{outcome}" for outcome in Outcome),
    *(f"not-in-groups-{name}" for name in ("hint", "skip")),
    *(f"hint-{kind}" for kind in HintKind),
    *(f"left-out-{why}" for why in Why),
    *(f"unreadable-{fault}" for fault in Fault),
    *(f"separator-{number}" for number in range(len(SEPARATORS))),
    *(f"{part}-{name}" for part in ("setting", "option", "about") for name in PRIVATE | GROUP),
    *(f"write-{field}" for field in Field),
    *(f"button-card-{field}" for field in FIELDS),
    *(f"format-{suffix}" for suffix in SUFFIXES),
    *(f"milestone-{kind}" for kind in ("streak", "topic", "deck")),
}
# Verdicts that need no reason have none.
OPTIONAL = {f"why-{reason.value.replace('_', '-')}" for reason in Reason}


class Variables(Visitor):
    """The arguments that a message uses."""

    def __init__(self, others: dict[str, ast.Message]) -> None:
        self.names: set[str] = set()
        self.others = others

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 # name of the library
        self.names.add(node.id.name)

    def visit_MessageReference(self, node: ast.MessageReference) -> None:  # noqa: N802 # name of the library
        self.visit(self.others[node.id.name])


def messages(language: str) -> dict[str, ast.Message]:
    """The messages of a language's file; fails on what cannot be parsed, and on a key that stands twice."""
    text = (FOLDER / f"{language}.ftl").read_text(encoding="utf-8")
    found: dict[str, ast.Message] = {}
    for entry in FluentParser().parse(text).body:
        assert not isinstance(entry, ast.Junk), f"{language}: cannot be parsed: {entry.content}"
        if isinstance(entry, ast.Message):
            assert entry.id.name not in found, f"{language}: {entry.id.name} stands twice"
            found[entry.id.name] = entry
    return found


def variables(message: ast.Message, others: dict[str, ast.Message]) -> set[str]:
    """The arguments that a message uses, itself or in others that it contains."""
    visitor = Variables(others)
    visitor.visit(message)
    return visitor.names


SOURCE = "\n".join(path.read_text(encoding="utf-8") for path in SOURCES)
# First arguments of whatever turns a key into words.
ASKED = set(re.findall(r"""(?:\bwords|\bplain|\bSorry|Words\([^()]*\))\(\s*["']([a-z0-9_-]+)["']""", SOURCE)) | COMPOSED


CONTAINED = set(re.findall(r"\{ ([a-z][a-z0-9_-]*) \}", (FOLDER / f"{FALLBACK}.ftl").read_text(encoding="utf-8")))


def is_used(key: str) -> bool:
    """Whether the code names this key, or puts it together, or another message contains it."""
    return key in COMPOSED | CONTAINED or f'"{key}"' in SOURCE or f"'{key}'" in SOURCE


def test_every_file_is_a_language_and_every_language_a_file() -> None:
    """The table of languages and the folder agree."""
    assert {path.stem for path in FOLDER.glob("*.ftl")} == set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_missing_and_nothing_left_over(language: str) -> None:
    """Each language has the keys of the first one, and these are the ones that the code uses."""
    ours = set(messages(language))
    reference = set(messages(FALLBACK))
    assert ours - reference == set()
    assert reference - ours == set()
    assert ASKED - ours == set(), "the code asks for what no file says"
    assert {key for key in ours - OPTIONAL if not is_used(key)} == set(), "nobody asks for these"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_placeholder_is_filled(language: str) -> None:
    """A message uses the arguments of the first language, so what works in one works in all."""
    reference, ours = messages(FALLBACK), messages(language)
    for key, message in ours.items():
        assert variables(message, ours) == variables(reference[key], reference), key
        assert [one.id.name for one in message.attributes] == [one.id.name for one in reference[key].attributes], key


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("aloud", [False, True])
def test_every_message_can_be_said(language: str, aloud: bool) -> None:
    """With numbers and with text, none, one and many: no error, no code left, tags closed; aloud without signs."""
    words, ours = Words(language, aloud=aloud), messages(language)
    for key, message in ours.items():
        for value in (0, 1, 2, 5, 21, "today", "<b>"):
            text = words(key, **dict.fromkeys(variables(message, ours), value))
            assert not aloud or not (SIGNS.search(text) or "·" in text), key
            assert "{" not in text, key
            assert "{$" not in text, key
            tags = re.findall(r"<(/?)(\w+)[^>]*>", text)
            opened = [name for slash, name in tags if not slash]
            closed = [name for slash, name in tags if slash]
            assert sorted(opened) == sorted(closed), key


# What comes as a note over the chat, which holds less than a message.
TOASTS = set(re.findall(r"""(?:Toast\(turn\.words\.plain|Sorry)\(\s*"([a-z0-9_-]+)\"""", SOURCE))


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_fits(language: str) -> None:
    """Menus, descriptions, notes and buttons stay within what Telegram takes and a phone shows."""
    words = Words(language)
    assert len(words("bot-description")) <= 512
    assert len(words("bot-short-description")) <= 120
    ours = messages(language)
    for key, message in ours.items():
        text = words(key, **dict.fromkeys(variables(message, ours), 21))
        if key.startswith("command-") and not key.startswith("command-unknown"):
            assert len(text) <= 40, key
        elif key.startswith("button-") and key not in TOASTS:
            assert len(text) <= 34, key
        elif key in TOASTS and "quiz-unknown" not in key:
            assert len(text) <= 200, key


def test_a_language_that_is_not_spoken_falls_back() -> None:
    """Rather English than nothing."""
    assert Words("tlh").language == FALLBACK
    with pytest.raises(LookupError):
        Words("en")("no-such-key")


def test_the_sources_are_where_they_are_looked_for() -> None:
    """Else the tests above could not fail."""
    assert Path("lesson.py") in {Path(path.name) for path in SOURCES}
    assert len(ASKED) > 100
