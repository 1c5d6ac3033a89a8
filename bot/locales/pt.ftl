### Tudo o que o bot diz em português, como se escreve no Brasil. Os textos são HTML do Telegram; os argumentos já chegam escapados.
### Tratamento: “você”; nos grupos, “vocês”. [one] valeria também para 0 (“0 cartão”), por isso a forma do singular é [1].

## O próprio bot

bot-description = Aprenda um pouco por dia. Eu pergunto os cartões de um baralho, você responde com suas palavras, e eu digo o que estava certo, o que faltou e por quê. Nos grupos, faço quizzes com placar.
bot-short-description = Um cartão por dia, respondido com suas palavras.

## Primeiras palavras

welcome =
    Oi, { $name }! 👋 Eu pergunto, você responde com suas palavras, e eu digo o que está certo e por quê.

    Escolha um baralho e a gente começa:
welcome-language = Ainda não falo { $language }. /language mostra os idiomas que falo.
deck-line = • { $title } · { $cards } { $cards ->
        [1] cartão
       *[other] cartões
    }
deck-line-language = { $line } · em { $language }
group-welcome-head = Oi, pessoal! 👋 Eu faço quizzes aqui.
group-welcome =
    { group-welcome-head }

    Respondam à minha pergunta, ou em privado. Ninguém sabe quem acertou antes de ela fechar.
    Comecem com /quiz. Ou um cartão por dia? Um admin toca no horário:
help-private =
    <b>Como funciona</b>
    Eu pergunto, você responde com suas palavras. Os cartões voltam um pouco antes de você esquecer.
help-group =
    <b>Como funciona</b>
    Respondam à minha pergunta, ou em privado pelo botão dela. O resultado sai quando ela fecha.
help-more =
    Experimente <code>/quiz 10</code>, <code>/quiz capitals</code> ou <code>/daily 09:00 5</code>.
help-more-group =
    Experimentem <code>/quiz 10</code>, <code>/quiz capitals corrida</code> ou <code>/daily 09:00</code>.
about =
    <b>Dailydeck { $version }</b>
    Um tutor livre e gratuito.

    <b>O que eu guardo</b>
    Suas respostas, o que você aprendeu e suas configurações, até você enviar /forget; com /export você recebe tudo. O resto do que você escreve some assim que respondo ou, se falhei, em no máximo { $days } dias. Os backups de quem me mantém podem durar mais.

    Versão dos fusos horários: { $zones }
only-in-groups = /{ $command } funciona em grupos. Me adicione a um deles.
only-in-private = /{ $command } funciona na nossa conversa privada.
not-in-groups-hint = As dicas aparecem sozinhas com o tempo.
not-in-groups-skip = Não há o que pular aqui: o quiz segue sozinho.
command-unknown = Não conheço /{ $command }. O que eu sei fazer está em /help.
command-unknown-near = Não conheço /{ $command }. Seria /{ $near }? Em /help está tudo.

## Comandos, para o menu e /help

command-quiz = Começar um quiz
command-daily = Perguntas todo dia
command-stop = Encerrar o quiz
command-hint = Uma dica para esta pergunta
command-skip = Pular esta pergunta
command-stats = Meu progresso
command-streak = Minha sequência, dia a dia
command-leaderboard = Quem está na frente
command-decks = Escolher um baralho
command-settings = Configurações
command-timezone = Fuso horário
command-language = Mudar o idioma
command-export = Receber todos os meus dados
command-forget = Apagar todos os meus dados
command-help = Como funciona
command-about = Sobre este bot

## Botões

button-hint = 💡 Dica
button-skip = Pular
button-know = Já sei
button-undo = Desfazer
button-next = Próxima
button-more = Mais 5
button-was-right = Eu acertei
button-explain = Mais sobre isto
button-accept = ✅ Aceitar
button-refuse = Recusar
button-start = ▶️ Começar
button-daily = ⏰ Todo dia
button-daily-hour = ⏰ Outro horário
button-daily-off = Desligar
button-stats = 📊 Progresso
button-leaderboard = 🏆 Placar
button-group-quiz = ▶️ Começar um quiz
button-group-again = ▶️ De novo
button-answer-privately = ✍️ Responder em privado
button-private = Abrir nossa conversa
button-daily-on = ⏰ Ligar
button-daily-more = Mais
button-second = Segundo horário
button-second-off = Sem segundo horário
button-pause = Pausar
button-pause-weeks = { $weeks } { $weeks ->
        [1] semana
       *[other] semanas
    }
button-resume = Encerrar a pausa
button-later = Mais tarde
button-in-an-hour = Em uma hora
button-this-evening = À noite
button-not-today = Hoje não
button-back = ‹ Voltar
button-settings-back = ‹ Configurações
-chosen = escolhido
chosen = ✓ { $label }
    .aloud = { $label }, { -chosen }
button-timezone = 🌍 Fuso horário
button-language = 💬 Idioma
button-decks = 📚 Baralho
button-location = 📍 Enviar minha localização
button-show-name = Mostrar meu nome real
button-hide-name = Usar o nome inventado
button-champions = 👑 Campeões
button-hide = Me esconder nos placares
button-show = Me mostrar nos placares
button-hide-or-show = Me esconder ou me mostrar
button-forget = Apagar tudo
button-keep = Manter
button-stale = Esta pergunta já fechou.
button-not-yours = Este botão não é para você.

