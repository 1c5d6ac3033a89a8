### Alles, was der Bot auf Deutsch sagt. Die Texte sind Telegram-HTML; die Argumente kommen schon maskiert an.

## Der Bot selbst

bot-description = Lerne jeden Tag ein bisschen. Ich stelle dir Fragen aus einem Stapel Karten, du antwortest in deinen eigenen Worten, und ich sage dir, was richtig war, was gefehlt hat und warum. In Gruppen veranstalte ich Quizrunden mit Rangliste.
bot-short-description = Jeden Tag eine Karte, beantwortet in deinen eigenen Worten.

## Erste Worte

welcome =
    Hallo { $name }! 👋 Ich frage, du antwortest in deinen eigenen Worten, und ich sage dir, was stimmt und warum.

    Such dir einen Stapel aus, dann geht’s los:
welcome-language = { $language } spreche ich noch nicht. /language zeigt, was ich spreche.
deck-line = • { $title } · { $cards ->
        [one] 1 Karte
       *[other] { $cards } Karten
    }
deck-line-language = { $line } · auf { $language }
group-welcome-head = Hallo zusammen! 👋 Ich mache hier Quizrunden mit euch.
group-welcome =
    { group-welcome-head }

    Antwortet einfach auf meine Frage, oder privat. Wer richtig lag, erfahrt ihr erst am Schluss.
    Los geht’s mit /quiz. Oder lieber jeden Tag eine Karte? Admins tippen auf die Uhrzeit:
help-private =
    <b>So funktioniert’s</b>
    Ich frage, du antwortest in deinen eigenen Worten. Jede Karte kommt wieder, kurz bevor du sie vergessen würdest.
help-group =
    <b>So funktioniert’s</b>
    Antwortet auf meine Frage, oder tippt auf den Knopf und antwortet privat. Das Ergebnis kommt am Schluss.
help-more =
    Probier mal <code>/quiz 10</code>, <code>/quiz capitals</code> oder <code>/daily 09:00 5</code>.
help-more-group =
    Probiert mal <code>/quiz 10</code>, <code>/quiz capitals rennen</code> oder <code>/daily 09:00</code>.
about =
    <b>Dailydeck { $version }</b>
    Ein freier, kostenloser Lernbegleiter.

    <b>Was ich speichere</b>
    Deine Antworten, dein Gelerntes und deine Einstellungen, bis du /forget schickst; mit /export bekommst du sie. Was du sonst schreibst, ist weg, sobald ich geantwortet habe, oder nach spätestens { $days } Tagen, wenn ich daran gescheitert bin. Sicherungskopien beim Team hinter dem Bot können länger bestehen.

    Stand der Zeitzonen: { $zones }
only-in-groups = /{ $command } geht nur in Gruppen. Füg mich dort hinzu.
only-in-private = /{ $command } geht nur in unserem privaten Chat.
not-in-groups-hint = Die Tipps kommen mit der Zeit von selbst.
not-in-groups-skip = Hier gibt es nichts zu überspringen: Das Quiz läuft von selbst weiter.
command-unknown = /{ $command } kenne ich nicht. Was ich kann, steht unter /help.
command-unknown-near = /{ $command } kenne ich nicht. Meinst du /{ $near }? Alles steht unter /help.

## Befehle, für das Menü und /help

command-quiz = Quiz starten
command-daily = Jeden Tag Fragen
command-stop = Quiz beenden
command-hint = Ein Tipp zu dieser Frage
command-skip = Diese Frage überspringen
command-stats = Deine Fortschritte
command-streak = Deine Serie, Tag für Tag
command-leaderboard = Wer vorn liegt
command-decks = Stapel wählen
command-settings = Einstellungen
command-timezone = Zeitzone einstellen
command-language = Sprache ändern
command-export = Alle deine Daten bekommen
command-forget = Alle deine Daten löschen
command-help = So funktioniert’s
command-about = Über diesen Bot

## Knöpfe

button-hint = 💡 Tipp
button-skip = Auslassen
button-know = Kenne ich
button-undo = Rückgängig
button-next = Weiter
button-more = Noch 5
button-was-right = Ich hatte recht
button-explain = Mehr dazu
button-accept = ✅ Annehmen
button-refuse = Ablehnen
button-start = ▶️ Los geht’s
button-daily = ⏰ Täglich
button-daily-hour = ⏰ Andere Zeit
button-daily-off = Ausschalten
button-stats = 📊 Fortschritte
button-leaderboard = 🏆 Rangliste
button-group-quiz = ▶️ Quiz starten
button-group-again = ▶️ Noch mal
button-answer-privately = ✍️ Privat antworten
button-private = Zu unserem Chat
button-daily-on = ⏰ Einschalten
button-daily-more = Mehr
button-second = Zweite Uhrzeit
button-second-off = Ohne zweite
button-pause = Pause
button-pause-weeks = { $weeks ->
        [one] 1 Woche
       *[other] { $weeks } Wochen
    }
button-resume = Pause beenden
button-later = Später
button-in-an-hour = In einer Stunde
button-this-evening = Heute Abend
button-not-today = Heute nicht
button-back = ‹ Zurück
button-settings-back = ‹ Einstellungen
-chosen = gewählt
chosen = ✓ { $label }
    .aloud = { $label }, { -chosen }
button-timezone = 🌍 Zeitzone
button-language = 💬 Sprache
button-decks = 📚 Stapel
button-location = 📍 Standort teilen
button-show-name = Meinen Namen zeigen
button-hide-name = Fantasienamen nutzen
button-champions = 👑 Champions
button-hide = Mich verbergen
button-show = Mich wieder zeigen
button-hide-or-show = Verbergen oder zeigen
button-forget = Alles löschen
button-keep = Behalten
button-stale = Diese Frage ist schon vorbei.
button-not-yours = Dieser Knopf ist nicht für dich.

## Fragen

question-head = { $number } von { $total }
question-head-daily = { $total ->
        [one] Deine Frage für heute
       *[other] Deine Fragen für heute · { $number } von { $total }
    }
