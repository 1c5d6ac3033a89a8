### Todo lo que el bot dice en español. Los textos son HTML de Telegram; los argumentos llegan ya escapados.

## El propio bot

bot-description = Aprende un poco cada día. Te hago preguntas de un mazo de tarjetas, respondes con tus palabras y te digo qué estaba bien, qué faltaba y por qué. En los grupos organizo quizzes con clasificación.
bot-short-description = Una tarjeta al día, respondida con tus propias palabras.

## Primeras palabras

welcome =
    ¡Hola, { $name }! 👋 Yo pregunto, tú respondes con tus palabras y te digo qué está bien y por qué.

    Elige un mazo y empezamos:
welcome-language = Todavía no hablo { $language }. /language muestra qué idiomas hablo.
deck-line = • { $title } · { $cards ->
        [one] 1 tarjeta
       *[other] { $cards } tarjetas
    }
deck-line-language = { $line } · en { $language }
group-welcome-head = ¡Hola a todo el grupo! 👋 Aquí organizo quizzes.
group-welcome =
    { group-welcome-head }

    Para jugar, responde a mi pregunta o hazlo en privado. Quién acertó se sabe al final.
    Empieza con /quiz. ¿O mejor una tarjeta cada día? Los admins eligen la hora:
help-private =
    <b>Cómo funciona</b>
    Yo pregunto, tú respondes con tus palabras. Cada tarjeta vuelve justo antes de que la olvides.
help-group =
    <b>Cómo funciona</b>
    Responde a mi pregunta, o usa su botón para responder en privado. El resultado llega al final.
help-more =
    Prueba <code>/quiz 10</code>, <code>/quiz capitals</code> o <code>/daily 09:00 5</code>.
help-more-group =
    Prueba <code>/quiz 10</code>, <code>/quiz capitals carrera</code> o <code>/daily 09:00</code>.
about =
    <b>Dailydeck { $version }</b>
    Un tutor libre y gratuito.

    <b>Qué guardo</b>
    Tus respuestas, lo aprendido y tus ajustes, hasta que envíes /forget; con /export los recibes. Lo demás que escribes desaparece en cuanto te respondo o, si fallé, a los { $days } días como mucho. Las copias de seguridad de quien me administra pueden durar más.

    Versión de las zonas horarias: { $zones }
only-in-groups = /{ $command } es para grupos. Añádeme a uno para usarlo.
only-in-private = /{ $command } es para nuestro chat privado.
not-in-groups-hint = Las pistas van llegando solas.
not-in-groups-skip = Aquí no hay nada que saltar: el quiz avanza solo.
command-unknown = No conozco /{ $command }. En /help está todo lo que sé hacer.
command-unknown-near = No conozco /{ $command }. ¿Querías decir /{ $near }? En /help está todo.

## Comandos, para el menú y /help

command-quiz = Empezar un quiz
command-daily = Preguntas cada día
command-stop = Terminar el quiz
command-hint = Una pista para esta pregunta
command-skip = Saltar esta pregunta
command-stats = Cómo vas
command-streak = Tu racha, día a día
command-leaderboard = Quién va ganando
command-decks = Elegir un mazo
command-settings = Ajustes
command-timezone = Elegir la zona horaria
command-language = Cambiar de idioma
command-export = Recibir todos tus datos
command-forget = Borrar todos tus datos
command-help = Cómo funciona
command-about = Acerca de este bot

## Botones

button-hint = 💡 Pista
button-skip = Saltar
button-know = Ya la sé
button-undo = Deshacer
button-next = Siguiente
button-more = 5 más
button-was-right = Tenía razón
button-explain = Más sobre esto
button-accept = ✅ Aceptar
button-refuse = Rechazar
button-start = ▶️ Empezar
button-daily = ⏰ Cada día
button-daily-hour = ⏰ Otra hora
button-daily-off = Desactivar
button-stats = 📊 Mi progreso
button-leaderboard = 🏆 Clasificación
button-group-quiz = ▶️ Empezar quiz
button-group-again = ▶️ Otra vez
button-answer-privately = ✍️ Responder en privado
button-private = Abrir nuestro chat
button-daily-on = ⏰ Activar
button-daily-more = Más
button-second = Segunda hora
button-second-off = Sin segunda hora
button-pause = Pausa
button-pause-weeks = { $weeks ->
        [one] 1 semana
       *[other] { $weeks } semanas
    }
button-resume = Fin de la pausa
button-later = Más tarde
button-in-an-hour = En una hora
button-this-evening = Esta noche
button-not-today = Hoy no
button-back = ‹ Volver
button-settings-back = ‹ Ajustes
-chosen = elegido
chosen = ✓ { $label }
    .aloud = { $label }, { -chosen }
button-timezone = 🌍 Zona horaria
button-language = 💬 Idioma
button-decks = 📚 Mazo
button-location = 📍 Mi ubicación
button-show-name = Mostrar mi nombre
button-hide-name = Usar el nombre inventado
button-champions = 👑 Palmarés
button-hide = Ocultarme
button-show = Volver a mostrarme
button-hide-or-show = Ocultar o mostrar
button-forget = Borrar todo
button-keep = Conservar
button-stale = Esta pregunta ya está cerrada.
button-not-yours = Este botón no es para ti.

## Preguntas

question-head = { $number } de { $total }
question-head-daily = { $total ->
        [one] Tu pregunta de hoy
       *[other] Tus preguntas de hoy · { $number } de { $total }
    }