## Perguntas

question-head = { $number } de { $total }
question-head-daily = { $total ->
        [1] Sua pergunta do dia
       *[other] Suas perguntas do dia · { $number } de { $total }
    }
question-again = Mais uma vez
topic = { $topic }
question = <b>{ $question }</b>
hint = 💡 { $hint }
    .aloud = { button-hint }: { $hint }
hint-words = { $count ->
        [1] Uma palavra.
       *[other] { $count } palavras.
    }
hint-letters = Começa assim: <code>{ $text }</code>
hint-items = { $count ->
        [1] É pedido um item.
       *[other] São pedidos { $count } itens.
    }
hint-one_item = Um deles: { $text }
hint-points = { $count ->
        [1] Falta só um ponto-chave.
       *[other] São { $count } pontos-chave.
    }
hint-point = Um ponto-chave: <code>{ $text }</code>
hint-unit = A unidade é { $text }.
hint-range = Fica entre { $text } e { $upper }.
hint-none = Não há dica para esta.
hint-no-more = Não há mais dicas para esta.
next-open = Sua pergunta ainda está aberta: responda ou pule.
known = ✓ Este você já sabe. Ele volta em { $month }, para confirmar.
known-undone = Desfeito: este cartão vem como os outros.
backlog = { $waiting } cartões à espera. Para hoje são { $today }; o resto fica para os próximos dias.
skipped = Pulada. Ela vai voltar.
nothing-open = Nenhuma pergunta aberta. Vamos começar?
nothing-open-waiting = Nenhuma pergunta aberta. Seu quiz está esperando:
nothing-open-until = Nenhuma pergunta aberta. A próxima vem { $day } às { $time } ({ $zone }). Começar agora?
answer-empty = Preciso de uma resposta em texto.
answer-too-long = Muito longa: no máximo { $limit } caracteres. A pergunta continua aberta.
answer-not-a-number = Envie um número comum, por exemplo 12,5. A pergunta continua aberta.
answer-forwarded = Mensagem encaminhada não vale como resposta. Escreva com suas palavras; a pergunta continua aberta.
answer-not-text = Responda em texto, por favor. A pergunta continua aberta.
answered-already = Vale a primeira resposta: “{ $answer }” ({ $outcome }).
late = Essa pergunta já tinha fechado, então desta vez sem pontos.
deck-gone = Esse baralho não existe mais. Os outros estão em /decks.
quiz-unknown =
    Não tenho baralho nem tema chamado “{ $wanted }”.

    Baralhos: { $decks }
    Temas de { $deck }: { $topics }

## Vereditos

verdict-correct = Certo!
verdict-partial = Em parte certo
verdict-incorrect = Ainda não
nearly = Quase! Confira a grafia e tente mais uma vez: não custa nada.
outcome-correct = certo
outcome-partial = em parte certo
outcome-incorrect = ainda não
points-plus = +{ $points }
    .aloud = { summary-points }
matched = ✓ { $part }
    .aloud = Certo: { $part }
missing = ✗ Faltou: { $part }
spelling = ✎ { $typed } → { $meant }
    .aloud = Escreve-se { $meant }, não { $typed }
answer = <b>Resposta:</b> { $answer }
list-item = • { $thing }
explanation = <i>{ $text }</i>
why-other-card = Essa é a resposta de outra pergunta: “{ $question }”
why-negated = Sua resposta diz o contrário: olhe a negação.
why-opposite = Ali está a palavra oposta.
why-swapped-roles = As palavras estão certas, mas os papéis estão trocados.
why-wrong-order = As partes estão certas, mas em outra ordem.
why-near-miss = Perto, mas é outra coisa.
why-candidates = Dê uma só resposta, não várias à escolha.
why-echo = Isso repete a pergunta.
why-hedged = Decida-se por uma resposta.
why-too-vague = Está vago demais.
why-no-reason = Até aqui certo; falta o motivo.
why-unit = O número está certo, mas confira a unidade.
why-gave-up = Sem problema, aqui está.
why-number = É outro número.

explain-parts = Faz parte da resposta:
explain-some = { $count ->
        [1] Uma destas basta:
       *[other] { $count } destas bastam:
    }
explain-wording = “{ $text }”
explain-also = Também está certo: { $wordings }.
explain-wrong = Não confundir com { $wordings }.
explain-related = Cartões parecidos que você já viu:
explain-source = Na coleção original: nº { $numbers }.
explain-later = Este cartão está sendo perguntado agora. Responda primeiro.
explain-line = • { $text }

## O fim de uma sessão

summary = <b>Pronto!</b>
summary-correct = { $count } { $count ->
        [1] certa
       *[other] certas
    }
summary-partial = { $count } em parte
summary-incorrect = { $count } ainda não
summary-points = { $points } { $points ->
        [1] ponto
       *[other] pontos
    }
summary-returns = { $cards ->
        [1] O cartão volta { $day }.
       *[other] { $later ->
            [0] Os cartões voltam { $day }.
           *[other] { $count ->
                [1] Um cartão volta { $day }, os outros depois.
               *[other] { $count } cartões voltam { $day }, os outros depois.
            }
        }
    }
