"""The bridge between Telegram and the chat: the only part of it that knows Telegram."""

from bot.chat.bridge.bridge import Bridge
from bot.chat.bridge.undone import keeper

__all__ = ["Bridge", "keeper"]