question-again = Una vez más
topic = { $topic }
question = <b>{ $question }</b>
hint = 💡 { $hint }
    .aloud = { button-hint }: { $hint }
hint-words = { $count ->
        [one] Una palabra.
       *[other] { $count } palabras.
    }
hint-letters = Empieza así: <code>{ $text }</code>
hint-items = { $count ->
        [one] Se busca una sola cosa.
       *[other] Se buscan { $count } cosas.
    }
hint-one_item = Una de ellas: { $text }
hint-points = { $count ->
        [one] Se busca una idea clave.
       *[other] Se buscan { $count } ideas clave.
    }
hint-point = Una idea clave: <code>{ $text }</code>
hint-unit = La unidad es { $text }.
hint-range = Está entre { $text } y { $upper }.
hint-none = Para esta no hay pistas.
hint-no-more = Para esta no hay más pistas.
next-open = Tu pregunta sigue abierta: respóndela o sáltala.
known = ✓ Esta ya la sabes. Volverá en { $month }, por si acaso.
known-undone = Deshecho: esta tarjeta vendrá como las demás.
backlog = Hay { $waiting } tarjetas esperando. Hoy tocan { $today }; el resto se reparte en los próximos días.
skipped = Saltada. La volverás a ver.
nothing-open = No hay ninguna pregunta abierta. ¿Empezamos?
nothing-open-waiting = No hay ninguna pregunta abierta. Tu quiz te espera:
nothing-open-until = No hay ninguna pregunta abierta. La próxima llega { $day } a las { $time } ({ $zone }). ¿Empezamos ya?
answer-empty = Necesito algo de texto como respuesta.
answer-too-long = Es demasiado largo: { $limit } caracteres como máximo. La pregunta sigue abierta.
answer-not-a-number = Envía un número normal, por ejemplo 12,5. La pregunta sigue abierta.
answer-forwarded = Un mensaje reenviado no vale como respuesta. Escríbela tú; la pregunta sigue abierta.
answer-not-text = Responde con texto, por favor. La pregunta sigue abierta.
answered-already = Cuenta tu primera respuesta: «{ $answer }» ({ $outcome }).
late = Esa pregunta ya estaba cerrada, así que esta vez no hay puntos.
deck-gone = Ese mazo ya no está. En /decks están los demás.
quiz-unknown =
    No tengo ningún mazo ni tema llamado «{ $wanted }».

    Mazos: { $decks }
    Temas de { $deck }: { $topics }

## Veredictos

verdict-correct = ¡Correcto!
verdict-partial = Correcto en parte
verdict-incorrect = Todavía no
nearly = ¡Casi! Revisa cómo se escribe e inténtalo otra vez: no cuesta nada.
outcome-correct = correcta
outcome-partial = correcta en parte
outcome-incorrect = incorrecta
points-plus = +{ $points }
    .aloud = { summary-points }
matched = ✓ { $part }
    .aloud = Bien: { $part }
missing = ✗ Falta: { $part }
spelling = ✎ { $typed } → { $meant }
    .aloud = Se escribe { $meant }, no { $typed }
answer = <b>Respuesta:</b> { $answer }
list-item = • { $thing }
explanation = <i>{ $text }</i>
why-other-card = Esa es la respuesta a otra pregunta: «{ $question }»
why-negated = Tu respuesta dice lo contrario: fíjate en la negación.
why-opposite = Has puesto la palabra contraria.
why-swapped-roles = Las palabras están bien, pero los papeles están cambiados.
why-wrong-order = Las partes están bien, pero en otro orden.
why-near-miss = Cerca, pero es otra cosa.
why-candidates = Da una sola respuesta, no varias para elegir.
why-echo = Eso repite la pregunta.
why-hedged = Decídete por una sola respuesta.
why-too-vague = Es demasiado vago.
why-no-reason = Hasta ahí, bien; falta el porqué.
why-unit = El número está bien, pero revisa la unidad.
why-gave-up = No pasa nada, aquí la tienes.
why-number = Es otro número.

explain-parts = Esto forma parte de la respuesta:
explain-some = { $count ->
        [one] Basta con una de estas:
       *[other] Bastan { $count } de estas:
    }
explain-wording = «{ $text }»
explain-also = También vale: { $wordings }.
explain-wrong = No confundir con { $wordings }.
explain-related = Tarjetas parecidas que ya has visto:
explain-source = En la colección original: n.º { $numbers }.
explain-later = Justo ahora te pregunto esta tarjeta. Respóndela primero.
explain-line = • { $text }

## El final de una sesión

summary = <b>¡Listo!</b>
summary-correct = { $count ->
        [one] 1 correcta
       *[other] { $count } correctas
    }
summary-partial = { $count } en parte
summary-incorrect = { $count } todavía no
summary-points = { $points ->
        [one] 1 punto
       *[other] { $points } puntos
    }
summary-returns = { $cards ->
        [1] Vuelve { $day }.
       *[other] { $later ->
            [0] Vuelven { $day }.
           *[other] { $count ->
                [1] Una vuelve { $day }, las demás más adelante.
               *[other] { $count } vuelven { $day }, las demás más adelante.
            }
        }
    }
milestone-streak = 🎉 { $days } días seguidos. ¡Ya es una costumbre!
milestone-topic = 🎉 Ya te sabes todo sobre «{ $title }», y para mucho tiempo.
milestone-deck = 🎉 Te sabes <b>{ $title }</b> de memoria. ¡Enhorabuena!
summary-streak = 🔥 { $days ->
        [one] Primer día de tu racha.
       *[other] { $days } días seguidos.
    }

