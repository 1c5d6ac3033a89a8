### Tout ce que le bot dit en français. Les textes sont du HTML de Telegram ; les arguments arrivent déjà échappés.

## Le bot lui-même

bot-description = Apprends un peu chaque jour. Je t’interroge sur les cartes d’un paquet, tu réponds avec tes mots, et je te dis ce qui était juste, ce qui manquait et pourquoi. Dans les groupes, j’anime des quiz avec classement.
bot-short-description = Une carte par jour, réponse avec tes propres mots.

## Premiers mots

welcome =
    Salut { $name } ! 👋 Je pose des questions, tu réponds avec tes mots, et je te dis ce qui est juste et pourquoi.

    Choisis un paquet et on commence :
welcome-language = Je ne parle pas encore cette langue ({ $language }). /language montre celles que je parle.
deck-line = • { $title } · { $cards } { $cards ->
        [one] carte
       *[other] cartes
    }
deck-line-language = { $line } · en { $language }
group-welcome-head = Bonjour à tous ! 👋 J’anime des quiz ici.
group-welcome =
    { group-welcome-head }

    Répondez directement à ma question, ou en privé. Les résultats restent secrets jusqu’à la fin.
    Commencez avec /quiz. Ou voulez-vous une carte chaque jour ? Un admin touche l’heure :
help-private =
    <b>Comment ça marche</b>
    Je pose une question, tu réponds avec tes mots. Les cartes reviennent juste avant que tu les oublies.
help-group =
    <b>Comment ça marche</b>
    Répondez directement à ma question, ou en privé avec son bouton. Le résultat arrive à la fin.
help-more =
    Essaie <code>/quiz 10</code>, <code>/quiz capitals</code> ou <code>/daily 09:00 5</code>.
help-more-group =
    Essayez <code>/quiz 10</code>, <code>/quiz capitals course</code> ou <code>/daily 09:00</code>.
about =
    <b>Dailydeck { $version }</b>
    Un tuteur libre et gratuit.

    <b>Ce que je garde</b>
    Tes réponses, ce que tu sais et tes réglages, jusqu’à ce que tu envoies /forget ; /export te les donne. Le reste de ce que tu écris disparaît dès que j’ai répondu ou, si j’ai échoué, au bout de { $days } jours au plus. Les sauvegardes de la personne qui me fait tourner peuvent durer plus longtemps.

    Version des fuseaux horaires : { $zones }
only-in-groups = /{ $command } s’utilise dans les groupes. Ajoute-moi à l’un des tiens.
only-in-private = /{ $command } s’utilise en privé.
not-in-groups-hint = Les indices viennent d’eux-mêmes avec le temps.
not-in-groups-skip = Rien à passer ici : le quiz avance tout seul.
command-unknown = Je ne connais pas /{ $command }. /help montre ce que je sais faire.
command-unknown-near = Je ne connais pas /{ $command }. Tu voulais dire /{ $near } ? /help montre tout.

## Commandes, pour le menu et /help

command-quiz = Commencer un quiz
command-daily = Des questions chaque jour
command-stop = Finir le quiz
command-hint = Un indice pour cette question
command-skip = Passer cette question
command-stats = Tes progrès
command-streak = Ta série, jour par jour
command-leaderboard = Le classement
command-decks = Choisir un paquet
command-settings = Réglages
command-timezone = Fuseau horaire
command-language = Changer de langue
command-export = Recevoir toutes tes données
command-forget = Effacer toutes tes données
command-help = Comment ça marche
command-about = À propos de ce bot

## Boutons

button-hint = 💡 Indice
button-skip = Passer
button-know = Je sais
button-undo = Annuler
button-next = Suivante
button-more = 5 de plus
button-was-right = J’avais raison
button-explain = En savoir plus
button-accept = ✅ Accepter
button-refuse = Refuser
button-start = ▶️ Commencer
button-daily = ⏰ Chaque jour
button-daily-hour = ⏰ Une autre heure
button-daily-off = Arrêter
button-stats = 📊 Mes progrès
button-leaderboard = 🏆 Classement
button-group-quiz = ▶️ Lancer un quiz
button-group-again = ▶️ Rejouer
button-answer-privately = ✍️ Répondre en privé
button-private = Ouvrir notre conversation
button-daily-on = ⏰ Activer
button-daily-more = Plus
button-second = Deuxième heure
button-second-off = Pas de deuxième heure
button-pause = Faire une pause
button-pause-weeks = { $weeks ->
        [one] { $weeks } semaine
       *[other] { $weeks } semaines
    }
button-resume = Finir la pause
button-later = Plus tard
button-in-an-hour = Dans une heure
button-this-evening = Ce soir
button-not-today = Pas aujourd’hui
button-back = ‹ Retour
button-settings-back = ‹ Réglages
-chosen = choisi
chosen = ✓ { $label }
    .aloud = { $label }, { -chosen }
button-timezone = 🌍 Fuseau
button-language = 💬 Langue
button-decks = 📚 Paquet
button-location = 📍 Ma position
button-show-name = Montrer mon vrai nom
button-hide-name = Garder le nom inventé
button-champions = 👑 Champions
button-hide = Me cacher des classements
button-show = Me montrer dans les classements
button-hide-or-show = Me cacher ou me montrer
button-forget = Tout effacer
button-keep = Tout garder
button-stale = Cette question est fermée.
button-not-yours = Ce bouton n’est pas pour toi.

## Questions

question-head = { $number } sur { $total }
question-head-daily = { $total ->
        [one] Ta question du jour
       *[other] Tes questions du jour · { $number } sur { $total }
    }
