"""A sentence after which a reader knows no more gives its room to another."""

import pytest

from summaries.hollow import is_hollow


@pytest.mark.parametrize(
    "sentence",
    [
        "滨海晚报致电船东，截至发稿未获回复。",
        "记者联系了青河县公安局，工作人员说，案情不便透露。",
        "总台记者目前已抵近青河渡口停航现场。",
        "《渡口日报》记者给十二家船厂打了电话，试图厘清各环节的卡点。",
        "一名船工讲述了停航时的情形。",
        "比赛以后，队长接受了采访。",
        "造一条船分三个阶段。",
        "停航是多重因素带来的。",
        "别的渡口的数据也指向同一个结论。",
        "通告读下来，有一种从容的感受。",
        "我们此前就曾研判，渡口要停航。",
        "如遇大雾，请拨打渡口管理处电话。",
        "渡口管理处的账号发布了如上视频。",
    ],
)
def test_that_something_was_asked_told_counted_or_felt_is_hollow(sentence: str) -> None:
    assert is_hollow(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "记者联系到船东，他说渡口明年停航。",
        "船工讲述了三个人怎样救起一条船的经过，其中两人受伤。",
        "造一条船分三个阶段：打底、上板、刷漆。",
        "停航是因为上游建了水坝。",
        "两份数据指向同一个结论：客人少了一半。",
        "队长接受了采访，他说输得不冤。",
    ],
)
def test_what_says_what_it_was_is_not(sentence: str) -> None:
    assert not is_hollow(sentence)