## Grupos

group-question-head = Pregunta { $number } de { $total }
group-daily-head = La tarjeta del día
group-daily-none = Hoy no hay tarjeta: este grupo ya ha respondido esta semana todas las de <b>{ $deck }</b>. Vuelven en unos días. Si quieres más, elige otro mazo o empieza un quiz.
group-how = ↩️ Responde a este mensaje. Tiempo: { $seconds } segundos.
group-how-daily = ↩️ Responde a este mensaje antes del { $day } a las { $time }.
group-answered = Ya han respondido: { $names }
names-more = { $names } y { $more ->
        [one] 1 persona más
       *[other] { $more } más
    }
group-closed = <b>El resultado</b>
group-scored = { $name } +{ $points }
group-scored-more = { $count ->
        [one] Y otra persona acertó, del todo o en parte.
       *[other] Y { $count } más acertaron, del todo o en parte.
    }
group-missed = { $count ->
        [one] Una respuesta no era correcta.
       *[other] { $count } respuestas no eran correctas.
    }
group-nobody = Esta vez no ha respondido nadie.
group-noted = Anotado. El resultado llegará al grupo cuando se cierre la pregunta.
group-answer-here =
    <b>{ $question }</b>

    Escribe aquí tu respuesta. En el grupo no la ve nadie.
group-answer-hint = Tu respuesta
group-answered-already = Cuenta tu primera respuesta. Espera el resultado.
group-too-late = Esa pregunta ya está cerrada.
group-not-member = Esa pregunta es para la gente de su grupo.
group-running = Aquí ya hay un quiz en marcha. /stop lo termina.
group-nothing-running = Aquí no hay ningún quiz en marcha. /quiz empieza uno.
group-over = 🏁 <b>Fin del quiz</b>
group-over-nobody = Esta vez nadie ha puntuado.
admins-only = Solo los admins del grupo pueden cambiar esto.
anonymous-admin = No veo quién eres. Desactiva «Permanecer anónimo», o escribe con tu nombre y no como un canal.

group-race-head = Carrera · { $number } de { $total }
group-how-race = ↩️ Responde a este mensaje. Gana la primera respuesta correcta. { $seconds } segundos.
group-how-guess = ↩️ Responde a este mensaje. Gana la primera respuesta correcta; puedes probar cuantas veces quieras. { $seconds } segundos.
group-tried = Lo han intentado: { $names }
group-race-won = Primera respuesta: { $name } +{ $points }
group-race-nobody = Esta vez no ha acertado nadie.
group-guess-again = Todavía no. Sigue probando mientras la pregunta esté abierta.
group-stop-not-yours = Este quiz solo lo puede terminar { $name }, que lo empezó, o un admin.
group-over-unattended = 🏁 <b>Nadie responde, así que lo dejo aquí.</b>
quiz-menu-head = ¿A qué jugamos?
quiz-menu =
    <b>{ quiz-menu-head }</b>
    Mazo: { $deck }. Toca un tema para un quiz corto sobre él.
quiz-started = { $name } ha empezado un quiz: { $deck }.
quiz-admins-only = En este grupo solo los admins empiezan un quiz.
button-quiz-round = ▶️ { $number } preguntas
button-quiz-race = 🏁 Carrera de { $number }
topic-gone = No puedo escribir en uno de los temas del grupo: está cerrado o borrado. Allí quedan parados el quiz y la pregunta del día. Un admin puede abrirlo de nuevo o hacerme admin; después, envía /daily en él para seguir.
topic-general-gone = No puedo escribir en el tema general de <b>{ $group }</b>: está cerrado. Allí quedan parados el quiz y la pregunta del día. Ábrelo de nuevo o hazme admin, y envía /daily en él para seguir.

## Cuando no respondo

command-doctor = ¿Por qué no respondes?
doctor-fine = ✅ Aquí está todo en orden.
doctor-hears-all = También leo los mensajes normales. Si parece que no, sácame del grupo y vuelve a añadirme: solo entonces aplica Telegram un cambio del modo de privacidad.
doctor-head = <b>Esto es lo que he encontrado</b>
doctor-cannot-write = ❌ Aquí no puedo escribir. Un admin puede permitirlo: editar grupo → Permisos → Enviar mensajes.
doctor-privacy = ℹ️ Solo leo los comandos y las respuestas a mis preguntas (modo de privacidad). Para jugar basta. Si también deben contar los mensajes normales, hazme admin; o desactívalo en @BotFather (/setprivacy), sácame y vuelve a añadirme.
doctor-slow = ℹ️ El modo lento está activado: hay que esperar { $seconds } segundos entre dos mensajes. En privado se responde sin esperas; o desactívalo en los ajustes del grupo.
doctor-forum = ℹ️ En un tema cerrado no puedo escribir. Envía /quiz en uno abierto, o hazme admin.
doctor-blind = Telegram no me dice qué puedo hacer aquí. Prueba otra vez en un minuto.

digest-head = 📅 <b>La semana en este grupo</b>
digest-learned = { $cards ->
        [one] 1 tarjeta respondida
       *[other] { $cards } tarjetas respondidas
    }, { $share } % de respuestas correctas.
digest-slipping = <b>Lo que aún se escapa</b>
digest-card = • { $question } → { $answer }
digest-leaders = <b>Van en cabeza</b>
digest-improved = Quien más ha mejorado: <b>{ $name }</b>, { $points ->
        [one] 1 punto
       *[other] { $points } puntos
    } más que la semana pasada.

