"""The people of the demo: two readers, an admin and a group."""

from bot.standin.world import World

READER, ENGLISH_READER, ADMIN = 1_001, 1_002, 1_003


def demo_world() -> World:
    """小林 reads in Chinese, Emma in English, 阿简 is the admin; two of them share a group."""
    world = World()
    reader = world.add_person("小林", id=READER, username="xiaolin", started=False)
    world.add_person("Emma", id=ENGLISH_READER, language_code="en", username="emma_reads", started=False)
    admin = world.add_person("阿简", id=ADMIN, username="ajian", role="admin", started=False)
    world.add_group("晨读小组", [admin, reader])
    return world