question-again = Encore une fois
topic = { $topic }
question = <b>{ $question }</b>
hint = 💡 { $hint }
    .aloud = { button-hint } : { $hint }
hint-words = { $count ->
        [one] Un seul mot.
       *[other] { $count } mots.
    }
hint-letters = Ça commence ainsi : <code>{ $text }</code>
hint-items = { $count ->
        [one] Une seule chose est demandée.
       *[other] { $count } choses sont demandées.
    }
hint-one_item = L’une d’elles : { $text }
hint-points = { $count ->
        [one] Un point clé est attendu.
       *[other] { $count } points clés sont attendus.
    }
hint-point = Un point clé : <code>{ $text }</code>
hint-unit = L’unité est { $text }.
hint-range = C’est entre { $text } et { $upper }.
hint-none = Il n’y a pas d’indice pour celle-ci.
hint-no-more = Il n’y a plus d’indice pour celle-ci.
next-open = Ta question est encore ouverte : réponds, ou passe-la.
known = ✓ Tu la connais déjà. Elle reviendra en { $month }, pour vérifier.
known-undone = Annulé : cette carte viendra comme les autres.
backlog = { $waiting } cartes attendent. { $today } sont pour aujourd’hui, le reste est réparti sur les jours suivants.
skipped = Passée. Tu la reverras.
nothing-open = Aucune question en cours. On commence ?
nothing-open-waiting = Aucune question en cours. Ton quiz t’attend :
nothing-open-until = Aucune question en cours. La prochaine arrive { $day } à { $time } ({ $zone }). Une tout de suite ?
answer-empty = Il me faut du texte comme réponse.
answer-too-long = C’est trop long : { $limit } caractères au plus. La question reste ouverte.
answer-not-a-number = Envoie un nombre ordinaire, par exemple 12,5. La question reste ouverte.
answer-forwarded = Un message transféré n’est pas une réponse. Écris-la toi-même ; la question est encore ouverte.
answer-not-text = Réponds par écrit, s’il te plaît. La question reste ouverte.
answered-already = Ta première réponse compte : « { $answer } » ({ $outcome }).
late = Cette question était déjà fermée : pas de points cette fois.
deck-gone = Ce paquet n’est plus là. /decks montre les autres.
quiz-unknown =
    Je n’ai ni paquet ni thème nommé « { $wanted } ».

    Paquets : { $decks }
    Thèmes de { $deck } : { $topics }

## Verdicts

verdict-correct = Juste !
verdict-partial = En partie juste
verdict-incorrect = Pas encore
nearly = Presque ! Vérifie l’orthographe et réessaie une fois : cela ne coûte rien.
outcome-correct = juste
outcome-partial = en partie juste
outcome-incorrect = pas encore juste
points-plus = +{ $points }
    .aloud = { summary-points }
matched = ✓ { $part }
    .aloud = Juste : { $part }
missing = ✗ Il manque : { $part }
spelling = ✎ { $typed } → { $meant }
    .aloud = Orthographe : { $meant }, et non { $typed }
answer = <b>Réponse :</b> { $answer }
list-item = • { $thing }
explanation = <i>{ $text }</i>
why-other-card = C’est la réponse à une autre question : « { $question } »
why-negated = Ta réponse dit le contraire : regarde la négation.
why-opposite = Tu as écrit le mot contraire.
why-swapped-roles = Les bons mots, mais les rôles sont inversés.
why-wrong-order = Les bons éléments, mais dans un autre ordre.
why-near-miss = Pas loin, mais c’est autre chose.
why-candidates = Donne une seule réponse, pas plusieurs au choix.
why-echo = Tu répètes la question.
why-hedged = Choisis une seule réponse.
why-too-vague = C’est trop vague.
why-no-reason = C’est juste, mais il manque la raison.
why-unit = Le bon nombre, mais vérifie l’unité.
why-gave-up = Pas de souci, la voici.
why-number = C’est un autre nombre.

explain-parts = Ce qui en fait partie :
explain-some = { $count ->
        [one] Un seul de ces points suffit :
       *[other] { $count } de ces points suffisent :
    }
explain-wording = « { $text } »
explain-also = Juste aussi : { $wordings }.
explain-wrong = À ne pas confondre avec { $wordings }.
explain-related = Cartes proches, déjà vues :
explain-source = Dans les questions d’origine : nº { $numbers }.
explain-later = Cette carte est justement posée. Réponds d’abord.
explain-line = • { $text }

## La fin d’une série

summary = <b>Fini !</b>
summary-correct = { $count ->
        [one] { $count } juste
       *[other] { $count } justes
    }
summary-partial = { $count } en partie
summary-incorrect = { $count } pas encore
summary-points = { $points ->
        [one] { $points } point
       *[other] { $points } points
    }
summary-returns = { $cards ->
        [1] La carte revient { $day }.
       *[other] { $later ->
            [0] Les cartes reviennent { $day }.
           *[other] { $count ->
                [1] Une carte revient { $day }, les autres plus tard.
               *[other] { $count } cartes reviennent { $day }, les autres plus tard.
            }
        }
    }
milestone-streak = 🎉 { $days } jours de suite. C’est devenu une habitude !
milestone-topic = 🎉 Tu sais tout de « { $title } », et pour longtemps.
milestone-deck = 🎉 Tu sais <b>{ $title }</b> par cœur. Bravo !
summary-streak = 🔥 { $days ->
        [one] Premier jour de ta série.
       *[other] { $days } jours de suite.
    }

