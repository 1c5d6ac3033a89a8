### Всё, что бот говорит по-русски. Тексты — HTML Telegram; аргументы приходят уже экранированными.
### Обращение — «ты», в группах «вы». Прошедшее время о человеке не употребляется: род неизвестен.
### Числа: [one] — 1, 21, 31…, [few] — 2–4, 22–24…, остальное — [many].

## Сам бот

bot-description = Учись понемногу каждый день. Я спрашиваю карточки из колоды, ты отвечаешь своими словами, а я говорю, что верно, чего не хватает и почему. В группах провожу квизы с рейтингом.
bot-short-description = Карточка в день — и ответ своими словами.

## Первые слова

welcome =
    Привет, { $name }! 👋 Я спрашиваю, ты отвечаешь своими словами, а я говорю, что верно и почему.

    Выбери колоду — и начнём:
welcome-language = Этот язык ({ $language }) я пока не знаю. Какие знаю — в /language.
deck-line = • { $title } · { $cards } { $cards ->
        [one] карточка
        [few] карточки
       *[many] карточек
    }
deck-line-language = { $line } · { $language }
group-welcome-head = Всем привет! 👋 Я провожу здесь квизы.
group-welcome =
    { group-welcome-head }

    Отвечайте прямо на моё сообщение с вопросом или в личном чате. Кто ответил верно, станет видно только в конце.
    Начать — /quiz. А может, карточку каждый день? Админ выбирает время:
help-private =
    <b>Как это работает</b>
    Я задаю вопрос, ты отвечаешь своими словами. Карточки возвращаются как раз перед тем, как забудутся.
help-group =
    <b>Как это работает</b>
    Отвечайте прямо на мой вопрос или лично, через кнопку под ним. Итог — когда вопрос закроется.
help-more =
    Попробуй <code>/quiz 10</code>, <code>/quiz capitals</code> или <code>/daily 09:00 5</code>.
help-more-group =
    Попробуйте <code>/quiz 10</code>, <code>/quiz capitals гонка</code> или <code>/daily 09:00</code>.
about =
    <b>Dailydeck { $version }</b>
    Бесплатный репетитор с открытым кодом.

    <b>Что я храню</b>
    Твои ответы, выученное и настройки — пока не отправишь /forget; получить их можно в /export. Остальное, что ты пишешь, исчезает, как только я отвечу, а если на нём случился сбой — самое большее через { $days } дней. Резервные копии у того, кто ведёт бота, могут жить дольше.

    Часовые пояса версии { $zones }
only-in-groups = /{ $command } работает в группах. Добавь меня в свою группу.
only-in-private = /{ $command } работает в личном чате со мной.
not-in-groups-hint = Подсказки появятся сами, со временем.
not-in-groups-skip = Пропускать нечего: квиз идёт сам.
command-unknown = Не знаю команды /{ $command }. Что я умею — в /help.
command-unknown-near = Не знаю команды /{ $command }. Может быть, /{ $near }? Все команды — в /help.

## Команды, для меню и /help

command-quiz = Начать квиз
command-daily = Вопросы каждый день
command-stop = Закончить квиз
command-hint = Подсказка к вопросу
command-skip = Пропустить вопрос
command-stats = Мои успехи
command-streak = Моя серия по дням
command-leaderboard = Рейтинг
command-decks = Выбрать колоду
command-settings = Настройки
command-timezone = Часовой пояс
command-language = Сменить язык
command-export = Получить все мои данные
command-forget = Удалить все мои данные
command-help = Как это работает
command-about = Об этом боте

## Кнопки

button-hint = 💡 Подсказка
button-skip = Пропустить
button-know = Знаю
button-undo = Отменить
button-next = Дальше
button-more = Ещё 5
button-was-right = Ответ верный
button-explain = Подробнее
button-accept = ✅ Принять
button-refuse = Отклонить
button-start = ▶️ Начать
button-daily = ⏰ Каждый день
button-daily-hour = ⏰ Другое время
button-daily-off = Выключить
button-stats = 📊 Мои успехи
button-leaderboard = 🏆 Рейтинг
button-group-quiz = ▶️ Начать квиз
button-group-again = ▶️ Ещё раз
button-answer-privately = ✍️ Ответить лично
button-private = Открыть наш чат
button-daily-on = ⏰ Включить
button-daily-more = Ещё
button-second = Второе время
button-second-off = Без второго времени
button-pause = Пауза
button-pause-weeks = { $weeks } { $weeks ->
        [one] неделя
        [few] недели
       *[many] недель
    }
button-resume = Закончить паузу
button-later = Позже
button-in-an-hour = Через час
button-this-evening = Вечером
button-not-today = Не сегодня
button-back = ‹ Назад
button-settings-back = ‹ Настройки
-chosen = выбрано
chosen = ✓ { $label }
    .aloud = { $label }, { -chosen }
button-timezone = 🌍 Часовой пояс
button-language = 💬 Язык
button-decks = 📚 Колода
button-location = 📍 Отправить геопозицию
button-show-name = Показывать моё имя
button-hide-name = Показывать псевдоним
button-champions = 👑 Чемпионы
button-hide = Скрыть меня в рейтингах
button-show = Показывать меня в рейтингах
button-hide-or-show = Скрыть или показать меня
button-forget = Удалить всё
button-keep = Оставить
button-stale = Этот вопрос уже закрыт.
button-not-yours = Эта кнопка не для тебя.

## Вопросы

