"""The first minutes in every language, and what is said with dates, numbers and places in it."""

from datetime import date

import pytest

from bot.conversation.screen import MESSAGE_LIMIT
from bot.conversation.words import LANGUAGES, Words
from bot.playground.entities import utf16_length
from bot.playground.markup import parse_html
from tests.bot.test_locales import messages, variables
from tests.support.databases import ONE
from tests.support.stage import WRONG, Learner, Stage

pytestmark = ONE


def newcomer(stage: Stage, language: str) -> Learner:
    """Somebody whose Telegram speaks this language."""
    return stage.learner(stage.world.person("Toni", language_code=language))


async def test_german(stage: Stage) -> None:
    """From the first word to the hour of the daily questions."""
    toni = newcomer(stage, "de")
    await toni.sends("/start")
    toni.sees_now("Hallo Toni!", "Solar system · 6 Karten · auf Englisch")
    await toni.sends("/quiz rocks 1")
    await toni.sends("earth and mars")
    toni.sees_now("🟡 Teilweise richtig", "✓ Earth, Mars", "Es fehlt: Mercury, Venus", "Ich hatte recht")
    await toni.sends("/quiz planets 1")
    await toni.sends("weiß nicht")
    toni.sees_now("❌ Noch nicht", "Kein Problem")
    await toni.sends("/timezone Wien")
    toni.sees_now("Zeitzone: Europe/Vienna. Dort ist es jetzt 10:00 Uhr")
    await toni.sends("/timezone Zürch")
    toni.sees_now("kenne ich nicht", "Europe/Zurich")
    await toni.sends("/daily 9 Uhr")
    toni.sees_now("5 Fragen jeden Tag um 09:00 Uhr", "Los geht es morgen um 09:00 Uhr")
    await toni.sends("/timezone")
    toni.sees_now("London Paris Moskau New York Kolkata Tokio")


async def test_spanish(stage: Stage) -> None:
    """The end of a sitting, a way through the settings."""
    toni = newcomer(stage, "es")
    await toni.sends("/start")
    toni.sees_now("¡Hola, Toni!", "Solar system · 6 tarjetas · en inglés")
    await toni.sends("/quiz planets 1")
    await toni.taps("Pista")
    await toni.sends("mars")
    toni.sees_now("✅ ¡Correcto!", r"¡Listo! · 1 correcta · \d puntos", "Vuelve mañana", "Primer día de tu racha")
    await toni.sends("/timezone Ciudad de México")
    toni.sees_now("Zona horaria: America/Mexico_City. Ahora son las 03:00")
    await toni.sends("/daily a las 21:30")
    toni.sees_now("5 preguntas cada día a las 21:30", "Empezamos hoy a las 21:30")
    await toni.sends("/settings")
    await toni.taps("Nuevas al día")
    tap = await toni.taps("20")
    assert tap.text == "Nuevas al día: 20"


async def test_russian(stage: Stage) -> None:
    """Numbers take their forms, cities their names, and nobody is taken for a man or a woman."""
    toni = newcomer(stage, "ru")
    await toni.sends("/start")
    toni.sees_now("Привет, Toni!", "Solar system · 6 карточек · английский")
    await toni.sends("/quiz planets 1")
    await toni.taps("Подсказка")
    await toni.sends("mars")
    toni.sees_now("✅ Верно!", r"верно: 1 · 7 баллов", "Карточка вернётся завтра", "Первый день серии")
    await toni.sends("/quiz rocks 1")
    await toni.sends("earth and mars")
    toni.sees_now("🟡 Отчасти верно", "Не хватает: Mercury, Venus", "Ответ верный")
    await toni.sends("/timezone Владивосток")
    toni.sees_now("Часовой пояс: Asia/Vladivostok. Там сейчас 19:00")
    await toni.sends("/daily в 9 часов")
    toni.sees_now("5 вопросов каждый день в 09:00", "Начнём завтра в 09:00")
    await toni.sends("/daily 21:00 21")
    toni.sees_now("20 вопросов")
    await toni.sends("/daily нет")
    toni.sees_now("выключены")


