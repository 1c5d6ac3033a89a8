### Every word the bot says in English. Texts are Telegram's HTML; arguments are escaped before they come here.

## The bot itself

bot-description = Learn a little every day. I ask cards from a deck, you answer in your own words, and I tell you what was right, what was missing and why. In groups I run quizzes with a leaderboard.
bot-short-description = A card a day, answered in your own words.

## First words

welcome =
    Hi { $name }! 👋 I ask, you answer in your own words, and I tell you what was right and why.

    Pick a deck and we begin:
welcome-language = I don’t speak { $language } yet. /language shows what I speak.
deck-line = • { $title } · { $cards } { $cards ->
        [one] card
       *[other] cards
    }
deck-line-language = { $line } · in { $language }
group-welcome-head = Hello everyone! 👋 I run quizzes here.
group-welcome =
    { group-welcome-head }

    Reply to my question with your answer, or answer in private. Nobody learns who was right before it closes.
    Start with /quiz. Or shall I ask a card every day? An admin taps the hour:
help-private =
    <b>How it works</b>
    I ask, you write the answer in your own words. Cards come back just before you would forget them.
help-group =
    <b>How it works</b>
    Reply to my question with your answer, or use its button to answer in private. The result comes when it closes.
help-more =
    Try <code>/quiz 10</code>, <code>/quiz capitals</code> or <code>/daily 09:00 5</code>.
help-more-group =
    Try <code>/quiz 10</code>, <code>/quiz capitals race</code> or <code>/daily 09:00</code>.
about =
    <b>Dailydeck { $version }</b>
    A free and open-source tutor.

    <b>What I keep</b>
    Your answers, what you remember and your settings, until you send /forget; /export gives them to you. Anything else you write is gone once I have replied, or after { $days } days at most if I failed at it. Backups kept by whoever runs me may last longer.

    Time zone data: { $zones }
only-in-groups = /{ $command } works in groups. Add me to one to use it.
only-in-private = /{ $command } works in our private chat.
not-in-groups-hint = Hints come by themselves as time passes.
not-in-groups-skip = Nothing to skip here: the quiz goes on by itself.
command-unknown = I don’t know /{ $command }. /help lists what I can do.
command-unknown-near = I don’t know /{ $command }. Did you mean /{ $near }? /help lists everything.

## Commands, for the menu and /help

command-quiz = Start a quiz
command-daily = Questions every day
command-stop = End the quiz
command-hint = A hint for this question
command-skip = Skip this question
command-stats = How you are doing
command-streak = Your streak, day by day
command-leaderboard = Who leads
command-decks = Choose a deck
command-settings = Settings
command-timezone = Set the time zone
command-language = Change the language
command-export = Get all your data
command-forget = Delete all your data
command-help = How it works
command-about = About this bot

## Buttons

button-hint = 💡 Hint
button-skip = Skip
button-know = I know it
button-undo = Undo
button-next = Next
button-more = 5 more
button-was-right = I was right
button-explain = Explain more
button-accept = ✅ Accept
button-refuse = Refuse
button-start = ▶️ Start
button-daily = ⏰ Daily
button-daily-hour = ⏰ Another hour
button-daily-off = Switch off
button-stats = 📊 My stats
button-leaderboard = 🏆 Leaderboard
button-group-quiz = ▶️ Start a quiz
button-group-again = ▶️ Play again
button-answer-privately = ✍️ Answer in private
button-private = Open our chat
button-daily-on = ⏰ Switch on
button-daily-more = More
button-second = Second hour
button-second-off = No second hour
button-pause = Pause
button-pause-weeks = { $weeks ->
        [one] 1 week
       *[other] { $weeks } weeks
    }
button-resume = End the pause
button-later = Later
button-in-an-hour = In an hour
button-this-evening = This evening
button-not-today = Not today
button-back = ‹ Back
button-settings-back = ‹ Settings
-chosen = chosen
chosen = ✓ { $label }
    .aloud = { $label }, { -chosen }
button-timezone = 🌍 Time zone
button-language = 💬 Language
button-decks = 📚 Deck
button-location = 📍 Share my location
button-show-name = Show my real name
button-hide-name = Use the made-up name
button-champions = 👑 Champions
button-hide = Hide me on leaderboards
button-show = Show me on leaderboards
button-hide-or-show = Hide or show me
button-forget = Delete everything
button-keep = Keep it
button-stale = This question is closed.
button-not-yours = That button isn’t for you.

## Questions

question-head = { $number } of { $total }
question-head-daily = Your daily { $total ->
        [one] question
       *[other] questions · { $number } of { $total }
    }
