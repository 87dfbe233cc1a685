"""What a delivery of a broadcast does to its chat: tell, rewrite, withdraw."""

import json
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import parse_qs

import pytest

from bot.core.broadcasts import Act, Broadcast, Content, Kind, Version
from bot.delivery import render
from bot.delivery.parcel import pack, pack_correction
from bot.dispatch.letters import Letters, Rewrite, Tell, Withdraw
from bot.markup import Button, Mark, Message, Typed
from bot.model import Article, Chat, ChatKind, Delivery, Digest, Lane
from bot.store import Store, open_store

NOW = datetime(2026, 11, 28, 12, tzinfo=UTC)
CONTENT = Content(
    versions={"": Version(text="今晚停水", marks=(Mark("bold", 0, 2),), photo="p"), "en": Version(text="No water")},
    buttons=(("看详情", "https://example.org/a"),),
)


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    async with open_store(f"sqlite:///{tmp_path}/letters.db") as opened:
        yield opened


def delivery(one: Broadcast, language: str = "zh-Hant") -> Delivery:
    chat = Chat(id=1, kind=ChatKind.PRIVATE, language=language, time_zone="UTC")
    return Delivery(id=1, chat_id=1, what=one.what, lane=Lane.BROADCAST, chat=chat)


async def test_each_reader_is_told_in_their_language_as_the_admin_typed_it(store: Store) -> None:
    one = await store.broadcasts.add(Kind.SEND, 7, CONTENT, now=NOW)
    letters, button = Letters(store), ((Button(label="看详情", url="https://example.org/a"),),)
    told = await letters.of(delivery(one), NOW)
    typed = Typed("今晚停水", (Mark("bold", 0, 2),))
    assert told == Tell(pack(Message(text=typed, photo="p", keyboard=button)))
    english = await letters.of(delivery(one, "en"), NOW)
    assert english == Tell(pack(Message(text=Typed("No water"), photo="p", keyboard=button)))


@pytest.mark.parametrize(("language", "label"), [("zh-Hans", "📢 快讯"), ("zh-Hant", "📢 快訊"), ("en", "📢 Headline")])
async def test_a_headline_has_its_label_in_the_readers_language(store: Store, language: str, label: str) -> None:
    content = Content(versions={"": Version(text="停水", marks=(Mark("italic", 0, 2),))}, labelled=True)
    told = await Letters(store).of(delivery(await store.broadcasts.add(Kind.SEND, 7, content, now=NOW), language), NOW)
    size = len(label) + 1  # the loudspeaker takes two units
    marks = (Mark("bold", 0, size), Mark("italic", size + 2, 2))
    assert told == Tell(pack(Message(text=Typed(f"{label}\n\n停水", marks))))


async def test_what_is_paid_for_says_so_and_nothing_else_does(store: Store) -> None:
    one, letters = await store.broadcasts.add(Kind.SEND, 7, CONTENT, now=NOW), Letters(store)
    free = await letters.of(delivery(one), NOW)
    paid = await Letters(store).of(replace(delivery(one), lane=Lane.PAID), NOW)
    assert isinstance(free, Tell)
    assert isinstance(paid, Tell)
    assert (b"allow_paid_broadcast" in free.parcel.body, b"allow_paid_broadcast" in paid.parcel.body) == (False, True)


async def test_a_correction_rewrites_and_a_recall_withdraws_what_was_sent(store: Store) -> None:
    sent = await store.broadcasts.add(Kind.SEND, 7, CONTENT, now=NOW)
    fix = await store.broadcasts.add(
        Kind.CORRECTION, 7, Content(versions={"": Version(text="明晚停水")}), now=NOW, of=sent
    )
    recall = await store.broadcasts.add(Kind.RECALL, 7, Content(), now=NOW, of=sent)
    letters = Letters(store)
    rewritten = await letters.of(delivery(fix), NOW)
    assert rewritten == Rewrite(pack_correction(Message(text=Typed("明晚停水"))), sent.what)
    assert await letters.of(delivery(recall), NOW) == Withdraw(sent.what)


async def test_an_article_in_a_channel_has_only_buttons_that_work_there(store: Store) -> None:
    source_id, _ = await store.sources.register("folder", "/posts")
    [category_id] = (await store.categories.ensure([("金融",)])).values()
    article = Article(path="a", title="港口封航", paragraphs=("港口今晚封航。" * 99,), link="https://example.org/1")
    number = await store.articles.add(
        article, Digest(), source_id=source_id, category_id=category_id, content_hash="h", now=NOW
    )
    content = Content(article_id=number, buttons=(("看详情", "https://example.org/a"),))
    one = await store.broadcasts.add(Kind.SEND, 7, content, now=NOW)
    letters, reader = Letters(store), delivery(one)
    channel = replace(reader, chat=replace(reader.chat, kind=ChatKind.CHANNEL))
    for to, buttons in ((reader, ["全文", "原文", "看详情"]), (channel, ["原文", "看详情"])):
        told = await letters.of(to, NOW)
        assert isinstance(told, Tell)
        [keyboard] = parse_qs(told.parcel.body.decode())["reply_markup"]
        rows = json.loads(keyboard)["inline_keyboard"]
        assert [button["text"] for row in rows for button in row] == buttons


async def test_an_article_comes_as_news_in_the_readers_language_and_length(store: Store) -> None:
    source_id, _ = await store.sources.register("folder", "/posts")
    [category_id] = (await store.categories.ensure([("金融",)])).values()
    article = Article(path="a", title="港口封航", paragraphs=("港口今晚封航。",), category=("金融",), published=NOW)
    number = await store.articles.add(
        article, Digest(), source_id=source_id, category_id=category_id, content_hash="h", now=NOW
    )
    one = await store.broadcasts.add(Kind.SEND, 7, Content(article_id=number), now=NOW)
    stored = await store.articles.get(number)
    assert stored
    told = await Letters(store).of(delivery(one), NOW + timedelta(hours=1))
    assert told == Tell(pack(render.news(stored, delivery(one).chat, now=NOW + timedelta(hours=1))))


async def test_what_was_cancelled_or_is_unknown_is_not_told(store: Store) -> None:
    one = await store.broadcasts.add(Kind.SEND, 7, CONTENT, now=NOW)
    await store.broadcasts.act(one.id, Act.CANCEL, by=7, now=NOW)
    assert await Letters(store).of(delivery(one), NOW) is None
    lost = Delivery(id=1, chat_id=1, what="broadcast:99", lane=Lane.BROADCAST, chat=delivery(one).chat)
    assert await Letters(store).of(lost, NOW) is None


async def test_an_article_that_is_gone_meanwhile_is_not_told_as_an_empty_message(store: Store) -> None:
    one = await store.broadcasts.add(Kind.SEND, 7, Content(article_id=99), now=NOW)
    assert await Letters(store).of(delivery(one), NOW) is None
