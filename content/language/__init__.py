"""The floor of judging: one form for what is written the same; words, stems, numbers and the lists of languages."""

from content.language.lexicon import Lexicon, give_ups, lexicon, roots
from content.language.negation import phrase_at
from content.language.numerals import parse_digits
from content.language.text import fold, tidy
from content.language.words import Text, Word, number_stem, read

__all__ = [
    "Lexicon",
    "Text",
    "Word",
    "fold",
    "give_ups",
    "lexicon",
    "number_stem",
    "parse_digits",
    "phrase_at",
    "read",
    "roots",
    "tidy",
]
