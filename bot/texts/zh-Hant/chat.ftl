# 開場
welcome-title = 你好，我是簡報 👋
welcome-title-group = 大家好，我是簡報 👋
welcome-body = 每篇新聞，只摘原文裡最要緊的幾句送上，一字不改。
welcome-pick = 點選想看的類別，有新文章就送來：
welcome-preparing = 新聞還在整理，稍後傳 /categories 就能挑選。
welcome-back = ▶️ 歡迎回來，推播已恢復。

# 類別
tree-title = 新聞類別
tree-hint = 點名稱訂閱或取消，點 › 看下一層。
tree-hint-flat = 點名稱訂閱或取消。
tree-empty = 還沒有類別，新聞正在整理，請稍後再來。
button-back = ‹ 返回
button-previous = ‹ 上一頁
button-next = 下一頁 ›
button-categories = 📚 全部類別
button-mine = 我的訂閱
button-mine-group = 本群組的訂閱
button-latest = 看最新
button-latest-of = 看最新的{ $name }
button-older = 更早 ›
button-undo = ↩️ 復原
button-subscribe = 訂閱 { $name }
button-unsubscribe = 取消訂閱 { $name }
button-keep = 保留
button-resume = ▶️ 恢復推播

# 訂閱
subscribed = ✅ 已訂閱「{ $names }」，有新文章就送來。
subscribed-before = ✅ 「{ $names }」早就訂閱了。
subscribed-covered = 「{ $above }」已包含「{ $name }」，不必另外訂閱。
unsubscribed = 已取消訂閱「{ $names }」。
unsubscribed-still = 「{ $above }」還訂閱著，它也包含「{ $name }」。
not-subscribed = 沒有訂閱「{ $names }」。
category-unknown = 找不到「{ $name }」。
category-near = 找不到「{ $name }」，是不是這些？
category-several = 有幾個類別都叫「{ $name }」，要哪一個？
category-about = 關於「{ $names }」：

toast-subscribed = ✅ 已訂閱「{ $name }」
toast-subscribed-resumed = ✅ 已訂閱「{ $name }」，推播已恢復
toast-unsubscribed = 已取消訂閱「{ $name }」
toast-covered = 「{ $above }」已包含「{ $name }」，不必另外訂閱
toast-not-subscribed = 沒有訂閱「{ $name }」
toast-category-gone = 這個類別已經不在了
toast-article-gone = 這篇文章找不到了
toast-stale = 這個按鈕不能用了，傳 /help 看看能做什麼
toast-admins-only = 只有群組管理員可以變更訂閱
toast-busy = 點得太快囉，請稍等一下

mine-title = 我的訂閱
mine-title-group = 本群組的訂閱
mine-count = 共 { $count } 個類別，點一下取消訂閱：
mine-empty = 還沒有訂閱。挑幾個感興趣的類別吧：
mine-paused = ⏸ 推播已暫停。
muted-above = 訂閱的是「{ $above }」，它包含「{ $name }」。要取消整個「{ $above }」嗎？
kept = 好的，「{ $name }」照常推播。

# 其他
latest-none = 還沒有文章，新的一到就送來。
latest-none-in = 「{ $names }」還沒有新文章，一到就看得到。
latest-no-older = 沒有更早的文章了。
stopped = ⏸ 好的，不再推播了。訂閱都還留著，想看時點下面恢復。
resumed = ▶️ 推播已恢復。
choice-unknown = 沒有「{ $name }」可選。
language-ask = 請選擇語言
language-set = 好的，以後用繁體中文。
admins-only = 只有群組管理員可以變更訂閱，大家都可以用 /latest 看新聞。
unknown-command = 不認得 { $command } 這個指令。
unknown-command-near = 不認得 { $command }，是不是 { $near }？
unknown-hint = 傳 /help 看看能做什麼，或直接傳一個類別的名稱。
unknown-help = 沒聽懂。傳 /help 看看能做什麼。
unknown-near = 沒聽懂，是不是想用 { $near }？發 /help 看看還能做什麼。
unknown-words = 傳一個類別的名稱給我，或從這裡挑選：
unknown-media = 我只看得懂文字。傳一個類別的名稱，或從這裡挑選：
courtesy = 😊 我隨時都在。想看新聞傳 /latest，想知道我能做什麼傳 /help。
chat-shut = 我在「{ $name }」裡無法發言，所以沒能在那裡回答。請群組管理員允許我傳訊息：主題關閉了就重新開啟，或讓我當管理員。
shut-told = 「{ $name }」的新聞發不過去：主題關閉了。請重新開啟主題，或讓我當管理員，之後就接著發。
error-sorry = 😥 出了點問題，請稍後再試。
help-title = 我能做什麼
help-foot = 直接傳類別的名稱也行，例如「{ $name }」。
help-foot-plain = 直接傳類別的名稱也行。