question-again = Noch einmal
topic = { $topic }
question = <b>{ $question }</b>
hint = 💡 { $hint }
    .aloud = { button-hint }: { $hint }
hint-words = { $count ->
        [one] Ein Wort.
       *[other] { $count } Wörter.
    }
hint-letters = Es fängt so an: <code>{ $text }</code>
hint-items = { $count ->
        [one] Gesucht ist eine Sache.
       *[other] Gesucht sind { $count } Dinge.
    }
hint-one_item = Eins davon: { $text }
hint-points = { $count ->
        [one] Auf einen Punkt kommt es an.
       *[other] Auf { $count } Punkte kommt es an.
    }
hint-point = Ein wichtiger Punkt: <code>{ $text }</code>
hint-unit = Die Einheit ist { $text }.
hint-range = Es liegt zwischen { $text } und { $upper }.
hint-none = Zu dieser Frage gibt es keinen Tipp.
hint-no-more = Mehr Tipps gibt es zu dieser Frage nicht.
next-open = Deine Frage ist noch offen: Beantworte sie, oder lass sie aus.
known = ✓ Die kennst du schon. Zur Sicherheit kommt sie im { $month } noch mal.
known-undone = Zurückgenommen: Diese Karte kommt wie jede andere.
backlog = { $waiting } Karten warten. Heute kommen { $today }, der Rest verteilt sich auf die nächsten Tage.
skipped = Ausgelassen. Die Karte kommt wieder.
nothing-open = Gerade ist keine Frage offen. Lust auf eine?
nothing-open-waiting = Gerade ist keine Frage offen. Dein Quiz wartet:
nothing-open-until = Gerade ist keine Frage offen. Die nächste kommt { $day } um { $time } Uhr ({ $zone }). Lust auf eine?
answer-empty = Ich brauche Text als Antwort.
answer-too-long = Das ist zu lang: höchstens { $limit } Zeichen. Die Frage ist noch offen.
answer-not-a-number = Schick mir bitte eine gewöhnliche Zahl, zum Beispiel 12,5. Die Frage ist noch offen.
answer-forwarded = Eine weitergeleitete Nachricht zählt nicht. Schreib bitte selbst; die Frage ist noch offen.
answer-not-text = Antworte bitte mit Text. Die Frage ist noch offen.
answered-already = Deine erste Antwort zählt: „{ $answer }“ ({ $outcome }).
late = Diese Frage war schon vorbei, darum gibt es diesmal keine Punkte.
deck-gone = Diesen Stapel gibt es nicht mehr. Die anderen stehen unter /decks.
quiz-unknown =
    „{ $wanted }“ kenne ich weder als Stapel noch als Thema.

    Stapel: { $decks }
    Themen von { $deck }: { $topics }

## Urteile

verdict-correct = Richtig!
verdict-partial = Teilweise richtig
verdict-incorrect = Noch nicht
nearly = Fast! Schau noch mal auf die Schreibweise und versuch es erneut, es kostet nichts.
outcome-correct = richtig
outcome-partial = teilweise richtig
outcome-incorrect = nicht richtig
points-plus = +{ $points }
    .aloud = { summary-points }
matched = ✓ { $part }
    .aloud = Richtig: { $part }
missing = ✗ Es fehlt: { $part }
spelling = ✎ { $typed } → { $meant }
    .aloud = Schreibweise: { $meant }, nicht { $typed }
answer = <b>Antwort:</b> { $answer }
list-item = • { $thing }
explanation = <i>{ $text }</i>
why-other-card = Das ist die Antwort auf eine andere Frage: „{ $question }“
why-negated = Du sagst das Gegenteil: Achte auf die Verneinung.
why-opposite = Da steht das gegenteilige Wort.
why-swapped-roles = Die richtigen Wörter, aber mit vertauschten Rollen.
why-wrong-order = Die richtigen Teile, aber in anderer Reihenfolge.
why-near-miss = Nah dran, aber das ist etwas anderes.
why-candidates = Bitte nur eine Antwort, nicht mehrere zur Auswahl.
why-echo = Das wiederholt nur die Frage.
why-hedged = Bitte leg dich auf eine Antwort fest.
why-too-vague = Das ist zu ungenau.
why-no-reason = So weit richtig; die Begründung fehlt.
why-unit = Die Zahl stimmt, aber schau auf die Einheit.
why-gave-up = Kein Problem, hier ist sie.
why-number = Das ist eine andere Zahl.

explain-parts = Das gehört dazu:
explain-some = { $count ->
        [one] Eins davon reicht:
       *[other] Davon reichen { $count }:
    }
explain-wording = „{ $text }“
explain-also = Auch richtig: { $wordings }.
explain-wrong = Nicht zu verwechseln mit { $wordings }.
explain-related = Verwandte Karten, die du schon kennst:
explain-source = In der ursprünglichen Fragensammlung: Nr. { $numbers }.
explain-later = Diese Karte ist gerade dran. Beantworte sie zuerst.
explain-line = • { $text }

## Am Ende einer Runde

summary = <b>Geschafft!</b>
summary-correct = { $count } richtig
summary-partial = { $count } teilweise
summary-incorrect = { $count } noch nicht
summary-points = { $points ->
        [one] 1 Punkt
       *[other] { $points } Punkte
    }
summary-returns = { $cards ->
        [1] Nächste Wiederholung: { $day }.
       *[other] { $later ->
            [0] Nächste Wiederholung: { $day }.
           *[other] { $count ->
                [1] Nächste Wiederholung: eine Karte { $day }, die anderen später.
               *[other] Nächste Wiederholung: { $count } Karten { $day }, die anderen später.
            }
        }
    }
milestone-streak = 🎉 { $days } Tage in Folge. Das ist jetzt eine Gewohnheit!
milestone-topic = 🎉 Du kannst alles zu „{ $title }“. Das bleibt hängen.
milestone-deck = 🎉 Du kannst <b>{ $title }</b> in- und auswendig. Stark!
summary-streak = 🔥 { $days ->
        [one] Tag 1 deiner Serie.
       *[other] { $days } Tage in Folge.
    }

