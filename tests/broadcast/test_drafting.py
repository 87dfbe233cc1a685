from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.broadcast import drafting, measuring
from bot.broadcast.drafting import Fault, Problem
from bot.core.broadcasts import Act, Broadcast, Content, Version
from bot.delivery import length
from bot.delivery.announcing import announcement
from bot.markup import Mark, plain
from bot.model import Article, Chat, ChatKind, Digest
from bot.store import Store
from bot.texts import LANGUAGES

ADMIN = 9


async def _headline(store: Store, text: str, now: datetime) -> Broadcast:
    drafted = await drafting.headline(store, ADMIN, Version(text=text), now=now)
    assert isinstance(drafted, Broadcast), drafted
    return drafted


@pytest.mark.parametrize(
    ("text", "words", "readers"),
    [
        ("今晚停水 <通知>", "今晚停水 <通知>", 6),
        ("@体育 决赛今晚开始", "决赛今晚开始", 1),
        ("\uff20體育　决赛今晚开始", "决赛今晚开始", 1),
        ("@ 体育\n决赛今晚开始", "决赛今晚开始", 1),
        ("@体育 财经 双双大涨", "财经 双双大涨", 1),
        ("@财经 开盘", "开盘", 3),
        ("@晨报 开盘", "开盘", 3),
        ("@财经/晨报/国内 开盘", "开盘", 3),
        ("@时政-国内 开会", "开会", 1),
        ("@daily news It begins", "It begins", 1),
    ],
)
async def test_a_headline_goes_to_everybody_or_to_the_readers_of_its_category(
    store: Store, now: datetime, text: str, words: str, readers: int
) -> None:
    drafted = await _headline(store, text, now)
    assert drafted.content.main.text == words
    assert drafted.content.labelled
    assert sum((await measuring.readers(store, drafted, now=now)).values()) == readers


async def test_formatting_stays_on_its_words_behind_a_category(store: Store, now: datetime) -> None:
    said = Version(text="@体育 决赛开始", marks=(Mark("bold", 4, 2),))
    drafted = await drafting.headline(store, ADMIN, said, now=now)
    assert isinstance(drafted, Broadcast)
    assert drafted.content.main.marks == (Mark("bold", 0, 2),)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", Fault.EMPTY),
        (" \n\u202e", Fault.EMPTY),
        ("@体育", Fault.EMPTY),
        ("@体肓 决赛", Fault.UNKNOWN),
        ("@国内 开会", Fault.AMBIGUOUS),
        ("字" * 4001, Fault.TOO_LONG),
    ],
)
async def test_what_cannot_be_sent_is_explained_and_nothing_is_kept(
    store: Store, now: datetime, text: str, fault: Fault
) -> None:
    problem = await drafting.headline(store, ADMIN, Version(text=text), now=now)
    assert isinstance(problem, Problem)
    assert problem.fault is fault
    assert await store.broadcasts.get(1) is None


async def test_a_category_nearly_right_is_suggested(store: Store, now: datetime) -> None:
    problem = await drafting.headline(store, ADMIN, Version(text="@晨抱 开盘"), now=now)
    assert isinstance(problem, Problem)
    assert [category.name for category in problem.near] == ["晨报"]


@given(text=st.one_of(st.text(max_size=200), st.text(max_size=200).map("@".__add__)))
def test_whatever_an_admin_types_the_categories_are_looked_through_without_harm(text: str) -> None:
    found = drafting.address(Version(text=text), ())
    assert isinstance(found, Problem) or found == (None, Version(text=text))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_longest_headline_still_fits_under_its_label(language: str, now: datetime) -> None:
    longest = "字" * (length.UNITS - drafting.LABEL_UNITS)
    content = Content(versions={"": Version(text=longest)}, labelled=True)
    assert drafting.problem_of(content) is None
    chat = Chat(id=1, kind=ChatKind.PRIVATE, language=language, time_zone="UTC")
    assert length.units(plain(announcement(content, chat, now=now).text)) <= length.UNITS


async def test_a_picture_leaves_room_for_a_caption_only(store: Store, now: datetime) -> None:
    draft = await drafting.open_draft(store, ADMIN, now=now)
    written = await drafting.write(store, draft, Version(text="字" * 1025))
    assert isinstance(written, Broadcast)
    assert await drafting.set_photo(store, written, "file") == Problem(fault=Fault.TOO_LONG, limit=1024)
    shorter = await drafting.write(store, written, Version(text="字" * 1024))
    assert isinstance(shorter, Broadcast)
    pictured = await drafting.set_photo(store, shorter, "file")
    assert isinstance(pictured, Broadcast)
    assert pictured.content.main.photo == "file"


async def test_buttons_are_lines_of_a_label_and_an_address(store: Store, now: datetime) -> None:
    draft = await drafting.open_draft(store, ADMIN, now=now)
    taken = await drafting.set_buttons(store, draft, "看详情 | https://example.org/a\n\n 更多｜http://example.com ")
    assert isinstance(taken, Broadcast)
    assert taken.content.buttons == (("看详情", "https://example.org/a"), ("更多", "http://example.com"))
    taken = await drafting.set_buttons(store, taken, "我们的  官网 https://example.org/a")
    assert isinstance(taken, Broadcast)
    assert taken.content.buttons == (("我们的 官网", "https://example.org/a"),)
    for wrong in (
        "",
        "看详情",
        "https://example.org/a",
        "看详情https://example.org/a",
        "看 | javascript:alert(1)",
        "看 | https://127.0.0.1/x",
        "\n".join(["a | https://a.org"] * 9),
    ):
        problem = await drafting.set_buttons(store, draft, wrong)
        assert isinstance(problem, Problem)
        assert problem.fault is Fault.BUTTONS


async def test_the_link_of_an_article_sends_that_article(store: Store, now: datetime) -> None:
    source_id, _ = await store.sources.register("folder", "/posts")
    link = "https://example.org/news/1"
    article = Article(path="a", title="港口封航", paragraphs=("港口今晚封航。",), link=link)
    number = await store.articles.add(article, Digest(), source_id=source_id, category_id=1, content_hash="h", now=now)
    draft = await drafting.open_draft(store, ADMIN, now=now)
    taken = await drafting.write(store, draft, Version(text=link))
    assert isinstance(taken, Broadcast)
    assert taken.content == Content(article_id=number)
    unknown = await drafting.write(store, draft, Version(text=link + "0"))
    assert isinstance(unknown, Broadcast)
    assert unknown.content.main.text == link + "0"


async def test_a_draft_decided_meanwhile_is_not_changed(store: Store, now: datetime) -> None:
    drafted = await _headline(store, "今晚停水", now)
    await store.broadcasts.act(drafted.id, Act.CONFIRM, by=ADMIN, now=now)
    assert await drafting.write(store, drafted, Version(text="明晚停水")) is None
    kept = await store.broadcasts.get(drafted.id)
    assert kept is not None
    assert kept.content.main.text == "今晚停水"
