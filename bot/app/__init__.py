"""The one place that builds the real objects, starts them and stops them."""

from bot.app.running import run_bot

__all__ = ["run_bot"]