## Gruppen

group-question-head = Frage { $number } von { $total }
group-daily-head = Karte des Tages
group-daily-none = Heute gibt es keine Karte: Ihr habt diese Woche alle Karten aus <b>{ $deck }</b> beantwortet. In ein paar Tagen kommen sie wieder. Wenn ihr mehr wollt, wählt einen anderen Stapel oder startet ein Quiz.
group-how = ↩️ Antwortet auf diese Nachricht. Ihr habt { $seconds } Sekunden.
group-how-daily = ↩️ Antwortet auf diese Nachricht, bis { $day } um { $time } Uhr.
group-answered = Schon geantwortet: { $names }
names-more = { $names } und { $more ->
        [one] 1 weitere Person
       *[other] { $more } weitere
    }
group-closed = <b>Das Ergebnis</b>
group-scored = { $name } +{ $points }
group-scored-more = { $count ->
        [one] Und eine weitere Person lag ganz oder teilweise richtig.
       *[other] Und { $count } weitere lagen ganz oder teilweise richtig.
    }
group-missed = { $count ->
        [one] Eine Antwort war nicht richtig.
       *[other] { $count } Antworten waren nicht richtig.
    }
group-nobody = Diesmal hat niemand geantwortet.
group-noted = Notiert. Das Ergebnis kommt in der Gruppe, sobald die Frage vorbei ist.
group-answer-here =
    <b>{ $question }</b>

    Schreib deine Antwort hierher. In der Gruppe sieht sie niemand.
group-answer-hint = Deine Antwort
group-answered-already = Deine erste Antwort zählt. Warte auf das Ergebnis.
group-too-late = Diese Frage ist schon vorbei.
group-not-member = Diese Frage ist nur für die Mitglieder der Gruppe.
group-running = Hier läuft schon ein Quiz. /stop beendet es.
group-nothing-running = Hier läuft gerade kein Quiz. /quiz startet eins.
group-over = 🏁 <b>Das Quiz ist vorbei</b>
group-over-nobody = Diesmal hat niemand gepunktet.
admins-only = Das können nur Admins der Gruppe ändern.
anonymous-admin = Ich sehe nicht, wer du bist. Schalte „Anonym bleiben“ aus, oder schreib unter deinem Namen statt als Kanal.

group-race-head = Rennen · { $number } von { $total }
group-how-race = ↩️ Antwortet auf diese Nachricht. Die erste richtige Antwort gewinnt. { $seconds } Sekunden.
group-how-guess = ↩️ Antwortet auf diese Nachricht. Die erste richtige Antwort gewinnt; ratet, so oft ihr wollt. { $seconds } Sekunden.
group-tried = Schon versucht: { $names }
group-race-won = { $name } war am schnellsten: +{ $points }
group-race-nobody = Diesmal hatte es niemand.
group-guess-again = Noch nicht. Rate weiter, solange die Frage offen ist.
group-stop-not-yours = Dieses Quiz beenden können nur { $name } und die Admins.
group-over-unattended = 🏁 <b>Es antwortet niemand, darum höre ich hier auf.</b>
quiz-menu-head = Was spielen wir?
quiz-menu =
    <b>{ quiz-menu-head }</b>
    Stapel: { $deck }. Tippt auf ein Thema für ein kurzes Quiz dazu.
quiz-started = { $name } hat ein Quiz gestartet: { $deck }.
quiz-admins-only = In dieser Gruppe starten nur Admins ein Quiz.
button-quiz-round = ▶️ { $number } Fragen
button-quiz-race = 🏁 Rennen mit { $number }
topic-gone = In einem eurer Themen kann ich nicht schreiben: Es ist geschlossen oder gelöscht. Quiz und tägliche Frage sind dort aus. Ein Admin kann es wieder öffnen oder mich zum Admin machen; schickt dann dort /daily, und es geht weiter.
topic-general-gone = Im allgemeinen Thema von <b>{ $group }</b> kann ich nicht schreiben: Es ist geschlossen. Quiz und tägliche Frage sind dort aus. Öffne es wieder oder mach mich zum Admin, und schick dort /daily, dann geht es weiter.

## Wenn ich nicht antworte

command-doctor = Warum antwortest du nicht?
doctor-fine = ✅ Hier ist alles in Ordnung.
doctor-hears-all = Ich lese auch gewöhnliche Nachrichten. Reagiere ich trotzdem nicht, entfernt mich aus der Gruppe und fügt mich neu hinzu: Erst dann übernimmt Telegram einen geänderten Privatsphäre-Modus.
doctor-head = <b>Das habe ich gefunden</b>
doctor-cannot-write = ❌ Ich darf hier nicht schreiben. Admins können es erlauben: Gruppe bearbeiten → Berechtigungen → Nachrichten senden.
doctor-privacy = ℹ️ Ich lese nur Befehle und Antworten auf meine Fragen (Privatsphäre-Modus). Zum Spielen reicht das. Sollen auch gewöhnliche Nachrichten zählen, macht mich zum Admin; oder schaltet ihn bei @BotFather aus (/setprivacy), entfernt mich und fügt mich neu hinzu.
doctor-slow = ℹ️ Der langsame Modus ist an: Zwischen zwei Nachrichten liegen { $seconds } Sekunden. Privat antworten geht ohne Wartezeit; oder schaltet ihn in den Einstellungen der Gruppe aus.
doctor-forum = ℹ️ In einem geschlossenen Thema kann ich nicht schreiben. Schickt /quiz in einem offenen, oder macht mich zum Admin.
doctor-blind = Telegram sagt mir nicht, was ich hier darf. Versucht es in einer Minute noch mal.

digest-head = 📅 <b>Die Woche in dieser Gruppe</b>
digest-learned = { $cards ->
        [one] 1 Karte beantwortet
       *[other] { $cards } Karten beantwortet
    }, { $share } % der Antworten waren richtig.