## Groupes

group-question-head = Question { $number } sur { $total }
group-daily-head = La carte du jour
group-daily-none = Pas de carte aujourd’hui : ce groupe a répondu cette semaine à toutes les cartes de <b>{ $deck }</b>. Elles reviendront dans quelques jours. Pour en avoir plus, choisissez un autre paquet ou lancez un quiz.
group-how = ↩️ Répondez à ce message. Vous avez { $seconds } secondes.
group-how-daily = ↩️ Répondez à ce message avant { $day } { $time }.
group-answered = Ont répondu : { $names }
names-more = { $names } et { $more ->
        [one] { $more } autre
       *[other] { $more } autres
    }
group-closed = <b>Le résultat</b>
group-scored = { $name } +{ $points }
group-scored-more = { $count ->
        [one] Et une autre personne l’avait, entièrement ou en partie.
       *[other] Et { $count } autres l’avaient, entièrement ou en partie.
    }
group-missed = { $count ->
        [one] Une réponse n’était pas juste.
       *[other] { $count } réponses n’étaient pas justes.
    }
group-nobody = Personne n’a répondu cette fois.
group-noted = C’est noté. Le résultat viendra dans le groupe à la fin de la question.
group-answer-here =
    <b>{ $question }</b>

    Écris ta réponse ici. Personne dans le groupe ne la voit.
group-answer-hint = Ta réponse
group-answered-already = Ta première réponse compte. Attends le résultat.
group-too-late = Cette question est fermée.
group-not-member = Cette question est pour les membres de son groupe.
group-running = Un quiz est déjà en cours ici. /stop l’arrête.
group-nothing-running = Aucun quiz n’est en cours ici. /quiz en lance un.
group-over = 🏁 <b>Le quiz est fini</b>
group-over-nobody = Personne n’a marqué cette fois.
admins-only = Seuls les admins du groupe peuvent changer cela.
anonymous-admin = Je ne vois pas qui tu es. Désactive « Rester anonyme », ou écris en ton nom et non en celui d’un canal.

group-race-head = Course · { $number } sur { $total }
group-how-race = ↩️ Répondez à ce message. La première bonne réponse gagne. { $seconds } secondes.
group-how-guess = ↩️ Répondez à ce message. La première bonne réponse gagne ; essayez autant que vous voulez. { $seconds } secondes.
group-tried = Ont essayé : { $names }
group-race-won = { $name } en premier : +{ $points }
group-race-nobody = Personne n’a trouvé cette fois.
group-guess-again = Pas encore. Essaie encore tant que la question est ouverte.
group-stop-not-yours = Seuls { $name }, qui a lancé ce quiz, et les admins peuvent l’arrêter.
group-over-unattended = 🏁 <b>Personne ne répond, alors je m’arrête là.</b>
quiz-menu-head = À quoi jouons-nous ?
quiz-menu =
    <b>{ quiz-menu-head }</b>
    Paquet : { $deck }. Touchez un thème pour un petit quiz.
quiz-started = { $name } a lancé un quiz : { $deck }.
quiz-admins-only = Dans ce groupe, seuls les admins lancent un quiz.
button-quiz-round = ▶️ { $number } questions
button-quiz-race = 🏁 Course de { $number }
topic-gone = Je ne peux pas écrire dans un de vos sujets : il est fermé ou supprimé. Mon quiz et ma question du jour y sont arrêtés. Un admin peut le rouvrir ou me nommer admin ; ensuite, envoyez-y /daily pour reprendre.
topic-general-gone = Je ne peux pas écrire dans le sujet général de <b>{ $group }</b> : il est fermé. Mon quiz et ma question du jour y sont arrêtés. Rouvre-le ou nomme-moi admin, puis envoie-y /daily pour reprendre.

## Docteur

command-doctor = Pourquoi ne réponds-tu pas ?
doctor-fine = ✅ Tout va bien ici.
doctor-hears-all = J’entends aussi les messages simples. Si je semble sourd, retirez-moi du groupe et ajoutez-moi de nouveau : Telegram n’applique qu’alors un changement de confidentialité.
doctor-head = <b>Ce que j’ai trouvé</b>
doctor-cannot-write = ❌ Je ne peux pas écrire ici. Un admin peut l’autoriser : réglages du groupe → Permissions → Envoyer des messages.
doctor-privacy = ℹ️ Je n’entends que les commandes et les réponses à mes questions (mode confidentialité). Cela suffit pour jouer. Pour que les messages simples comptent, nommez-moi admin ; ou désactivez-le avec @BotFather (/setprivacy), puis retirez-moi et ajoutez-moi de nouveau.
doctor-slow = ℹ️ Le mode lent est actif : il faut attendre { $seconds } secondes entre deux messages. Répondre en privé n’est pas ralenti ; ou désactivez-le dans les réglages du groupe.
doctor-forum = ℹ️ Dans un sujet fermé, je ne peux pas écrire. Envoyez /quiz dans un sujet ouvert, ou nommez-moi admin.
doctor-blind = Telegram ne me dit pas quelle est ma place ici. Réessayez dans une minute.

digest-head = 📅 <b>La semaine de ce groupe</b>
digest-learned = { $cards ->
        [one] { $cards } carte travaillée
       *[other] { $cards } cartes travaillées
    }, { $share } % de réponses justes.
digest-slipping = <b>Ce qui échappe</b>
digest-card = • { $question } → { $answer }
digest-leaders = <b>Qui mène</b>
digest-improved = Plus fort progrès : <b>{ $name }</b>, { $points ->
        [one] { $points } point
       *[other] { $points } points
    } de plus que la semaine dernière.