## Clasificación

board-head-group = 🏆 <b>{ $period ->
        [today] Hoy
        [week] Esta semana
        [month] Este mes
        [gain] Quién mejora más
       *[all] Desde el principio
    }</b> en este grupo
board-head-overall = 🏆 <b>{ $period ->
        [today] Hoy
        [week] Esta semana
        [month] Este mes
        [gain] Quién mejora más
       *[all] Desde el principio
    }</b>, entre todo el mundo
board-period = { $period ->
        [today] Hoy
        [week] Semana
        [month] Mes
        [gain] 📈 Mejora
       *[all] Siempre
    }
board-place = { $rank ->
        [1] 🥇
        [2] 🥈
        [3] 🥉
       *[other] { $rank }.
    }
board-gap = …
    .aloud = Más abajo:
board-line = { board-place } { $name } · { $points }
    .aloud = Puesto { $rank }: { $name }, { summary-points }.
board-line-own = <b>{ board-place } { $name } · { $points } (tú)</b>
    .aloud = Tú: { board-line.aloud }
board-empty = { $period ->
        [gain] Nadie supera todavía su semana pasada.
       *[all] Aún no hay puntos. La primera respuesta correcta se pone en cabeza.
    }
board-gain-how = Los puntos de esta semana menos los de la pasada.
board-hidden = Estás en modo oculto: nadie te ve en las clasificaciones.
board-now-hidden = Ya no apareces en ninguna clasificación. Tus puntos se quedan.
board-now-shown = Vuelves a aparecer en las clasificaciones.
champions-head-group = 👑 <b>Palmarés de este grupo</b>
champions-head-overall = 👑 <b>Palmarés de todo el mundo</b>
champions-week = Semana del { $when }: { $names } · { $points }
    .aloud = Semana del { $when }: { $names }, { summary-points }.
champions-month = { $when }: { $names } · { $points }
    .aloud = { $when }: { $names }, { summary-points }.
champions-none = Todavía nadie. La primera semana termina el domingo por la noche.
board-by-alias = Aquí te llamas <b>{ $alias }</b>, un nombre inventado.
board-by-name = Aquí se ve tu nombre real.
name-shown = Ahora se ve tu nombre real.
name-hidden = Ahora se ve tu nombre inventado.
name-unknown = Estudiante { $code }
name-alias = { $animal ->
        [0] Nutria
        [1] Garza
        [2] Tejón
        [3] Lince
        [4] Petirrojo
        [5] Tortuga
        [6] Halcón
        [7] Erizo
        [8] Delfín
        [9] Cuervo
        [10] Ardilla
        [11] Gecko
        [12] Marmota
        [13] Frailecillo
        [14] Salmón
       *[15] Escarabajo
    } { $code }

## Progreso

stats-head = 📊 <b>Tu progreso</b> · { $span ->
        [week] últimos 7 días
        [month] últimos 30 días
       *[all] desde el principio
    }
stats-span = { $span ->
        [week] Semana
        [month] Mes
       *[all] Todo
    }
stats-empty = Todavía no hay nada que mostrar. Responde primero a unas preguntas.
stats-streak = 🔥 { $days ->
        [0] Sin racha por ahora
        [one] Racha: 1 día
       *[other] Racha: { $days } días
    } · { $last } de los últimos 30 días{ $today ->
        [0] {"."} Hoy, todavía no.
       *[1] {"."}
    }
stats-rest = { $days ->
        [one] 1 día de descanso guardado.
       *[other] { $days } días de descanso guardados.
    }
stats-points = { $points ->
        [one] 1 punto
       *[other] { $points } puntos
    } en total.
stats-answers = { $answers ->
        [one] 1 respuesta
       *[other] { $answers } respuestas
    }, { $share } % correctas, en { $practised } de { $days ->
        [one] 1 día
       *[other] { $days } días
    }.
stats-deck = <b>{ $deck }</b>, lo que se te queda:
stats-topic = { $topic }: { $share } % de { $repeated } · { $met }/{ $cards } vistas
    .aloud = { $topic }: recuerdas el { $share } % de { $repeated }, { $met } de { $cards } tarjetas vistas.
stats-topic-new = { $topic }: nuevo · { $met }/{ $cards } vistas
    .aloud = { $topic }: nuevo, { $met } de { $cards } tarjetas vistas.
stats-more-topics = { $count ->
        [one] y 1 tema más
       *[other] y { $count } temas más
    }
stats-due = Por repasar: { $days }.
stats-due-nothing = Nada por repasar en los próximos 7 días.
stats-figure-streak = { $days ->
        [one] día seguido
       *[other] días seguidos
    }
stats-figure-right = correctas
stats-figure-points = { $points ->
        [one] punto
       *[other] puntos
    }
stats-percent = { $share } %
stats-practised = { $practised } de { $days ->
        [one] 1 día
       *[other] { $days } días
    } con práctica
stats-picture-topics = Lo que se te queda, por tema
stats-picture-met = { $met }/{ $cards } vistas
stats-picture-new = nuevo
stats-picture-due = Por repasar en los próximos 7 días
stats-today = Hoy

streak-day = { $day }: { $kind ->
        [practised] { $answers ->
            [one] 1 respuesta
           *[other] { $answers } respuestas
        }
        [rest] día de descanso, la racha sigue
        [elsewhere] su pregunta se respondió, la racha sigue
        [open] nada todavía
       *[missed] nada
    }
