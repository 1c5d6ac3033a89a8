"""The guards against losing and doubling: where each stands, what the code is without it, and who should notice."""

from dataclasses import dataclass

TABLES = "storage/migrations/versions/0001_first_tables.py"
DELIVERY, STORAGE = "tests/bot/test_delivery.py", "tests/storage/test_storage.py"
QUEUES = "tests/storage/test_queues.py"
BAD_INPUT = "tests/bot/test_bad_input.py"
WORKERS, DAILY, ZONES = "tests/bot/test_workers.py", "tests/bot/test_daily.py", "tests/bot/tutor"
SCORES = "tests/storage/test_scores.py"
BREAKS = "tests/storage/test_breaks.py"
PROCESS = "tests/bot/test_process.py"


@dataclass(frozen=True)
class Guard:
    """In `file`, `code` is replaced by `without`; one of `tests` must fail then, on SQLite unless `postgres` is set."""

    name: str
    file: str
    code: str
    without: str
    tests: tuple[str, ...]
    postgres: bool = False


def _key(name: str, columns: str, constraint: str, *tests: str) -> Guard:
    code = f"        sa.UniqueConstraint({columns}, name=op.f({constraint!r})),\n".replace("'", '"')
    return Guard(f"unique key of {name}", TABLES, code, "", tests)