question-head = { $number } из { $total }
question-head-daily = { $total ->
        [1] Вопрос дня
       *[other] Вопросы дня · { $number } из { $total }
    }
question-again = Ещё раз
topic = { $topic }
question = <b>{ $question }</b>
hint = 💡 { $hint }
    .aloud = { button-hint }: { $hint }
hint-words = { $count ->
        [1] Одно слово.
        [one] { $count } слово.
        [few] { $count } слова.
       *[many] { $count } слов.
    }
hint-letters = Начинается так: <code>{ $text }</code>
hint-items = Нужно назвать { $count } { $count ->
        [one] пункт.
        [few] пункта.
       *[many] пунктов.
    }
hint-one_item = Один из них: { $text }
hint-points = { $count ->
        [1] Нужна одна ключевая мысль.
        [one] Нужна { $count } ключевая мысль.
        [few] Нужны { $count } ключевые мысли.
       *[many] Нужно { $count } ключевых мыслей.
    }
hint-point = Ключевая мысль: <code>{ $text }</code>
hint-unit = Единица измерения: { $text }.
hint-range = Это между { $text } и { $upper }.
hint-none = К этому вопросу подсказок нет.
hint-no-more = К этому вопросу подсказок больше нет.
next-open = Предыдущий вопрос ещё открыт: ответь или пропусти его.
known = ✓ Эту карточку ты знаешь. Для проверки она вернётся: { $month }.
known-undone = Отменено: карточка придёт как обычно.
backlog = Накопилось карточек: { $waiting }. На сегодня — { $today }, остальные разойдутся по ближайшим дням.
skipped = Пропущено. Ещё вернёмся.
nothing-open = Открытого вопроса нет. Начнём?
nothing-open-waiting = Открытого вопроса нет. Твой квиз ждёт:
nothing-open-until = Открытого вопроса нет. Следующий — { $day } в { $time } ({ $zone }). Начнём прямо сейчас?
answer-empty = Нужен ответ текстом.
answer-too-long = Слишком длинно: можно до { $limit } { $limit ->
        [one] символа
       *[many] символов
    }. Вопрос ещё открыт.
answer-not-a-number = Пришли обычное число, например 12,5. Вопрос ещё открыт.
answer-forwarded = Пересланное сообщение — не ответ. Напиши своими словами, вопрос ещё открыт.
answer-not-text = Ответь, пожалуйста, текстом. Вопрос ещё открыт.
answered-already = Считается первый ответ: «{ $answer }» ({ $outcome }).
late = Вопрос уже был закрыт, так что в этот раз без баллов.
deck-gone = Этой колоды больше нет. Остальные — в /decks.
quiz-unknown =
    Колоды или темы «{ $wanted }» у меня нет.

    Колоды: { $decks }
    Темы колоды «{ $deck }»: { $topics }

## Вердикты

verdict-correct = Верно!
verdict-partial = Отчасти верно
verdict-incorrect = Пока неверно
nearly = Почти! Проверь написание и попробуй ещё раз: баллы не теряются.
outcome-correct = верно
outcome-partial = отчасти верно
outcome-incorrect = пока неверно
points-plus = +{ $points }
    .aloud = { summary-points }
matched = ✓ { $part }
    .aloud = Верно: { $part }
missing = ✗ Не хватает: { $part }
spelling = ✎ { $typed } → { $meant }
    .aloud = Пишется { $meant }, а не { $typed }
answer = <b>Ответ:</b> { $answer }
list-item = • { $thing }
explanation = <i>{ $text }</i>
why-other-card = Это ответ на другой вопрос: «{ $question }»
why-negated = У тебя сказано обратное: проверь отрицание.
why-opposite = Там слово с противоположным смыслом.
why-swapped-roles = Слова те, но роли перепутаны.
why-wrong-order = Части те, но порядок другой.
why-near-miss = Близко, но это другое.
why-candidates = Дай один ответ, а не несколько на выбор.
why-echo = Это повтор вопроса.
why-hedged = Выбери что-то одно.
why-too-vague = Слишком расплывчато.
why-no-reason = Пока верно, но не хватает причины.
why-unit = Число верное, проверь единицу измерения.
why-gave-up = Ничего страшного, вот ответ.
why-number = Это другое число.

explain-parts = Что сюда входит:
explain-some = { $count ->
        [one] Достаточно { $count } из этого:
       *[many] Достаточно { $count } из этого:
    }
explain-wording = «{ $text }»
explain-also = Тоже верно: { $wordings }.
explain-wrong = Не путай: { $wordings }.
explain-related = Похожие карточки, уже знакомые:
explain-source = В исходном списке вопросов: № { $numbers }.
explain-later = Эта карточка как раз спрашивается. Сначала ответь.
explain-line = • { $text }

## Конец занятия

summary = <b>Готово!</b>
summary-correct = верно: { $count }
summary-partial = отчасти: { $count }
summary-incorrect = пока неверно: { $count }
summary-points = { $points } { $points ->
        [one] балл
        [few] балла
       *[many] баллов
    }
summary-returns = { $cards ->
        [1] Карточка вернётся { $day }.
       *[other] { $later ->
            [0] Карточки вернутся { $day }.
           *[other] { $count ->
                [one] { $count } карточка вернётся { $day }, остальные позже.
                [few] { $count } карточки вернутся { $day }, остальные позже.
               *[many] { $count } карточек вернутся { $day }, остальные позже.
            }
        }
    }