streak-rest = { $days ->
        [0] Siete días de práctica dan un día de descanso, que se usa solo cuando te falta un día.
        [one] Tienes 1 día de descanso: se usa solo cuando te falta un día.
       *[other] Tienes { $days } días de descanso: se usan solos cuando te falta un día.
    }

## Mazos

decks-head = 📚 <b>Mazos</b>
decks-how = ✓ marca el mazo del que pregunto. Toca un mazo para abrirlo.
    .aloud = Toca un mazo para abrirlo.
deck-title = <b>{ $title }</b>
deck-title-chosen = ✓ { deck-title }
    .aloud = { deck-title }, { -chosen }
deck-page-title = 📚 <b>{ $title }</b>
deck-about = <i>{ $about }</i>
deck-size = { $cards ->
        [one] 1 tarjeta
       *[other] { $cards } tarjetas
    }
deck-due = { $due } por repasar
deck-new = { $new ->
        [one] 1 nueva para ti
       *[other] { $new } nuevas para ti
    }
deck-own = tuyo
deck-shared = compartido contigo
deck-disputed = { $count ->
        [one] 1 respuesta en disputa
       *[other] { $count } respuestas en disputa
    }
deck-language = en { $language }
deck-is-chosen = ✓ Pregunto de este mazo.
deck-label-due = { $title } · { $due } por repasar
button-study = ▶️ Estudiar este
button-decks-back = ‹ Mazos
button-page-back = ‹ { $page } de { $pages }
button-page-on = { $page } de { $pages } ›
button-cards = Tarjetas
button-rename = Cambiar nombre
button-delete-deck = Borrar
button-deck-back = ‹ { $title }
button-cards-back = ‹ Tarjetas
button-search = 🔍 Buscar
button-search-again = 🔍 Otra búsqueda
button-add-card = ➕ Añadir tarjeta
button-add-another = ➕ Otra tarjeta
button-card-question = Pregunta
button-card-answer = Respuesta
button-card-accept = También vale
button-card-explanation = Explicación
button-delete-card = Borrar la tarjeta
button-clear = Dejarlo vacío
deck-delete = ¿Borrar <b>{ $title }</b> con { $cards ->
        [one] su tarjeta
       *[other] sus { $cards } tarjetas
    } y lo que sabes de { $cards ->
        [one] ella
       *[other] ellas
    }? Tus puntos se quedan.
deck-delete-taken = Quien lo haya tomado lo conserva como está ahora.
deck-deleted = <b>{ $title }</b> está borrado.
deck-renamed = El mazo se llama ahora <b>{ $title }</b>.
deck-title-taken = Ya tienes otro mazo llamado «{ $title }».
deck-title-taken-back = Ahora otro de tus mazos tiene ese nombre.
deck-not-yours = Solo puede cambiar este mazo la persona a quien pertenece.
deck-full = Un mazo admite hasta { $most } tarjetas.
cards-head = <b>{ $title }</b> · tarjetas { $first }–{ $last } de { $cards }
cards-found = { $count ->
        [0] Ninguna tarjeta con «{ $text }».
        [one] Una tarjeta con «{ $text }»:
       *[other] { $count } tarjetas con «{ $text }»{ $shown ->
            [10] , las diez primeras:
           *[other] {":"}
        }
    }
cards-line = { $number }. { $question }
card-accept = <b>También vale:</b> { $accepted }
card-topic = Tema: { $topic }
card-kind = La evalúo como { $kind ->
        [yes_no] un sí o un no
        [term] un nombre o una expresión corta
        [number] un número
        [list] una lista de { $things }
       *[explanation] una explicación
    }.
card-added = ✓ Añadida.
card-saved = ✓ Guardada.
card-deleted = Borrada: { $question }
card-gone = Esa tarjeta ya no está en el mazo.
card-last = Un mazo necesita al menos una tarjeta. En su lugar, puedes borrar el mazo entero.
card-accept-full = Hasta { $most } formulaciones, por favor.
write-new = Envíame la pregunta.
write-new-answer = Y ahora la respuesta, con tus palabras.
write-question = Envíame la pregunta tal como debe quedar.
write-answer = Envíame la respuesta tal como debe quedar.
write-accept = Envíame todo lo que también vale, una formulación por línea.
write-explanation = Envíame una o dos frases que digan por qué.
write-title = Envíame el nuevo nombre del mazo.
write-search = ¿Qué busco? Envíame una o dos palabras.
write-now =
    Ahora:
    <code>{ $text }</code>
write-too-long = Es demasiado largo: { $limit } caracteres como máximo. Envíalo otra vez, más corto.
undo-too-late = Desde entonces ha vuelto a cambiar, así que ya no puedo deshacerlo.
decks-how-group = Para jugar con un mazo propio: ábrelo en nuestro chat privado, luego «Compartir» y luego «Usarlo en un grupo».
deck-of = { $by ->
        [none] Compartido contigo. Sus cambios te llegan también a ti.
       *[other] Lo comparte { $by }. Sus cambios te llegan también a ti.
    }
deck-nobodys = Este mazo ya no se comparte. Lo conservas como está.
deck-left = <b>{ $title }</b> ya no está en tu lista.
deck-leave-for-good = <b>{ $title }</b> ya no se comparte, así que no podrías volver a tomarlo. ¿Dejarlo, con lo que sabes de él?
deck-copied = <b>{ $title }</b> es tuyo ahora, con todo lo que sabes de él. Puedes cambiarlo, y ya no le llegan cambios de nadie.
deck-taken = ✓ <b>{ $title }</b> está en tu lista.
deck-not-shared = Este mazo no se comparte.
group-deck-taken = 📚 A partir de ahora jugamos con <b>{ $title }</b> ({ $cards ->
        [one] 1 tarjeta
       *[other] { $cards } tarjetas
    }).