question-again = Once more
topic = { $topic }
question = <b>{ $question }</b>
hint = 💡 { $hint }
    .aloud = { button-hint }: { $hint }
hint-words = { $count ->
        [one] One word.
       *[other] { $count } words.
    }
hint-letters = It begins like this: <code>{ $text }</code>
hint-items = { $count ->
        [one] There is one thing to name.
       *[other] There are { $count } things to name.
    }
hint-one_item = One of them: { $text }
hint-points = { $count ->
        [one] There is one key point to make.
       *[other] There are { $count } key points to make.
    }
hint-point = One key point: <code>{ $text }</code>
hint-unit = The unit is { $text }.
hint-range = It lies between { $text } and { $upper }.
hint-none = There is no hint for this one.
hint-no-more = There are no more hints for this one.
next-open = Your question is still open: answer it, or skip it.
known = ✓ You know this one. It comes back in { $month }, to make sure.
known-undone = Undone: this card comes like any other.
backlog = { $waiting } cards are waiting. { $today } of them are for today, the rest is spread over the next days.
skipped = Skipped. You will see it again.
nothing-open = No question is open. Start one?
nothing-open-waiting = No question is open. Your quiz is waiting:
nothing-open-until = No question is open. Your next one comes { $day } at { $time } ({ $zone }). Start one now?
answer-empty = I need some text as an answer.
answer-too-long = That is too long: { $limit } characters at most. The question is still open.
answer-not-a-number = Please send an ordinary number, for example 12.5. The question is still open.
answer-forwarded = A forwarded message is no answer. Please write it yourself; the question is still open.
answer-not-text = Please answer in text. The question is still open.
answered-already = Your first answer counts: “{ $answer }” ({ $outcome }).
late = That question was closed, so no points this time.
deck-gone = That deck is no longer here. /decks shows the others.
quiz-unknown =
    I have no deck or topic called “{ $wanted }”.

    Decks: { $decks }
    Topics of { $deck }: { $topics }

## Verdicts

verdict-correct = Correct!
verdict-partial = Partly right
verdict-incorrect = Not yet
nearly = Nearly! Check the spelling and try once more: it costs nothing.
outcome-correct = correct
outcome-partial = partly right
outcome-incorrect = not right
points-plus = +{ $points }
    .aloud = { summary-points }
matched = ✓ { $part }
    .aloud = Right: { $part }
missing = ✗ Missing: { $part }
spelling = ✎ { $typed } → { $meant }
    .aloud = Spelling: { $meant }, not { $typed }
answer = <b>Answer:</b> { $answer }
list-item = • { $thing }
explanation = <i>{ $text }</i>
why-other-card = That is the answer to another question: “{ $question }”
why-negated = Your answer says the opposite: look at the “not”.
why-opposite = You have the opposite word in it.
why-swapped-roles = Right words, but the roles are swapped.
why-wrong-order = Right parts, but in another order.
why-near-miss = Close, but that is something else.
why-candidates = Please give one answer, not several to choose from.
why-echo = That repeats the question.
why-hedged = Please commit to one answer.
why-too-vague = That is too vague.
why-no-reason = Right so far; the reason is missing.
why-unit = Right number, but check the unit.
why-gave-up = No problem, here it is.
why-number = That is another number.

explain-parts = What belongs to it:
explain-some = { $count ->
        [one] One of these is enough:
       *[other] Any { $count } of these:
    }
explain-wording = “{ $text }”
explain-also = Also right: { $wordings }.
explain-wrong = Not to be confused with { $wordings }.
explain-related = Related, and met already:
explain-source = In the original study set: no. { $numbers }.
explain-later = This card is being asked just now. Answer it first.
explain-line = • { $text }

## The end of a sitting

summary = <b>Done!</b>
summary-correct = { $count } right
summary-partial = { $count } partly
summary-incorrect = { $count } not yet
summary-points = { $points ->
        [one] 1 point
       *[other] { $points } points
    }
summary-returns = { $cards ->
        [1] It comes back { $day }.
       *[other] { $later ->
            [0] They come back { $day }.
           *[other] { $count ->
                [1] One of them comes back { $day }, the others later.
               *[other] { $count } of them come back { $day }, the others later.
            }
        }
    }
milestone-streak = 🎉 { $days } days in a row. That is a habit now!
milestone-topic = 🎉 You know everything about “{ $title }”. It will last.
milestone-deck = 🎉 You know all of <b>{ $title }</b> by heart. Well done!
summary-streak = 🔥 { $days ->
        [one] Day 1 of your streak.
       *[other] { $days } days in a row.
    }