milestone-streak = 🎉 { $days } { $days ->
        [one] день
        [few] дня
       *[many] дней
    } подряд. Это уже привычка!
milestone-topic = 🎉 Тема «{ $title }» выучена вся, и надолго.
milestone-deck = 🎉 Колода <b>{ $title }</b> выучена наизусть. Здорово!
summary-streak = 🔥 { $days ->
        [1] Первый день серии.
        [one] { $days } день подряд.
        [few] { $days } дня подряд.
       *[many] { $days } дней подряд.
    }

## Группы

group-question-head = Вопрос { $number } из { $total }
group-daily-head = Карточка дня
group-daily-none = Сегодня карточки нет: на этой неделе группа ответила на все карточки колоды <b>{ $deck }</b>. Через несколько дней они вернутся. Хотите ещё — выберите другую колоду или начните квиз.
group-how = ↩️ Ответьте на это сообщение. На ответ { $seconds } { $seconds ->
        [one] секунда.
        [few] секунды.
       *[many] секунд.
    }
group-how-daily = ↩️ Ответьте на это сообщение. Срок: { $day }, { $time }.
group-answered = Ответы дали: { $names }
names-more = { $names } и ещё { $more }
group-closed = <b>Итог</b>
group-scored = { $name } +{ $points }
group-scored-more = И ещё { $count } { $count ->
        [one] человек
        [few] человека
       *[many] человек
    } с верным или отчасти верным ответом.
group-missed = { $count ->
        [1] Один ответ неверный.
       *[other] Неверных ответов: { $count }.
    }
group-nobody = На этот раз никто не ответил.
group-noted = Принято. Итог появится в группе, когда вопрос закроется.
group-answer-here =
    <b>{ $question }</b>

    Напиши ответ здесь. В группе его никто не увидит.
group-answer-hint = Твой ответ
group-answered-already = Считается первый ответ. Итог скоро будет.
group-too-late = Этот вопрос уже закрыт.
group-not-member = Этот вопрос — для участников своей группы.
group-running = Здесь уже идёт квиз. Закончить — /stop.
group-nothing-running = Квиз здесь не идёт. Начать — /quiz.
group-over = 🏁 <b>Квиз окончен</b>
group-over-nobody = На этот раз без баллов.
admins-only = Это могут менять только админы группы.
anonymous-admin = Не вижу, кто ты. Выключи анонимность и напиши от своего имени, а не от имени канала.

group-race-head = Гонка · { $number } из { $total }
group-how-race = ↩️ Ответьте на это сообщение. Баллы берёт первый верный ответ. Время: { $seconds } с.
group-how-guess = ↩️ Ответьте на это сообщение. Берёт первый верный ответ, попыток сколько угодно. Время: { $seconds } с.
group-tried = Пробуют: { $names }
group-race-won = Первый верный ответ — { $name }: +{ $points }
group-race-nobody = На этот раз никто не угадал.
group-guess-again = Пока неверно. Пробуй ещё, пока вопрос открыт.
group-stop-not-yours = Закончить этот квиз может { $name } или админ.
group-over-unattended = 🏁 <b>Никто не отвечает, заканчиваю.</b>
quiz-menu-head = Во что сыграем?
quiz-menu =
    <b>{ quiz-menu-head }</b>
    Колода: { $deck }. Нажмите на тему — будет короткий квиз по ней.
quiz-started = { $name } начинает квиз: { $deck }.
quiz-admins-only = В этой группе квиз начинают только админы.
button-quiz-round = ▶️ { $number } { $number ->
        [one] вопрос
        [few] вопроса
       *[many] вопросов
    }
button-quiz-race = 🏁 Гонка: { $number }
topic-gone = Не могу писать в одну из тем группы: она закрыта или удалена. Квиз и вопросы дня там выключены. Админ может открыть её или сделать меня админом; чтобы продолжить, отправьте туда /daily.
topic-general-gone = Не могу писать в общую тему группы <b>{ $group }</b>: она закрыта. Квиз и вопросы дня там выключены. Чтобы продолжить, открой её или сделай меня админом и отправь туда /daily.

## Доктор

command-doctor = Почему бот молчит?
doctor-fine = ✅ Здесь всё в порядке.
doctor-hears-all = Обычные сообщения я тоже слышу. Если кажется, что нет, удалите меня из группы и добавьте снова: только тогда Telegram применит новый режим приватности.
doctor-head = <b>Что нашлось</b>
doctor-cannot-write = ❌ Мне нельзя здесь писать. Админ может разрешить: настройки группы → Разрешения → Отправка сообщений.
doctor-privacy = ℹ️ Я слышу только команды и ответы на мои вопросы (режим приватности). Для игры этого достаточно. Чтобы засчитывались и обычные сообщения, сделайте меня админом; или выключите режим у @BotFather (/setprivacy), удалите меня и добавьте снова.
doctor-slow = ℹ️ Включён медленный режим: между сообщениями надо ждать { $seconds } с. Лично можно отвечать сразу; или выключите режим в настройках группы.
doctor-forum = ℹ️ В закрытой теме я писать не могу. Отправьте /quiz в открытой или сделайте меня админом.
doctor-blind = Telegram не говорит, какие у меня здесь права. Попробуйте через минуту.