milestone-streak = 🎉 { $days } dias seguidos. Já virou hábito!
milestone-topic = 🎉 Você sabe tudo de “{ $title }”, e por muito tempo.
milestone-deck = 🎉 Você sabe <b>{ $title }</b> de cor. Parabéns!
summary-streak = 🔥 { $days ->
        [1] Primeiro dia da sua sequência.
       *[other] { $days } dias seguidos.
    }

## Grupos

group-question-head = Pergunta { $number } de { $total }
group-daily-head = Cartão do dia
group-daily-none = Hoje não tem cartão: este grupo já respondeu esta semana todos os cartões de <b>{ $deck }</b>. Eles voltam daqui a alguns dias. Para mais, escolham outro baralho ou comecem um quiz.
group-how = ↩️ Respondam a esta mensagem. Vocês têm { $seconds } segundos.
group-how-daily = ↩️ Respondam a esta mensagem até { $day }, { $time }.
group-answered = Responderam: { $names }
names-more = { $names } e mais { $more }
group-closed = <b>O resultado</b>
group-scored = { $name } +{ $points }
group-scored-more = { $count ->
        [1] E mais uma pessoa acertou, no todo ou em parte.
       *[other] E mais { $count } acertaram, no todo ou em parte.
    }
group-missed = { $count ->
        [1] Uma resposta não estava certa.
       *[other] { $count } respostas não estavam certas.
    }
group-nobody = Ninguém respondeu desta vez.
group-noted = Anotado. O resultado sai no grupo quando a pergunta fechar.
group-answer-here =
    <b>{ $question }</b>

    Escreva sua resposta aqui. Ninguém no grupo vê.
group-answer-hint = Sua resposta
group-answered-already = Vale a primeira resposta. Espere o resultado.
group-too-late = Essa pergunta já fechou.
group-not-member = Essa pergunta é para os membros do grupo dela.
group-running = Já há um quiz em andamento aqui. /stop encerra.
group-nothing-running = Nenhum quiz em andamento aqui. /quiz começa um.
group-over = 🏁 <b>Fim do quiz</b>
group-over-nobody = Ninguém pontuou desta vez.
admins-only = Só admins do grupo podem mudar isto.
anonymous-admin = Não consigo ver quem é você. Desative “Permanecer anônimo” e escreva em seu próprio nome, não pelo canal.

group-race-head = Corrida · { $number } de { $total }
group-how-race = ↩️ Respondam a esta mensagem. A primeira resposta certa leva. { $seconds } segundos.
group-how-guess = ↩️ Respondam a esta mensagem. A primeira resposta certa leva; tentem quantas vezes quiserem. { $seconds } segundos.
group-tried = Tentaram: { $names }
group-race-won = { $name } chegou primeiro: +{ $points }
group-race-nobody = Ninguém acertou desta vez.
group-guess-again = Ainda não. Tente de novo enquanto está aberta.
group-stop-not-yours = Só { $name }, que começou este quiz, ou um admin pode encerrar.
group-over-unattended = 🏁 <b>Ninguém está respondendo, então paro por aqui.</b>
quiz-menu-head = O que vamos jogar?
quiz-menu =
    <b>{ quiz-menu-head }</b>
    Baralho: { $deck }. Toquem em um tema para um quiz curto sobre ele.
quiz-started = { $name } começou um quiz: { $deck }.
quiz-admins-only = Neste grupo, só admins começam um quiz.
button-quiz-round = ▶️ { $number } { $number ->
        [1] pergunta
       *[other] perguntas
    }
button-quiz-race = 🏁 Corrida de { $number }
topic-gone = Não consigo escrever em um dos tópicos: está fechado ou foi apagado. Meu quiz e minhas perguntas diárias ali estão desligados. Um admin pode reabrir o tópico ou me tornar admin; depois enviem /daily nele para continuar.
topic-general-gone = Não consigo escrever no tópico geral de <b>{ $group }</b>: está fechado. Meu quiz e minhas perguntas diárias ali estão desligados. Para continuar, reabra o tópico ou me torne admin e envie /daily nele.

## Doutor

command-doctor = Por que o bot não responde?
doctor-fine = ✅ Está tudo bem aqui.
doctor-hears-all = Também ouço mensagens comuns. Se pareço não ouvir, me tirem do grupo e me adicionem de novo: só assim o Telegram aplica um modo de privacidade alterado.
doctor-head = <b>O que encontrei</b>
doctor-cannot-write = ❌ Não posso escrever aqui. Um admin pode permitir: configurações do grupo → Permissões → Enviar mensagens.
doctor-privacy = ℹ️ Só ouço comandos e respostas às minhas perguntas (modo de privacidade). Para jogar, basta. Para valerem mensagens comuns, me tornem admin; ou desativem o modo no @BotFather (/setprivacy), me tirem do grupo e me adicionem de novo.
doctor-slow = ℹ️ O modo lento está ligado: é preciso esperar { $seconds } segundos entre mensagens. Responder em privado não tem espera; ou desliguem o modo nas configurações do grupo.
doctor-forum = ℹ️ Em um tópico fechado não consigo escrever. Enviem /quiz em um aberto, ou me tornem admin.
doctor-blind = O Telegram não me diz quais são minhas permissões aqui. Tentem de novo daqui a um minuto.

digest-head = 📅 <b>A semana deste grupo</b>
digest-learned = { $cards } { $cards ->
        [1] cartão respondido
       *[other] cartões respondidos
    }, { $share }% das respostas certas.