digest-slipping = <b>Das sitzt noch nicht</b>
digest-card = • { $question } → { $answer }
digest-leaders = <b>Vorn liegen</b>
digest-improved = Am meisten verbessert: <b>{ $name }</b>, { $points ->
        [one] 1 Punkt
       *[other] { $points } Punkte
    } mehr als letzte Woche.

## Rangliste

board-head-group = 🏆 <b>{ $period ->
        [today] Heute
        [week] Diese Woche
        [month] Dieser Monat
        [gain] Am meisten verbessert
       *[all] Insgesamt
    }</b> in dieser Gruppe
board-head-overall = 🏆 <b>{ $period ->
        [today] Heute
        [week] Diese Woche
        [month] Dieser Monat
        [gain] Am meisten verbessert
       *[all] Insgesamt
    }</b>, alle zusammen
board-period = { $period ->
        [today] Heute
        [week] Woche
        [month] Monat
        [gain] 📈 Verbessert
       *[all] Insgesamt
    }
board-place = { $rank ->
        [1] 🥇
        [2] 🥈
        [3] 🥉
       *[other] { $rank }.
    }
board-gap = …
    .aloud = Weiter unten:
board-line = { board-place } { $name } · { $points }
    .aloud = Platz { $rank }: { $name }, { summary-points }.
board-line-own = <b>{ board-place } { $name } · { $points } (du)</b>
    .aloud = Du: { board-line.aloud }
board-empty = { $period ->
        [gain] Noch hat niemand mehr Punkte als letzte Woche.
       *[all] Noch keine Punkte. Die erste richtige Antwort führt.
    }
board-gain-how = Die Punkte dieser Woche minus die der letzten.
board-hidden = Du bist verborgen: In keiner Rangliste bist du zu sehen.
board-now-hidden = Du stehst jetzt in keiner Rangliste mehr. Deine Punkte bleiben.
board-now-shown = Du stehst wieder in den Ranglisten.
champions-head-group = 👑 <b>Bisherige Champions dieser Gruppe</b>
champions-head-overall = 👑 <b>Bisherige Champions, alle zusammen</b>
champions-week = Woche ab { $when }: { $names } · { $points }
    .aloud = Woche ab { $when }: { $names }, { summary-points }.
champions-month = { $when }: { $names } · { $points }
    .aloud = { $when }: { $names }, { summary-points }.
champions-none = Noch niemand. Die erste Woche endet in der Nacht auf Montag.
board-by-alias = Hier heißt du <b>{ $alias }</b>, ein Fantasiename.
board-by-name = Hier steht dein richtiger Name.
name-shown = Jetzt steht dort dein richtiger Name.
name-hidden = Jetzt steht dort dein Fantasiename.
name-unknown = Person { $code }
name-alias = { $animal ->
        [0] Otter
        [1] Reiher
        [2] Dachs
        [3] Luchs
        [4] Rotkehlchen
        [5] Schildkröte
        [6] Falke
        [7] Igel
        [8] Delfin
        [9] Rabe
        [10] Eichhörnchen
        [11] Gecko
        [12] Murmeltier
        [13] Papageitaucher
        [14] Lachs
       *[15] Käfer
    } { $code }

## Fortschritte

stats-head = 📊 <b>Deine Fortschritte</b> · { $span ->
        [week] letzte 7 Tage
        [month] letzte 30 Tage
       *[all] insgesamt
    }
stats-span = { $span ->
        [week] Woche
        [month] Monat
       *[all] Alles
    }
stats-empty = Noch gibt es nichts zu zeigen. Beantworte erst ein paar Fragen.
stats-streak = 🔥 { $days ->
        [0] Gerade keine Serie
        [one] Serie: 1 Tag
       *[other] Serie: { $days } Tage
    } · an { $last } der letzten 30 Tage{ $today ->
        [0] {"."} Heute noch nicht.
       *[1] {"."}
    }
stats-rest = { $days ->
        [one] 1 Ruhetag in Reserve.
       *[other] { $days } Ruhetage in Reserve.
    }
stats-points = Insgesamt { $points ->
        [one] 1 Punkt
       *[other] { $points } Punkte
    }.
stats-answers = { $answers ->
        [one] 1 Antwort
       *[other] { $answers } Antworten
    }, { $share } % richtig, an { $practised } von { $days ->
        [one] 1 Tag
       *[other] { $days } Tagen
    }.
stats-deck = <b>{ $deck }</b>, was hängen bleibt:
stats-topic = { $topic }: { $share } % von { $repeated } · { $met }/{ $cards } gesehen
    .aloud = { $topic }: { $share } % von { $repeated } behalten, { $met } von { $cards } Karten gesehen.
stats-topic-new = { $topic }: neu · { $met }/{ $cards } gesehen
    .aloud = { $topic }: neu, { $met } von { $cards } Karten gesehen.
stats-more-topics = { $count ->
        [one] und 1 weiteres Thema
       *[other] und { $count } weitere Themen
    }
stats-due = Fällig: { $days }.
stats-due-nothing = In den nächsten 7 Tagen ist nichts fällig.
stats-figure-streak = { $days ->
        [one] Tag in Folge
       *[other] Tage in Folge
    }
stats-figure-right = richtig
stats-figure-points = { $points ->
        [one] Punkt
       *[other] Punkte
    }
stats-percent = { $share } %
stats-practised = An { $practised } von { $days ->
        [one] 1 Tag
       *[other] { $days } Tagen
    } geübt
stats-picture-topics = Was hängen bleibt, nach Thema
stats-picture-met = { $met }/{ $cards } gesehen
stats-picture-new = neu
stats-picture-due = In den nächsten 7 Tagen fällig
stats-today = Heute

streak-day = { $day }: { $kind ->
        [practised] { $answers ->
            [one] 1 Antwort
           *[other] { $answers } Antworten
        }
        [rest] Ruhetag, die Serie geht weiter
        [elsewhere] die Frage dieses Tages ist beantwortet, die Serie geht weiter
        [open] noch nichts
       *[missed] nichts
    }