digest-head = 📅 <b>Неделя этой группы</b>
digest-learned = Карточек с ответами: { $cards }, верных ответов: { $share } %.
digest-slipping = <b>Что забывается</b>
digest-card = • { $question } → { $answer }
digest-leaders = <b>Кто впереди</b>
digest-improved = Самый большой рост: <b>{ $name }</b>, на { $points } { $points ->
        [one] балл
        [few] балла
       *[many] баллов
    } больше, чем на прошлой неделе.

## Рейтинг

board-head-group = 🏆 <b>{ $period ->
        [today] Сегодня
        [week] Эта неделя
        [month] Этот месяц
        [gain] Рост за неделю
       *[all] За всё время
    }</b> в этой группе
board-head-overall = 🏆 <b>{ $period ->
        [today] Сегодня
        [week] Эта неделя
        [month] Этот месяц
        [gain] Рост за неделю
       *[all] За всё время
    }</b>, все вместе
board-period = { $period ->
        [today] Сегодня
        [week] Неделя
        [month] Месяц
        [gain] 📈 Рост
       *[all] Всё время
    }
board-place = { $rank ->
        [1] 🥇
        [2] 🥈
        [3] 🥉
       *[other] { $rank }.
    }
board-gap = …
    .aloud = Ниже:
board-line = { board-place } { $name } · { $points }
    .aloud = Место { $rank }: { $name }, { summary-points }.
board-line-own = <b>{ board-place } { $name } · { $points } (ты)</b>
    .aloud = Ты: { board-line.aloud }
board-empty = { $period ->
        [gain] Прошлую неделю пока никто не превзошёл.
       *[all] Баллов пока нет. Первый верный ответ выйдет вперёд.
    }
board-gain-how = Баллы этой недели минус баллы прошлой.
board-hidden = Тебя нет в рейтингах: никто тебя там не видит.
board-now-hidden = Тебя больше нет ни в одном рейтинге. Баллы сохранены.
board-now-shown = Ты снова в рейтингах.
champions-head-group = 👑 <b>Чемпионы этой группы</b>
champions-head-overall = 👑 <b>Чемпионы, все вместе</b>
champions-week = Неделя с { $when }: { $names } · { $points }
    .aloud = Неделя с { $when }: { $names }, { summary-points }.
champions-month = { $when }: { $names } · { $points }
    .aloud = { $when }: { $names }, { summary-points }.
champions-none = Пока никого. Первая неделя закончится в воскресенье ночью.
board-by-alias = Здесь ты <b>{ $alias }</b>, это псевдоним.
board-by-name = Здесь другие видят твоё настоящее имя.
name-shown = Теперь видно твоё настоящее имя.
name-hidden = Теперь виден твой псевдоним.
name-unknown = Без имени { $code }
name-alias = { $animal ->
        [0] Выдра
        [1] Цапля
        [2] Барсук
        [3] Рысь
        [4] Зарянка
        [5] Черепаха
        [6] Сокол
        [7] Ёж
        [8] Дельфин
        [9] Ворон
        [10] Белка
        [11] Геккон
        [12] Сурок
        [13] Кит
        [14] Лосось
       *[15] Жук
    } { $code }

## Успехи

stats-head = 📊 <b>Твои успехи</b> · { $span ->
        [week] 7 дней
        [month] 30 дней
       *[all] всё время
    }
stats-span = { $span ->
        [week] Неделя
        [month] Месяц
       *[all] Всё
    }
stats-empty = Пока показывать нечего. Сначала ответь на пару вопросов.
stats-streak = 🔥 { $days ->
        [0] Серии сейчас нет
        [one] Серия: { $days } день
        [few] Серия: { $days } дня
       *[many] Серия: { $days } дней
    } · { $last } из последних 30 дней{ $today ->
        [0] {"."} Сегодня ещё не было.
       *[1] {"."}
    }
stats-rest = В запасе { $days } { $days ->
        [one] выходной.
        [few] выходных.
       *[many] выходных.
    }
stats-points = Всего { $points } { $points ->
        [one] балл.
        [few] балла.
       *[many] баллов.
    }
stats-answers = { $answers } { $answers ->
        [one] ответ
        [few] ответа
       *[many] ответов
    }, верных { $share } %; дней с занятиями: { $practised } из { $days }.
stats-deck = <b>{ $deck }</b>, что держится в памяти:
stats-topic = { $topic }: { $share } % из { $repeated } · знакомо { $met }/{ $cards }
    .aloud = { $topic }: помнишь { $share } % из { $repeated }, знакомо карточек: { $met } из { $cards }.
stats-topic-new = { $topic }: новая · знакомо { $met }/{ $cards }
    .aloud = { $topic }: новая тема, знакомо карточек: { $met } из { $cards }.
stats-more-topics = и ещё { $count } { $count ->
        [one] тема
        [few] темы
       *[many] тем
    }
stats-due = К повторению: { $days }.
stats-due-nothing = В ближайшие 7 дней повторять нечего.
stats-figure-streak = { $days ->
        [one] день подряд
        [few] дня подряд
       *[many] дней подряд
    }
stats-figure-right = верно
stats-figure-points = { $points ->
        [one] балл
        [few] балла
       *[many] баллов
    }
stats-percent = { $share } %
stats-practised = Дни занятий: { $practised } из { $days }
stats-picture-topics = Что держится в памяти
stats-picture-met = знакомо { $met }/{ $cards }
stats-picture-new = новая
stats-picture-due = К повторению за 7 дней
stats-today = Сегодня

