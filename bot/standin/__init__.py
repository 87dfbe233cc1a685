"""A local stand-in for Telegram's Bot API, strict enough that what works here works there."""

from bot.standin.drops import Drops
from bot.standin.seed import demo_world
from bot.standin.standin import Standin
from bot.standin.world import Person, Profile, World

__all__ = ["Drops", "Person", "Profile", "Standin", "World", "demo_world"]