streak-rest = { $days ->
        [0] Sieben Tage Üben bringen einen Ruhetag. Er springt von selbst ein, wenn du einen Tag verpasst.
        [one] Du hast 1 Ruhetag: Er springt von selbst ein, wenn du einen Tag verpasst.
       *[other] Du hast { $days } Ruhetage: Sie springen von selbst ein, wenn du einen Tag verpasst.
    }

## Stapel

decks-head = 📚 <b>Stapel</b>
decks-how = ✓ steht bei dem Stapel, aus dem ich frage. Tippe auf einen, um ihn zu öffnen.
    .aloud = Tippe auf einen Stapel, um ihn zu öffnen.
deck-title = <b>{ $title }</b>
deck-title-chosen = ✓ { deck-title }
    .aloud = { deck-title }, { -chosen }
deck-page-title = 📚 <b>{ $title }</b>
deck-about = <i>{ $about }</i>
deck-size = { $cards ->
        [one] 1 Karte
       *[other] { $cards } Karten
    }
deck-due = { $due } fällig
deck-new = { $new } neu für dich
deck-own = gehört dir
deck-shared = mit dir geteilt
deck-disputed = { $count ->
        [one] 1 umstrittene Antwort
       *[other] { $count } umstrittene Antworten
    }
deck-language = auf { $language }
deck-is-chosen = ✓ Aus diesem Stapel frage ich.
deck-label-due = { $title } · { $due } fällig
button-study = ▶️ Diesen lernen
button-decks-back = ‹ Stapel
button-page-back = ‹ { $page } von { $pages }
button-page-on = { $page } von { $pages } ›
button-cards = Karten
button-rename = Umbenennen
button-delete-deck = Löschen
button-deck-back = ‹ { $title }
button-cards-back = ‹ Karten
button-search = 🔍 Suchen
button-search-again = 🔍 Neue Suche
button-add-card = ➕ Neue Karte
button-add-another = ➕ Noch eine
button-card-question = Frage
button-card-answer = Antwort
button-card-accept = Auch richtig
button-card-explanation = Erklärung
button-delete-card = Karte löschen
button-clear = Leer lassen
deck-delete = <b>{ $title }</b> löschen, mit { $cards ->
        [one] der einen Karte
       *[other] allen { $cards } Karten
    } und allem, was du davon weißt? Deine Punkte bleiben.
deck-delete-taken = Wer ihn übernommen hat, behält ihn so, wie er jetzt ist.
deck-deleted = <b>{ $title }</b> ist gelöscht.
deck-renamed = Der Stapel heißt jetzt <b>{ $title }</b>.
deck-title-taken = Du hast schon einen Stapel namens „{ $title }“.
deck-title-taken-back = Inzwischen heißt ein anderer Stapel von dir so.
deck-not-yours = Diesen Stapel kann nur ändern, wem er gehört.
deck-full = In einen Stapel passen höchstens { $most } Karten.
cards-head = <b>{ $title }</b> · Karten { $first }–{ $last } von { $cards }
cards-found = { $count ->
        [0] Keine Karte mit „{ $text }“.
        [one] Eine Karte mit „{ $text }“:
       *[other] { $count } Karten mit „{ $text }“{ $shown ->
            [10] , die ersten zehn:
           *[other] {":"}
        }
    }
cards-line = { $number }. { $question }
card-accept = <b>Auch richtig:</b> { $accepted }
card-topic = Thema: { $topic }
card-kind = Ich prüfe die Antwort als { $kind ->
        [yes_no] Ja oder Nein
        [term] Namen oder kurzen Ausdruck
        [number] Zahl
        [list] Liste mit { $things } Teilen
       *[explanation] Erklärung
    }.
card-added = ✓ Hinzugefügt.
card-saved = ✓ Gespeichert.
card-deleted = Gelöscht: { $question }
card-gone = Diese Karte ist nicht mehr im Stapel.
card-last = Ein Stapel braucht mindestens eine Karte. Du kannst stattdessen den ganzen Stapel löschen.
card-accept-full = Bitte höchstens { $most } Formulierungen.
write-new = Schick mir die Frage.
write-new-answer = Und jetzt die Antwort, in deinen eigenen Worten.
write-question = Schick mir die Frage, wie sie lauten soll.
write-answer = Schick mir die Antwort, wie sie lauten soll.
write-accept = Schick mir alles, was auch als richtig zählt, eine Formulierung pro Zeile.
write-explanation = Schick mir ein, zwei Sätze dazu, warum.
write-title = Schick mir den neuen Namen des Stapels.
write-search = Wonach soll ich suchen? Schick mir ein, zwei Wörter.
write-now =
    Jetzt:
    <code>{ $text }</code>
write-too-long = Das ist zu lang: höchstens { $limit } Zeichen. Schick es bitte noch mal, kürzer.
undo-too-late = Seitdem wurde noch etwas geändert, darum lässt sich das nicht mehr zurücknehmen.
decks-how-group = Mit einem eigenen Stapel spielen: In unserem privaten Chat den Stapel öffnen, dann „Teilen“, dann „In einer Gruppe nutzen“.
deck-of = { $by ->
        [none] Mit dir geteilt. Änderungen daran kommen auch zu dir.
       *[other] Geteilt von { $by }. Änderungen daran kommen auch zu dir.
    }
deck-nobodys = Dieser Stapel wird nicht mehr geteilt. Bei dir bleibt er, wie er ist.
deck-left = <b>{ $title }</b> steht nicht mehr auf deiner Liste.
deck-leave-for-good = <b>{ $title }</b> wird nicht mehr geteilt, du könntest ihn also nicht wieder übernehmen. Trotzdem entfernen, mit allem, was du davon weißt?
deck-copied = <b>{ $title }</b> gehört jetzt dir, mit allem, was du davon weißt. Du kannst ihn ändern; Änderungen von anderen kommen nicht mehr an.
deck-taken = ✓ <b>{ $title }</b> steht auf deiner Liste.
deck-not-shared = Dieser Stapel wird nicht geteilt.
group-deck-taken = 📚 Ab jetzt spielen wir mit <b>{ $title }</b> ({ $cards ->
        [one] 1 Karte
       *[other] { $cards } Karten
    }).
