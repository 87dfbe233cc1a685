"""How a bot gets to know itself and its updates: getMe, long polls, webhooks."""

import re
from urllib.parse import urlsplit

from bot.standin import objects
from bot.standin.errors import bad
from bot.standin.methods.table import Method
from bot.standin.params import Params
from bot.standin.sim import Sim
from bot.standin.wire import Json

LOCAL = frozenset({"127.0.0.1", "localhost", "::1"})
"""Hosts a test's own server may have without TLS, as with a self-hosted Bot API server."""
SECRET = re.compile(r"[A-Za-z0-9_-]{0,256}")
MAX_POLL_SECONDS = 50
MAX_CONNECTIONS = 100


def get_me(sim: Sim, _params: Params) -> Json:
    return objects.bot_user(sim.world.bot, own=True)


async def get_updates(sim: Sim, params: Params) -> list[Json]:
    sim.updates.allow(params.value("allowed_updates"))
    seconds = min(max(params.integer("timeout"), 0), MAX_POLL_SECONDS)
    return await sim.updates.poll(offset=params.integer("offset"), limit=params.integer("limit", 100), timeout=seconds)


def set_webhook(sim: Sim, params: Params) -> bool:
    url = params.text("url")
    if not url:
        return delete_webhook(sim, params)
    parts = urlsplit(url)
    if parts.scheme != "https" and parts.hostname not in LOCAL:
        raise bad("bad webhook: An HTTPS URL must be provided for webhook")
    secret = params.text("secret_token")
    if not SECRET.fullmatch(secret):
        raise bad("secret token contains unallowed characters")
    sim.updates.allow(params.value("allowed_updates"))
    if params.flag("drop_pending_updates"):
        sim.updates.drop()
    connections = params.integer("max_connections", 40)
    if not 1 <= connections <= MAX_CONNECTIONS:
        raise bad("max_connections must be between 1 and 100")
    sim.updates.set_webhook({"url": url, "secret": secret, "max_connections": connections})
    return True


def delete_webhook(sim: Sim, params: Params) -> bool:
    if params.flag("drop_pending_updates"):
        sim.updates.drop()
    sim.updates.set_webhook({})
    return True


def get_webhook_info(sim: Sim, _params: Params) -> Json:
    hook = sim.updates.webhook
    shown: Json = {
        "url": hook.get("url", ""),
        "has_custom_certificate": False,
        "pending_update_count": len(sim.updates.pending),
    }
    shown |= {name: hook[name] for name in ("max_connections", "last_error_date", "last_error_message") if name in hook}
    return {**shown, "allowed_updates": list(sim.updates.allowed)} if sim.updates.allowed else shown


def yes(_sim: Sim, _params: Params) -> bool:
    return True


METHODS: dict[str, Method] = {
    "getMe": get_me,
    "getUpdates": get_updates,
    "setWebhook": set_webhook,
    "deleteWebhook": delete_webhook,
    "getWebhookInfo": get_webhook_info,
    "logOut": yes,
    "close": yes,
}