## Groups

group-question-head = Question { $number } of { $total }
group-daily-head = Card of the day
group-daily-none = No card today: this group has answered every card of <b>{ $deck }</b> this week. They come again in a few days. For more, choose another deck or start a quiz.
group-how = ↩️ Reply to this message with your answer. You have { $seconds } seconds.
group-how-daily = ↩️ Reply to this message with your answer, before { $day } { $time }.
group-answered = Answered: { $names }
names-more = { $names } and { $more } more
group-closed = <b>The result</b>
group-scored = { $name } +{ $points }
group-scored-more = { $count ->
        [one] And one more had it, fully or partly.
       *[other] And { $count } more had it, fully or partly.
    }
group-missed = { $count ->
        [one] One answer was not right.
       *[other] { $count } answers were not right.
    }
group-nobody = Nobody answered this time.
group-noted = Noted. The result comes in the group when the question closes.
group-answer-here =
    <b>{ $question }</b>

    Write your answer here. Nobody in the group sees it.
group-answer-hint = Your answer
group-answered-already = Your first answer counts. Wait for the result.
group-too-late = That question is closed.
group-not-member = That question is for the members of its group.
group-running = A quiz is running here already. /stop ends it.
group-nothing-running = No quiz is running here. /quiz starts one.
group-over = 🏁 <b>The quiz is over</b>
group-over-nobody = Nobody scored this time.
admins-only = Only group admins can change this.
anonymous-admin = I can’t see who you are. Turn off “Remain anonymous”, or write as yourself and not as a channel.

group-race-head = Race · { $number } of { $total }
group-how-race = ↩️ Reply to this message. The first right answer takes it. { $seconds } seconds.
group-how-guess = ↩️ Reply to this message. The first right answer takes it; guess as often as you like. { $seconds } seconds.
group-tried = Tried: { $names }
group-race-won = { $name } was first: +{ $points }
group-race-nobody = Nobody had it this time.
group-guess-again = Not yet. Guess again while it is open.
group-stop-not-yours = Only { $name }, who started this quiz, or an admin can end it.
group-over-unattended = 🏁 <b>Nobody is answering, so I stop here.</b>
quiz-menu-head = What shall we play?
quiz-menu =
    <b>{ quiz-menu-head }</b>
    Deck: { $deck }. Tap a topic for a short quiz about it.
quiz-started = { $name } has started a quiz: { $deck }.
quiz-admins-only = In this group only admins start a quiz.
button-quiz-round = ▶️ { $number } questions
button-quiz-race = 🏁 Race of { $number }
topic-gone = I can’t write in one of your topics: it is closed or deleted. My quiz and daily question there are off. An admin can open it again, or make me an admin; then send /daily there to go on.

topic-general-gone = I can’t write in the general topic of <b>{ $group }</b>: it is closed. My quiz and daily question there are off. Open it again, or make me an admin, and send /daily there to go on.

## Doctor

command-doctor = Why don’t you answer?
doctor-fine = ✅ All is well here.
doctor-hears-all = I hear plain messages too. If I seem deaf, take me out of the group and add me again: Telegram applies a changed privacy mode only then.
doctor-head = <b>What I found</b>
doctor-cannot-write = ❌ I may not write here. An admin can allow it: group settings → Permissions → Send messages.
doctor-privacy = ℹ️ I only hear commands and replies to my questions (privacy mode). That is enough to play. To let plain messages count, make me an admin; or turn it off with @BotFather (/setprivacy), then take me out and add me again.
doctor-slow = ℹ️ Slow mode is on: people wait { $seconds } seconds between two messages. Answering in private is not slowed; or switch it off in the group’s settings.
doctor-forum = ℹ️ In a closed topic I cannot write. Send /quiz in an open one, or make me an admin.
doctor-blind = Telegram doesn’t tell me how I stand here. Please try again in a minute.

digest-head = 📅 <b>This week in this group</b>
digest-learned = { $cards ->
        [one] 1 card answered
       *[other] { $cards } cards answered
    }, { $share }% of the answers right.
digest-slipping = <b>What slips</b>
digest-card = • { $question } → { $answer }
digest-leaders = <b>Who leads</b>
digest-improved = Most improved: <b>{ $name }</b>, { $points ->
        [one] 1 point
       *[other] { $points } points
    } more than last week.

## Leaderboard

board-head-group = 🏆 <b>{ $period ->
        [today] Today
        [week] This week
        [month] This month
        [gain] Most improved
       *[all] All time
    }</b> in this group