## Classement

board-head-group = 🏆 <b>{ $period ->
        [today] Aujourd’hui
        [week] Cette semaine
        [month] Ce mois-ci
        [gain] Plus grands progrès
       *[all] Depuis le début
    }</b> dans ce groupe
board-head-overall = 🏆 <b>{ $period ->
        [today] Aujourd’hui
        [week] Cette semaine
        [month] Ce mois-ci
        [gain] Plus grands progrès
       *[all] Depuis le début
    }</b>, tous ensemble
board-period = { $period ->
        [today] Aujourd’hui
        [week] Semaine
        [month] Mois
        [gain] 📈 Progrès
       *[all] Tout
    }
board-place = { $rank ->
        [1] 🥇
        [2] 🥈
        [3] 🥉
       *[other] { $rank }.
    }
board-gap = …
    .aloud = Plus bas :
board-line = { board-place } { $name } · { $points }
    .aloud = Rang { $rank } : { $name }, { summary-points }.
board-line-own = <b>{ board-place } { $name } · { $points } (toi)</b>
    .aloud = Toi : { board-line.aloud }
board-empty = { $period ->
        [gain] Personne n’a encore dépassé sa semaine dernière.
       *[all] Pas encore de points. La première bonne réponse mène.
    }
board-gain-how = Les points de cette semaine moins ceux de la dernière.
board-hidden = Personne ne te voit : tu n’apparais dans aucun classement.
board-now-hidden = Tu n’apparais plus dans aucun classement. Tes points restent.
board-now-shown = Tu apparais de nouveau dans les classements.
champions-head-group = 👑 <b>Anciens champions de ce groupe</b>
champions-head-overall = 👑 <b>Anciens champions, tous ensemble</b>
champions-week = Semaine du { $when } : { $names } · { $points }
    .aloud = Semaine du { $when } : { $names }, { summary-points }.
champions-month = { $when } : { $names } · { $points }
    .aloud = { $when } : { $names }, { summary-points }.
champions-none = Personne pour l’instant. La première semaine finit dimanche soir.
board-by-alias = Ici, tu es <b>{ $alias }</b>, un nom inventé.
board-by-name = Les autres voient ton vrai nom ici.
name-shown = Ton vrai nom est visible maintenant.
name-hidden = Ton nom inventé est visible maintenant.
name-unknown = Élève { $code }
name-alias = { $animal ->
        [0] Loutre
        [1] Héron
        [2] Blaireau
        [3] Lynx
        [4] Rouge-gorge
        [5] Tortue
        [6] Faucon
        [7] Hérisson
        [8] Dauphin
        [9] Corbeau
        [10] Écureuil
        [11] Gecko
        [12] Marmotte
        [13] Macareux
        [14] Saumon
       *[15] Scarabée
    } { $code }

## Progrès

stats-head = 📊 <b>Tes progrès</b> · { $span ->
        [week] 7 derniers jours
        [month] 30 derniers jours
       *[all] depuis le début
    }
stats-span = { $span ->
        [week] Semaine
        [month] Mois
       *[all] Tout
    }
stats-empty = Rien à montrer pour l’instant. Réponds d’abord à quelques questions.
stats-streak = 🔥 { $days ->
        [0] Pas de série en ce moment
        [one] Série : 1 jour
       *[other] Série : { $days } jours
    } · { $last } des 30 derniers jours{ $today ->
        [0] {"."} Pas encore aujourd’hui.
       *[1] {"."}
    }
stats-rest = { $days ->
        [one] 1 jour de repos en réserve.
       *[other] { $days } jours de repos en réserve.
    }
stats-points = { $points ->
        [one] { $points } point
       *[other] { $points } points
    } en tout.
stats-answers = { $answers ->
        [one] 1 réponse
       *[other] { $answers } réponses
    }, { $share } % justes, { $practised } { $practised ->
        [one] jour
       *[other] jours
    } sur { $days }.
stats-deck = <b>{ $deck }</b>, ce qui reste, par thème :
stats-topic = { $topic } : { $share } % de { $repeated } · { $met }/{ $cards } vues
    .aloud = { $topic } : { $share } % de { $repeated } retenues, cartes vues : { $met } sur { $cards }.
stats-topic-new = { $topic } : nouveau · { $met }/{ $cards } vues
    .aloud = { $topic } : nouveau, cartes vues : { $met } sur { $cards }.
stats-more-topics = { $count ->
        [one] et 1 autre thème
       *[other] et { $count } autres thèmes
    }
stats-due = À revoir : { $days }.
stats-due-nothing = Rien à revoir dans les 7 jours.
stats-figure-streak = { $days ->
        [one] jour de suite
       *[other] jours de suite
    }
stats-figure-right = justes
stats-figure-points = { $points ->
        [one] point
       *[other] points
    }
stats-percent = { $share } %
stats-practised = { $practised } { $practised ->
        [one] jour
       *[other] jours
    } de pratique sur { $days }
stats-picture-topics = Ce qui reste, par thème
stats-picture-met = { $met }/{ $cards } vues
stats-picture-new = nouveau
stats-picture-due = À revoir dans les 7 jours
stats-today = auj.

streak-day = { $day } : { $kind ->
        [practised] { $answers ->
            [one] { $answers } réponse
           *[other] { $answers } réponses
        }
        [rest] un jour de repos, la série continue
        [elsewhere] sa question a eu sa réponse, la série continue
        [open] rien encore
       *[missed] rien
    }
