"""A stock bot, as its library's manual teaches to write one: python-telegram-bot with its JobQueue, and SQLite.

    python -m trust.stock TELEGRAM_URL TOKEN DATABASE_FILE

It keeps questions, answers, scores and daily times in its database, and sets its daily jobs anew at each start.
"""

import datetime
import logging
import sqlite3
import sys
from typing import Any

from telegram import Update
from telegram.ext import Application, CommandHandler, ContextTypes, MessageHandler, filters

CARDS = {
    "planets": ("Which planet is called the red planet?", "mars"),
    "giants": ("Which planet is the largest of all?", "jupiter"),
}
TABLES = """
CREATE TABLE IF NOT EXISTS questions (chat_id INTEGER PRIMARY KEY, topic TEXT);
CREATE TABLE IF NOT EXISTS answers (id INTEGER PRIMARY KEY, user_id INTEGER, topic TEXT, text TEXT, points INTEGER);
CREATE TABLE IF NOT EXISTS scores (user_id INTEGER PRIMARY KEY, points INTEGER);
CREATE TABLE IF NOT EXISTS daily (chat_id INTEGER PRIMARY KEY, at TEXT);
"""
App = Application[Any, Any, Any, Any, Any, Any]


class Bot:
    """Its handlers."""

    def __init__(self, file: str) -> None:
        self.rows = sqlite3.connect(file)
        self.rows.executescript(TABLES)

    def ask(self, chat_id: int, topic: str) -> str:
        """Notes which question is open in a chat, and returns its words."""
        with self.rows:
            self.rows.execute("INSERT OR REPLACE INTO questions VALUES (?, ?)", (chat_id, topic))
        return CARDS[topic][0]

    async def quiz(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """/quiz TOPIC."""
        if update.message is not None:
            topic = context.args[0] if context.args else "planets"
            await update.message.reply_text(self.ask(update.message.chat_id, topic))

    async def about(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        """/about."""
        if update.message is not None:
            await update.message.reply_text("Dailydeck's stock rival")

    async def answer(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        """Any text is an answer."""
        message = update.message
        if message is None or message.from_user is None:
            return
        asked = self.rows.execute("SELECT topic FROM questions WHERE chat_id = ?", (message.chat_id,)).fetchone()
        if asked is None:
            await message.reply_text("No question is open.")
            return
        text, user = message.text or "", message.from_user.id
        points = 10 if text.strip().casefold() == CARDS[asked[0]][1] else 0
        with self.rows:
            self.rows.execute(
                "INSERT INTO answers (user_id, topic, text, points) VALUES (?, ?, ?, ?)", (user, asked[0], text, points)
            )
            held = self.rows.execute("SELECT points FROM scores WHERE user_id = ?", (user,)).fetchone()
            total = (held[0] if held else 0) + points
            self.rows.execute("INSERT OR REPLACE INTO scores VALUES (?, ?)", (user, total))
            self.rows.execute("DELETE FROM questions WHERE chat_id = ?", (message.chat_id,))
        await message.reply_text(f"✅ Correct! +{points}" if points else "❌ Not yet.")

    async def push(self, context: ContextTypes.DEFAULT_TYPE) -> None:
        """The daily question of one chat."""
        if context.job is not None and context.job.chat_id is not None:
            chat_id = context.job.chat_id
            await context.bot.send_message(chat_id, f"Your daily question\n{self.ask(chat_id, 'planets')}")

    async def set_daily(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """/daily HH:MM."""
        if update.message is None or not context.args:
            return
        with self.rows:
            self.rows.execute("INSERT OR REPLACE INTO daily VALUES (?, ?)", (update.message.chat_id, context.args[0]))
        self.schedule(context.application, update.message.chat_id, context.args[0])
        await update.message.reply_text("Daily question set.")

    def schedule(self, application: App, chat_id: int, at: str) -> None:
        """A job for each chat."""
        if application.job_queue is not None:
            time = datetime.time.fromisoformat(at).replace(tzinfo=datetime.UTC)
            application.job_queue.run_daily(self.push, time, chat_id=chat_id, name=str(chat_id))

    async def started(self, application: App) -> None:
        """What was set in earlier runs."""
        for chat_id, at in self.rows.execute("SELECT chat_id, at FROM daily"):
            self.schedule(application, chat_id, at)


def main() -> None:
    """Runs until it is stopped."""
    url, token, file = sys.argv[1:]
    logging.basicConfig(format="%(asctime)s %(name)s %(levelname)s %(message)s", level=logging.INFO)
    bot = Bot(file)
    application = Application.builder().token(token).base_url(f"{url}/bot").post_init(bot.started).build()
    application.add_handler(CommandHandler("quiz", bot.quiz))
    application.add_handler(CommandHandler("daily", bot.set_daily))
    application.add_handler(CommandHandler("about", bot.about))
    application.add_handler(MessageHandler(filters.TEXT & ~filters.COMMAND, bot.answer))
    application.run_polling()


if __name__ == "__main__":
    main()
