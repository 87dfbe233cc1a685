"""How much a chat reads of each article, and why these sentences."""

import asyncio
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.chat.commands import article as article_commands
from bot.core.evidence import case_for
from bot.markup import Span, Style
from bot.model import Article, ChatKind, Digest
from bot.texts import LANGUAGES

Talk = Any
Shop = Any
NOW = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)
NEWS = ("编程", "Hacker News")
TITLE = "港口新航线今日开通"
FIRST = "首班船上午九点离港。"


async def test_the_lengths_are_offered_with_a_sample_and_the_chosen_one_has_its_mark(talk: Talk) -> None:
    asked = await talk.say("/length")
    assert asked.rows == [["一行", "✅ 标准", "详细"]]
    chosen = await talk.press(asked.buttons["一行"])
    assert (chosen.is_edit, chosen.toast) == (True, "✅ 以后按「一行」发来")
    assert chosen.rows == [["✅ 一行", "标准", "详细"]]
    assert (await talk.say("/length")).rows == chosen.rows


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_sample_looks_like_news_of_that_length(talk: Talk, language: str) -> None:
    talk.language = language
    samples = [(await talk.press(f"v1:length:{number}")).reply.messages[0].text for number in range(3)]
    folded = [[part for part in text if isinstance(part, Span) and part.style is Style.EXPANDABLE] for text in samples]
    assert [len(found) for found in folded] == [0, 1, 0]
    line, _, detailed = ("".join(map(_words, text)) for text in samples)
    assert folded[1][0].text in detailed
    assert len(line) < len(detailed)


@pytest.mark.parametrize("typed", ["详细", "詳細", "detailed", "DETAILED", " Detailed！"])
async def test_a_length_can_be_typed_in_any_language(talk: Talk, typed: str) -> None:
    assert (await talk.say(f"/length {typed}")).rows == [["一行", "标准", "✅ 详细"]]


async def test_a_length_that_does_not_exist_is_told_with_those_there_are(talk: Talk) -> None:
    answer = await talk.say("/length 长")
    assert answer.words.startswith("没有「长」可选。")
    assert answer.rows == [["一行", "✅ 标准", "详细"]]


async def test_news_comes_in_the_chosen_length(talk: Talk, shop: Shop) -> None:
    await shop.article(NEWS)
    await talk.say("/length 一行")
    line = await talk.say("/latest 编程")
    assert line.words.startswith(TITLE + "\n编程")
    assert FIRST not in line.words
    opened = await talk.press(line.buttons["摘要"])
    assert opened.is_edit
    assert FIRST in opened.words
    closed = await talk.press(opened.buttons["收起"])
    assert closed.words == line.words
    await talk.say("/length 标准")
    assert FIRST in (await talk.say("/latest 编程")).words


async def test_a_groups_admins_choose_its_length(talk: Talk, shop: Shop) -> None:
    talk.kind, talk.chat_id = ChatKind.SUPERGROUP, -100
    asked = await talk.say("/length")
    assert (await talk.press(asked.buttons["一行"])).toast == "只有群管理员可以更改设置"
    assert "只有群管理员" in (await talk.say("/length 一行")).words
    assert (await talk.say("/length")).rows == asked.rows

    async def everyone(_chat: int, _person: int) -> bool:
        return True

    talk.services = shop.services(is_group_admin=everyone)
    assert (await talk.press(asked.buttons["一行"])).rows == [["✅ 一行", "标准", "详细"]]


async def test_the_evidence_opens_in_place_and_closes_again(talk: Talk, shop: Shop) -> None:
    await shop.article(NEWS)
    news = await talk.say("/latest 编程")
    why = await talk.press(news.buttons["依据"])
    assert why.is_edit
    assert f"全文 120 句，选了这 1 句：\n{FIRST}\n第 1 段第 " in why.words
    assert (await talk.press(why.buttons["收起"])).words == news.words


async def test_the_evidence_speaks_of_every_sentence_the_message_holds_folded_or_not(talk: Talk, shop: Shop) -> None:
    said = (FIRST, "全程需要四十分钟。", "票价暂定二十元。", "首月免费试乘。")
    whole = Article(path="b", title="新航线", paragraphs=(*said, "码头旁另设停车场。" * 5))
    article = await _stored(shop, whole, Digest(short=said[:1], longer=said[:3]))
    words = (await talk.press(f"v1:why:{article}:1")).words
    assert "选了这 3 句" in words
    assert [sentence in words for sentence in said] == [True, True, True, False]


async def test_from_one_line_the_evidence_leads_back_to_the_summary(talk: Talk, shop: Shop) -> None:
    await shop.article(NEWS)
    await talk.say("/length 一行")
    opened = await talk.press((await talk.say("/latest 编程")).buttons["摘要"])
    why = await talk.press(opened.buttons["依据"])
    assert (await talk.press(why.buttons["收起"])).words == opened.words


async def test_the_evidence_is_found_beside_the_loop(talk: Talk, shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    threads: list[bool] = []

    def looked_for(*given: Any) -> Any:  # noqa: ANN401 - as the real one
        try:
            asyncio.get_running_loop()
        except RuntimeError:
            threads.append(True)
        return case_for(*given)

    monkeypatch.setattr(article_commands, "case_for", looked_for)
    await talk.press(f"v1:why:{await shop.article(NEWS)}:1")
    assert threads == [True]


@pytest.mark.parametrize("number", [0, 1, 2, 3, 10**15 - 1])
async def test_the_evidence_of_a_made_up_length_is_told_all_the_same(talk: Talk, shop: Shop, number: int) -> None:
    article = await shop.article(NEWS)
    assert "第 1 段第 " in (await talk.press(f"v1:why:{article}:{number}")).words


async def test_an_article_told_whole_says_that_nothing_was_left_out(talk: Talk, shop: Shop) -> None:
    for digest in (Digest(), Digest(short=(FIRST,))):
        article = await _stored(shop, Article(path="b", title="通航", paragraphs=(FIRST,)), digest)
        assert "没有取舍" in (await talk.press(f"v1:why:{article}:1")).words


async def test_the_evidence_follows_an_article_that_changed(talk: Talk, shop: Shop) -> None:
    article = await shop.article(NEWS)
    changed = Article(path="b", title="更正", paragraphs=("末班船改到晚上八点。", "票价仍然是二十元。" * 9))
    digest = Digest(short=("末班船改到晚上八点。", "此句已删。"))
    await shop.store.articles.replace(article, changed, digest, content_hash="new")
    words = (await talk.press(f"v1:why:{article}:1")).words
    assert "末班船改到晚上八点。\n第 1 段第 1 句" in words
    assert "此句已删。\n原文后来改过，这句已找不到" in words


async def test_the_evidence_of_the_longest_article_fits(talk: Talk, shop: Shop) -> None:
    sentences = tuple(f"第{n}项指标增长{n}.{n}%，高于去年的水平。" for n in range(1, 3000))
    long = Article(path="b", title="全部指标一览", paragraphs=sentences)
    article = await _stored(shop, long, Digest(short=sentences[:3], longer=sentences[:900]))
    words = (await talk.press(f"v1:why:{article}:2")).words
    assert len(words) <= 4096
    assert "这里放不下了" in words


async def _stored(shop: Shop, article: Article, digest: Digest) -> int:
    number: int = await shop.store.articles.add(
        article,
        digest,
        source_id=shop.source_id,
        category_id=shop.categories[NEWS],
        content_hash=article.title + str(len(digest.short)),
        now=NOW,
    )
    return number


def _words(part: Span | str) -> str:
    return part if isinstance(part, str) else part.text