streak-rest = { $days ->
        [0] Sept jours d’exercice donnent un jour de repos : il sert de lui-même quand tu manques un jour.
        [one] Tu as { $days } jour de repos : il sert de lui-même quand tu manques un jour.
       *[other] Tu as { $days } jours de repos : ils servent d’eux-mêmes quand tu manques un jour.
    }

## Paquets

decks-head = 📚 <b>Paquets</b>
decks-how = ✓ indique celui d’où viennent les questions. Touche un paquet pour l’ouvrir.
    .aloud = Touche un paquet pour l’ouvrir.
deck-title = <b>{ $title }</b>
deck-title-chosen = ✓ { deck-title }
    .aloud = { deck-title }, { -chosen }
deck-page-title = 📚 <b>{ $title }</b>
deck-about = <i>{ $about }</i>
deck-size = { $cards ->
        [one] 1 carte
       *[other] { $cards } cartes
    }
deck-due = { $due } à revoir
deck-new = { $new ->
        [one] 1 nouvelle pour toi
       *[other] { $new } nouvelles pour toi
    }
deck-own = à toi
deck-shared = partagé avec toi
deck-disputed = { $count ->
        [one] 1 réponse contestée
       *[other] { $count } réponses contestées
    }
deck-language = en { $language }
deck-is-chosen = ✓ Les questions viennent de ce paquet.
deck-label-due = { $title } · { $due } à revoir
button-study = ▶️ Étudier
button-decks-back = ‹ Paquets
button-page-back = ‹ { $page } sur { $pages }
button-page-on = { $page } sur { $pages } ›
button-cards = Cartes
button-rename = Renommer
button-delete-deck = Supprimer
button-deck-back = ‹ { $title }
button-cards-back = ‹ Cartes
button-search = 🔍 Chercher
button-search-again = 🔍 Chercher encore
button-add-card = ➕ Ajouter
button-add-another = ➕ Autre carte
button-card-question = Question
button-card-answer = Réponse
button-card-accept = Aussi juste
button-card-explanation = Explication
button-delete-card = Supprimer cette carte
button-clear = Laisser vide
deck-delete = Supprimer <b>{ $title }</b> avec { $cards ->
        [one] sa carte
       *[other] ses { $cards } cartes
    } et ce que tu en sais ? Tes points restent.
deck-delete-taken = Qui l’a pris le garde tel quel.
deck-deleted = <b>{ $title }</b> est supprimé.
deck-renamed = Le paquet s’appelle maintenant <b>{ $title }</b>.
deck-title-taken = Tu as un autre paquet nommé « { $title } ».
deck-title-taken-back = Un autre de tes paquets porte ce titre maintenant.
deck-not-yours = Seul son propriétaire peut modifier ce paquet.
deck-full = Un paquet contient { $most } cartes au plus.
cards-head = <b>{ $title }</b> · cartes { $first } à { $last } sur { $cards }
cards-found = { $count ->
        [0] Aucune carte avec « { $text } ».
        [one] Une carte avec « { $text } » :
       *[other] { $count } cartes avec « { $text } »{ $shown ->
            [10] , les dix premières :
           *[other] {" :"}
        }
    }
cards-line = { $number }. { $question }
card-accept = <b>Aussi juste :</b> { $accepted }
card-topic = Thème : { $topic }
card-kind = Je la juge comme { $kind ->
        [yes_no] un oui ou non
        [term] un nom ou une courte expression
        [number] un nombre
        [list] une liste de { $things }
       *[explanation] une explication
    }.
card-added = ✓ Ajoutée.
card-saved = ✓ Enregistré.
card-deleted = Supprimée : { $question }
card-gone = Cette carte n’est plus dans le paquet.
card-last = Il faut au moins une carte. Tu peux supprimer le paquet entier.
card-accept-full = { $most } formulations au plus, s’il te plaît.
write-new = Envoie-moi la question.
write-new-answer = Maintenant envoie-moi la réponse, avec tes mots.
write-question = Envoie-moi la question telle qu’elle doit être.
write-answer = Envoie-moi la réponse telle qu’elle doit être.
write-accept = Envoie-moi tout ce qui est juste aussi, une formulation par ligne.
write-explanation = Envoie-moi une ou deux phrases qui disent pourquoi.
write-title = Envoie-moi le nouveau nom du paquet.
write-search = Que faut-il chercher ? Envoie-moi un ou deux mots.
write-now =
    Maintenant :
    <code>{ $text }</code>
write-too-long = C’est trop long : { $limit } caractères au plus. Renvoie-le en plus court.
undo-too-late = Il y a eu d’autres changements depuis : je ne peux plus défaire cela.
decks-how-group = Pour jouer avec un paquet à vous : ouvrez-le dans notre discussion privée, puis Partager, puis Dans un groupe.
deck-of = { $by ->
        [none] Partagé avec toi. Il suit les changements de son propriétaire.
       *[other] Partagé par { $by }. Il suit ses changements.
    }
deck-nobodys = Son propriétaire ne le partage plus. Il te reste tel quel.
deck-left = <b>{ $title }</b> n’est plus dans la liste.
deck-leave-for-good = <b>{ $title }</b> n’est plus partagé : tu ne pourrais plus le reprendre. Le quitter, avec ce que tu en sais ?
deck-copied = <b>{ $title }</b> est à toi maintenant, avec tout ce que tu en sais. Tu peux le modifier, et il ne suit plus les changements de personne.
deck-taken = ✓ <b>{ $title }</b> est dans ta liste.
deck-not-shared = Ce paquet n’est pas partagé.
group-deck-taken = 📚 Nous jouons maintenant avec <b>{ $title }</b> ({ $cards ->
        [one] 1 carte
       *[other] { $cards } cartes
    }).
