news-untitled = （無標題）
news-date = { $month }月{ $day }日 { $time }
news-date-year = { $year }年{ $month }月{ $day }日 { $time }
news-collected = 收錄 { $date }
news-summary-button = 摘要
news-evidence-button = 依據
news-full-button = 全文
news-original-button = 原文
news-mute-button = 不再看此類
news-subscribe-button = ➕ 訂閱此類
news-back-button = 收起
news-page-button = { $page }/{ $pages }
news-headline-label = 📢 快訊

# 依據
evidence-intro = 全文 { $total } 句，選了這 { $count } 句：
evidence-place = 第 { $paragraph } 段第 { $number } 句
evidence-gone = 原文後來改過，這句已找不到
evidence-between = ；
evidence-more = 還有 { $count } 句，這裡放不下了。
evidence-whole = 這篇很短，已經一字不漏地送來，沒有取捨。
reason-opens = 在開頭，新聞先說要事
reason-title = 與標題最相關
reason-topic = 說到全文反覆提的事
reason-words = 用的是標題常用的詞
reason-concise = 話不長，內容多
reason-new = 補上別的句子沒說的

# 沒看到的
missed-title = 📬 還沒看到的 { $count } 則
missed-hint = 點下面的數字看摘要：
