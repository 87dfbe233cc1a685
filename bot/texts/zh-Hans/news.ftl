news-untitled = （无标题）
news-date = { $month }月{ $day }日 { $time }
news-date-year = { $year }年{ $month }月{ $day }日 { $time }
news-collected = 收录 { $date }
news-summary-button = 摘要
news-evidence-button = 依据
news-full-button = 全文
news-original-button = 原文
news-mute-button = 不再看此类
news-subscribe-button = ➕ 订阅此类
news-back-button = 收起
news-page-button = { $page }/{ $pages }
news-headline-label = 📢 快讯

# 依据
evidence-intro = 全文 { $total } 句，选了这 { $count } 句：
evidence-place = 第 { $paragraph } 段第 { $number } 句
evidence-gone = 原文后来改过，这句已找不到
evidence-between = ；
evidence-more = 还有 { $count } 句，这里放不下了。
evidence-whole = 这篇很短，已经一字不落地发来，没有取舍。
reason-opens = 在开头，新闻先说要事
reason-title = 与标题最相关
reason-topic = 说到全文反复提的事
reason-words = 用的是标题常用的词
reason-concise = 话不长，内容多
reason-new = 补上别的句子没说的

# 没看到的
missed-title = 📬 还没看到的 { $count } 条
missed-hint = 点下面的数字看摘要：