board-head-overall = 🏆 <b>{ $period ->
        [today] Today
        [week] This week
        [month] This month
        [gain] Most improved
       *[all] All time
    }</b>, everybody
board-period = { $period ->
        [today] Today
        [week] Week
        [month] Month
        [gain] 📈 Improved
       *[all] All time
    }
board-place = { $rank ->
        [1] 🥇
        [2] 🥈
        [3] 🥉
       *[other] { $rank }.
    }
board-gap = …
    .aloud = Further down:
board-line = { board-place } { $name } · { $points }
    .aloud = Place { $rank }: { $name }, { summary-points }.
board-line-own = <b>{ board-place } { $name } · { $points } (you)</b>
    .aloud = You: { board-line.aloud }
board-empty = { $period ->
        [gain] Nobody is ahead of their last week yet.
       *[all] No points yet. The first right answer leads.
    }
board-gain-how = This week’s points minus last week’s.
board-hidden = You are hidden: nobody sees you on a leaderboard.
board-now-hidden = You are hidden on all leaderboards now. Your points stay.
board-now-shown = You are shown on leaderboards again.
champions-head-group = 👑 <b>Past champions of this group</b>
champions-head-overall = 👑 <b>Past champions, everybody</b>
champions-week = Week of { $when }: { $names } · { $points }
    .aloud = Week of { $when }: { $names }, { summary-points }.
champions-month = { $when }: { $names } · { $points }
    .aloud = { $when }: { $names }, { summary-points }.
champions-none = Nobody yet. The first week ends on Sunday night.
board-by-alias = Here you are <b>{ $alias }</b>, a made-up name.
board-by-name = Others see your real name here.
name-shown = Your real name is shown now.
name-hidden = Your made-up name is shown now.
name-unknown = Learner { $code }
name-alias = { $animal ->
        [0] Otter
        [1] Heron
        [2] Badger
        [3] Lynx
        [4] Robin
        [5] Tortoise
        [6] Falcon
        [7] Hedgehog
        [8] Dolphin
        [9] Raven
        [10] Squirrel
        [11] Gecko
        [12] Marmot
        [13] Puffin
        [14] Salmon
       *[15] Beetle
    } { $code }

## Stats

stats-head = 📊 <b>Your progress</b> · { $span ->
        [week] last 7 days
        [month] last 30 days
       *[all] all time
    }
stats-span = { $span ->
        [week] Week
        [month] Month
       *[all] All time
    }
stats-empty = Nothing to show yet. Answer a few questions first.
stats-streak = 🔥 { $days ->
        [0] No streak at the moment
        [one] Streak: 1 day
       *[other] Streak: { $days } days
    } · { $last } of the last 30 days{ $today ->
        [0] {"."} Not yet today.
       *[1] {"."}
    }
stats-rest = { $days ->
        [one] 1 rest day in hand.
       *[other] { $days } rest days in hand.
    }
stats-points = { $points ->
        [one] 1 point
       *[other] { $points } points
    } in all.
stats-answers = { $answers ->
        [one] 1 answer
       *[other] { $answers } answers
    }, { $share }% right, on { $practised } of { $days ->
        [one] 1 day
       *[other] { $days } days
    }.
stats-deck = <b>{ $deck }</b>, what stays by topic:
stats-topic = { $topic }: { $share }% of { $repeated } · { $met }/{ $cards } cards met
    .aloud = { $topic }: { $share }% of { $repeated } remembered, { $met } of { $cards } cards met.
stats-topic-new = { $topic }: new · { $met }/{ $cards } cards met
    .aloud = { $topic }: new, { $met } of { $cards } cards met.
stats-more-topics = { $count ->
        [one] and 1 more topic
       *[other] and { $count } more topics
    }
stats-due = Due: { $days }.
stats-due-nothing = Nothing is due in the next 7 days.
stats-figure-streak = { $days ->
        [one] day in a row
       *[other] days in a row
    }
stats-figure-right = right
stats-figure-points = { $points ->
        [one] point
       *[other] points
    }
stats-percent = { $share }%
stats-practised = Practised { $practised } of { $days ->
        [one] 1 day
       *[other] { $days } days
    }
stats-picture-topics = What stays, by topic
stats-picture-met = { $met }/{ $cards } met
stats-picture-new = new
stats-picture-due = Due in the next 7 days
stats-today = Today

streak-day = { $day }: { $kind ->
        [practised] { $answers ->
            [one] 1 answer
           *[other] { $answers } answers
        }
        [rest] a rest day, the streak goes on
        [elsewhere] its question was answered, the streak goes on
        [open] nothing yet
       *[missed] nothing
    }
