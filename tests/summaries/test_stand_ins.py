"""A sentence that speaks of this one or of him, and has not said which or who, is told behind the one that says it."""

import pytest

from summaries.leaning import points_back


@pytest.mark.parametrize(
    "sentence",
    [
        "闭源也好，开源也好，都没法回避这道难题。",
        "兴趣班式旅游，就是在这个缝隙里出现的。",
        "到了2026年一季度，这个模式已经开始加速。",
        "尽管这一策略只适合大店，小店也在学。",
        "真正成熟的船工，从不把这两者对立起来。",
        "今年52岁的杜忠带着这200家茶馆去上市。",
        "只要年轻人一问，这句话就会被搬出来。",
        "当父亲在孩子面前表现出这些特质时，孩子会走开。",
        "渡口管理处表示，这是今年的第五次停航。",
        "停航题材那会儿还比较新鲜。",
        "此次调解失败正值渡口涨价。",
        "经济上，他采用了最严厉的办法。",
        "可让人意外的是，他却说自己很穷。",
        "名单上有他的名字，后面写着渡口。",
        "上任近两年，他卖掉了三条船。",
        "主办方的办法很简单。",
        "妈妈到现在还遗憾没有坐过船。",
        "就在其身体开始恢复的时候，船停了。",
    ],
)
def test_what_stands_for_something_untold_points_back(sentence: str) -> None:
    assert points_back(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "王小山说，他喜欢坐船。",
        "市长昨天回到渡口，他在那里住了三年。",
        "青河渡口停航，这座渡口开了一百年。",
        "今年这个夏天，青河两岸来了三万客人。",
        "谁都知道，这个世界上没有两条一样的河。",
        "渡口的故事写进了他的小说。",
        "其他船工都去了新桥。",
    ],
)
def test_who_or_what_is_named_in_the_sentence_itself_needs_nothing_before_it(sentence: str) -> None:
    assert not points_back(sentence)