streak-day = { $day }: { $kind ->
        [practised] { $answers } { $answers ->
            [one] ответ
            [few] ответа
           *[many] ответов
        }
        [rest] выходной, серия продолжается
        [elsewhere] на вопрос этого дня ответ дан, серия продолжается
        [open] пока ничего
       *[missed] ничего
    }
streak-rest = { $days ->
        [0] Семь дней занятий дают один выходной. Он потратится сам, если пропустить день.
        [one] В запасе { $days } выходной. Он потратится сам, если пропустить день.
        [few] В запасе { $days } выходных. Они тратятся сами, если пропустить день.
       *[many] В запасе { $days } выходных. Они тратятся сами, если пропустить день.
    }

## Колоды

decks-head = 📚 <b>Колоды</b>
decks-how = ✓ стоит у колоды, из которой я спрашиваю. Нажми на колоду, чтобы открыть её.
    .aloud = Нажми на колоду, чтобы открыть её.
deck-title = <b>{ $title }</b>
deck-title-chosen = ✓ { deck-title }
    .aloud = { deck-title }, { -chosen }
deck-page-title = 📚 <b>{ $title }</b>
deck-about = <i>{ $about }</i>
deck-size = { $cards ->
        [one] { $cards } карточка
        [few] { $cards } карточки
       *[other] { $cards } карточек
    }
deck-due = к повторению { $due }
deck-new = { $new ->
        [one] { $new } новая для тебя
        [few] { $new } новые для тебя
       *[many] { $new } новых для тебя
    }
deck-own = твоя
deck-shared = от другого владельца
deck-disputed = { $count ->
        [one] { $count } спорный ответ
        [few] { $count } спорных ответа
       *[other] { $count } спорных ответов
    }
deck-language = язык: { $language }
deck-is-chosen = ✓ Я спрашиваю из этой колоды.
deck-label-due = { $title } · к повторению { $due }
button-study = ▶️ Учить эту
button-decks-back = ‹ Колоды
button-page-back = ‹ { $page } из { $pages }
button-page-on = { $page } из { $pages } ›
button-cards = Карточки
button-rename = Переименовать
button-delete-deck = Удалить
button-deck-back = ‹ { $title }
button-cards-back = ‹ Карточки
button-search = 🔍 Найти
button-search-again = 🔍 Искать ещё
button-add-card = ➕ Новая карточка
button-add-another = ➕ Ещё карточка
button-card-question = Вопрос
button-card-answer = Ответ
button-card-accept = Тоже верно
button-card-explanation = Объяснение
button-delete-card = Удалить карточку
button-clear = Оставить пустым
deck-delete = Удалить колоду <b>{ $title }</b> ({ $cards ->
        [one] { $cards } карточка
        [few] { $cards } карточки
       *[other] { $cards } карточек
    }) и всё, что ты из неё помнишь? Баллы останутся.
deck-delete-taken = У тех, кто её взял, она останется такой, как сейчас.
deck-deleted = Колоды <b>{ $title }</b> больше нет.
deck-renamed = Теперь колода называется <b>{ $title }</b>.
deck-title-taken = У тебя уже есть другая колода «{ $title }».
deck-title-taken-back = Теперь так называется другая твоя колода.
deck-not-yours = Менять колоду может только её владелец.
deck-full = В колоде может быть до { $most } карточек.
cards-head = <b>{ $title }</b> · карточки { $first }–{ $last } из { $cards }
cards-found = { $count ->
        [0] Нет карточек с текстом «{ $text }».
        [1] Одна карточка с текстом «{ $text }»:
       *[other] Карточки с текстом «{ $text }»: { $count }{ $shown ->
            [10] , вот первые десять:
           *[other] {":"}
        }
    }
cards-line = { $number }. { $question }
card-accept = <b>Тоже верно:</b> { $accepted }
card-topic = Тема: { $topic }
card-kind = Я жду ответ такого вида: { $kind ->
        [yes_no] да или нет
        [term] название или короткая фраза
        [number] число
        [list] список, пунктов в нём { $things }
       *[explanation] объяснение
    }.
card-added = ✓ Карточка добавлена.
card-saved = ✓ Сохранено.
card-deleted = Карточка удалена: { $question }
card-gone = Этой карточки в колоде больше нет.
card-last = В колоде должна быть хотя бы одна карточка. Можно удалить всю колоду.
card-accept-full = Вариантов может быть до { $most }.
write-new = Пришли мне вопрос.
write-new-answer = А теперь ответ, своими словами.
write-question = Пришли вопрос таким, каким он должен быть.
write-answer = Пришли ответ таким, каким он должен быть.
write-accept = Пришли всё, что ещё считать верным, по одному варианту в строке.
write-explanation = Пришли одно-два предложения о том, почему это так.
write-title = Пришли новое название колоды.
write-search = Что искать? Пришли слово или два.
write-now =
    Сейчас:
    <code>{ $text }</code>
write-too-long = Слишком длинно: можно до { $limit } символов. Пришли ещё раз, покороче.
undo-too-late = С тех пор было другое изменение, отменить это уже нельзя.
decks-how-group = Чтобы играть со своей колодой, открой её в нашем личном чате, затем «Поделиться» и «Для группы».
deck-of = { $by ->
        [none] Этой колодой с тобой поделились. Правки владельца приходят и к тебе.
       *[other] Колодой делится { $by }. Правки оттуда приходят и к тебе.
    }