digest-slipping = <b>O que escapa</b>
digest-card = • { $question } → { $answer }
digest-leaders = <b>Quem está na frente</b>
digest-improved = Maior avanço: <b>{ $name }</b>, { $points } { $points ->
        [1] ponto
       *[other] pontos
    } a mais que na semana passada.

## Placar

board-head-group = 🏆 <b>{ $period ->
        [today] Hoje
        [week] Esta semana
        [month] Este mês
        [gain] Maiores avanços
       *[all] Desde o início
    }</b> neste grupo
board-head-overall = 🏆 <b>{ $period ->
        [today] Hoje
        [week] Esta semana
        [month] Este mês
        [gain] Maiores avanços
       *[all] Desde o início
    }</b>, todo mundo
board-period = { $period ->
        [today] Hoje
        [week] Semana
        [month] Mês
        [gain] 📈 Avanço
       *[all] Tudo
    }
board-place = { $rank ->
        [1] 🥇
        [2] 🥈
        [3] 🥉
       *[other] { $rank }.
    }
board-gap = …
    .aloud = Mais abaixo:
board-line = { board-place } { $name } · { $points }
    .aloud = { $rank }º lugar: { $name }, { summary-points }.
board-line-own = <b>{ board-place } { $name } · { $points } (você)</b>
    .aloud = Você: { board-line.aloud }
board-empty = { $period ->
        [gain] Ninguém passou ainda da própria semana anterior.
       *[all] Ainda sem pontos. A primeira resposta certa lidera.
    }
board-gain-how = Os pontos desta semana menos os da semana passada.
board-hidden = Você não aparece: ninguém vê você nos placares.
board-now-hidden = Você não aparece mais em nenhum placar. Seus pontos continuam.
board-now-shown = Você aparece de novo nos placares.
champions-head-group = 👑 <b>Campeões deste grupo</b>
champions-head-overall = 👑 <b>Campeões, todo mundo</b>
champions-week = Semana de { $when }: { $names } · { $points }
    .aloud = Semana de { $when }: { $names }, { summary-points }.
champions-month = { $when }: { $names } · { $points }
    .aloud = { $when }: { $names }, { summary-points }.
champions-none = Ninguém ainda. A primeira semana termina domingo à noite.
board-by-alias = Aqui você é <b>{ $alias }</b>, um nome inventado.
board-by-name = Aqui os outros veem seu nome real.
name-shown = Agora aparece seu nome real.
name-hidden = Agora aparece seu nome inventado.
name-unknown = Sem nome { $code }
name-alias = { $animal ->
        [0] Lontra
        [1] Garça
        [2] Texugo
        [3] Lince
        [4] Sabiá
        [5] Tartaruga
        [6] Falcão
        [7] Ouriço
        [8] Golfinho
        [9] Corvo
        [10] Esquilo
        [11] Lagartixa
        [12] Marmota
        [13] Tucano
        [14] Salmão
       *[15] Besouro
    } { $code }

## Progresso

stats-head = 📊 <b>Seu progresso</b> · { $span ->
        [week] últimos 7 dias
        [month] últimos 30 dias
       *[all] desde o início
    }
stats-span = { $span ->
        [week] Semana
        [month] Mês
       *[all] Tudo
    }
stats-empty = Ainda não há o que mostrar. Responda antes a algumas perguntas.
stats-streak = 🔥 { $days ->
        [0] Sem sequência no momento
        [1] Sequência: { $days } dia
       *[other] Sequência: { $days } dias
    } · { $last } dos últimos 30 dias{ $today ->
        [0] {"."} Hoje ainda não.
       *[1] {"."}
    }
stats-rest = { $days } { $days ->
        [1] folga guardada.
       *[other] folgas guardadas.
    }
stats-points = { $points } { $points ->
        [1] ponto
       *[other] pontos
    } no total.
stats-answers = { $answers } { $answers ->
        [1] resposta
       *[other] respostas
    }, { $share }% certas, em { $practised } de { $days } { $days ->
        [1] dia
       *[other] dias
    }.
stats-deck = <b>{ $deck }</b>, o que fica por tema:
stats-topic = { $topic }: { $share }% de { $repeated } · { $met }/{ $cards } cartões vistos
    .aloud = { $topic }: lembra { $share }% de { $repeated }, { $met } de { $cards } cartões vistos.
stats-topic-new = { $topic }: novo · { $met }/{ $cards } cartões vistos
    .aloud = { $topic }: novo, { $met } de { $cards } cartões vistos.
stats-more-topics = { $count ->
        [1] e mais 1 tema
       *[other] e mais { $count } temas
    }
stats-due = Para rever: { $days }.
stats-due-nothing = Nada para rever nos próximos 7 dias.
stats-figure-streak = { $days ->
        [1] dia seguido
       *[other] dias seguidos
    }
stats-figure-right = certas
stats-figure-points = { $points ->
        [1] ponto
       *[other] pontos
    }
stats-percent = { $share }%
stats-practised = Praticou em { $practised } de { $days } { $days ->
        [1] dia
       *[other] dias
    }
stats-picture-topics = O que fica, por tema
stats-picture-met = { $met }/{ $cards } vistos
stats-picture-new = novo
stats-picture-due = Para rever nos próximos 7 dias
stats-today = Hoje

