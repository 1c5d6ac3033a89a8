"""Wordings that are code or a formula, which are compared sign by sign."""

import re

_CALL = re.compile(r"\w\([^()]+\)")
_CODE = frozenset("\\[]{}^$#<>=*|~+_@")


def code_parts(text: str) -> tuple[str, ...]:
    """The pieces of a wording that is code or a formula, with case where case means something; nothing for prose."""
    pieces = text.split()
    if not 0 < len(pieces) <= 6 and not all(len(piece) <= 3 for piece in pieces[:13]):
        return ()
    if len(pieces) <= 4 and _CALL.search(text) and sum(letter.isalpha() for letter in text) <= 12:
        return tuple(piece.casefold() for piece in pieces)
    signs = sum(any(letter in _CODE for letter in piece) or (piece[0] == "-" and len(piece) > 1) for piece in pieces)
    letters = sum(letter.isalpha() for letter in text)
    if not signs or letters > 12 or (letters > 6 and signs * 2 < len(pieces)):
        return ()
    return tuple(piece if "\\" in piece else piece.casefold() for piece in pieces)