deck-nobodys = Владелец больше не делится этой колодой. У тебя она остаётся такой, как есть.
deck-left = Колоды <b>{ $title }</b> больше нет в списке.
deck-leave-for-good = Колодой <b>{ $title }</b> больше не делятся, взять её снова не получится. Убрать её вместе с тем, что ты из неё помнишь?
deck-copied = Теперь <b>{ $title }</b> твоя, со всем, что ты из неё помнишь. Её можно менять, и чужие правки в неё больше не приходят.
deck-taken = ✓ Колода <b>{ $title }</b> теперь в твоём списке.
deck-not-shared = Этой колодой не делятся.
group-deck-taken = 📚 Теперь играем с колодой <b>{ $title }</b> ({ $cards ->
        [one] { $cards } карточка
        [few] { $cards } карточки
       *[other] { $cards } карточек
    }).
taken-too-many = Это уже слишком: чужих колод может быть до { $most }.
button-share = Поделиться
button-copy = Сделать своей
button-leave = Убрать
button-take-out = Убрать { $title }
button-take-again = Взять снова
button-send-link = Отправить ссылку
button-use-in-group = Для группы
button-withdraw = Больше не делиться
button-go-on-sharing = Делиться и дальше
button-take-deck = Взять
button-not-now = Не сейчас
share =
    <b>Поделиться колодой { $title }</b>
    Кто откроет эту ссылку, сможет взять колоду и будет получать её правки:
    { $link }
share-unused = Её пока никто не взял.
share-users = По ней учатся: { $learners ->
        [one] { $learners } человек
        [few] { $learners } человека
       *[other] { $learners } человек
    }{ $groups ->
        [0] {""}
        [one] {" "}и { $groups } группа
        [few] {" "}и { $groups } группы
       *[other] {" "}и { $groups } групп
    }.
share-disputed-head = <b>Что даётся труднее всего</b>
share-disputed = • { $question }: неверных { $percent } % из { $answers }{ $appeals ->
        [0] {""}
        [one] , оспорено { $appeals } раз
        [few] , оспорено { $appeals } раза
       *[other] , оспорено { $appeals } раз
    }
offer = 📚 <b>{ $title }</b>
    { deck-size }{ $by ->
        [none] {""}
       *[other] , делится { $by }
    }
offer-how = Возьми её, и я буду спрашивать из неё. Правки владельца будут приходить и к тебе.
offer-declined = Хорошо. Ссылка сработает, когда захочешь.
link-dead = Этой колодой больше не делятся.
withdraw-ask = Больше не делиться колодой <b>{ $title }</b>? Ссылка перестанет работать. { $learners ->
        [0] {""}
       *[other] {"У тех, кто её взял, она останется такой, как сейчас, вместе с тем, что они помнят. "}
    }{ $groups ->
        [0] {""}
       *[other] {"Группы, которые с ней играют, сохранят её такой, как сейчас. "}
    }У тебя колода останется.
withdrawn = Колодой <b>{ $title }</b> больше не делятся.
withdrawn-told = Владелец больше не делится колодой <b>{ $title }</b>. У тебя она остаётся такой, как есть, со всем, что ты из неё помнишь.
withdrawn-group = Владелец больше не делится колодой <b>{ $title }</b>. В этой группе она остаётся такой, как есть.
button-export = Выгрузить
export-deck = Каким файлом выгрузить <b>{ $title }</b>? Всё сохраняют все виды, кроме текста и Markdown.
export-done = { $title }: { $cards ->
        [one] { $cards } карточка
        [few] { $cards } карточки
       *[other] { $cards } карточек
    }
export-history = Твои ответы: { $title }
export-history-name = ответы
export-no-answers = На эти карточки ответов пока нет.
too-fast-export = Не получилось. Нажми ещё раз чуть позже.
format-csv = CSV (таблица)
format-tsv = TSV
format-txt = Текст для Quizlet
format-md = Markdown
format-toml = Файл колоды (TOML)
format-apkg = Anki (.apkg)
format-history = Мои ответы (CSV)
deck-chosen = Теперь вопросы из колоды <b>{ $title }</b>.

## Настройки

settings-head = ⚙️ <b>Настройки</b>
settings-deck = Колода: { $deck }
settings-daily = Каждый день: { $number } { $number ->
        [one] вопрос
        [few] вопроса
       *[many] вопросов
    } в { $time }
settings-daily-off = Вопросы каждый день: выкл.
settings-zone = Часовой пояс: { $zone } (сейчас { $time })
settings-language = Язык: { $language }
button-topics = Темы
button-settings = ⚙️ Настройки
setting-digest = Итоги недели
option-digest = { $value ->
        [on] вкл.
       *[off] выкл.
    }
about-digest = В воскресенье вечером я подвожу итоги недели: что выучено, что забывается и кто впереди.
topics-about =
    <b>Темы колоды «{ $deck }»</b>

    Нажми на тему один раз — её новые карточки пойдут первыми, два раза — она не будет спрашиваться, три — всё как было.
topic-wish = { $wish ->
        [focus] ★ { $topic }: сначала
        [leave_out] { $topic }: не надо
       *[none] { $topic }
    }
setting-line = { $setting }: { $option }
setting-new = Новых в день
option-new = { $value ->
        [0] ноль
       *[other] { $value }
    }
about-new = Сколько новых карточек приходит с вопросами дня. Чем их меньше, тем меньше потом повторять.
setting-goal = Помнить
option-goal = { $value } %
about-goal = Какую часть выученного ты хочешь помнить в любой момент. Чем выше цель, тем раньше возвращаются карточки и тем больше работы.
setting-board = В рейтингах
option-board = { $value ->
        [alias] { $alias }
        [name] Моё имя
       *[hidden] Нигде
    }
