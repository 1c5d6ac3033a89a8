"""Words for those who have them read out: the same messages without what is only there for the eye."""

import re

from fluent.syntax import ast
from fluent.syntax.visitor import Visitor

SPOKEN = "aloud"
"""The attribute of a message that says it for the ear; one without it is said as it is written, less its signs."""

SIGNS = re.compile(
    "[\U0001f000-\U0001faff\u2139\u2190-\u21ff\u2300-\u23ff\u2500-\u27bf\u2b00-\u2bff\u2022\u2026\u2039\u203a\ufe0f]"
)
"""Emoji, arrows, ticks, bullets."""
_BETWEEN = re.compile(r" (?:·|→) ")
_WITH_ROOM = re.compile(f"(?:{SIGNS.pattern})+ *")


def for_the_ear(resource: ast.Resource) -> ast.Resource:
    """The messages of a language, each as it is to be read out; arguments are left as they are."""
    for entry in resource.body:
        if isinstance(entry, ast.Message):
            spoken = next((one.value for one in entry.attributes if one.id.name == SPOKEN), None)
            entry.value = spoken or entry.value
    _Unadorned().visit(resource)
    return resource


class _Unadorned(Visitor):
    """Takes the signs out of every text between arguments."""

    def visit_TextElement(self, node: ast.TextElement) -> None:  # noqa: N802 # name of the library
        node.value = _WITH_ROOM.sub("", _BETWEEN.sub(", ", node.value))