taken-too-many = Das wären zu viele: bitte höchstens { $most } Stapel von anderen.
button-share = Teilen
button-copy = Eigene Kopie
button-leave = Entfernen
button-take-out = { $title } entfernen
button-take-again = Wieder übernehmen
button-send-link = Link schicken
button-use-in-group = In einer Gruppe nutzen
button-withdraw = Nicht mehr teilen
button-go-on-sharing = Weiter teilen
button-take-deck = Übernehmen
button-not-now = Jetzt nicht
share =
    <b>{ $title } teilen</b>
    Wer diesen Link öffnet, kann den Stapel übernehmen und bekommt jede Änderung daran:
    { $link }
share-unused = Noch hat ihn niemand übernommen.
share-users = Genutzt von { $learners ->
        [one] 1 Person
       *[other] { $learners } Personen
    }{ $groups ->
        [0] {""}
        [one] {" "}und 1 Gruppe
       *[other] {" "}und { $groups } Gruppen
    }.
share-disputed-head = <b>Was am meisten Mühe macht</b>
share-disputed = • { $question }: { $percent } % von { $answers } nicht richtig{ $appeals ->
        [0] {""}
        [one] , einmal bestritten
       *[other] , { $appeals }-mal bestritten
    }
offer = 📚 <b>{ $title }</b>
    { deck-size }{ $by ->
        [none] {""}
       *[other] , geteilt von { $by }
    }
offer-how = Übernimm ihn, und ich frage dich daraus ab. Änderungen daran kommen auch zu dir.
offer-declined = Alles klar. Der Link funktioniert, wann immer du willst.
link-dead = Dieser Stapel wird nicht mehr geteilt.
withdraw-ask = <b>{ $title }</b> nicht mehr teilen? Der Link funktioniert dann nicht mehr. { $learners ->
        [0] {""}
       *[other] {"Wer ihn übernommen hat, behält ihn so, wie er jetzt ist, samt allem Gelernten. "}
    }{ $groups ->
        [0] {""}
       *[other] {"Gruppen, die damit spielen, behalten ihn so, wie er jetzt ist. "}
    }Du behältst den Stapel.
withdrawn = <b>{ $title }</b> wird nicht mehr geteilt.
withdrawn-told = <b>{ $title }</b> wird nicht mehr geteilt. Du behältst ihn, wie er ist, mit allem, was du davon weißt.
withdrawn-group = <b>{ $title }</b> wird nicht mehr geteilt. Diese Gruppe behält ihn, wie er ist.
button-export = Exportieren
export-deck = Als welche Datei willst du <b>{ $title }</b> haben? Außer Text und Markdown enthalten alle den ganzen Stapel.
export-done = { $title }: { $cards ->
        [one] 1 Karte
       *[other] { $cards } Karten
    }
export-history = Deine Antworten zu { $title }
export-history-name = antworten
export-no-answers = Du hast noch keine dieser Karten beantwortet.
too-fast-export = Das hat nicht geklappt. Tippe bitte gleich noch mal.
format-csv = CSV (Tabelle)
format-tsv = TSV
format-txt = Text für Quizlet
format-md = Markdown
format-toml = Stapeldatei (TOML)
format-apkg = Anki (.apkg)
format-history = Meine Antworten (CSV)
deck-chosen = Ab jetzt kommen die Fragen aus <b>{ $title }</b>.

## Einstellungen

settings-head = ⚙️ <b>Einstellungen</b>
settings-deck = Stapel: { $deck }
settings-daily = Täglich: { $number ->
        [one] 1 Frage
       *[other] { $number } Fragen
    } um { $time } Uhr
settings-daily-off = Täglich: aus
settings-zone = Zeitzone: { $zone } (jetzt { $time })
settings-language = Sprache: { $language }
button-topics = Themen
button-settings = ⚙️ Einstellungen
setting-digest = Rückblick
option-digest = { $value ->
        [on] an
       *[off] aus
    }
about-digest = Am Sonntagabend fasse ich die Woche zusammen: was ihr gelernt habt, was noch nicht sitzt und wer vorn liegt.
topics-about =
    <b>Themen von { $deck }</b>

    Tippe einmal auf ein Thema, damit seine neuen Karten zuerst kommen, ein zweites Mal, um es auszulassen, und ein drittes Mal, um das aufzuheben.
topic-wish = { $wish ->
        [focus] ★ { $topic }: zuerst
        [leave_out] { $topic }: ausgelassen
       *[none] { $topic }
    }
setting-line = { $setting }: { $option }
setting-new = Neu pro Tag
option-new = { $value ->
        [0] keine
       *[other] { $value }
    }
about-new = Wie viele Karten, die du noch nie gesehen hast, mit den täglichen Fragen kommen. Je weniger es sind, desto weniger gibt es später zu wiederholen.
setting-goal = Lernziel
option-goal = { $value } %
about-goal = Wie viel vom Gelernten du jederzeit wissen willst. Ein höheres Ziel holt die Karten früher zurück, es gibt also mehr zu tun.
setting-board = In Ranglisten
option-board = { $value ->
        [alias] { $alias }
        [name] Mein Name
       *[hidden] Nirgends
    }
about-board = Wie du in der Rangliste aller stehst: unter einem Fantasienamen, unter deinem eigenen oder gar nicht. „Nirgends“ nimmt dich auch aus den Ranglisten deiner Gruppen.
setting-quiet = Ruhezeit
option-quiet = { $value ->
        [none] keine
       *[other] { $value }
    }
about-quiet = In dieser Zeit sage ich nichts, worum du nicht gebeten hast. Uhrzeiten, die du für tägliche Fragen wählst, gelten immer.
setting-plain = Nur Text
option-plain = { $value ->
        [on] an
       *[off] aus
    }
