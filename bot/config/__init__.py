"""The configuration: one frozen value made from config.yaml."""

from bot.config.reading import TOKEN_VARIABLE, Examined, Problem, examine, load_config, refused
from bot.config.sections import (
    Broadcasting,
    CategoryRule,
    Config,
    Defaults,
    Delivery,
    FeedSource,
    Fetching,
    FolderSource,
    Follow,
    Telegram,
)

__all__ = [
    "TOKEN_VARIABLE",
    "Broadcasting",
    "CategoryRule",
    "Config",
    "Defaults",
    "Delivery",
    "Examined",
    "FeedSource",
    "Fetching",
    "FolderSource",
    "Follow",
    "Problem",
    "Telegram",
    "examine",
    "load_config",
    "refused",
]
