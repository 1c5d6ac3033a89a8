"""What the bot is measured against: loops that judge by one comparison and write the same rows, with nothing around.

python -m benchmarks.rivals bare|stock TELEGRAM_URL TOKEN DATABASE_FILE
"""

import asyncio
import sqlite3
import sys
from typing import Any

import aiohttp
from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters

TABLES = """
PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
CREATE TABLE inbox (update_id INTEGER PRIMARY KEY, body TEXT, state TEXT);
CREATE TABLE answers (id INTEGER PRIMARY KEY, learner_id INTEGER, text TEXT, score REAL);
CREATE TABLE ledger (id INTEGER PRIMARY KEY, learner_id INTEGER, kind TEXT, points INTEGER);
CREATE TABLE scores (learner_id INTEGER PRIMARY KEY, points INTEGER);
CREATE TABLE memories (learner_id INTEGER PRIMARY KEY, stability REAL, due REAL);
CREATE TABLE outbox (id INTEGER PRIMARY KEY, chat_id INTEGER, payload TEXT);
"""


def write(rows: sqlite3.Connection, update_id: int, person: int, text: str) -> str:
    """An answer and all that hangs on it: three commits, as an update comes in, is dealt with and is answered."""
    with rows:
        rows.execute("INSERT OR IGNORE INTO inbox VALUES (?, ?, 'waiting')", (update_id, text))
    right = text.casefold() == "paris"
    with rows:
        rows.execute("INSERT INTO answers (learner_id, text, score) VALUES (?, ?, ?)", (person, text, float(right)))
        rows.execute("INSERT INTO ledger (learner_id, kind, points) VALUES (?, 'answer', 10)", (person,))
        rows.execute(
            "INSERT INTO scores VALUES (?, 10) ON CONFLICT (learner_id) DO UPDATE SET points = points + 10", (person,)
        )
        rows.execute("INSERT OR REPLACE INTO memories VALUES (?, 1.0, 2.0)", (person,))
        rows.execute("INSERT INTO outbox (chat_id, payload) VALUES (?, ?)", (person, text))
        rows.execute("UPDATE inbox SET state = 'done', body = '' WHERE update_id = ?", (update_id,))
    with rows:
        rows.execute("DELETE FROM outbox WHERE chat_id = ?", (person,))
    return "Correct!" if right else "Not yet."


async def bare(url: str, token: str, rows: sqlite3.Connection) -> None:
    """aiohttp and nothing else: no objects, no routes, no limits, no order, no second try."""
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=64)) as session:

        async def deal_with(update: dict[str, Any]) -> None:
            message = update["message"]
            said = write(rows, update["update_id"], message["chat"]["id"], message["text"])
            call = f"{url}/bot{token}/sendMessage"
            async with session.post(call, data={"chat_id": message["chat"]["id"], "text": said}) as answer:
                await answer.read()

        offset = 0
        async with asyncio.TaskGroup() as group:
            while True:
                async with session.post(f"{url}/bot{token}/getUpdates", data={"offset": offset, "timeout": 30}) as got:
                    updates = (await got.json())["result"]
                for update in updates:
                    group.create_task(deal_with(update))
                    offset = update["update_id"] + 1


def stock(url: str, token: str, rows: sqlite3.Connection) -> None:
    """python-telegram-bot as it comes."""

    async def answer(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        if update.message is not None:
            text = update.message.text or ""
            await update.message.reply_text(write(rows, update.update_id, update.message.chat_id, text))

    application = Application.builder().token(token).base_url(f"{url}/bot").build()
    application.add_handler(MessageHandler(filters.TEXT, answer))
    application.run_polling()


def main() -> None:
    """Runs until it is killed."""
    kind, url, token, file = sys.argv[1:]
    rows = sqlite3.connect(file)
    rows.executescript(TABLES)
    if kind == "bare":
        asyncio.run(bare(url, token, rows))
    else:
        stock(url, token, rows)


if __name__ == "__main__":
    main()
