"""Carries the outbox to Telegram: claims, paces, sends and settles, one delivery a chat at a time."""

from bot.dispatch.loop import Dispatch

__all__ = ["Dispatch"]