streak-day = { $day }: { $kind ->
        [practised] { $answers } { $answers ->
            [1] resposta
           *[other] respostas
        }
        [rest] folga, a sequência continua
        [elsewhere] a pergunta desse dia foi respondida, a sequência continua
        [open] ainda nada
       *[missed] nada
    }
streak-rest = { $days ->
        [0] Sete dias de prática dão uma folga, usada sozinha quando você perde um dia.
        [1] Você tem { $days } folga: ela é usada sozinha quando você perde um dia.
       *[other] Você tem { $days } folgas: elas são usadas sozinhas quando você perde um dia.
    }

## Baralhos

decks-head = 📚 <b>Baralhos</b>
decks-how = ✓ marca o baralho das minhas perguntas. Toque em um para abrir.
    .aloud = Toque em um baralho para abrir.
deck-title = <b>{ $title }</b>
deck-title-chosen = ✓ { deck-title }
    .aloud = { deck-title }, { -chosen }
deck-page-title = 📚 <b>{ $title }</b>
deck-about = <i>{ $about }</i>
deck-size = { $cards ->
        [1] { $cards } cartão
       *[other] { $cards } cartões
    }
deck-due = { $due } para rever
deck-new = { $new ->
        [1] { $new } novo para você
       *[other] { $new } novos para você
    }
deck-own = seu
deck-shared = compartilhado com você
deck-disputed = { $count ->
        [1] { $count } resposta contestada
       *[other] { $count } respostas contestadas
    }
deck-language = em { $language }
deck-is-chosen = ✓ Minhas perguntas saem deste baralho.
deck-label-due = { $title } · { $due } para rever
button-study = ▶️ Estudar este
button-decks-back = ‹ Baralhos
button-page-back = ‹ { $page } de { $pages }
button-page-on = { $page } de { $pages } ›
button-cards = Cartões
button-rename = Mudar o nome
button-delete-deck = Apagar
button-deck-back = ‹ { $title }
button-cards-back = ‹ Cartões
button-search = 🔍 Procurar
button-search-again = 🔍 Procurar de novo
button-add-card = ➕ Novo cartão
button-add-another = ➕ Mais um cartão
button-card-question = Pergunta
button-card-answer = Resposta
button-card-accept = Também certo
button-card-explanation = Explicação
button-delete-card = Apagar este cartão
button-clear = Deixar vazio
deck-delete = Apagar <b>{ $title }</b> com { $cards ->
        [1] { $cards } cartão
       *[other] { $cards } cartões
    } e o que você sabe deles? Seus pontos ficam.
deck-delete-taken = Quem pegou este baralho fica com ele como está agora.
deck-deleted = <b>{ $title }</b> foi apagado.
deck-renamed = Agora o baralho se chama <b>{ $title }</b>.
deck-title-taken = Você já tem outro baralho chamado “{ $title }”.
deck-title-taken-back = Outro baralho seu tem esse nome agora.
deck-not-yours = Só quem é dono do baralho pode mudá-lo.
deck-full = Um baralho tem no máximo { $most } cartões.
cards-head = <b>{ $title }</b> · cartões { $first }–{ $last } de { $cards }
cards-found = { $count ->
        [0] Nenhum cartão com “{ $text }”.
        [1] Um cartão com “{ $text }”:
       *[other] { $count } cartões com “{ $text }”{ $shown ->
            [10] , os dez primeiros:
           *[other] {":"}
        }
    }
cards-line = { $number }. { $question }
card-accept = <b>Também certo:</b> { $accepted }
card-topic = Tema: { $topic }
card-kind = Para mim, a resposta é { $kind ->
        [yes_no] um sim ou não
        [term] um nome ou uma expressão curta
        [number] um número
        [list] uma lista de { $things }
       *[explanation] uma explicação
    }.
card-added = ✓ Adicionado.
card-saved = ✓ Salvo.
card-deleted = Apagado: { $question }
card-gone = Esse cartão não está mais no baralho.
card-last = Um baralho precisa de pelo menos um cartão. Você pode apagar o baralho inteiro.
card-accept-full = Até { $most } respostas, por favor.
write-new = Mande a pergunta.
write-new-answer = Agora mande a resposta, com as suas palavras.
write-question = Mande a pergunta como deve ficar.
write-answer = Mande a resposta como deve ficar.
write-accept = Mande tudo o que também vale como certo, uma resposta por linha.
write-explanation = Mande uma ou duas frases que digam por quê.
write-title = Mande o novo nome do baralho.
write-search = O que devo procurar? Mande uma ou duas palavras.
write-now =
    Agora:
    <code>{ $text }</code>
write-too-long = É longo demais: no máximo { $limit } caracteres. Mande de novo, mais curto.
undo-too-late = Mudou de novo desde então, não dá mais para desfazer.
decks-how-group = Para jogar com um baralho seu: abra-o na nossa conversa privada, depois Compartilhar e Usar em um grupo.
deck-of = { $by ->
        [none] Compartilhado com você. As mudanças de quem o fez chegam até você.
       *[other] Compartilhado por { $by }. As mudanças de lá chegam até você.
    }