streak-rest = { $days ->
        [0] Seven days of practice earn a rest day. It is used by itself when you miss a day.
        [one] You have 1 rest day in hand: it is used by itself when you miss a day.
       *[other] You have { $days } rest days in hand: they are used by themselves when you miss a day.
    }

## Decks

decks-head = 📚 <b>Decks</b>
decks-how = ✓ marks the one that I ask from. Tap a deck to open it.
    .aloud = Tap a deck to open it.
deck-title = <b>{ $title }</b>
deck-title-chosen = ✓ { deck-title }
    .aloud = { deck-title }, { -chosen }
deck-page-title = 📚 <b>{ $title }</b>
deck-about = <i>{ $about }</i>
deck-size = { $cards ->
        [one] 1 card
       *[other] { $cards } cards
    }
deck-due = { $due } due
deck-new = { $new } new to you
deck-own = yours
deck-shared = shared with you
deck-disputed = { $count ->
        [one] 1 disputed answer
       *[other] { $count } disputed answers
    }
deck-language = in { $language }
deck-is-chosen = ✓ I ask from this deck.
deck-label-due = { $title } · { $due } due
button-study = ▶️ Study this
button-decks-back = ‹ Decks
button-page-back = ‹ { $page } of { $pages }
button-page-on = { $page } of { $pages } ›
button-cards = Cards
button-rename = Rename
button-delete-deck = Delete
button-deck-back = ‹ { $title }
button-cards-back = ‹ Cards
button-search = 🔍 Search
button-search-again = 🔍 Search again
button-add-card = ➕ Add a card
button-add-another = ➕ Another card
button-card-question = Question
button-card-answer = Answer
button-card-accept = Also right
button-card-explanation = Explanation
button-delete-card = Delete this card
button-clear = Leave it empty
deck-delete = Delete <b>{ $title }</b> with { $cards ->
        [one] its card
       *[other] its { $cards } cards
    } and what you know of { $cards ->
        [one] it
       *[other] them
    }? Your points stay.
deck-delete-taken = Those who have taken it keep it as it is now.
deck-deleted = <b>{ $title }</b> is deleted.
deck-renamed = The deck is called <b>{ $title }</b> now.
deck-title-taken = You have another deck called “{ $title }”.
deck-title-taken-back = Another deck of yours has that title now.
deck-not-yours = Only the deck’s owner can change it.
deck-full = A deck holds up to { $most } cards.
cards-head = <b>{ $title }</b> · cards { $first }–{ $last } of { $cards }
cards-found = { $count ->
        [0] No card with “{ $text }”.
        [one] One card with “{ $text }”:
       *[other] { $count } cards with “{ $text }”{ $shown ->
            [10] , the first ten:
           *[other] {":"}
        }
    }
cards-line = { $number }. { $question }
card-accept = <b>Also right:</b> { $accepted }
card-topic = Topic: { $topic }
card-kind = I judge it as { $kind ->
        [yes_no] a yes or no
        [term] a name or short phrase
        [number] a number
        [list] a list of { $things }
       *[explanation] an explanation
    }.
card-added = ✓ Added.
card-saved = ✓ Saved.
card-deleted = Deleted: { $question }
card-gone = That card is no longer in the deck.
card-last = A deck needs at least one card. You can delete the whole deck instead.
card-accept-full = Up to { $most } wordings, please.
write-new = Send me the question.
write-new-answer = Now send me the answer, in your own words.
write-question = Send me the question as it should be.
write-answer = Send me the answer as it should be.
write-accept = Send me everything else that counts as right, one wording a line.
write-explanation = Send me a sentence or two that says why.
write-title = Send me the new name of the deck.
write-search = What shall I look for? Send me a word or two.
write-now =
    Now:
    <code>{ $text }</code>
write-too-long = That is too long: { $limit } characters at most. Please send it again, shorter.
undo-too-late = It has changed again since, so I can’t take that back.
decks-how-group = To play with a deck of your own: open it in our private chat, then Share, then Use it in a group.
deck-of = { $by ->
        [none] Shared with you. It follows its owner’s edits.
       *[other] Shared by { $by }. It follows their edits.
    }
deck-nobodys = Its owner no longer shares this deck. It stays with you as it is.
deck-left = <b>{ $title }</b> is off the list.
deck-leave-for-good = <b>{ $title }</b> is no longer shared, so you could not take it again. Leave it, with what you know of it?
deck-copied = <b>{ $title }</b> is yours now, with all that you know of it. You can edit it, and it no longer follows anybody’s edits.
deck-taken = ✓ <b>{ $title }</b> is in your list.
deck-not-shared = This deck is not shared.
group-deck-taken = 📚 From now on we play with <b>{ $title }</b> ({ $cards ->
        [one] 1 card
       *[other] { $cards } cards
    }).