taken-too-many = Ce serait trop : { $most } paquets d’autres personnes au plus.
button-share = Partager
button-copy = En faire le mien
button-leave = Quitter
button-take-out = Retirer { $title }
button-take-again = Le reprendre
button-send-link = Envoyer le lien
button-use-in-group = Dans un groupe
button-withdraw = Ne plus partager
button-go-on-sharing = Continuer à partager
button-take-deck = Le prendre
button-not-now = Pas maintenant
share =
    <b>Partager { $title }</b>
    Quiconque ouvre ce lien peut prendre le paquet et en reçoit les changements :
    { $link }
share-unused = Personne ne l’a encore pris.
share-users = Utilisé par { $learners ->
        [one] { $learners } personne
       *[other] { $learners } personnes
    }{ $groups ->
        [0] {""}
        [one] {" "}et 1 groupe
       *[other] {" "}et { $groups } groupes
    }.
share-disputed-head = <b>Ce qui pose le plus problème</b>
share-disputed = • { $question } : { $percent } % de { $answers } pas justes{ $appeals ->
        [0] {""}
        [one] , contesté une fois
       *[other] , contesté { $appeals } fois
    }
offer = 📚 <b>{ $title }</b>
    { deck-size }{ $by ->
        [none] {""}
       *[other] , partagé par { $by }
    }
offer-how = Prends-le et je t’interroge dessus. Les changements de son propriétaire te parviennent.
offer-declined = D’accord. Le lien marche quand tu veux.
link-dead = Ce paquet n’est plus partagé.
withdraw-ask = Ne plus partager <b>{ $title }</b> ? Le lien ne marchera plus. { $learners ->
        [0] {""}
       *[other] {"Qui l’a pris le garde tel quel, avec ce qu’il en sait. "}
    }{ $groups ->
        [0] {""}
       *[other] {"Les groupes qui jouent avec le gardent tel quel. "}
    }Tu gardes le paquet.
withdrawn = <b>{ $title }</b> n’est plus partagé.
withdrawn-told = <b>{ $title }</b> n’est plus partagé par son propriétaire. Tu le gardes tel quel, avec tout ce que tu en sais.
withdrawn-group = <b>{ $title }</b> n’est plus partagé par son propriétaire. Ce groupe le garde tel quel.
button-export = Exporter
export-deck = Exporter <b>{ $title }</b> dans quel type de fichier ? Tous gardent tout, sauf le texte et Markdown.
export-done = { $title } : { $cards ->
        [one] 1 carte
       *[other] { $cards } cartes
    }
export-history = Tes réponses à { $title }
export-history-name = réponses
export-no-answers = Tu n’as encore répondu à aucune de ces cartes.
too-fast-export = Ça n’a pas marché. Réessaie dans un instant.
format-csv = CSV (tableur)
format-tsv = TSV
format-txt = Texte pour Quizlet
format-md = Markdown
format-toml = Fichier de paquet (TOML)
format-apkg = Anki (.apkg)
format-history = Mes réponses (CSV)
deck-chosen = Les prochaines questions viennent de <b>{ $title }</b>.

## Réglages

settings-head = ⚙️ <b>Réglages</b>
settings-deck = Paquet : { $deck }
settings-daily = Chaque jour : { $number ->
        [one] 1 question
       *[other] { $number } questions
    } à { $time }
settings-daily-off = Questions du jour : désactivées
settings-zone = Fuseau horaire : { $zone } (il est { $time })
settings-language = Langue : { $language }
button-topics = Thèmes
button-settings = ⚙️ Réglages
setting-digest = Bilan hebdo
option-digest = { $value ->
        [on] oui
       *[off] non
    }
about-digest = Le dimanche soir, je fais le bilan : ce que vous avez appris, ce qui échappe, et qui mène.
topics-about =
    <b>Thèmes de { $deck }</b>

    Touche un thème une fois pour voir d’abord ses nouvelles cartes, deux fois pour le laisser de côté, une troisième pour annuler.
topic-wish = { $wish ->
        [focus] ★ { $topic } : d’abord
        [leave_out] { $topic } : de côté
       *[none] { $topic }
    }
setting-line = { $setting } : { $option }
setting-new = Nouvelles cartes
option-new = { $value ->
        [0] aucune
       *[other] { $value }
    }
about-new = Combien de cartes jamais vues viennent avec tes questions du jour. Moins il y en a, moins il y aura à répéter.
setting-goal = À retenir
option-goal = { $value } %
about-goal = La part de ce que tu as appris que tu veux savoir à tout moment. Un objectif plus haut fait revenir les cartes plus tôt : il y a plus à faire.
setting-board = Classements
option-board = { $value ->
        [alias] { $alias }
        [name] Mon nom
       *[hidden] Nulle part
    }
about-board = Comment tu figures au classement général : sous un nom inventé, sous le tien, ou nulle part. « Nulle part » te retire aussi des classements de tes groupes.
setting-quiet = Heures calmes
option-quiet = { $value ->
        [none] aucune
       *[other] { $value }
    }
about-quiet = Pendant ces heures, je ne dis rien que tu n’aies demandé. Les heures choisies pour les questions du jour valent toujours.
setting-plain = Texte seul
option-plain = { $value ->
        [on] oui
       *[off] non
    }
