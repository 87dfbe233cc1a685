"""The flood clock: who sends faster than Telegram allows is told how long to wait, and it is counted."""

from typing import TYPE_CHECKING

from bot.standin import World

if TYPE_CHECKING:
    from tests.standin.conftest import Opening, Place


async def retry_after(place: "Place", chat_id: int) -> int:
    """0 when a message passes, else what the refusal says."""
    body = await place.call("sendMessage", chat_id=chat_id, text="x")
    if body["ok"]:
        return 0
    seconds = body["parameters"]["retry_after"]
    assert body["description"] == f"Too Many Requests: retry after {seconds}"
    return int(seconds)


async def test_a_short_burst_to_one_chat_passes_and_a_long_one_waits(place: "Place", reader: int, emma: int) -> None:
    assert [await retry_after(place, reader) for _ in range(5)] == [0] * 5
    wait = await retry_after(place, reader)
    assert wait == 5
    assert await retry_after(place, emma) == 0
    place.clock.turn(wait - 1)
    assert await retry_after(place, reader) > 0
    place.clock.turn(wait)
    assert await retry_after(place, reader) == 0
    assert place.standin.violations == 2


async def test_one_message_a_second_to_one_chat_is_never_refused(place: "Place", reader: int) -> None:
    for _ in range(30):
        assert await retry_after(place, reader) == 0
        place.clock.turn(1)


async def test_a_group_takes_twenty_messages_a_minute(place: "Place", group: int) -> None:
    for _ in range(20):
        assert await retry_after(place, group) == 0
        place.clock.turn(2)
    assert await retry_after(place, group) == 20
    place.clock.turn(20)
    assert await retry_after(place, group) == 0


async def test_thirty_a_second_pass_and_a_start_with_sixty_does_not(open_place: "Opening") -> None:
    world = World()
    people = [world.add_person().id for _ in range(60)]
    place = await open_place(world=world)
    for number in people:
        assert await retry_after(place, number) == 0
        place.clock.turn(1 / 30)
    place.clock.turn(2)
    refused = [number for number in people if await retry_after(place, number)]
    assert len(refused) == 60 - 33
    assert place.standin.report()["violations"] == 27


async def test_what_is_paid_for_has_a_clock_of_its_own_but_not_in_a_chat(open_place: "Opening") -> None:
    world = World()
    people = [world.add_person().id for _ in range(60)]
    place = await open_place(world=world)
    for number in people:
        await place.ok("sendMessage", chat_id=number, text="x", allow_paid_broadcast=True)
    refused = [number for number in people if await retry_after(place, number)]
    assert len(refused) == 60 - 33, "what is paid for takes no place among the others"
    answers = [
        await place.call("sendMessage", chat_id=people[0], text="x", allow_paid_broadcast=True) for _ in range(5)
    ]
    assert not answers[-1]["ok"], "nobody can pay for more than a chat takes"
    assert place.standin.report()["paid"] == 60 + sum(answer["ok"] for answer in answers)


async def test_replies_to_a_tap_are_answers_and_count_as_nothing(place: "Place", reader: int) -> None:
    for _ in range(40):
        assert "query is too old" in await place.refused("answerCallbackQuery", callback_query_id="x")
    assert place.standin.violations == 0
    assert await retry_after(place, reader) == 0


async def test_the_clock_can_be_switched_off_for_load_tests(open_place: "Opening") -> None:
    world = World()
    reader = world.add_person().id
    place = await open_place(world=world, flood=False)
    assert [await retry_after(place, reader) for _ in range(40)] == [0] * 40