taken-too-many = Serían demasiados: hasta { $most } mazos de otras personas, por favor.
button-share = Compartir
button-copy = Hacerlo mío
button-leave = Dejarlo
button-take-out = Quitar { $title }
button-take-again = Tomarlo otra vez
button-send-link = Enviar el enlace
button-use-in-group = Usarlo en un grupo
button-withdraw = No compartir más
button-go-on-sharing = Seguir así
button-take-deck = Tomarlo
button-not-now = Ahora no
share =
    <b>Compartir { $title }</b>
    Quien abra este enlace puede tomar el mazo y recibe los cambios que se le hagan:
    { $link }
share-unused = Todavía no lo ha tomado nadie.
share-users = Lo usan { $learners ->
        [one] 1 persona
       *[other] { $learners } personas
    }{ $groups ->
        [0] {""}
        [one] {" "}y 1 grupo
       *[other] {" "}y { $groups } grupos
    }.
share-disputed-head = <b>Lo que más cuesta</b>
share-disputed = • { $question }: { $percent } % de { $answers } incorrectas{ $appeals ->
        [0] {""}
        [one] , en disputa una vez
       *[other] , en disputa { $appeals } veces
    }
offer = 📚 <b>{ $title }</b>
    { deck-size }{ $by ->
        [none] {""}
       *[other] , lo comparte { $by }
    }
offer-how = Tómalo y te pregunto de él. Los cambios que se le hagan te llegan también a ti.
offer-declined = De acuerdo. El enlace funciona cuando quieras.
link-dead = Este mazo ya no se comparte.
withdraw-ask = ¿Dejar de compartir <b>{ $title }</b>? El enlace dejará de funcionar. { $learners ->
        [0] {""}
       *[other] {"Quien lo haya tomado lo conserva como está ahora, con lo que sabe de él. "}
    }{ $groups ->
        [0] {""}
       *[other] {"Los grupos que juegan con él lo conservan como está ahora. "}
    }Tú te quedas con el mazo.
withdrawn = <b>{ $title }</b> ya no se comparte.
withdrawn-told = <b>{ $title }</b> ya no se comparte. Lo conservas como está, con todo lo que sabes de él.
withdrawn-group = <b>{ $title }</b> ya no se comparte. Este grupo lo conserva como está.
button-export = Exportar
export-deck = ¿En qué tipo de archivo quieres <b>{ $title }</b>? Menos el texto y Markdown, todos lo contienen entero.
export-done = { $title }: { $cards ->
        [one] 1 tarjeta
       *[other] { $cards } tarjetas
    }
export-history = Tus respuestas a { $title }
export-history-name = respuestas
export-no-answers = Todavía no has respondido ninguna de estas tarjetas.
too-fast-export = No ha funcionado. Toca otra vez en un momento.
format-csv = CSV (tabla)
format-tsv = TSV
format-txt = Texto para Quizlet
format-md = Markdown
format-toml = Archivo de mazo (TOML)
format-apkg = Anki (.apkg)
format-history = Mis respuestas (CSV)
deck-chosen = A partir de ahora pregunto de <b>{ $title }</b>.

## Ajustes

settings-head = ⚙️ <b>Ajustes</b>
settings-deck = Mazo: { $deck }
settings-daily = Cada día: { $number ->
        [one] 1 pregunta
       *[other] { $number } preguntas
    } a las { $time }
settings-daily-off = Cada día: desactivado
settings-zone = Zona horaria: { $zone } (ahora { $time })
settings-language = Idioma: { $language }
button-topics = Temas
button-settings = ⚙️ Ajustes
setting-digest = Resumen
option-digest = { $value ->
        [on] sí
       *[off] no
    }
about-digest = El domingo por la noche resumo la semana: qué se ha aprendido, qué se escapa y quién va en cabeza.
topics-about =
    <b>Temas de { $deck }</b>

    Toca un tema una vez para que sus tarjetas nuevas vayan primero, dos veces para dejarlo fuera y una tercera para deshacerlo.
topic-wish = { $wish ->
        [focus] ★ { $topic }: primero
        [leave_out] { $topic }: fuera
       *[none] { $topic }
    }
setting-line = { $setting }: { $option }
setting-new = Nuevas al día
option-new = { $value ->
        [0] ninguna
       *[other] { $value }
    }
about-new = Cuántas tarjetas que nunca has visto vienen con tus preguntas diarias. Con menos, habrá menos que repasar después.
setting-goal = Objetivo
option-goal = { $value } %
about-goal = Cuánto de lo aprendido quieres saber en todo momento. Un objetivo más alto trae antes las tarjetas, así que hay más que hacer.
setting-board = Clasificaciones
option-board = { $value ->
        [alias] { $alias }
        [name] Mi nombre
       *[hidden] En ninguna
    }
about-board = Cómo apareces en la clasificación general: con un nombre inventado, con el tuyo o en ninguna. «En ninguna» también te quita de las clasificaciones de tus grupos.
setting-quiet = Horas tranquilas
option-quiet = { $value ->
        [none] ninguna
       *[other] { $value }
    }
about-quiet = En estas horas no digo nada que no hayas pedido. Las horas que eliges para las preguntas diarias valen siempre.
setting-plain = Solo texto
option-plain = { $value ->
        [on] sí
       *[off] no
    }
