"""Jianbao (简报): the async Telegram bot around the summaries."""

__version__ = "0.1.0"
