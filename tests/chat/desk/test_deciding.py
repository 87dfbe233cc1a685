"""Two admins at once do no harm, and nobody else gets a hint."""

from dataclasses import replace
from typing import Any

import pytest

from bot.chat.commands import ACTIONS
from bot.core.broadcasts import State
from bot.model import ChatKind

Desk = Any
Talk = Any


async def _scheduled(desk: Desk, admin: Talk) -> None:
    await desk.readers(3)
    await admin.say("/broadcast 今晚停水")
    await admin.press("v1:bcgo:1")


async def _many(desk: Desk, admin: Talk, second: Talk) -> Any:  # noqa: ANN401 - an Answer
    """Proposes what goes to more than two readers."""
    terms = replace(desk.terms, second_admin_above=2)
    for talk in (admin, second):
        talk.services = replace(talk.services, terms=terms)
        await talk.request()
    await desk.readers(3)
    await admin.say("/broadcast 今晚停水")
    return await admin.press("v1:bcgo:1")


async def test_what_goes_to_many_waits_for_a_second_admin_who_sees_it_first(
    desk: Desk, admin: Talk, second: Talk
) -> None:
    admin.services.names[admin.person_id] = "阿简"
    answer = await _many(desk, admin, second)
    assert "等待同意" in answer.words
    assert answer.rows == [["↩️ 收回"]]
    [note] = answer.reply.elsewhere
    sample, question = note.messages
    assert note.chat_id == second.chat_id
    assert sample.text.text == "今晚停水"
    assert "阿简" in str(question.text)
    assert [button.label for button in question.keyboard[0]] == ["✅ 同意", "↩️ 退回"]
    assert "需要另一位管理员" in (await admin.press("v1:bcyes:1")).toast
    agreed = await second.press("v1:bcyes:1")
    assert "即将发送" in agreed.words
    [told] = agreed.reply.elsewhere
    assert told.chat_id == admin.chat_id
    kept = await desk.shop.store.broadcasts.get(1)
    assert (kept.state, kept.approved_by) == (State.SCHEDULED, second.person_id)


async def test_a_proposal_sent_back_is_a_draft_of_its_author_again(desk: Desk, admin: Talk, second: Talk) -> None:
    await _many(desk, admin, second)
    await second.press("v1:bcnay:1")
    assert "草稿" in (await admin.press("v1:bc:1")).words
    late = await second.press("v1:bcyes:1")
    assert late.toast
    assert (await desk.shop.store.broadcasts.get(1)).state is State.DRAFT


async def test_a_correction_and_a_recall_need_no_second_admin(desk: Desk, admin: Talk, second: Talk) -> None:
    await _many(desk, admin, second)
    await second.press("v1:bcyes:1")
    desk.passes(seconds=31)
    assert await desk.all_arrive() == 5
    await admin.press("v1:bcbackgo:1")
    assert await desk.all_arrive() == 5


async def test_whoever_comes_too_late_is_told_who_did_what(desk: Desk, admin: Talk, second: Talk) -> None:
    await _scheduled(desk, admin)
    desk.passes(seconds=31)
    await desk.tick()
    await admin.press("v1:bcpause:1")
    admin.services.names[admin.person_id] = "阿简"
    second.services = admin.services
    answer = await second.press("v1:bcpause:1")
    assert answer.toast == "晚了一步：阿简 已经暂停"
    assert "已暂停" in answer.words, "and sees how it stands"


async def test_a_draft_is_changed_by_its_author_only(desk: Desk, admin: Talk, second: Talk) -> None:
    await admin.say("/broadcast 今晚停水")
    for action in (action for action in ACTIONS if action.name.startswith("bc")):
        if action.name not in {"bc", "bcopen", "bclist", "bcnew"}:
            data = ":".join(["v1", action.name, "1", "1", "1"][: 2 + action.numbers])
            assert (await second.press(data)).toast.startswith("这个按钮不能用了"), data
    seen = await second.press("v1:bcopen:1")
    assert "📝 今晚停水" in seen.words
    assert seen.rows == []
    assert "今晚停水" in (await second.say("/broadcasts")).rows[0][0]
    kept = await desk.shop.store.broadcasts.get(1)
    assert kept.state is State.DRAFT
    assert kept.content.main.text == "今晚停水"


@pytest.mark.parametrize("command", ["/broadcast 今晚停水", "/broadcasts", "/headline 今晚停水"])
async def test_readers_get_no_hint_that_there_is_a_desk(desk: Desk, talk: Talk, command: str) -> None:
    answer = await talk.say(command)
    assert answer.words.startswith(f"我不认识 {command.split(maxsplit=1)[0]}") or "不认识" in answer.words
    for word in ("群发", "快讯"):
        assert word not in answer.words
    assert await desk.shop.store.broadcasts.get(1) is None


async def test_no_reader_and_no_group_presses_anything_at_the_desk(desk: Desk, admin: Talk, talk: Talk) -> None:
    await _scheduled(desk, admin)
    for action in (action for action in ACTIONS if action.name.startswith("bc")):
        data = ":".join(["v1", action.name, "1", "1", "1"][: 2 + action.numbers])
        assert (await talk.press(data)).toast.startswith("这个按钮不能用了"), data
    group = replace(admin, kind=ChatKind.SUPERGROUP, chat_id=-100)
    assert (await group.press("v1:bcundo:1")).toast.startswith("这个按钮不能用了")
    assert (await desk.shop.store.broadcasts.get(1)).state is State.SCHEDULED


async def test_every_button_answers_whatever_the_state(desk: Desk, admin: Talk, second: Talk) -> None:
    """Presses everything in every state, as old cards allow."""
    await desk.readers(3)
    names = [action for action in ACTIONS if action.name.startswith("bc")]
    for round_, number in enumerate((1, 2, 3, 999)):
        await admin.say("/broadcast 今晚停水")
        for talk in (admin, second):
            for action in names:
                for last in ("0", "1", "77"):
                    data = ":".join(["v1", action.name, str(number), last, "0"][: 2 + action.numbers])
                    answer = await talk.press(data)
                    assert answer.reply.messages or answer.toast or answer.reply.files, data
            await desk.tick()
            desk.passes(seconds=40 * round_)


async def test_nobody_is_asked_to_send_nothing_to_nobody(desk: Desk, admin: Talk) -> None:
    await admin.say("/broadcast 今晚停水")
    await admin.press("v1:bckind:1:2")
    answer = await admin.press("v1:bcgo:1")
    assert "没有人会收到" in answer.toast
    assert (await desk.shop.store.broadcasts.get(1)).state is State.DRAFT
    await admin.say("/broadcast")
    assert "还没有内容" in (await admin.press("v1:bcgo:2")).toast
