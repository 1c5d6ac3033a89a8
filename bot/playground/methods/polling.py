"""How updates reach the bot."""

from typing import Any
from urllib.parse import urlsplit

from bot.playground.errors import bad_request
from bot.playground.methods.call import BotCall
from bot.playground.updates import BATCH, Webhook

LONGEST_POLL = 50
MOST_CONNECTIONS = 100
SECRET_CHARACTERS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-")


async def get_updates(call: BotCall) -> Any:
    """getUpdates."""
    params = call.params
    call.world.updates.allow(_allowed(call))
    timeout_seconds = min(max(params.integer("timeout") or 0, 0), LONGEST_POLL)
    return await call.world.updates.poll(
        params.integer("offset") or 0, params.integer("limit", BATCH) or BATCH, timeout_seconds
    )


async def set_webhook(call: BotCall) -> Any:
    """setWebhook."""
    url = call.params.text("url") or ""
    if not url:
        return await delete_webhook(call)
    parts = urlsplit(url)
    if parts.scheme != "https" or not parts.hostname:
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if parts.port not in {None, 443, 80, 88, 8443}:
        raise bad_request("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")
    secret = call.params.text("secret_token") or ""
    if len(secret) > 256:
        raise bad_request("secret token is too long")
    if set(secret) - SECRET_CHARACTERS:
        raise bad_request("secret token contains unallowed characters")
    call.world.updates.allow(_allowed(call))
    connections = call.params.integer("max_connections", 40) or 40
    call.world.updates.webhook = Webhook(
        url, secret, min(max(connections, 1), MOST_CONNECTIONS), "certificate" in call.params.files
    )
    _drop_if_asked(call)
    return True


async def delete_webhook(call: BotCall) -> Any:
    """deleteWebhook."""
    call.world.updates.webhook = None
    _drop_if_asked(call)
    return True


async def get_webhook_info(call: BotCall) -> Any:
    """getWebhookInfo."""
    updates = call.world.updates
    info = updates.webhook.as_json() if updates.webhook else {"url": "", "has_custom_certificate": False}
    info = info | {"pending_update_count": len(updates.pending)}
    return info if updates.allowed is None else info | {"allowed_updates": sorted(updates.allowed)}


def _allowed(call: BotCall) -> list[str] | None:
    allowed = call.params.nested("allowed_updates")
    if allowed is not None and not isinstance(allowed, list):
        raise bad_request("can't parse allowed updates JSON object")
    return allowed


def _drop_if_asked(call: BotCall) -> None:
    if call.params.flag("drop_pending_updates"):
        call.world.updates.drop()