about-plain = Für Screenreader: keine Bilder und keine Zeichen, die nur fürs Auge da sind. Alles kommt in Worten.
setting-mode = Spielart
option-mode = { $value ->
        [race] Rennen
       *[round] Runde
    }
about-mode = In einer Runde antworten alle einmal, bis die Frage vorbei ist. In einem Rennen gewinnt die erste richtige Antwort.
setting-seconds = Zeit pro Frage
option-seconds = { $value } s
about-seconds = Wie lange eine Frage im Quiz offen bleibt.
setting-starters = Wer startet
option-starters = { $value ->
        [admins] nur Admins
       *[everyone] alle
    }
about-starters = Wer in dieser Gruppe ein Quiz starten darf.
daily-ask =
    Wann soll ich jeden Tag fragen? Tippe auf eine Uhrzeit, oder schick zum Beispiel <code>/daily 09:00</code> oder <code>/daily 09:00 3</code>.

    Die Zeiten gelten für { $zone }.
daily-now =
    { $number ->
        [one] 1 Frage
       *[other] { $number } Fragen
    } jeden Tag um { $time } Uhr ({ $zone }).
daily-change = Zum Ändern tippe auf eine andere Uhrzeit oder Zahl.
daily-paused = Gerade ist Pause. Weiter geht es { $day }.
daily-second = Wann soll ich jeden Tag ein zweites Mal fragen?
daily-pause = Wie lange soll ich dich in Ruhe lassen? Deine Karten warten, und nichts staut sich an.
daily-slowed = Du hast eine Woche lang nicht geantwortet, darum frage ich ab jetzt einmal pro Woche. Beantworte irgendeine Frage, und ich melde mich wieder jeden Tag.
daily-back = Schön, dass du wieder da bist! Ab jetzt frage ich wieder jeden Tag.
snoozed = ⏰ Ich frage um { $time } Uhr noch mal. Du kannst auch gleich antworten.
not-today = Alles klar, heute nicht.
daily-set =
    ⏰ Abgemacht: { $number ->
        [one] 1 Frage
       *[other] { $number } Fragen
    } jeden Tag um { $time } Uhr ({ $zone }).
    Los geht es { $day } um { $first } Uhr.
daily-gap = Am { $day } gibt es { $time } Uhr wegen der Zeitumstellung nicht; dann frage ich um { $instead } Uhr.
daily-zone-unknown = Stimmt die Zeitzone { $zone }? Wenn nicht, tippe hier.
daily-not-understood = „{ $wanted }“ verstehe ich nicht. Schreib die Uhrzeit so: <code>/daily 09:00</code>
day-today = heute
day-tomorrow = morgen
day-later = am { $weekday }, { $date }
day-named = { $weekday }, { $date }
daily-off = Die täglichen Fragen sind aus.
daily-off-already = Die täglichen Fragen waren gar nicht an.
zone-ask = Deine Zeitzone ist <b>{ $zone }</b>, dort ist es { $time } Uhr. Tippe auf eine Stadt, oder schick zum Beispiel <code>/timezone Berlin</code>.
zone-ask-group = Die Zeitzone dieser Gruppe ist <b>{ $zone }</b>, dort ist es { $time } Uhr. Tippt auf eine Stadt, oder schickt zum Beispiel <code>/timezone Berlin</code>.
zone-location = Teile einmal deinen Standort. Ich merke mir nur die Zeitzone, nicht den Ort.
zone-nearest = Die Zeitzone „{ $wanted }“ kenne ich nicht. Meinst du:
zone-unknown = Die Zeitzone „{ $wanted }“ kenne ich nicht. Schick mir die größte Stadt in deiner Nähe, zum Beispiel <code>/timezone Berlin</code>.
zone-at-sea = Für diesen Ort finde ich keine Zeitzone. Nimm eine Stadt: <code>/timezone Berlin</code>
zone-set = Zeitzone: <b>{ $zone }</b>. Dort ist es jetzt { $time } Uhr.
zone-next = Die nächste Frage kommt { $day } um { $time } Uhr.
language-ask = Welche Sprache soll ich sprechen?
language-unknown = „{ $wanted }“ spreche ich noch nicht. Such dir eine aus:
language-set = Ab jetzt spreche ich Deutsch.

## Einsprüche

appeal-filed = Notiert. Für mich kannst du diese Karte; Punkte gibt es, sobald jemand nachgesehen hat.
appeal-filed-owner = Notiert. Für mich kannst du diese Karte. Wem der Stapel gehört, sieht deine Antwort, nicht deinen Namen; Punkte gibt es, wenn sie zählt.
appeal-own = „{ $text }“ zählt ab jetzt als richtig: Es ist dein Stapel.
appeals-owner = Jemand meint, dass eine Antwort in deinem Stapel <b>{ $title }</b> richtig war. Schau mal hinein, wenn du eine Minute hast.
button-disputes-look = Ansehen
appeal-already = Das hast du schon gemeldet.
appeal-accepted = Du hattest recht! „{ $text }“ zählt jetzt als Antwort auf „{ $question }“
appeal-points = { $told } +{ $points }
    .aloud = { $told } { summary-points }.
appeal-refused =
    Jemand hat sich „{ $text }“ als Antwort auf „{ $question }“ angesehen. Sie zählt leider nicht.

    Richtig ist: { $answer }
appeals-none = Keine Antwort ist umstritten.
appeals-head = <b>Umstrittene Antworten: { $count }</b>
appeals-said = { $learners ->
        [one] 1 Person hat
       *[other] { $learners } Personen haben
    } „{ $text }“ geantwortet. Ab jetzt annehmen?
appeals-decided = Das ist schon entschieden.

## Persönliche Daten

export-caption = Alles, was ich über dich gespeichert habe.
export-tables = Deine Antworten, Karten und Punkte als Tabellen (CSV). Die Zeiten gelten für { $zone }.
export-lately = Dein letzter Export ist { $since ->
        [0] keine Minute
        [one] 1 Minute
       *[other] { $since } Minuten
    } alt. Den nächsten gibt es in { $left ->
        [one] 1 Minute
       *[other] { $left } Minuten
    }.
