"""Carries the outbox to Telegram: claims, paces, sends and settles, one delivery a chat at a time."""

from bot.dispatch.loop import Dispatch, places

__all__ = ["Dispatch", "places"]
