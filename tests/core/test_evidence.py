"""Where the sentences of a message stand and why they were chosen."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.digest import digest_of
from bot.core.evidence import Case, case_for
from bot.model import Article
from summaries import Length

PARAGRAPHS = (
    "青石镇的老渡口11月20日重新开放，停航十一年的木船又开始载客。首日共有一千二百人乘船过河，排队最长时达到四十分钟。",
    "渡口的修缮花了两年，木料来自上游关闭的船厂。工匠们按照三十年代的图纸，重做了两条渡船和一座候船亭。",
    "镇政府为此投入八百六十万元，其中一半由当地企业捐出。负责人说，票价定为两元，五年之内不会调整。",
    "住在对岸的中学生最高兴，他们上学的路缩短了六公里。班主任统计过，全班有十九个孩子从此不用早上五点起床。",
    "也有人担心夏天涨水时的安全，镇里为此装了三个水位计。水位超过警戒线半米，渡船就停航，改由公交车绕行接送。",
    "明年春天，镇上还打算修复下游的灯塔和粮仓。设计方案将在本月底公示，居民可以到镇文化站提意见。",
    "从前的摆渡人今年七十八岁，开航那天坐在第一排。他说自己划了四十年船，没想到还能再听见桨声。",
    "附近的茶馆和面店也跟着热闹起来，周末的客人多了三成。店主们商量着把打烊时间推迟到晚上九点。",
)
ARTICLE = Article(path="a", title="青石镇老渡口重新开放", paragraphs=PARAGRAPHS)

anything = st.text(st.characters(), max_size=200)


def _case(length: Length) -> Case:
    digest = digest_of(ARTICLE)
    return case_for(ARTICLE, digest.longer if length is Length.DETAILED else digest.short, length)


@pytest.mark.parametrize("length", [Length.STANDARD, Length.DETAILED])
def test_every_chosen_sentence_is_found_where_it_stands(length: Length) -> None:
    case = _case(length)
    assert case.grounds
    assert case.total == 16
    for found in case.grounds:
        sentences = [sentence + "。" for sentence in PARAGRAPHS[found.paragraph - 1].split("。") if sentence]
        assert sentences[found.number - 1] == found.sentence


def test_the_reasons_are_told_and_the_order_is_the_articles() -> None:
    case = _case(Length.STANDARD)
    assert any(found.reasons for found in case.grounds)
    places = [(found.paragraph, found.number) for found in case.grounds]
    assert places == sorted(places)


def test_a_sentence_that_would_not_be_chosen_today_still_has_its_place() -> None:
    (found,) = case_for(ARTICLE, [PARAGRAPHS[7].split("。")[1] + "。"], Length.STANDARD).grounds
    assert (found.paragraph, found.number) == (8, 2)


def test_a_sentence_that_is_not_in_the_article_has_no_place() -> None:
    (found,) = case_for(ARTICLE, ["这句话从来没有写过。"], Length.STANDARD).grounds
    assert (found.paragraph, found.number, found.reasons) == (0, 0, ())


@given(st.lists(anything, max_size=6).map(tuple), st.lists(anything, max_size=4), st.sampled_from(Length), anything)
@settings(max_examples=50)
def test_no_article_and_no_sentence_raises(
    paragraphs: tuple[str, ...], told: list[str], length: Length, title: str
) -> None:
    case = case_for(Article(path="a", title=title, paragraphs=paragraphs), told, length)
    assert sorted(found.sentence for found in case.grounds) == sorted(told)
