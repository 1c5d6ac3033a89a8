"""What is counted for Prometheus; docs/operating.md says what each number tells."""

from importlib.metadata import version

from prometheus_client import REGISTRY, Counter, Gauge, Histogram, Info

SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 900)

UPDATE_SECONDS = Histogram("dailydeck_update_seconds", "Time an update takes until all is kept", buckets=SECONDS)
DELIVERY_SECONDS = Histogram(
    "dailydeck_delivery_seconds", "Time from the outbox to Telegram, by priority", ["priority"], buckets=SECONDS
)
CALLS = Counter("dailydeck_calls", "Calls from the outbox, by what became of them", ["outcome"])
PAUSES = Counter("dailydeck_pauses", "Times that Telegram has asked for a pause (429)")
POLL_FAILURES = Counter("dailydeck_poll_failures", "Times that no updates could be fetched")
WEBHOOK_REFUSALS = Counter("dailydeck_webhook_refusals", "Requests to the webhook that were refused")
DUE = Counter("dailydeck_due", "What was done when its time had come, by kind and outcome", ["work", "outcome"])
AGES = {
    name: Gauge(f"dailydeck_{name}", said)
    for name, said in {
        "healthy": "1 when /healthz says so, else 0",
        "database_up": "1 when the database answers, else 0",
        "heard_age_seconds": "Time since the last successful poll, or the last sign of the webhook",
        "tick_age_seconds": "Time since what is due was last looked at",
        "spoke_age_seconds": "Time since something last went out",
        "push_overdue_seconds": "How late the daily question is that should have gone out first",
        "outbox_oldest_seconds": "Age of the oldest message to be sent",
        "outbox_rows": "Messages to be sent",
        "inbox_oldest_seconds": "Age of the oldest update to be dealt with",
        "inbox_waiting": "Updates to be dealt with",
        "inbox_dead": "Updates set aside after failing three times",
    }.items()
}
Info("dailydeck_build", "This version").info({"version": version("dailydeck")})


def names() -> set[str]:
    """The names of all numbers of ours, as they are shown."""
    ours = [family for family in REGISTRY.collect() if family.name.startswith("dailydeck_")]
    endings = {"counter": "_total", "info": "_info"}
    return {family.name + endings.get(family.type, "") for family in ours}