about-plain = Pour les lecteurs d’écran : ni images, ni signes faits seulement pour l’œil. Tout est dit en mots.
setting-mode = Mode de quiz
option-mode = { $value ->
        [race] course
       *[round] manche
    }
about-mode = Dans une manche, chacun répond une fois avant la fin. Dans une course, la première bonne réponse l’emporte.
setting-seconds = Délai
option-seconds = { $value } s
about-seconds = Combien de temps une question de quiz reste ouverte.
setting-starters = Qui lance
option-starters = { $value ->
        [admins] les admins
       *[everyone] tout le monde
    }
about-starters = Qui peut lancer un quiz dans ce groupe.
daily-ask =
    À quelle heure chaque jour ? Touche une heure, ou envoie par exemple <code>/daily 09:00</code> ou <code>/daily 09:00 3</code>.

    Heures du fuseau { $zone }.
daily-now =
    { $number ->
        [one] 1 question
       *[other] { $number } questions
    } chaque jour à { $time } ({ $zone }).
daily-change = Touche une autre heure ou un autre nombre pour changer.
daily-paused = En pause. Reprise : { $day }.
daily-second = À quelle heure te questionner une deuxième fois chaque jour ?
daily-pause = Combien de temps te laisser tranquille ? Tes cartes attendent, et rien ne s’accumule.
daily-slowed = Tu n’as pas répondu depuis une semaine : je passe à une fois par semaine. Réponds à n’importe quelle question, et je reviens chaque jour.
daily-back = Quel plaisir de te revoir ! Les questions du jour reviennent chaque jour.
snoozed = ⏰ Je redemande à { $time }. Tu peux aussi répondre tout de suite.
not-today = D’accord, pas aujourd’hui.
daily-set =
    ⏰ C’est réglé : { $number ->
        [one] 1 question
       *[other] { $number } questions
    } chaque jour à { $time } ({ $zone }).
    Première fois : { $day } à { $first }.
daily-gap = Le { $day }, l’horloge saute { $time } ; je demanderai à { $instead }.
daily-zone-unknown = Le fuseau { $zone } est-il le bon ? Sinon, touche ici.
daily-not-understood = Je ne comprends pas « { $wanted } ». Écris l’heure ainsi : <code>/daily 09:00</code>.
day-today = aujourd’hui
day-tomorrow = demain
day-later = { $weekday } { $date }
day-named = { $weekday } { $date }
daily-off = Les questions du jour sont désactivées.
daily-off-already = Les questions du jour n’étaient pas activées.
zone-ask = Ton fuseau horaire est <b>{ $zone }</b>, où il est { $time }. Touche une ville, ou envoie par exemple <code>/timezone Paris</code>.
zone-ask-group = Le fuseau de ce groupe est <b>{ $zone }</b>, où il est { $time }. Touchez une ville, ou envoyez par exemple <code>/timezone Paris</code>.
zone-location = Partage ta position une fois. Je garde le fuseau, pas le lieu.
zone-nearest = Je ne connais pas le fuseau « { $wanted } ». Peut-être :
zone-unknown = Je ne connais pas le fuseau « { $wanted } ». Envoie la plus grande ville près de chez toi, par exemple <code>/timezone Paris</code>.
zone-at-sea = Je ne trouve pas le fuseau de cet endroit. Essaie une ville : <code>/timezone Paris</code>.
zone-set = Fuseau horaire : <b>{ $zone }</b>. Il est { $time }.
zone-next = Prochaine question : { $day }, { $time }.
language-ask = Dans quelle langue ?
language-unknown = Je ne parle pas encore « { $wanted } ». Choisis :
language-set = Je te parle français maintenant.

## Réclamations

appeal-filed = C’est noté. Je considère cette carte comme sue ; les points suivront après vérification.
appeal-filed-owner = C’est noté. Je considère cette carte comme connue. Le propriétaire du paquet voit ta réponse, pas ton nom ; les points suivent si elle compte.
appeal-own = « { $text } » compte comme juste à partir de maintenant : c’est ton paquet.
appeals-owner = Quelqu’un dit qu’une réponse de ton paquet <b>{ $title }</b> était juste. Regarde quand tu as une minute.
button-disputes-look = Regarder
appeal-already = Tu l’as déjà dit.
appeal-accepted = Tu avais raison ! « { $text } » compte maintenant comme réponse à « { $question } »
appeal-points = { $told } +{ $points }
    .aloud = { $told } { summary-points }.
appeal-refused =
    Quelqu’un a examiné « { $text } » comme réponse à « { $question } ». Elle ne compte malheureusement pas.

    Réponse attendue : { $answer }
appeals-none = Aucune réponse n’est contestée.
appeals-head = <b>Réponses contestées : { $count }</b>
appeals-said = { $learners ->
        [one] { $learners } personne a répondu
       *[other] { $learners } personnes ont répondu
    } « { $text } ». L’accepter désormais ?
appeals-decided = C’est déjà décidé.

## Données personnelles

export-caption = Tout ce que je garde sur toi.
export-tables = Tes réponses, tes cartes et tes points en tableaux pour un tableur (CSV). Heures du fuseau { $zone }.
export-lately = Ton dernier export a { $since ->
        [0] moins d’une minute
        [one] { $since } minute
       *[other] { $since } minutes
    }. Le prochain sera possible dans { $left ->
        [one] { $left } minute
       *[other] { $left } minutes
    }.