forget-ask =
    Das wird endgültig gelöscht: { $answers ->
        [one] 1 Antwort
       *[other] { $answers } Antworten
    }, dein Wissen zu { $cards ->
        [one] 1 Karte
       *[other] { $cards } Karten
    }, { $points ->
        [one] 1 Punkt
       *[other] { $points } Punkte
    }, deine Einstellungen und deine Serie.
forget-decks = Wer einen Stapel von dir übernommen hat, behält ihn, wie er ist, ohne deinen Namen.
forget-too-late = Das ist schon eine Weile her. Schick noch mal /forget, wenn du es weiterhin willst.
forgotten = Alles ist gelöscht. Falls du irgendwann wiederkommst: /start
kept = Nichts wurde gelöscht.

## Fehler

too-fast = Nicht so schnell! In { $seconds } Sekunden höre ich wieder zu.
failed = Bei mir ist etwas schiefgegangen. Versuch es bitte noch mal; wenn es so bleibt, gib dem Team hinter dem Bot das hier: { $reference }
operators-only = Diesen Befehl gibt es nur für das Team hinter dem Bot.
admin-status =
    <b>Dailydeck { $version }</b>
    Private Chats: { $private }, Gruppen: { $groups }
    Noch zu senden: { $pending }
    Zurückgelegte Updates: { $dead }
    Umstrittene Antworten: { $appeals } (/admin appeals)

## Dateien mit Karten

import-none = Keine Karten gefunden. Bitte eine pro Zeile, mit einem Strich zwischen Frage und Antwort: <code>Hauptstadt von Peru? – Lima</code>
left-out-line = Zeile { $line }: { $said }
left-out-empty = leer
left-out-no-question = ohne Frage
left-out-no-answer = ohne Antwort
left-out-picture-only = nur ein Bild
left-out-sound-only = nur ein Ton
left-out-too-long = zu lang
left-out-twice = doppelt
left-out-cells = mehr Zellen als die Kopfzeile
left-out-quote = Anführungszeichen nicht geschlossen
left-out-invalid = keine gültige Karte
unreadable-too-big = Bitte nur Dateien bis { $limit } MB.
unreadable-too-big-unpacked = Dieser Stapel ist entpackt zu groß (höchstens { $limit } MB).
unreadable-too-many = Das ist zu viel auf einmal: bitte höchstens { $limit } Karten.
unreadable-encoding = Ich kann die Buchstaben nicht entziffern. Speichere die Datei bitte als UTF-8.
unreadable-format = Solche Dateien kann ich nicht lesen. Ich nehme CSV, TSV, Text, Markdown, TOML und .apkg aus Anki.
unreadable-too-many-files = Das ist kein gültiger Anki-Stapel: Er enthält mehr als { $limit } Dateien.
unreadable-not-anki = Das ist kein gültiger Anki-Stapel: Es ist keine Kartensammlung darin.
unreadable-damaged = Das ist kein gültiger Anki-Stapel: Er ist beschädigt oder unvollständig.
unreadable-encrypted = Diese Datei ist mit einem Passwort geschützt. Schick sie bitte ohne.
unreadable-old-anki-only = In diesem Paket sind keine Karten, die ich lesen kann. Exportiere es aus Anki mit „Ältere Anki-Versionen unterstützen“.
unreadable-unsafe = Dieser Stapel lässt sich nicht sicher lesen.
unreadable-deck = In dieser Stapeldatei sind Fehler.

command-import = Eigene Karten mitbringen
button-import = { $cards } { $cards ->
        [one] Karte
       *[other] Karten
    } importieren
button-import-good = Die { $cards } guten nehmen
button-separator = Trennzeichen ändern
button-cancel = Abbrechen
import-how =
    <b>Bring deine eigenen Karten mit</b>
    Schick mir eine Datei: .apkg aus Anki, CSV oder TSV, einen Export aus Quizlet, Markdown oder Text. Oder schreib die Karten hinter <code>/import</code>, eine pro Zeile, mit einem Strich zwischen Frage und Antwort: <code>Hauptstadt von Peru? – Lima</code>

    Aus Quizlet Kopiertes lieber als Datei: Eine Nachricht verliert die Tabulatoren.
import-title = Meine Karten
import-found =
    { $cards ->
        [one] 1 Karte
       *[other] { $cards } Karten
    } für den Stapel <i>{ $title }</i> gefunden.
import-left-out = { $count } weggelassen: { $reasons }.
import-lost =
    Bilder und Töne bleiben zurück: { $cards } { $cards ->
        [one] Karte hat
       *[other] Karten haben
    } welche verloren.
import-example =
    <b>{ $question }</b>
    → { $answer }
import-separator = Was steht zwischen Frage und Antwort?
separator-0 = Tabulator
separator-1 = Strichpunkt ;
separator-2 = Komma ,
separator-3 = Strich |
separator-4 = Bindestrich -
separator-5 = Doppelpunkt :
import-done = <b>{ $title }</b>: { $new } { $new ->
        [one] neue Karte
       *[other] neue Karten
    }{ $there ->
        [0] .
       *[other] , { $there } schon da.
    }
import-nothing-new = <b>{ $title }</b>: nichts Neues, { $there ->
        [one] die Karte ist
       *[other] alle { $there } Karten sind
    } schon da.
import-fetching = ⏳ Ich hole <i>{ $name }</i> ({ $size } MB) …
import-reading = ⏳ Ich lese <i>{ $name }</i> …
import-dropped = Es wurde nichts importiert.
import-undone = Zurückgenommen: { $title } ist wieder wie vorher.
import-gone = Das ist schon erledigt.
import-failed = Das konnte ich nicht laden oder lesen. Schick es bitte noch mal.
import-too-many-decks = Du hast schon { $most } Stapel, mehr hebe ich für eine Person nicht auf.