deck-nobodys = Este baralho não é mais compartilhado. Ele fica com você como está.
deck-left = <b>{ $title }</b> saiu da lista.
deck-leave-for-good = <b>{ $title }</b> não é mais compartilhado, e você não poderia pegá-lo de novo. Deixar o baralho, com o que você sabe dele?
deck-copied = <b>{ $title }</b> é seu agora, com tudo o que você sabe dele. Você pode mudá-lo, e ele não segue mais as mudanças de ninguém.
deck-taken = ✓ <b>{ $title }</b> está na sua lista.
deck-not-shared = Este baralho não é compartilhado.
group-deck-taken = 📚 De agora em diante, jogamos com <b>{ $title }</b> ({ $cards ->
        [1] { $cards } cartão
       *[other] { $cards } cartões
    }).
taken-too-many = Seria demais: no máximo { $most } baralhos de outras pessoas, por favor.
button-share = Compartilhar
button-copy = Copiar para mim
button-leave = Deixar
button-take-out = Tirar { $title }
button-take-again = Pegar de novo
button-send-link = Mandar o link
button-use-in-group = Usar em um grupo
button-withdraw = Não compartilhar mais
button-go-on-sharing = Continuar compartilhando
button-take-deck = Pegar
button-not-now = Agora não
share =
    <b>Compartilhar { $title }</b>
    Quem abrir este link pode pegar o baralho e recebe as mudanças feitas nele:
    { $link }
share-unused = Ninguém pegou ainda.
share-users = Em uso por { $learners ->
        [1] { $learners } pessoa
       *[other] { $learners } pessoas
    }{ $groups ->
        [0] {""}
        [1] {" "}e 1 grupo
       *[other] {" "}e { $groups } grupos
    }.
share-disputed-head = <b>O que dá mais trabalho</b>
share-disputed = • { $question }: { $percent }% de { $answers } sem acerto{ $appeals ->
        [0] {""}
        [1] , contestada uma vez
       *[other] , contestada { $appeals } vezes
    }
offer = 📚 <b>{ $title }</b>
    { deck-size }{ $by ->
        [none] {""}
       *[other] , compartilhado por { $by }
    }
offer-how = Pegue o baralho, e faço perguntas dele. As mudanças de quem o fez chegam até você.
offer-declined = Tudo bem. O link funciona quando você quiser.
link-dead = Este baralho não é mais compartilhado.
withdraw-ask = Não compartilhar mais <b>{ $title }</b>? O link deixa de funcionar. { $learners ->
        [0] {""}
       *[other] {"Quem pegou fica com o baralho como está agora e com o que sabe dele. "}
    }{ $groups ->
        [0] {""}
       *[other] {"Os grupos que jogam com ele ficam com ele como está agora. "}
    }Você fica com o baralho.
withdrawn = <b>{ $title }</b> não é mais compartilhado.
withdrawn-told = <b>{ $title }</b> não é mais compartilhado por quem o fez. Você fica com ele como está, com tudo o que sabe dele.
withdrawn-group = <b>{ $title }</b> não é mais compartilhado por quem o fez. Este grupo fica com ele como está.
button-export = Exportar
export-deck = Exportar <b>{ $title }</b> como que tipo de arquivo? Todos, menos texto e Markdown, guardam tudo.
export-done = { $title }: { $cards ->
        [1] { $cards } cartão
       *[other] { $cards } cartões
    }
export-history = Suas respostas a { $title }
export-history-name = respostas
export-no-answers = Você ainda não respondeu a nenhum destes cartões.
too-fast-export = Não deu certo. Toque de novo daqui a pouco.
format-csv = CSV (planilha)
format-tsv = TSV
format-txt = Texto para o Quizlet
format-md = Markdown
format-toml = Arquivo de baralho (TOML)
format-apkg = Anki (.apkg)
format-history = Minhas respostas (CSV)
deck-chosen = Agora as perguntas vêm de <b>{ $title }</b>.

## Configurações

settings-head = ⚙️ <b>Configurações</b>
settings-deck = Baralho: { $deck }
settings-daily = Todo dia: { $number } { $number ->
        [1] pergunta
       *[other] perguntas
    } às { $time }
settings-daily-off = Perguntas diárias: desligadas
settings-zone = Fuso horário: { $zone } (agora { $time })
settings-language = Idioma: { $language }
button-topics = Temas
button-settings = ⚙️ Configurações
setting-digest = Resumo
option-digest = { $value ->
        [on] sim
       *[off] não
    }
about-digest = No domingo à noite eu resumo a semana: o que vocês aprenderam, o que escapa e quem está na frente.
topics-about =
    <b>Temas de { $deck }</b>

    Toque uma vez em um tema para ver primeiro os cartões novos dele, duas para deixá-lo de fora, três para voltar ao normal.
topic-wish = { $wish ->
        [focus] ★ { $topic }: primeiro
        [leave_out] { $topic }: de fora
       *[none] { $topic }
    }
setting-line = { $setting }: { $option }
setting-new = Novos por dia
option-new = { $value ->
        [0] nenhum
       *[other] { $value }
    }
about-new = Quantos cartões inéditos vêm com suas perguntas diárias. Menos cartões, menos para repetir depois.
setting-goal = Lembrar
option-goal = { $value }%
about-goal = Quanto do que aprendeu você quer lembrar a qualquer momento. Com uma meta maior, os cartões voltam antes e há mais o que fazer.
setting-board = Nos placares
option-board = { $value ->
        [alias] { $alias }
        [name] Meu nome
       *[hidden] Em nenhum
    }