about-board = Как ты выглядишь в общем рейтинге: под псевдонимом, под своим именем или никак. «Нигде» убирает тебя и из рейтингов твоих групп.
setting-quiet = Тихие часы
option-quiet = { $value ->
        [none] нет
       *[other] { $value }
    }
about-quiet = В эти часы я сам ничего не пишу. Время, выбранное для вопросов дня, действует всегда.
setting-plain = Только текст
option-plain = { $value ->
        [on] вкл.
       *[off] выкл.
    }
about-plain = Для экранного диктора: без картинок и значков, которые нужны только глазу. Всё сказано словами.
setting-mode = Режим квиза
option-mode = { $value ->
        [race] гонка
       *[round] раунд
    }
about-mode = В раунде каждый отвечает один раз, пока вопрос открыт. В гонке всё берёт первый верный ответ.
setting-seconds = Время на ответ
option-seconds = { $value } с
about-seconds = Сколько времени вопрос квиза остаётся открытым.
setting-starters = Кто начинает
option-starters = { $value ->
        [admins] админы
       *[everyone] все
    }
about-starters = Кто может начать квиз в этой группе.
daily-ask =
    Во сколько спрашивать каждый день? Можно кнопкой или сообщением: <code>/daily 09:00</code> или <code>/daily 09:00 3</code>.

    Часовой пояс: { $zone }.
daily-now =
    { $number } { $number ->
        [one] вопрос
        [few] вопроса
       *[many] вопросов
    } каждый день в { $time } ({ $zone }).
daily-change = Изменить время или число можно кнопками.
daily-paused = Пауза до { $day }.
daily-second = Во сколько спрашивать второй раз за день?
daily-pause = На сколько оставить тебя в покое? Карточки подождут, ничего не накопится.
daily-slowed = Неделю без ответов, поэтому теперь спрашиваю раз в неделю. Ответь на любой вопрос — и всё снова будет каждый день.
daily-back = С возвращением! Вопросы снова каждый день.
snoozed = ⏰ Спрошу ещё раз в { $time }. Ответить можно и сейчас.
not-today = Хорошо, не сегодня.
daily-set =
    ⏰ Готово: { $number } { $number ->
        [one] вопрос
        [few] вопроса
       *[many] вопросов
    } каждый день в { $time } ({ $zone }).
    Начнём { $day } в { $first }.
daily-gap = { $day } переводят часы, и { $time } не будет; спрошу в { $instead }.
daily-zone-unknown = Часовой пояс { $zone } верный? Если нет — кнопка ниже.
daily-not-understood = Не понимаю «{ $wanted }». Нужно ЧЧ:ММ, например <code>/daily 09:00</code>.
day-today = сегодня
day-tomorrow = завтра
# So that it can stand behind any preposition.
day-later = { $date } ({ $weekday })
day-named = { $weekday }, { $date }
daily-off = Вопросы каждый день выключены.
daily-off-already = Вопросы каждый день и так выключены.
zone-ask = Твой часовой пояс — <b>{ $zone }</b>, там { $time }. Нажми на город или пришли, например, <code>/timezone Москва</code>.
zone-ask-group = Часовой пояс группы — <b>{ $zone }</b>, там { $time }. Нажмите на город или пришлите, например, <code>/timezone Москва</code>.
zone-location = Отправь геопозицию один раз. Я запомню часовой пояс, а не место.
zone-nearest = Часового пояса «{ $wanted }» не знаю. Может быть, один из этих?
zone-unknown = Часового пояса «{ $wanted }» не знаю. Подойдёт ближайший крупный город, например <code>/timezone Москва</code>.
zone-at-sea = Не могу определить часовой пояс этого места. Поможет город: <code>/timezone Москва</code>.
zone-set = Часовой пояс: <b>{ $zone }</b>. Там сейчас { $time }.
zone-next = Следующий вопрос: { $day }, { $time }.
language-ask = На каком языке мне говорить?
language-unknown = На языке «{ $wanted }» я пока не говорю. Вот какие знаю:
language-set = Теперь я говорю по-русски.

## Споры

appeal-filed = Принято. Карточка считается выученной; баллы — когда ответ проверят.
appeal-filed-owner = Принято. Карточка считается выученной. Владелец колоды увидит ответ, но не твоё имя; если ответ засчитают, придут баллы.
appeal-own = «{ $text }» теперь считается верным: колода твоя.
appeals-owner = Кто-то считает, что ответ в твоей колоде <b>{ $title }</b> был верным. Взгляни, когда будет минутка.
button-disputes-look = Посмотреть
appeal-already = Это уже отмечено.
appeal-accepted = Ответ верный! «{ $text }» теперь засчитывается за ответ на вопрос «{ $question }»
appeal-points = { $told } +{ $points }
    .aloud = { $told } { summary-points }.
appeal-refused =
    Ответ «{ $text }» на вопрос «{ $question }» проверили. К сожалению, он не засчитан.

    Верный ответ: { $answer }
appeals-none = Спорных ответов нет.
appeals-head = <b>Спорных ответов: { $count }</b>
appeals-said = Так ответили («{ $text }»): { $learners }. Принимать этот ответ впредь?
appeals-decided = Это уже решено.

## Личные данные

