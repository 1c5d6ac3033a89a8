"""Every language that we have lists for, and some that we have none for."""

import pytest

from content.card import plain_card
from content.grading import Outcome, Reason, grade

NO = {
    "en": ("No", ["no", "nope", "not at all", "never"], ["yes", "of course"]),
    "fr": ("Non", ["non", "pas du tout", "jamais", "nan"], ["oui", "bien sûr"]),
    "de": ("Nein", ["nein", "nö", "auf keinen Fall", "niemals"], ["ja", "natürlich"]),
    "es": ("No", ["no", "para nada", "nunca"], ["sí", "claro que sí"]),
    "ru": ("Нет", ["нет", "неа", "никогда", "ни в коем случае"], ["да", "конечно"]),
}


@pytest.mark.parametrize("language", NO)
def test_yes_and_no(language: str) -> None:
    """The ways in which people say them."""
    reference, right, wrong = NO[language]
    card = plain_card("?", [reference], language)
    assert card.kind == "yes_no"
    assert all(grade(card, answer).outcome is Outcome.CORRECT for answer in right)
    assert all(grade(card, answer).outcome is Outcome.INCORRECT for answer in wrong)


@pytest.mark.parametrize(
    ("language", "answer"),
    [
        ("en", "I don't know"),
        ("fr", "je ne sais pas"),
        ("fr", "aucune idée"),
        ("de", "weiß nicht"),
        ("de", "keine Ahnung"),
        ("es", "no sé"),
        ("es", "ni idea"),
        ("ru", "не знаю"),
        ("ru", "понятия не имею"),
    ],
)
def test_giving_up(language: str, answer: str) -> None:
    """In one's own language."""
    assert grade(plain_card("?", ["Madrid"], language), answer).reason is Reason.GAVE_UP


@pytest.mark.parametrize(
    ("language", "reference", "answer"),
    [
        ("fr", "les cahiers de doléances", "un cahier de doleances"),
        ("fr", "1914", "mille neuf cent quatorze"),
        ("fr", "l'eau", "de l’eau"),
        ("de", "die Gebärmutter", "gebaermutter"),
        ("de", "89", "neunundachtzig"),
        ("de", "am 9. November 1989", "9.11.1989"),
        ("de", "die Straße", "strasse"),
        ("es", "el fémur", "femur"),
        ("es", "9,8", "nueve coma ocho"),
        ("ru", "хлоропласт", "в хлоропластах"),
        ("ru", "1861", "тысяча восемьсот шестьдесят первого"),
        ("ru", "зелёный", "зеленый"),
        ("it", "la fotosintesi", "fotosintesi"),
        ("ja", "光合作用", "光合作用です"),
        ("zh", "光合作用", "答案是光合作用"),
        ("th", "กรุงเทพ", "กรุงเทพ"),
        ("ko", "광합성", "광합성은"),
        ("ar", "باريس", "باريس"),
        ("hi", "दिल्ली", "दिल्ली"),
        ("xx", "Ouagadougou", "ouagadougou"),
    ],
)
def test_right_in_other_forms(language: str, reference: str, answer: str) -> None:
    """Endings, accents, numbers in words; and whole languages that we have no lists for."""
    assert grade(plain_card("?", [reference], language), answer).outcome is Outcome.CORRECT


@pytest.mark.parametrize(
    ("language", "reference", "answer"),
    [
        ("fr", "les bactéries", "pas les bactéries"),
        ("fr", "la mitose", "la méiose"),
        ("fr", "la rétroactivité", "la non-rétroactivité"),
        ("de", "der Genitiv", "der Dativ"),
        ("de", "der Genitiv", "jeder außer dem Genitiv"),
        ("es", "la arteria", "la vena"),
        ("es", "Madrid", "no es Madrid"),
        ("ru", "хлоропласт", "лейкопласт"),
        ("ru", "хлоропласт", "не в хлоропласте"),
        ("ja", "光合作用", "呼吸"),
        ("ko", "광합성", "호흡"),
    ],
)
def test_wrong_in_other_languages(language: str, reference: str, answer: str) -> None:
    """Negations and opposites of the language."""
    assert grade(plain_card("?", [reference], language), answer).outcome is not Outcome.CORRECT