about-board = Como você aparece no placar geral: com um nome inventado, com o seu, ou de jeito nenhum. “Em nenhum” também tira você dos placares dos seus grupos.
setting-quiet = Silêncio
option-quiet = { $value ->
        [none] nunca
       *[other] { $value }
    }
about-quiet = Nessas horas não digo nada que você não tenha pedido. O horário escolhido para as perguntas diárias sempre vale.
setting-plain = Só texto
option-plain = { $value ->
        [on] sim
       *[off] não
    }
about-plain = Para leitores de tela: sem imagens nem sinais feitos só para os olhos. Tudo é dito em palavras.
setting-mode = Modo do quiz
option-mode = { $value ->
        [race] corrida
       *[round] rodada
    }
about-mode = Na rodada, cada um responde uma vez até a pergunta fechar. Na corrida, a primeira resposta certa leva.
setting-seconds = Tempo
option-seconds = { $value } s
about-seconds = Quanto tempo uma pergunta do quiz fica aberta.
setting-starters = Quem começa
option-starters = { $value ->
        [admins] admins
       *[everyone] todos
    }
about-starters = Quem pode começar um quiz neste grupo.
daily-ask =
    A que horas devo perguntar todo dia? Toque em um horário, ou envie por exemplo <code>/daily 09:00</code> ou <code>/daily 09:00 3</code>.

    Horários em { $zone }.
daily-now =
    { $number } { $number ->
        [1] pergunta
       *[other] perguntas
    } todo dia às { $time } ({ $zone }).
daily-change = Para mudar, toque em outro horário ou número.
daily-paused = Em pausa até { $day }.
daily-second = Qual é o segundo horário do dia?
daily-pause = Por quanto tempo devo deixar você em paz? Seus cartões esperam e nada se acumula.
daily-slowed = Faz uma semana sem respostas, então passo a perguntar uma vez por semana. Responda a qualquer pergunta e eu volto todo dia.
daily-back = Que bom ver você de novo! As perguntas voltam a vir todo dia.
snoozed = ⏰ Pergunto de novo às { $time }. Também dá para responder agora.
not-today = Tudo bem, hoje não.
daily-set =
    ⏰ Combinado: { $number } { $number ->
        [1] pergunta
       *[other] perguntas
    } todo dia às { $time } ({ $zone }).
    A primeira vem { $day } às { $first }.
daily-gap = Em { $day }, o relógio pula { $time }; pergunto às { $instead }.
daily-zone-unknown = { $zone } é o fuso certo? Se não for, toque aqui.
daily-not-understood = Não entendi “{ $wanted }”. Use HH:MM, por exemplo <code>/daily 09:00</code>.
day-today = hoje
day-tomorrow = amanhã
day-later = { $weekday }, { $date }
day-named = { $weekday }, { $date }
daily-off = As perguntas diárias estão desligadas.
daily-off-already = As perguntas diárias já estavam desligadas.
zone-ask = Seu fuso horário é <b>{ $zone }</b>, onde são { $time }. Toque em uma cidade, ou envie por exemplo <code>/timezone São Paulo</code>.
zone-ask-group = O fuso horário deste grupo é <b>{ $zone }</b>, onde são { $time }. Toquem em uma cidade, ou enviem por exemplo <code>/timezone São Paulo</code>.
zone-location = Envie sua localização uma vez. Guardo o fuso horário, não o lugar.
zone-nearest = Não conheço o fuso “{ $wanted }”. Seria um destes?
zone-unknown = Não conheço o fuso “{ $wanted }”. Envie a maior cidade perto de você, por exemplo <code>/timezone São Paulo</code>.
zone-at-sea = Não consigo saber o fuso desse lugar. Tente uma cidade: <code>/timezone São Paulo</code>.
zone-set = Fuso horário: <b>{ $zone }</b>. Lá são { $time }.
zone-next = Próxima pergunta: { $day }, { $time }.
language-ask = Que idioma devo falar?
language-unknown = Ainda não falo “{ $wanted }”. Escolha um:
language-set = Agora eu falo português.

## Contestações

appeal-filed = Anotado. Conto este cartão como sabido; os pontos vêm quando alguém conferir.
appeal-filed-owner = Anotado. Para mim, você sabe este cartão. Quem é dono do baralho vê sua resposta, não seu nome; se valer, os pontos vêm depois.
appeal-own = “{ $text }” vale como certo de agora em diante: o baralho é seu.
appeals-owner = Alguém diz que uma resposta no seu baralho <b>{ $title }</b> estava certa. Dê uma olhada quando puder.
button-disputes-look = Ver
appeal-already = Isso já está anotado.
appeal-accepted = Você acertou! “{ $text }” agora vale como resposta a “{ $question }”
appeal-points = { $told } +{ $points }
    .aloud = { $told } { summary-points }.
appeal-refused =
    Conferimos “{ $text }” como resposta a “{ $question }”. Não vale, infelizmente.

    A resposta certa: { $answer }
appeals-none = Nenhuma resposta contestada.
appeals-head = <b>Respostas contestadas: { $count }</b>
appeals-said = { $learners ->
        [1] 1 pessoa respondeu
       *[other] { $learners } pessoas responderam
    } “{ $text }”. Aceitar de agora em diante?
appeals-decided = Isso já foi decidido.

## Dados pessoais