taken-too-many = That would be too many: up to { $most } decks of others, please.
button-share = Share
button-copy = Make it mine
button-leave = Leave
button-take-out = Take out { $title }
button-take-again = Take it again
button-send-link = Send the link
button-use-in-group = Use it in a group
button-withdraw = Stop sharing
button-go-on-sharing = Go on sharing
button-take-deck = Take it
button-not-now = Not now
share =
    <b>Share { $title }</b>
    Anyone who opens this link can take the deck, and gets every edit you make:
    { $link }
share-unused = Nobody has taken it yet.
share-users = Used by { $learners ->
        [one] 1 learner
       *[other] { $learners } learners
    }{ $groups ->
        [0] {""}
        [one] {" "}and 1 group
       *[other] {" "}and { $groups } groups
    }.
share-disputed-head = <b>What gives most trouble</b>
share-disputed = • { $question }: { $percent }% of { $answers } not right{ $appeals ->
        [0] {""}
        [one] , disputed once
       *[other] , disputed { $appeals } times
    }
offer = 📚 <b>{ $title }</b>
    { deck-size }{ $by ->
        [none] {""}
       *[other] , shared by { $by }
    }
offer-how = Take it, and I ask you from it. You get every edit its owner makes.
offer-declined = All right. The link works whenever you want.
link-dead = This deck is no longer shared.
withdraw-ask = Stop sharing <b>{ $title }</b>? The link stops working. { $learners ->
        [0] {""}
       *[other] {"Those who have taken it keep it as it is now, and what they know of it. "}
    }{ $groups ->
        [0] {""}
       *[other] {"Groups that play with it keep it as it is now. "}
    }You keep the deck.
withdrawn = <b>{ $title }</b> is no longer shared.
withdrawn-told = <b>{ $title }</b> is no longer shared by its owner. You keep it as it is, with all that you know of it.
withdrawn-group = <b>{ $title }</b> is no longer shared by its owner. This group keeps it as it is.
button-export = Export
export-deck = Export <b>{ $title }</b> as which kind of file? All of them keep everything, except text and Markdown.
export-done = { $title }: { $cards ->
        [one] 1 card
       *[other] { $cards } cards
    }
export-history = Your answers to { $title }
export-history-name = answers
export-no-answers = You haven’t answered any of these cards yet.
too-fast-export = That didn’t work. Please tap again in a moment.
format-csv = CSV (spreadsheet)
format-tsv = TSV
format-txt = Text for Quizlet
format-md = Markdown
format-toml = Deck file (TOML)
format-apkg = Anki (.apkg)
format-history = My answers (CSV)
deck-chosen = From now on I ask from <b>{ $title }</b>.

## Settings

settings-head = ⚙️ <b>Settings</b>
settings-deck = Deck: { $deck }
settings-daily = Daily: { $number ->
        [one] 1 question
       *[other] { $number } questions
    } at { $time }
settings-daily-off = Daily: off
settings-zone = Time zone: { $zone } (now { $time })
settings-language = Language: { $language }
button-topics = Topics
button-settings = ⚙️ Settings
setting-digest = Weekly recap
option-digest = { $value ->
        [on] on
       *[off] off
    }
about-digest = On Sunday evening I sum up the week: what you learned, what slips, and who leads.
topics-about =
    <b>Topics of { $deck }</b>

    Tap a topic once to have its new cards first, twice to leave it out, a third time to undo that.
topic-wish = { $wish ->
        [focus] ★ { $topic }: first
        [leave_out] { $topic }: left out
       *[none] { $topic }
    }
setting-line = { $setting }: { $option }
setting-new = New cards a day
option-new = { $value ->
        [0] none
       *[other] { $value }
    }
about-new = How many cards you have never seen come with your daily questions. Fewer means less to repeat later.
setting-goal = Memory goal
option-goal = { $value }%
about-goal = How much of what you have learned you want to know at any time. A higher goal brings cards back sooner, so there is more to do.
setting-board = On leaderboards
option-board = { $value ->
        [alias] { $alias }
        [name] My name
       *[hidden] Nowhere
    }
about-board = How others see you on the leaderboard of all learners: under a made-up name, under your own, or nowhere. “Nowhere” also takes you off the boards of your groups.
setting-quiet = Quiet hours
option-quiet = { $value ->
        [none] none
       *[other] { $value }
    }