GUARDS = (
    _key("answers", '"question_id", "learner_id"', "uq_answers_question_id_learner_id", STORAGE),
    _key("pushes", '"subscription_id", "local_date"', "uq_pushes_subscription_id_local_date", STORAGE),
    _key("the ledger", '"question_id", "learner_id", "kind"', "uq_ledger_question_id_learner_id_kind", STORAGE),
    _key("the outbox", '"dedupe_key"', "uq_outbox_dedupe_key", QUEUES),
    _key("appeals", '"question_id", "learner_id"', "uq_appeals_question_id_learner_id", "tests/bot/test_appeals.py"),
    Guard(
        "primary key of the inbox",
        TABLES,
        '        sa.PrimaryKeyConstraint("update_id", name=op.f("pk_inbox")),\n',
        "",
        (QUEUES, DELIVERY),
    ),
    Guard(
        "an update is claimed once",
        "storage/inbox.py",
        '.where(_INBOX.c.update_id == bindparam("claimed"), _INBOX.c.state == InboxState.WAITING)',
        '.where(_INBOX.c.update_id == bindparam("claimed"))',
        (QUEUES, DELIVERY),
    ),
    Guard(
        "BEGIN IMMEDIATE on the connection that writes",
        "storage/sharing.py",
        'self._connection.execute("BEGIN IMMEDIATE")',
        'self._connection.execute("BEGIN DEFERRED")',
        (BREAKS,),
    ),
    Guard(
        "BEGIN IMMEDIATE on other connections",
        "storage/database.py",
        "get(BEGIN, 'IMMEDIATE')",
        "get(BEGIN, 'DEFERRED')",
        (BREAKS,),
    ),
    Guard(
        "a commit is waited for",
        "storage/sharing.py",
        "        await group.wait()\n\n",
        "\n",
        ("tests/storage/test_sharing.py",),
    ),
    Guard(
        "synchronous = FULL",
        "storage/database.py",
        '"synchronous = FULL"',
        '"synchronous = OFF"',
        (BREAKS,),
    ),
    Guard(
        "the inbox is committed before the offset moves",
        "bot/delivery/polling.py",
        "                    await self._inbox.take_in(found, self._bot)\n"
        '                    self._offset = found[-1]["update_id"] + 1\n',
        '                    self._offset = found[-1]["update_id"] + 1\n'
        "                    await self._inbox.take_in(found, self._bot)\n",
        (DELIVERY,),
    ),
    Guard(
        "what was taken in is replayed",
        "bot/assembly.py",
        "replayed := await replay.take_up()",
        "replayed := 0",
        (DELIVERY,),
    ),
    Guard(
        "a webhook says 200 only for what is kept",
        "bot/delivery/webhook.py",
        "return self._refuse(HTTPStatus.SERVICE_UNAVAILABLE,",
        "return web.Response() or self._refuse(HTTPStatus.SERVICE_UNAVAILABLE,",
        ("tests/bot/test_webhook.py",),
    ),
    Guard(
        "the secret of the webhook",
        "bot/delivery/webhook.py",
        "if not hmac.compare_digest(given, self._secret):",
        "if False:",
        ("tests/bot/test_webhook.py",),
    ),
    Guard(
        "a failing update is set aside",
        "bot/conversation/frame.py",
        "            await store.inbox.set_aside(update.update_id)\n",
        "            pass\n",
        (DELIVERY,),
    ),
    Guard(
        "what ends the process each time is set aside",
        "bot/delivery/replay.py",
        "        if tries >= TRIES:\n",
        "        if False:\n",
        (PROCESS,),
    ),
    Guard(
        "an outage is not the fault of the update",
        "bot/conversation/frame.py",
        "if is_outage(error):",
        "if False:",
        (DELIVERY,),
    ),
    Guard(
        "the fold rule: of an hour that comes twice, the first",
        "bot/tutor/calendar.py",
        "    local = datetime.combine(day, at, zone)\n",
        "    local = datetime.combine(day, at, zone).replace(fold=1)\n",
        (ZONES,),
    ),
    Guard(
        "a gap that ends at midnight leaves no day out",
        "bot/tutor/calendar.py",
        "if (found - timedelta(seconds=1)).astimezone(zone).date() < day < found.astimezone(zone).date():",
        "if day < found.astimezone(zone).date():",
        (ZONES,),
    ),
    Guard(
        "one push for a date after a change of zone",
        "bot/tutor/calendar.py",
        "        day = max(day, last + timedelta(days=1))\n",
        "        pass\n",
        (DAILY, ZONES),
    ),
    Guard(
        "pre-ping of pooled connections",
        "storage/database.py",
        "pool_pre_ping=True",
        "pool_pre_ping=False",
        (BREAKS,),
        postgres=True,
    ),
    Guard(
        "of a part that fails nothing stays",
        "storage/sharing.py",
        "            self._undo_part()\n            raise\n",
        "            raise\n",
        ("tests/storage/test_sharing.py",),
    ),
    Guard(
        "a time for each statement on PostgreSQL",
        "storage/database.py",
        'settings | {"command_timeout": COMMAND_SECONDS}',
        "settings",
        (BREAKS,),
        postgres=True,
    ),
    Guard(
        "the pause of one chat",
        "bot/delivery/sender.py",
        "        self._paused[row.chat_id] = self._seconds() + result.pause_chat\n",
        "",
        (DELIVERY,),
    ),
    Guard(
        "the pause of all chats",
        "bot/delivery/sender.py",
        "max(self._all_paused_until, self._seconds() + result.pause_all)",
        "self._all_paused_until",
        (DELIVERY,),
    ),
    Guard(
        "what may have arrived is sent once more, not again and again",
        "bot/delivery/fate.py",
        "case NetworkError() if not row.attempts:",
        "case NetworkError():",
        (DELIVERY,),
    ),
    Guard(
        "what met a server error is sent once more, not again and again",
        "bot/delivery/fate.py",
        "        if row.attempts:\n            log.error(",
        "        if row.attempts < 0:\n            log.error(",
        ("tests/bot/test_sender.py", DELIVERY),
    ),
    Guard(
        "a text that Telegram cannot read goes out plain",
        "bot/delivery/sender.py",
        "            if not is_unreadable(error):\n",
        "            if True:\n",
        (DELIVERY,),
    ),
    Guard(
        "what a killed run was sending is taken up",
        "storage/outbox.py",
        "update(OutboxRow).where(*theirs)",
        "update(OutboxRow).where(False)",
        (DELIVERY, WORKERS),
    ),
    Guard(
        "who has blocked the bot is left alone",
        "bot/delivery/sender.py",
        "                await store.chats.mark_gone(row.chat_id)\n",
        "",
        (DELIVERY,),
    ),
    Guard(
        "one process at a time on SQLite",
        "storage/alone.py",
        "fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)",
        "pass",
        ("tests/bot/test_cli.py",),
    ),
    Guard(
        "one of several workers leads",
        "storage/workers.py",
        'SELECT pg_try_advisory_lock(:kind, :number)")',
        'SELECT true OR :kind = :number")',
        (WORKERS,),
        postgres=True,
    ),
    Guard(
        "each learner's updates in order, over all workers",
        "bot/conversation/frame.py",
        "            if earlier is not None:\n",
        "            if False:\n",
        (WORKERS,),
        postgres=True,
    ),
    Guard(
        "Telegram's limits are shared",
        "bot/delivery/limits.py",
        "            wait = max(paused, wait_of(chat_id, chat.sent, now))\n",
        "            wait = 0.0\n",
        ("tests/bot/test_limits.py",),
        postgres=True,
    ),
    Guard(
        "points are added one award at a time",
        "storage/scores.py",
        "        await self._lock()\n        common = {",
        "        common = {",
        (SCORES, STORAGE),
        postgres=True,
    ),
    Guard(
        "no upgrade without a copy",
        "storage/revisions.py",
        "            _back_up(file, revision)\n",
        "            pass\n",
        ("tests/storage/test_backup.py",),
    ),
    Guard(
        "an older version refuses a newer database",
        "storage/revisions.py",
        "if revision is not None and revision not in known:",
        "if False:",
        ("tests/storage/test_backup.py",),
    ),
    Guard(
        "a flood earns a pause",
        "bot/conversation/floods.py",
        "            self._until[sender_id] = sent_at + PAUSE_SECONDS\n",
        "",
        (BAD_INPUT,),
    ),
    Guard(
        "what people write is escaped",
        "bot/conversation/words.py",
        "    return value if isinstance(value, Html) else html.escape(value, quote=False)\n",
        "    return value\n",
        (BAD_INPUT, "tests/bot/test_bad_answers.py"),
    ),
    Guard(
        "secrets are hidden in logs",
        "bot/ops/logs.py",
        'return PASSWORD.sub(r"\\1…@", TOKEN.sub("<token>", text))',
        "return text",
        ("tests/bot/test_logs.py",),
    ),
)
