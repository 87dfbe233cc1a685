import pytest

from bot.chat import going_back
from bot.chat.going_back import GoingBack
from bot.model import Chat, ChatKind


def chat(number: int, topic: int | None = None) -> Chat:
    return Chat(id=number, kind=ChatKind.GROUP, language="en", time_zone="UTC", topic=topic)


def test_each_topic_of_a_forum_goes_back_on_its_own() -> None:
    made = GoingBack()
    made.note(chat(1, 5), (9, 0), 8, (6, 0))
    assert (made.behind(chat(1, 5), (9, 0)), made.behind(chat(1, 7), (9, 0))) == (6, 9)
    assert (made.following(chat(1, 5)), made.following(chat(1, 7))) == ((6, 0), None)
    assert (made.following(chat(1, 5), 8), made.following(chat(1, 5), 6)) == ((6, 0), None)


def test_only_so_many_chats_are_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(going_back, "MOST_CHATS", 2)
    made = GoingBack()
    for number in (1, 2, 3):
        made.note(chat(number), (9, 0), 8, (6, 0))
    assert [made.behind(chat(number), (9, 0)) for number in (1, 2, 3)] == [9, 6, 6]


def test_articles_that_were_dated_anew_send_nobody_in_circles() -> None:
    made = GoingBack()
    made.note(chat(1), (9, 0), 8, (6, 0))
    made.note(chat(1), (6, 0), 10, (9, 0))
    assert made.behind(chat(1), (9, 0)) in {6, 9}