# 長短
length-ask = 每則新聞看多少？
length-line = 一行
length-standard = 標準
length-detailed = 詳細
length-about-line = { $name }：只有一句話，想看再點開
length-about-standard = { $name }：標題加幾句重點，更多的摺疊著
length-about-detailed = { $name }：標題加詳細摘要，直接展開
length-sample = 👇 現在的新聞長這樣：
toast-length = ✅ 以後按「{ $name }」送來
toast-admins-only-settings = 只有群組管理員可以變更設定
admins-only-settings = 只有群組管理員可以變更設定，大家都可以用 /latest 看新聞。
sample-title = 晨江大橋明早六點通車
sample-place = 範例
sample-short =
    晨江大橋將於明天早上六點正式通車，全長2.6公里，雙向六車道。
    通車後，兩岸之間的車程由40分鐘縮短到8分鐘。
sample-more =
    大橋兩側設有自行車道和步行道，步行過江約需35分鐘。
    市公車公司同步開通三條過江路線，首月免費搭乘。
    交通警察提醒，首日車流較大，建議避開早上尖峰。

# 選單
bot-description =
    簡報讀新聞，只摘原文裡最要緊的幾句給你，一字不改。

    選好類別，有新文章就推播；隨時可以取消、暫停。
bot-short-description = 依類別推播新聞摘要，句句出自原文。
command-start = 開始使用
command-categories = 瀏覽和訂閱類別
command-subscribe = 訂閱類別，如 `/subscribe 金融`
command-unsubscribe = 取消訂閱
command-mine = 我的訂閱
command-latest = 看最新文章
command-more = 接著看更早的文章
command-language = 切換語言
command-length = 選擇新聞的長短
command-stop = 暫停推播
command-help = 使用說明

# 我們自己的類別名
category-shelf = 訂閱源
category-unsorted = 其他

# 語言的叫法
language-called-simplified = 簡體中文、簡體、簡中
language-called-traditional = 繁體中文、繁體、繁中、正體中文、中文、國語
language-called-english = 英語、英文

# 不用斜線也聽得懂的話
said-start = 開始、你好、您好、恢復、恢復推播；繼續、嗨、嘿、在嗎、早、早上好、早安、下午好、午安、晚上好、你是誰
said-categories = 類別、分類、欄目、全部類別、訂閱；有哪些類別、有什麼類別、都有什麼、類別列表、訂閱全部、訂閱所有、全部訂閱
said-subscribe-to = 訂閱、關注、追蹤
said-unsubscribe-from = 退訂、取消訂閱、取消、不再訂閱、停止推播、不要再傳、別再傳、別傳、不要、不想看、不看、封鎖
said-latest-of = 最新、看最新、看看、看、想看、新聞、最新消息
said-unsubscribe = 退訂、取消訂閱、取消全部、取消所有；取消、全部取消、全部退訂、退訂全部、退訂所有、取消全部訂閱、取消所有訂閱、取消訂閱全部、太多了、太吵了、少傳點
said-mine = 我的訂閱、我訂閱了什麼、我訂閱了哪些、我訂了什麼、訂閱列表、訂閱清單；已訂閱
said-latest = 最新、看最新、新聞、看新聞、最新新聞、今日新聞、今天的新聞、最新文章、最新消息；有什麼新聞、今天有什麼新聞、今天有什麼、有什麼新消息、有什麼新的、有新聞嗎、有沒有新聞、看看新聞、來點新聞、今天發生了什麼、頭條、頭條新聞、要聞、今日要聞、熱點、焦點新聞
said-more = 更多新聞、下一頁；更多、還有嗎、再來幾條、再來、更早、更早的、下一條、還有別的嗎
said-language = 語言、切換語言、換語言；改語言、中文、英文、英語、簡體、繁體、簡體中文、繁體中文、換成中文、換成英文、換成簡體、換成繁體、切換簡體、切換繁體
said-length = 長短、篇幅；短一點、長一點、短點、長點、詳細點、詳細一點、簡短點、只要標題、只看標題
said-stop = 停、停止、暫停、暫停推播、停止推播、別傳了、別再傳了、不要再傳了、不要傳了、不要再推播了、別推播了、不要推播了；靜音、免打擾、不要了、不看了、不想看了、退出、關閉
said-help = 幫助、幫忙、說明、使用說明、怎麼用、你能做什麼、能做什麼、你會什麼、你會做什麼；選單、功能、指令、設定
said-courtesy = 謝謝、謝謝你、多謝、感謝、謝了、好、好的謝謝、好的、好吧、嗯、嗯嗯、哦、行、知道了、明白了、收到、再見、拜拜、晚安、哈哈、哈哈哈、不錯
said-never-mind = 取消、算了、不用了、不寫了
said-all = 全部、所有、所有的、一切、全部類別、所有類別
said-broadcast = 群傳
said-sources = 來源、訂閱源
said-status = 狀態、運行狀態
said-stats = 統計、統計圖