async def test_portuguese(stage: Stage) -> None:
    """As it is spoken in Brazil, also to whoever has Portugal's."""
    toni = newcomer(stage, "pt-br")
    await toni.sends("/start")
    toni.sees_now("Oi, Toni!", "Solar system · 6 cartões · em inglês")
    await toni.sends("/quiz planets 1")
    await toni.sends("não sei")
    toni.sees_now("❌ Ainda não", "Resposta: Mars")
    await toni.sends("/timezone São Paulo")
    toni.sees_now("Fuso horário: America/Sao_Paulo. Lá são 06:00")
    await toni.sends("/daily às 21h30 1")
    toni.sees_now("1 pergunta todo dia às 21:30", "A primeira vem hoje às 21:30")
    maria = newcomer(stage, "pt-pt")
    await maria.sends("/start")
    maria.sees_now("Oi, Toni!")


async def test_french(stage: Stage) -> None:
    """A line never begins with a sign."""
    toni = newcomer(stage, "fr")
    await toni.sends("/start")
    toni.sees_now("Salut Toni\u00a0!")
    await toni.sends("/quiz planets 1")
    await toni.sends("Jupiter")
    toni.sees_now("autre question\u00a0: «\u00a0Which planet .*\u00a0»\n")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_language_is_spoken_and_can_be_chosen(stage: Stage, language: str) -> None:
    """By Telegram's language, by its name, and by a button; verdicts begin with their mark in all of them."""
    toni = newcomer(stage, language)
    words = Words(language)
    await toni.sends("/quiz planets 1")
    await toni.sends(WRONG)
    toni.sees_now(rf"^❌ {words('verdict-incorrect')}\n", words("button-was-right"))
    await toni.sends("/quiz rocks 1")
    await toni.sends("earth")
    toni.sees_now(rf"^🟡 {words('verdict-partial')}( \+\d)?\n")
    await toni.sends("/quiz planets 1")
    await toni.sends("mars")
    toni.sees_now(rf"^✅ {words('verdict-correct')} \+10\n")
    await toni.sends("/language English")
    toni.sees_now("I speak English")
    await toni.sends("/language")
    await toni.taps(LANGUAGES[language])
    assert toni.last.text == words("language-set")
    await toni.sends("/daily off")
    assert toni.last.text == words("daily-off-already")


@pytest.mark.parametrize(
    ("language", "named", "later", "short", "month", "together"),
    [
        ("en", "Thursday 5 March", "Thursday 5 March", "Thu 5 Mar", "March 2026", "a, b and c"),
        ("de", "Donnerstag, 5. März", "am Donnerstag, 5. März", "Do., 5. März", "März 2026", "a, b und c"),
        ("es", "jueves, 5 de marzo", "el jueves 5 de marzo", "jue, 5 mar", "marzo de 2026", "a, b y c"),
        ("fr", "jeudi 5 mars", "jeudi 5 mars", "jeu. 5 mars", "mars 2026", "a, b et c"),
        ("pt", "quinta-feira, 5 de março", "quinta-feira, 5 de março", "qui., 5 de mar.", "março de 2026", "a, b e c"),
        ("ru", "четверг, 5 марта", "5 марта (четверг)", "чт, 5 мар.", "март 2026", "a, b и c"),
    ],
)
def test_dates_as_each_language_says_them(
    language: str, named: str, later: str, short: str, month: str, together: str
) -> None:
    """By themselves, within a sentence, and short."""
    words, day = Words(language), date(2026, 3, 5)
    assert words.day(day) == named
    assert words.near_day(day, date(2026, 3, 1)) == later
    assert words.near_day(day, date(2026, 3, 4)) == words("day-tomorrow")
    assert words.short_day(day) == short
    assert words.month(day) == month
    assert words.together(["a", "b", "c"]) == together


@pytest.mark.parametrize("language", LANGUAGES)
def test_telegram_takes_every_message(language: str) -> None:
    """As HTML, whatever the numbers and whatever people wrote, and all of it within one message."""
    words = Words(language)
    every = messages(language)
    for key, message in every.items():
        for value in (0, 1, 2, 5, 1234, "on", "<b>&</i>" * 9):
            shown = parse_html(words(key, **dict.fromkeys(variables(message, every), value))).text
            assert shown.strip(), key
            assert utf16_length(shown) < MESSAGE_LIMIT / 3, key
            assert "  " not in shown, key
            assert shown == shown.strip(), key