about-quiet = In these hours I say nothing that you didn’t ask for. Hours that you set for daily questions always hold.
setting-plain = Plain text
option-plain = { $value ->
        [on] on
       *[off] off
    }
about-plain = For screen readers: no pictures, and no signs that are only there for the eye. Everything is said in words.
setting-mode = Quiz mode
option-mode = { $value ->
        [race] race
       *[round] round
    }
about-mode = In a round everybody answers once until the question closes. In a race the first right answer takes it.
setting-seconds = Time to answer
option-seconds = { $value } s
about-seconds = How long a question of a quiz stays open.
setting-starters = Who may start
option-starters = { $value ->
        [admins] admins
       *[everyone] everyone
    }
about-starters = Who may start a quiz in this group.
daily-ask =
    When should I ask every day? Tap an hour, or send for example <code>/daily 09:00</code> or <code>/daily 09:00 3</code>.

    Times are in { $zone }.
daily-now =
    { $number ->
        [one] 1 question
       *[other] { $number } questions
    } every day at { $time } ({ $zone }).
daily-change = Tap another hour or number to change it.
daily-paused = Paused until { $day }.
daily-second = When should I ask a second time each day?
daily-pause = How long shall I leave you alone? Your cards wait, and nothing piles up.
daily-slowed = You haven’t answered for a week, so I’ll ask once a week from now on. Answer any question and I’m back every day.
daily-back = Good to have you back! Daily questions come every day again.
snoozed = ⏰ I’ll ask again at { $time }. You can also answer now.
not-today = All right, not today.
daily-set =
    ⏰ Set: { $number ->
        [one] 1 question
       *[other] { $number } questions
    } every day at { $time } ({ $zone }).
    Starting { $day }, { $first }.
daily-gap = On { $day } the clocks skip { $time }; I’ll ask at { $instead }.
daily-zone-unknown = Is { $zone } the right time zone? If not, tap here.
daily-not-understood = I don’t understand “{ $wanted }”. Use HH:MM, for example <code>/daily 09:00</code>.
day-today = today
day-tomorrow = tomorrow
day-later = { $weekday } { $date }
day-named = { $weekday } { $date }
daily-off = Daily questions are off.
daily-off-already = Daily questions were not on.
zone-ask = Your time zone is <b>{ $zone }</b>, where it is { $time }. Tap a city, or send for example <code>/timezone Berlin</code>.
zone-ask-group = This group’s time zone is <b>{ $zone }</b>, where it is { $time }. Tap a city, or send for example <code>/timezone Berlin</code>.
zone-location = Share your location once. I keep the time zone, not the place.
zone-nearest = I don’t know the zone “{ $wanted }”. Did you mean:
zone-unknown = I don’t know the zone “{ $wanted }”. Send the biggest city near you, for example <code>/timezone Berlin</code>.
zone-at-sea = I can’t tell the time zone of that place. Try a city: <code>/timezone Berlin</code>.
zone-set = Time zone: <b>{ $zone }</b>. It is { $time } now.
zone-next = Next question: { $day }, { $time }.
language-ask = Which language shall I speak?
language-unknown = I don’t speak “{ $wanted }” yet. Choose one:
language-set = I speak English from now on.

## Appeals

appeal-filed = Noted. I treat this card as known; points follow once somebody has looked at it.
appeal-filed-owner = Noted. I treat this card as known. The deck’s owner sees your answer, not your name; points follow if it counts.
appeal-own = “{ $text }” counts as right from now on: it is your deck.
appeals-owner = Somebody says that an answer in your deck <b>{ $title }</b> was right. Have a look when you have a minute.
button-disputes-look = Look at it
appeal-already = You have said so already.
appeal-accepted = You were right! “{ $text }” now counts as an answer to “{ $question }”
appeal-points = { $told } +{ $points }
    .aloud = { $told } { summary-points }.
appeal-refused =
    Somebody has looked at “{ $text }” as an answer to “{ $question }”. It does not count, sorry.

    The right answer: { $answer }
appeals-none = No answer is disputed.
appeals-head = <b>Disputed answers: { $count }</b>
appeals-said = { $learners ->
        [one] 1 learner
       *[other] { $learners } learners
    } answered “{ $text }”. Accept it from now on?
appeals-decided = That has been decided already.

## Privacy

export-caption = Everything I hold on you.
export-tables = Your answers, cards and points as tables for a spreadsheet (CSV). Times are in { $zone }.
export-lately = Your last export is { $since ->
        [0] less than a minute
        [one] 1 minute
       *[other] { $since } minutes
    } old. You can have the next one in { $left ->
        [one] 1 minute
       *[other] { $left } minutes
    }.
