"""Words, stems, numbers and negations, as judging sees them."""

import pytest

from content.language import fold, lexicon, read, tidy
from content.language.quantities import quantities

LANGUAGES = ("en", "fr", "de", "es", "ru")


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("caf\u00e9", "cafe"),
        ("cafe\u0301", "cafe"),
        ("ＡＢＣ１２", "abc12"),
        ("٣", "3"),
        ("it\u2019s", "it's"),
        ("a\u00a0b", "a b"),
        ("a\u202eb\u200d", "ab"),
        ("STRASSE", "strasse"),
        ("straße", "strasse"),
        ("H₂O", "h2o"),
        ("5 − 3", "5 - 3"),
        ("İ", "i"),
        ("z\u0301\u0302\u0303\u0304a", "za"),
    ],
)
def test_one_form_for_what_is_the_same(typed: str, plain: str) -> None:
    """Width, case, accents, digits, apostrophes and invisible signs."""
    assert fold(tidy(typed)) == plain


def test_letters_of_their_own_stay() -> None:
    """They are no accents."""
    assert fold(tidy("мой"), "ru") == "мой"
    assert fold(tidy("año"), "es") == "año"
    assert fold(tidy("दिल्ली"), "hi") == tidy("दिल्ली")


def test_cyrillic_a_is_not_latin_a() -> None:
    """They look the same only."""
    assert fold("А") != fold("A")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_list_is_there(language: str) -> None:
    """Stop words, negations, yes and no, numbers, months, opposites."""
    words = lexicon(language)
    for name in (
        "stop",
        "weak",
        "negation",
        "breaks",
        "yes",
        "no",
        "hedge",
        "gave_up",
        "numbers",
        "months",
        "excludes",
    ):
        assert getattr(words, name), name
    assert sorted(set(words.months.values())) == list(range(1, 13))
    assert {0, 1, 2, 10, 20, 100, 1000} <= set(words.numbers.values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_excludes_itself(language: str) -> None:
    """And what excludes is excluded."""
    excludes = lexicon(language).excludes
    for word, others in excludes.items():
        assert word not in others
        assert all(word in excludes[other] for other in others)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("rises", "rise"),
        ("colours", "color"),
        ("normalised", "normalize"),
        ("analyse", "analyzed"),
        ("centre", "center"),
        ("haemoglobin", "hemoglobin"),
        ("modelling", "model"),
        ("falling", "fall"),
        ("exercises", "exercise"),
    ],
)
def test_forms_of_a_word_have_one_stem(one: str, other: str) -> None:
    """British or American."""
    words = lexicon("en")
    assert words.stem(one) == words.stem(other)


def _denied(text: str, language: str = "en") -> set[str]:
    return {word.text for word in read(text, language).words if word.negated and not word.stop}


@pytest.mark.parametrize(
    ("language", "text", "denied"),
    [
        ("en", "it mixes channels but not positions", {"positions"}),
        ("en", "the bulb is not lit", {"lit"}),
        ("en", "works without labels, needs images", {"labels"}),
        ("en", "never-seen data", {"seen"}),
        ("en", "not only fast but cheap", set()),
        ("en", "dropout instead of pooling", {"pooling"}),
        ("en", "no doubt it rains", set()),
        ("en", "not so warm, so it rains", {"warm"}),
        ("fr", "ils agissent sur les bactéries, pas sur les virus", {"virus"}),
        ("de", "mit Licht, ohne Wasser", {"wasser"}),
        ("es", "con luz pero sin agua", {"agua"}),
        ("ru", "с водой, но без света", {"света"}),
    ],
)
def test_what_a_negation_reaches(language: str, text: str, denied: set[str]) -> None:
    """To the end of its clause."""
    assert _denied(text, language) == denied


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("0.1-0.5", "en", [(0.1, 0.5, "")]),
        ("between 10 and 50 %", "en", [(10, 50, "%")]),
        ("a half", "en", [(0.5, 0.5, "")]),
        ("two hundred and six", "en", [(206, 206, "")]),
        ("nineteen fourteen", "en", [(1914, 1914, "")]),
        ("5 million", "en", [(5e6, 5e6, "")]),
        ("100,000", "en", [(1e5, 1e5, "")]),
        ("1.000,5", "de", [(1000.5, 1000.5, "")]),
        ("1,5", "en", [(1.5, 1.5, "")]),
        ("300 000 km/s", "fr", [(3e5, 3e5, "km/s")]),
        ("3 x 10^8 m/s", "en", [(3e8, 3e8, "m/s")]),
        ("9.81 m/s^2", "en", [(9.81, 9.81, "m/s2")]),
        ("-5", "en", [(-5, -5, "")]),
        ("1/2", "en", [(0.5, 0.5, "")]),
        ("mille sept cent quatre-vingt-neuf", "fr", [(1789, 1789, "")]),
        ("soixante-dix-huit", "fr", [(78, 78, "")]),
        ("dreiundzwanzig", "de", [(23, 23, "")]),
        ("ciento veinte", "es", [(120, 120, "")]),
        ("тысяча восемьсот двенадцать", "ru", [(1812, 1812, "")]),
        ("nan", "en", []),
        ("9" * 5000, "en", []),
    ],
)
def test_quantities(text: str, language: str, expected: list[tuple[float, float, str]]) -> None:
    """Numbers, ranges and units, in figures or words."""
    found = [(one.low, one.high, one.unit) for one in quantities(text, language)]
    assert found == expected