forget-ask =
    Ceci efface pour toujours : { $answers ->
        [one] { $answers } réponse
       *[other] { $answers } réponses
    }, ce que tu sais de { $cards ->
        [one] { $cards } carte
       *[other] { $cards } cartes
    }, { $points ->
        [one] { $points } point
       *[other] { $points } points
    }, tes réglages et ta série.
forget-decks = Qui a pris un de tes paquets le garde tel quel, sans ton nom.
forget-too-late = C’était il y a un moment. Renvoie /forget si tu le veux encore.
forgotten = Tout est effacé. Si tu reviens un jour : /start.
kept = Rien n’a été effacé.

## Erreurs

too-fast = Trop vite ! Je t’écoute à nouveau dans { $seconds } secondes.
failed = Quelque chose a mal tourné de mon côté. Réessaie ; si cela dure, donne ceci à l’administrateur du bot : { $reference }
operators-only = Cette commande est réservée aux administrateurs du bot.
admin-status =
    <b>Dailydeck { $version }</b>
    Discussions privées : { $private }, groupes : { $groups }
    À envoyer : { $pending }
    Mises de côté : { $dead }
    Réponses contestées : { $appeals } (/admin appeals)

## Fichiers de cartes

import-none = Aucune carte trouvée. Une par ligne, s’il te plaît, avec un tiret entre question et réponse : <code>Capitale du Pérou ? – Lima</code>
left-out-line = Ligne { $line } : { $said }
left-out-empty = sans texte
left-out-no-question = sans question
left-out-no-answer = sans réponse
left-out-picture-only = avec une image seulement
left-out-sound-only = avec un son seulement
left-out-too-long = avec un texte trop long
left-out-twice = en double
left-out-cells = avec plus de cellules que l’en-tête
left-out-quote = avec un guillemet non fermé
left-out-invalid = avec une erreur
unreadable-too-big = Fichiers jusqu’à { $limit } Mo, s’il te plaît.
unreadable-too-big-unpacked = Ce paquet est trop gros une fois décompressé (limite : { $limit } Mo).
unreadable-too-many = C’est trop d’un coup : { $limit } cartes au plus, s’il te plaît.
unreadable-encoding = Je n’arrive pas à lire les lettres. Enregistre-le en UTF-8, s’il te plaît.
unreadable-format = Je ne sais pas lire ce genre de fichier. Je prends CSV, TSV, texte, Markdown, TOML et les .apkg d’Anki.
unreadable-too-many-files = Ce n’est pas un paquet Anki valable : il contient plus de { $limit } fichiers.
unreadable-not-anki = Ce n’est pas un paquet Anki valable : il ne contient aucune collection de cartes.
unreadable-damaged = Ce n’est pas un paquet Anki valable : il est abîmé, ou incomplet.
unreadable-encrypted = Ce fichier est protégé par un mot de passe. Envoie-le sans, s’il te plaît.
unreadable-old-anki-only = Ce paquet ne contient pas de cartes lisibles. Exporte-le d’Anki avec « Prise en charge des anciennes versions ».
unreadable-unsafe = Ce paquet ne peut pas être lu sans danger.
unreadable-deck = Il y a des erreurs dans ce fichier de cartes.

command-import = Apporter tes propres cartes
button-import = Importer { $cards } { $cards ->
        [one] carte
       *[other] cartes
    }
button-import-good = Importer les { $cards } bonnes
button-separator = Changer de séparateur
button-cancel = Annuler
import-how =
    <b>Apporte tes propres cartes</b>
    Envoie-moi un fichier : .apkg d’Anki, CSV ou TSV, export de Quizlet, Markdown ou texte. Ou écris <code>/import</code> suivi des cartes, une par ligne, un tiret entre question et réponse : <code>Capitale du Pérou ? – Lima</code>

    Copié de Quizlet ? Mieux vaut un fichier : un message perd les tabulations.
import-title = Mes cartes
import-found =
    J’ai trouvé { $cards } { $cards ->
        [one] carte
       *[other] cartes
    } pour le paquet <i>{ $title }</i>.
import-left-out = { $count ->
        [one] { $count } laissée
       *[other] { $count } laissées
    } de côté : { $reasons }.
import-lost =
    Les images et les sons restent derrière : { $cards } { $cards ->
        [one] carte en a perdu.
       *[other] cartes en ont perdu.
    }
import-example =
    <b>{ $question }</b>
    → { $answer }
import-separator = Qu’y a-t-il entre la question et la réponse ?
separator-0 = Tabulation
separator-1 = Point-virgule ;
separator-2 = Virgule ,
separator-3 = Barre |
separator-4 = Tiret -
separator-5 = Deux-points :
import-done = <b>{ $title }</b> : { $new } { $new ->
        [one] nouvelle carte
       *[other] nouvelles cartes
    }{ $there ->
        [0] .
       *[other] , { $there } déjà là.
    }
import-nothing-new = <b>{ $title }</b> : rien de nouveau, { $there ->
        [one] sa carte y est
       *[other] les { $there } cartes y sont
    } déjà.
import-fetching = ⏳ Je vais chercher <i>{ $name }</i> ({ $size } Mo)…
import-reading = ⏳ Je lis <i>{ $name }</i>…
import-dropped = Rien n’a été importé.
import-undone = C’est défait : { $title } est comme avant.
import-gone = C’est déjà réglé.
import-failed = Je n’ai pas pu recevoir ou lire ça. Renvoie-le, s’il te plaît.
import-too-many-decks = Tu as déjà { $most } paquets, c’est autant que j’en garde pour une personne.
