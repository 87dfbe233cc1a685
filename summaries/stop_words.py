"""Words that tell nothing about what a text is about."""

from collections.abc import Set as AbstractSet
from functools import cache

from summaries.tables import read_table

_CHINESE = """
的 了 和 是 在 有 也 就 都 而 及 与 或 着 被 把 给 让 向 往 从 到 对 于 为 以 之 其 所 等 但 并 且 则 因 由 将
会 能 可 要 不 没 很 更 最 还 又 再 只 才 已 曾 正
一个 一些 一种 一样 一下 一直 一定 一般 一次 一起 一方面 另一方面 一旦 一点 一位 一名 一家 一项 一场 一条 两个
几个 多个 各种 各个 各位 每个 每次 某个 某些 许多 很多 大量 不少 多数
我们 你们 他们 她们 它们 咱们 大家 自己 别人 人们 我的 你的 他的 这个 那个 这些 那些 这样 那样 这种 那种 这里
那里 这是 那么 这么 这次 此次 本次 该项 什么 怎么 怎样 怎么样 如何 为何 为什么 哪些 哪里 哪个 谁
以及 因为 所以 因此 因而 由于 为了 如果 假如 只要 只有 除非 虽然 尽管 但是 可是 不过 然而 而且 并且 或者 还是
还有 于是 然后 接着 随后 此后 之后 之前 以前 以后 之间 之一 其中 其他 其它 其实 其次 此外 另外
同时 同样 甚至 即使 就是 就算 无论 不管 不论 不仅 不但 不只 不是 不会 不能 不要 不同 没有 并不 并非 而是 还要
也是 也有 都是 都有 是否 可以 可能 能够 应该 应当 必须 需要 愿意 想要 得到 成为 作为 认为 觉得 知道 看到 看见
听到 来到 进行 做出 作出
通过 根据 按照 依据 关于 对于 至于 针对 有关 相关 随着 经过 直到 截至 截止 目前 当前 现在 如今 近日 近期 日前
今天 昨天 明天 今年 去年 明年 今日 昨日 当天 当日 当时 同日 此时 时候 时间 以来 期间 最近 近年来 今后 未来 过去
曾经 已经 正在 即将 将要 仍然 仍 依然 继续 开始 结束 首先 最后 最终 终于
非常 十分 特别 尤其 比较 相当 极其 更加 越来越 进一步 基本 主要 重要 一步 全部 所有 整个 几乎 大约 大概 左右
以上 以下 至少 超过 达到 分别 共同 相互 互相 直接 完全 真正 确实 当然 显然 往往 经常 常常 总是 有时 有的 有些
有人
表示 指出 强调 介绍 显示 报道 报道称 记者 消息 来源 编辑 责任编辑 作者 本报 本报讯 讯 电 图片 图 文 据悉 据了解
了解 获悉 称 说 说道 告诉 认为 提出 指 宣布 透露 发布 公布 举行 召开 出现 发生 使用 包括 具有 存在 提供 带来
关注 情况 问题 方面 工作 活动 部分 内容 方式 方法 地方 东西 事情 结果 原因 例如 比如 譬如 诸如 等等
万元 亿元 元 万 亿 年 月 日 时 分 个 名 位 家 项 件 次 点击 查看 阅读 原文 全文 更多 扫码 关注 转载 版权 声明
如图 下图 上图 以下 如下 上述 本文 文章 文中
这一 那一 所称 更是 降到 升到 不少 相关措施 网友 网络 账号 发帖 自己的 实际 一段 小时 分钟 热点 评论 为啥
多年来 一线 看来 视频
"""

_ENGLISH = """
a an the and or but if then else when while of at by for with about against between into through during before
after above below to from up down in out on off over under again further once here there all any both each few
more most other some such no nor not only own same so than too very can will just should now i me my we our ours
you your yours he him his she her hers it its they them their theirs what which who whom this that these those
am is are was were be been being have has had having do does did doing would could ought as until because how
why where also said says say new one two first last may might must via per http https www com
back get got make made many much like even well way use used using still since another every few lot let us go went
come came take took see seen know think want help helps don didn doesn isn wasn aren weren won
"""

STOP_WORDS = frozenset((_CHINESE + _ENGLISH).split())
"""Of Chinese, and of English, which stands among Chinese."""

_CERTAIN = 4
"""So many different stop words of a language tell that a text is in it."""


def stop_words(words: AbstractSet[str]) -> AbstractSet[str]:
    """Gives the stop words of the language that a text of these words is in: English unless another fits better."""
    languages = _languages()
    shared = [len(words & language) for language in languages]
    best = max(shared)
    if best < _CERTAIN or best <= len(words & STOP_WORDS):
        return STOP_WORDS
    return languages[shared.index(best)]


@cache
def _languages() -> list[frozenset[str]]:
    return [frozenset(line.partition(": ")[2].split(" ")) for line in read_table("words.stop.txt").splitlines()]