export-caption = Всё, что я о тебе храню.
export-tables = Твои ответы, карточки и баллы в таблицах (CSV). Время: { $zone }.
export-lately = Прошлая выгрузка — { $since ->
        [0] меньше минуты
       *[other] { $since } мин
    } назад. Следующая будет доступна через { $left } мин.
forget-ask =
    Навсегда удалятся: { $answers } { $answers ->
        [one] ответ
        [few] ответа
       *[many] ответов
    }, твои знания по { $cards } { $cards ->
        [one] карточке
       *[many] карточкам
    }, { $points } { $points ->
        [one] балл
        [few] балла
       *[many] баллов
    }, настройки и серия.
forget-decks = У тех, кто взял твою колоду, она останется такой, как есть, без твоего имени.
forget-too-late = Это было давно. Если всё ещё надо, отправь /forget снова.
forgotten = Всё удалено. Захочешь вернуться — /start.
kept = Ничего не удалено.

## Ошибки

too-fast = Слишком быстро! Слушаю снова через { $seconds } с.
failed = У меня что-то сломалось. Стоит попробовать ещё раз; если не пройдёт, вот что нужно тому, кто ведёт бота: { $reference }
operators-only = Эта команда — для админов.
admin-status =
    <b>Dailydeck { $version }</b>
    Чаты: личных { $private }, групп { $groups }
    Ждут отправки: { $pending }
    Отложенные обновления: { $dead }
    Спорные ответы: { $appeals } (/admin appeals)

## Файлы с карточками

import-none = Карточек не нашлось. По одной на строку, с тире между вопросом и ответом: <code>Столица Перу? – Лима</code>
left-out-line = Строка { $line }: { $said }
left-out-empty = без текста
left-out-no-question = без вопроса
left-out-no-answer = без ответа
left-out-picture-only = только с картинкой
left-out-sound-only = только со звуком
left-out-too-long = длиннее лимита
left-out-twice = с повтором
left-out-cells = больше ячеек, чем в заголовке
left-out-quote = с незакрытой кавычкой
left-out-invalid = с ошибкой
unreadable-too-big = Файл слишком большой, можно до { $limit } МБ.
unreadable-too-big-unpacked = После распаковки колода слишком велика (можно до { $limit } МБ).
unreadable-too-many = Слишком много за раз: можно до { $limit } карточек.
unreadable-encoding = Не разобрать буквы. Сохрани файл в UTF-8.
unreadable-format = Такой файл я не читаю. Подойдут CSV, TSV, текст, Markdown, TOML и .apkg из Anki.
unreadable-too-many-files = Это не похоже на колоду Anki: внутри больше { $limit } файлов.
unreadable-not-anki = Это не похоже на колоду Anki: внутри нет коллекции карточек.
unreadable-damaged = Это не похоже на колоду Anki: файл повреждён или неполон.
unreadable-encrypted = Файл под паролем. Пришли его без пароля.
unreadable-old-anki-only = В этом пакете нет карточек, которые я могу прочесть. Выгрузи его из Anki с поддержкой старых версий.
unreadable-unsafe = Эту колоду читать небезопасно.
unreadable-deck = В файле колоды есть ошибки.

command-import = Загрузить свои карточки
button-import = Загрузить { $cards } { $cards ->
        [one] карточку
        [few] карточки
       *[many] карточек
    }
button-import-good = Загрузить годные: { $cards }
button-separator = Другой разделитель
button-cancel = Отмена
import-how =
    <b>Свои карточки</b>
    Пришли файл: .apkg из Anki, CSV или TSV, выгрузку Quizlet, Markdown или текст. Или напиши <code>/import</code> и дальше карточки по одной на строку, с тире между вопросом и ответом: <code>Столица Перу? – Лима</code>

    Скопированное из Quizlet лучше прислать файлом: в сообщении пропадает табуляция.
import-title = Мои карточки
import-found =
    { $cards ->
        [one] Нашлась { $cards } карточка
        [few] Нашлись { $cards } карточки
       *[many] Нашлось { $cards } карточек
    } для колоды <i>{ $title }</i>.
import-left-out = Не взято { $count }: { $reasons }.
import-lost =
    Картинки и звуки не переносятся: они были { $cards ->
        [one] у { $cards } карточки.
       *[other] у { $cards } карточек.
    }
import-example =
    <b>{ $question }</b>
    → { $answer }
import-separator = Что стоит между вопросом и ответом?
separator-0 = Табуляция
separator-1 = Точка с запятой ;
separator-2 = Запятая ,
separator-3 = Черта |
separator-4 = Тире -
separator-5 = Двоеточие :
import-done = <b>{ $title }</b>: { $new } { $new ->
        [one] новая карточка
        [few] новые карточки
       *[many] новых карточек
    }{ $there ->
        [0] .
       *[other] , уже есть: { $there }.
    }
import-nothing-new = <b>{ $title }</b>: ничего нового, { $there ->
        [1] эта карточка уже есть
       *[other] все карточки ({ $there }) уже есть
    }.
import-fetching = ⏳ Загружаю <i>{ $name }</i> ({ $size } МБ)…
import-reading = ⏳ Читаю <i>{ $name }</i>…
import-dropped = Ничего не загружено.
import-undone = Отменено: { $title } — снова как раньше.
import-gone = Это уже решено.
import-failed = Не удалось получить или прочесть файл. Пришли его ещё раз.
import-too-many-decks = Колод у тебя уже { $most } — больше на одного человека я не храню.