forget-ask =
    This deletes for good: { $answers ->
        [one] 1 answer
       *[other] { $answers } answers
    }, what you know about { $cards ->
        [one] 1 card
       *[other] { $cards } cards
    }, { $points ->
        [one] 1 point
       *[other] { $points } points
    }, your settings and your streak.
forget-decks = Those who have taken a deck of yours keep it as it is, without your name.
forget-too-late = That was a while ago. Send /forget again if you still want it.
forgotten = Everything is deleted. If you ever come back: /start.
kept = Nothing was deleted.

## Errors

too-fast = Too fast! I’ll listen again in { $seconds } seconds.
failed = Something went wrong on my side. Please try again; if it stays, tell the operator this: { $reference }
operators-only = That command is for admins.
admin-status =
    <b>Dailydeck { $version }</b>
    Private chats: { $private }, groups: { $groups }
    Waiting to be sent: { $pending }
    Updates set aside: { $dead }
    Disputed answers: { $appeals } (/admin appeals)

## Files with cards

import-none = No cards found. One a line, please, with a dash between question and answer: <code>Capital of Peru? – Lima</code>
left-out-line = Row { $line }: { $said }
left-out-empty = empty
left-out-no-question = no question
left-out-no-answer = no answer
left-out-picture-only = picture only
left-out-sound-only = sound only
left-out-too-long = too long
left-out-twice = there twice
left-out-cells = more cells than the header
left-out-quote = quote not closed
left-out-invalid = not a valid card
unreadable-too-big = Files up to { $limit } MB, please.
unreadable-too-big-unpacked = This deck is too big when unpacked (limit { $limit } MB).
unreadable-too-many = That is too much at once: up to { $limit } cards, please.
unreadable-encoding = I can’t make out the letters. Please save it as UTF-8.
unreadable-format = I can’t read this kind of file. I take CSV, TSV, text, Markdown, TOML and Anki’s .apkg.
unreadable-too-many-files = This isn’t a valid Anki deck: there are more than { $limit } files in it.
unreadable-not-anki = This isn’t a valid Anki deck: there is no collection of cards in it.
unreadable-damaged = This isn’t a valid Anki deck: it is damaged, or cut short.
unreadable-encrypted = This file is locked with a password. Please send it without one.
unreadable-old-anki-only = This package holds no cards that I can read. Export it from Anki with “Support older Anki versions”.
unreadable-unsafe = This deck can’t be read safely.
unreadable-deck = There are mistakes in this deck file.

command-import = Bring your own cards
button-import = Import { $cards } { $cards ->
        [one] card
       *[other] cards
    }
button-import-good = Import the { $cards } good ones
button-separator = Change separator
button-cancel = Cancel
import-how =
    <b>Bring your own cards</b>
    Send me a file: an Anki .apkg, CSV or TSV, a Quizlet export, Markdown or text. Or write <code>/import</code> with the cards behind it, one a line, a dash between question and answer: <code>Capital of Peru? – Lima</code>

    Copied from Quizlet? Better send a file: a message loses the tabs.
import-title = My cards
import-found =
    I found { $cards } { $cards ->
        [one] card
       *[other] cards
    } for the deck <i>{ $title }</i>.
import-left-out = { $count } left out: { $reasons }.
import-lost =
    Pictures and sounds stay behind: { $cards } { $cards ->
        [one] card has
       *[other] cards have
    } lost some.
import-example =
    <b>{ $question }</b>
    → { $answer }
import-separator = What stands between question and answer?
separator-0 = Tab
separator-1 = Semicolon ;
separator-2 = Comma ,
separator-3 = Bar |
separator-4 = Dash -
separator-5 = Colon :
import-done = <b>{ $title }</b>: { $new } new { $new ->
        [one] card
       *[other] cards
    }{ $there ->
        [0] .
       *[other] , { $there } already there.
    }
import-nothing-new = <b>{ $title }</b>: nothing new, { $there ->
        [one] its card is
       *[other] all { $there } cards are
    } there already.
import-fetching = ⏳ Fetching <i>{ $name }</i> ({ $size } MB)…
import-reading = ⏳ Reading <i>{ $name }</i>…
import-dropped = Nothing was imported.
import-undone = Undone: { $title } is as it was before.
import-gone = That is settled already.
import-failed = I couldn’t fetch or read that. Please send it again.
import-too-many-decks = You have { $most } decks already, which is as many as I keep for one person.