export-caption = Tudo o que guardo sobre você.
export-tables = Suas respostas, cartões e pontos em tabelas (CSV). Horários de { $zone }.
export-lately = Sua última exportação tem { $since ->
        [0] menos de 1
       *[other] { $since }
    } min. A próxima fica disponível daqui a { $left } min.
forget-ask =
    Isto apaga para sempre: { $answers } { $answers ->
        [1] resposta
       *[other] respostas
    }, o que você sabe de { $cards } { $cards ->
        [1] cartão
       *[other] cartões
    }, { $points } { $points ->
        [1] ponto
       *[other] pontos
    }, suas configurações e sua sequência.
forget-decks = Quem pegou um baralho seu fica com ele como está, sem o seu nome.
forget-too-late = Isso já faz um tempo. Envie /forget de novo se ainda quiser.
forgotten = Tudo foi apagado. Se um dia voltar: /start.
kept = Nada foi apagado.

## Erros

too-fast = Rápido demais! Volto a ouvir em { $seconds } segundos.
failed = Algo deu errado do meu lado. Tente de novo; se continuar, passe isto a quem cuida do bot: { $reference }
operators-only = Esse comando é para admins.
admin-status =
    <b>Dailydeck { $version }</b>
    Conversas privadas: { $private }, grupos: { $groups }
    À espera de envio: { $pending }
    Atualizações deixadas de lado: { $dead }
    Respostas contestadas: { $appeals } (/admin appeals)

## Arquivos com cartões

import-none = Nenhum cartão encontrado. Um por linha, por favor, com travessão entre pergunta e resposta: <code>Capital do Peru? – Lima</code>
left-out-line = Linha { $line }: { $said }
left-out-empty = sem texto
left-out-no-question = sem pergunta
left-out-no-answer = sem resposta
left-out-picture-only = só com imagem
left-out-sound-only = só com áudio
left-out-too-long = acima do limite
left-out-twice = com repetição
left-out-cells = com mais células que o cabeçalho
left-out-quote = com aspas abertas
left-out-invalid = com erro
unreadable-too-big = Arquivos de até { $limit } MB, por favor.
unreadable-too-big-unpacked = Descompactado, este baralho é grande demais (limite { $limit } MB).
unreadable-too-many = É muita coisa de uma vez: até { $limit } cartões, por favor.
unreadable-encoding = Não consigo ler as letras. Salve o arquivo em UTF-8.
unreadable-format = Não leio esse tipo de arquivo. Aceito CSV, TSV, texto, Markdown, TOML e .apkg do Anki.
unreadable-too-many-files = Isto não parece um baralho do Anki: contém mais de { $limit } arquivos.
unreadable-not-anki = Isto não parece um baralho do Anki: não há nenhuma coleção de cartões dentro.
unreadable-damaged = Isto não parece um baralho do Anki: está danificado ou incompleto.
unreadable-encrypted = Este arquivo tem senha. Envie sem ela.
unreadable-old-anki-only = Este pacote não tem cartões que eu consiga ler. Exporte do Anki com suporte a versões antigas.
unreadable-unsafe = Não é seguro ler este baralho.
unreadable-deck = Há erros neste arquivo de baralho.

command-import = Trazer seus próprios cartões
button-import = Importar { $cards } { $cards ->
        [1] cartão
       *[other] cartões
    }
button-import-good = Importar só os bons: { $cards }
button-separator = Mudar o separador
button-cancel = Cancelar
import-how =
    <b>Seus próprios cartões</b>
    Envie um arquivo: .apkg do Anki, CSV ou TSV, exportação do Quizlet, Markdown ou texto. Ou escreva <code>/import</code> e, em seguida, um cartão por linha, com travessão entre pergunta e resposta: <code>Capital do Peru? – Lima</code>

    Copiou do Quizlet? Melhor enviar um arquivo: a mensagem perde as tabulações.
import-title = Meus cartões
import-found =
    Encontrei { $cards } { $cards ->
        [1] cartão
       *[other] cartões
    } para o baralho <i>{ $title }</i>.
import-left-out = { $count ->
        [1] Ficou
       *[other] Ficaram
    } de fora { $count }: { $reasons }.
import-lost =
    Imagens e sons ficam para trás: { $cards } { $cards ->
        [1] cartão perdeu
       *[other] cartões perderam
    } algum.
import-example =
    <b>{ $question }</b>
    → { $answer }
import-separator = O que separa pergunta e resposta?
separator-0 = Tabulação
separator-1 = Ponto e vírgula ;
separator-2 = Vírgula ,
separator-3 = Barra |
separator-4 = Hífen -
separator-5 = Dois-pontos :
import-done = <b>{ $title }</b>: { $new } { $new ->
        [1] cartão novo
       *[other] cartões novos
    }{ $there ->
        [0] .
       *[other] , { $there } já existiam.
    }
import-nothing-new = <b>{ $title }</b>: nada de novo, { $there ->
        [1] o cartão já está
       *[other] todos os { $there } cartões já estão
    } lá.
import-fetching = ⏳ Baixando <i>{ $name }</i> ({ $size } MB)…
import-reading = ⏳ Lendo <i>{ $name }</i>…
import-dropped = Nada foi importado.
import-undone = Desfeito: { $title } está como antes.
import-gone = Isso já está resolvido.
import-failed = Não consegui baixar ou ler o arquivo. Envie de novo, por favor.
import-too-many-decks = Você já tem { $most } baralhos, o máximo que guardo por pessoa.