about-plain = Para lectores de pantalla: sin imágenes ni signos que solo sirven a la vista. Todo se dice con palabras.
setting-mode = Modo del quiz
option-mode = { $value ->
        [race] carrera
       *[round] ronda
    }
about-mode = En una ronda, cada persona responde una vez hasta que se cierra la pregunta. En una carrera, gana la primera respuesta correcta.
setting-seconds = Tiempo
option-seconds = { $value } s
about-seconds = Cuánto tiempo queda abierta cada pregunta de un quiz.
setting-starters = Quién empieza
option-starters = { $value ->
        [admins] solo admins
       *[everyone] todo el mundo
    }
about-starters = Quién puede empezar un quiz en este grupo.
daily-ask =
    ¿A qué hora te pregunto cada día? Toca una hora, o envía por ejemplo <code>/daily 09:00</code> o <code>/daily 09:00 3</code>.

    Las horas son de { $zone }.
daily-now =
    { $number ->
        [one] 1 pregunta
       *[other] { $number } preguntas
    } cada día a las { $time } ({ $zone }).
daily-change = Para cambiarlo, toca otra hora u otro número.
daily-paused = En pausa. Seguimos { $day }.
daily-second = ¿A qué hora te pregunto una segunda vez cada día?
daily-pause = ¿Cuánto tiempo te dejo en paz? Tus tarjetas esperan y nada se acumula.
daily-slowed = Llevas una semana sin responder, así que a partir de ahora pregunto una vez por semana. Responde a cualquier pregunta y vuelvo a venir cada día.
daily-back = ¡Qué bien que hayas vuelto! Las preguntas vuelven a llegar cada día.
snoozed = ⏰ Vuelvo a preguntar a las { $time }. También puedes responder ya.
not-today = De acuerdo, hoy no.
daily-set =
    ⏰ Hecho: { $number ->
        [one] 1 pregunta
       *[other] { $number } preguntas
    } cada día a las { $time } ({ $zone }).
    Empezamos { $day } a las { $first }.
daily-gap = El { $day }, por el cambio de hora, no existen las { $time }; preguntaré a las { $instead }.
daily-zone-unknown = ¿Es { $zone } tu zona horaria? Si no, toca aquí.
daily-not-understood = No entiendo «{ $wanted }». Escribe la hora así: <code>/daily 09:00</code>
day-today = hoy
day-tomorrow = mañana
day-later = el { $weekday } { $date }
day-named = { $weekday }, { $date }
daily-off = Las preguntas diarias están desactivadas.
daily-off-already = Las preguntas diarias no estaban activadas.
zone-ask = Tu zona horaria es <b>{ $zone }</b>, donde son las { $time }. Toca una ciudad, o envía por ejemplo <code>/timezone Madrid</code>.
zone-ask-group = La zona horaria de este grupo es <b>{ $zone }</b>, donde son las { $time }. Toca una ciudad, o envía por ejemplo <code>/timezone Madrid</code>.
zone-location = Comparte tu ubicación una vez. Me quedo con la zona horaria, no con el lugar.
zone-nearest = No conozco la zona «{ $wanted }». Quizá sea:
zone-unknown = No conozco la zona «{ $wanted }». Envía la ciudad más grande que tengas cerca, por ejemplo <code>/timezone Madrid</code>.
zone-at-sea = No encuentro la zona horaria de ese lugar. Prueba con una ciudad: <code>/timezone Madrid</code>
zone-set = Zona horaria: <b>{ $zone }</b>. Ahora son las { $time }.
zone-next = La próxima pregunta llega { $day } a las { $time }.
language-ask = ¿En qué idioma hablamos?
language-unknown = Todavía no hablo «{ $wanted }». Elige uno:
language-set = A partir de ahora hablo español.

## Reclamaciones

appeal-filed = Anotado. Doy esta tarjeta por sabida; los puntos llegan cuando alguien revise tu respuesta.
appeal-filed-owner = Anotado. Doy esta tarjeta por sabida. La persona dueña del mazo ve tu respuesta, no tu nombre; los puntos llegan si vale.
appeal-own = «{ $text }» vale a partir de ahora: es tu mazo.
appeals-owner = Alguien dice que una respuesta de tu mazo <b>{ $title }</b> era correcta. Échale un vistazo cuando tengas un minuto.
button-disputes-look = Ver
appeal-already = Ya lo habías dicho.
appeal-accepted = ¡Tenías razón! «{ $text }» vale ahora como respuesta a «{ $question }»
appeal-points = { $told } +{ $points }
    .aloud = { $told } { summary-points }.
appeal-refused =
    Alguien ha revisado «{ $text }» como respuesta a «{ $question }». Lo siento, no vale.

    La respuesta correcta: { $answer }
appeals-none = No hay respuestas en disputa.
appeals-head = <b>Respuestas en disputa: { $count }</b>
appeals-said = { $learners ->
        [one] 1 persona ha respondido
       *[other] { $learners } personas han respondido
    } «{ $text }». ¿La aceptamos a partir de ahora?
appeals-decided = Eso ya está decidido.

## Privacidad

export-caption = Todo lo que guardo sobre ti.
export-tables = Tus respuestas, tarjetas y puntos en tablas (CSV). Las horas son de { $zone }.
export-lately = Tu última exportación es de hace { $since ->
        [0] menos de un minuto
        [one] 1 minuto
       *[other] { $since } minutos
    }. Puedes pedir la próxima en { $left ->
        [one] 1 minuto
       *[other] { $left } minutos
    }.
forget-ask =
    Esto borra para siempre: { $answers ->
        [one] 1 respuesta
       *[other] { $answers } respuestas
    }, lo que sabes de { $cards ->
        [one] 1 tarjeta
       *[other] { $cards } tarjetas
    }, { $points ->
        [one] 1 punto
       *[other] { $points } puntos
    }, tus ajustes y tu racha.
forget-decks = Quien haya tomado un mazo tuyo lo conserva como está, sin tu nombre.
forget-too-late = De eso hace ya un rato. Si aún lo quieres, envía /forget otra vez.
forgotten = Todo está borrado. Si algún día vuelves: /start
kept = No se ha borrado nada.

## Errores

too-fast = ¡Más despacio! Vuelvo a escucharte en { $seconds } segundos.
failed = Algo ha fallado por mi parte. Inténtalo otra vez; si sigue igual, pásale esto al equipo del bot: { $reference }
operators-only = Ese comando es solo para el equipo del bot.
admin-status =
    <b>Dailydeck { $version }</b>
    Chats privados: { $private }, grupos: { $groups }
    Por enviar: { $pending }
    Actualizaciones apartadas: { $dead }
    Respuestas en disputa: { $appeals } (/admin appeals)

## Archivos con tarjetas

import-none = No he encontrado tarjetas. Una por línea, por favor, con un guion entre pregunta y respuesta: <code>¿Capital de Perú? – Lima</code>
left-out-line = Línea { $line }: { $said }
left-out-empty = sin texto
left-out-no-question = sin pregunta
left-out-no-answer = sin respuesta
left-out-picture-only = solo con imagen
left-out-sound-only = solo con sonido
left-out-too-long = con texto demasiado largo
left-out-twice = que ya estaba
left-out-cells = con más celdas que la cabecera
left-out-quote = con comillas sin cerrar
left-out-invalid = con errores
unreadable-too-big = Archivos de hasta { $limit } MB, por favor.
unreadable-too-big-unpacked = Este mazo, descomprimido, es demasiado grande (límite: { $limit } MB).
unreadable-too-many = Es demasiado de una vez: hasta { $limit } tarjetas, por favor.
unreadable-encoding = No consigo leer las letras. Guarda el archivo en UTF-8, por favor.
unreadable-format = No sé leer este tipo de archivo. Acepto CSV, TSV, texto, Markdown, TOML y los .apkg de Anki.
unreadable-too-many-files = No es un mazo de Anki válido: contiene más de { $limit } archivos.
unreadable-not-anki = No es un mazo de Anki válido: no hay ninguna colección de tarjetas dentro.
unreadable-damaged = No es un mazo de Anki válido: está dañado o incompleto.
unreadable-encrypted = Este archivo tiene contraseña. Envíalo sin ella, por favor.
unreadable-old-anki-only = Este paquete no trae tarjetas que yo pueda leer. Expórtalo desde Anki con «Compatibilidad con versiones antiguas».
unreadable-unsafe = No es seguro leer este mazo.
unreadable-deck = Este archivo de mazo tiene errores.

command-import = Traer tus propias tarjetas
button-import = Importar { $cards } { $cards ->
        [one] tarjeta
       *[other] tarjetas
    }
button-import-good = Importar las { $cards } buenas
button-separator = Cambiar el separador
button-cancel = Cancelar
import-how =
    <b>Trae tus propias tarjetas</b>
    Envíame un archivo: un .apkg de Anki, CSV o TSV, una exportación de Quizlet, Markdown o texto. O escribe <code>/import</code> y detrás las tarjetas, una por línea, con un guion entre pregunta y respuesta: <code>¿Capital de Perú? – Lima</code>

    Lo copiado de Quizlet, mejor como archivo: un mensaje pierde los tabuladores.
import-title = Mis tarjetas
import-found =
    He encontrado { $cards } { $cards ->
        [one] tarjeta
       *[other] tarjetas
    } para el mazo <i>{ $title }</i>.
import-left-out = { $count ->
        [one] 1 descartada
       *[other] { $count } descartadas
    }: { $reasons }.
import-lost =
    Las imágenes y los sonidos se quedan atrás: { $cards } { $cards ->
        [one] tarjeta ha
       *[other] tarjetas han
    } perdido alguno.
import-example =
    <b>{ $question }</b>
    → { $answer }
import-separator = ¿Qué hay entre la pregunta y la respuesta?
separator-0 = Tabulador
separator-1 = Punto y coma ;
separator-2 = Coma ,
separator-3 = Barra |
separator-4 = Guion -
separator-5 = Dos puntos :
import-done = <b>{ $title }</b>: { $new } { $new ->
        [one] tarjeta nueva
       *[other] tarjetas nuevas
    }{ $there ->
        [0] .
       *[other] , { $there } ya estaban.
    }
import-nothing-new = <b>{ $title }</b>: nada nuevo, { $there ->
        [one] su tarjeta ya estaba
       *[other] sus { $there } tarjetas ya estaban
    }.
import-fetching = ⏳ Recibiendo <i>{ $name }</i> ({ $size } MB)…
import-reading = ⏳ Leyendo <i>{ $name }</i>…
import-dropped = No se ha importado nada.
import-undone = Deshecho: { $title } está como antes.
import-gone = Eso ya está resuelto.
import-failed = No he podido recibir o leer eso. Envíalo otra vez, por favor.
import-too-many-decks = Ya tienes { $most } mazos, y no guardo más por persona.
