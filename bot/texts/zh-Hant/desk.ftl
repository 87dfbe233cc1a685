# Commands
command-broadcast = 群發：先預覽，再發送
command-broadcasts = 群發紀錄

# The card
desk-title = 📣 群發 #{ $id }
desk-title-correction = ✏️ 更正 #{ $id }（群發 #{ $of }）
desk-title-recall = 🗑 撤回 #{ $id }（群發 #{ $of }）
desk-state-draft = 草稿
desk-state-proposed = 等待同意
desk-state-scheduled = 即將發送
desk-state-sending = 進行中
desk-state-paused = 已暫停
desk-state-done = 已完成
desk-state-cancelled = 已取消
desk-state-dropped = 已丟棄
desk-state-recalled = 已撤回
desk-empty = （還沒有內容）
desk-photo-only = 🖼 圖片
desk-article = 📰 文章：{ $title }
desk-has-photo = 🖼 有圖片
desk-has-buttons = 🔗 { $count } 個按鈕
desk-has-version = 🌐 { $name }
desk-has-correction = ✏️ 更正 #{ $id }
desk-has-recall = 🗑 撤回 #{ $id }
desk-for = 👥 { $audience }：{ $count } 個聊天
desk-everyone = 全部讀者
desk-audience-reached = 收到群發 #{ $of } 的人
desk-active = 最近 { $days } 天活躍
desk-kind-private = 私聊
desk-kind-group = 群組
desk-kind-channel = 頻道
desk-at-once = 立即發送
desk-paid = 付費加速，用 Stars 支付
desk-spread-over = 分散在 { $hours } 小時內發完
desk-starts = 🕗 { $time } 開始發送。在那之前隨時可以收回再改。
desk-starts-soon = ⏳ { $time } 開始發送，現在還能收回再改。
desk-proposed-own = ⏳ 收件人較多，已請其他管理員確認。
desk-proposed-other = 同意發送嗎？
desk-proposed-by = { $who } 想群發上面的內容，需要另一位管理員同意。
desk-told-approved = ✅ { $who } 同意了群發 #{ NUMBER($id, useGrouping: 0) }。
desk-told-refused = ↩️ { $who } 退回了群發 #{ NUMBER($id, useGrouping: 0) }，它又是草稿了。

# Figures
desk-sent = 已送達 { $count }
desk-corrected = 已更正 { $count }
desk-recalled = 已撤回 { $count }
desk-blocked = 已封鎖 { $count }
desk-failed = 失敗 { $count }
desk-missed = 未發 { $count }
desk-left = 剩餘 { $count }
desk-rate = 每秒 { $rate } 則
desk-to-go = 還要約 { $time }
desk-shut = 🔇 剩下的 { $count } 個聊天暫時不讓我發言，會再試到{ $time }
desk-pace-unknown = 正在開始……
desk-took = 耗時 { $time }
desk-seconds = { $count } 秒
desk-minutes = { $count } 分鐘
desk-hours = { $hours } 小時 { $minutes } 分鐘
desk-days = { $days } 天 { $hours } 小時
desk-tomorrow = 明天 { $time }
desk-you = 你
desk-admin = 管理員 { $id }

# What is awaited
desk-ask-text =
    ✍️ 把要群發的內容傳給我：
    · 文字，格式照原樣保留
    · 一張圖片，可以配文字
    · 或者本站一篇文章的連結
desk-ask-correction = ✍️ 把改好的內文傳給我，會直接替換讀者收到的那則。
desk-ask-version = ✍️ 把 { $name } 版的內文傳給我。
desk-ask-photo = ✍️ 傳給我一張圖片（作為照片發送，不是檔案）。
desk-ask-buttons =
    ✍️ 每行一個按鈕：文字 | 連結，例如
    看詳情 { "|" } https://example.org/1
desk-ask-time = ✍️ 什麼時候？例如 20:30、明天 9:00、11-30 09:00、+2h
desk-ask-days = ✍️ 只發給最近幾天活躍的？傳給我一個數字，例如 14。
desk-ask-category = ✍️ 傳給我類別的名字，可以寫幾個。

# What cannot be taken
desk-problem-empty = 還沒有內容，先傳給我內文、圖片或文章連結。
desk-problem-long = 內文太長，最多 { $limit } 個字（帶圖片時 1,024 個）。
desk-problem-days = 天數要是 1 到 { $most } 的數字。
desk-problem-photo = 這不是圖片。
desk-problem-picture = 更正只能改文字，圖片改不了。請只傳文字；要換圖片，先撤回這則，再重新群發。
desk-problem-button = 這一行看不懂：{ $line }
desk-problem-label = 按鈕上的文字最多 { $limit } 個字：{ $line }
desk-most-buttons = 最多 { $count } 個按鈕，連結以 http 或 https 開頭。
desk-problem-time = 看不懂這個時間。
desk-problem-past = 這個時間已經過去了。
desk-problem-skipped = 那天的時鐘會跳過這個時間，請換一個。
desk-problem-far = 太遠了，最多安排一年以內。
desk-odd-album = 一次只能傳一張圖片。請單獨傳給我那一張，可以配文字。
desk-odd-forward = 轉發的訊息不能直接群發。請複製文字或圖片，再傳給我。
desk-odd-media = 只能群發文字、一張圖片或文章連結；語音、貼紙和檔案不行。

# Buttons
desk-text = 📝 內文
desk-photo = 🖼 圖片
desk-buttons = 🔗 按鈕
desk-audience = 👥 受眾
desk-versions = 🌐 語言版本
desk-time = 🕗 時間
desk-spread = ⏳ 分散
desk-speed = ⭐ 加速
desk-preview = 👁 預覽
desk-dry = 🧮 試算
desk-send = ✅ 發送
desk-send-correction = ✅ 更正
desk-drop = 🗑 丟棄
desk-stop-asking = ✖️ 取消輸入
desk-remove = ✖️ 去掉
desk-remove-photo = ✖️ 去掉圖片
desk-remove-buttons = ✖️ 去掉按鈕
desk-categories = 📚 類別
desk-type-category = ✍️ 輸入類別
desk-days-button = { $days } 天內活躍
desk-other-days = ✍️ 其他天數
desk-in-an-hour = 1 小時後
desk-type-time = ✍️ 輸入時間
desk-spread-none = 不分散
desk-spread-hours = { $hours } 小時
desk-undo = ↩️ 收回再改
desk-take-back = ↩️ 收回
desk-approve = ✅ 同意
desk-refuse = ↩️ 退回
desk-pause = ⏸ 暫停
desk-resume = ▶️ 繼續
desk-cancel = ✖️ 取消
desk-refresh = 🔄 重新整理
desk-correct = ✏️ 更正
desk-recall = 🗑 撤回全部
desk-csv = 📄 失敗名單
desk-log = 🕓 紀錄
desk-new = 📣 新增群發
desk-yes-send = ✅ 確認發送
desk-yes-rewrite = ✅ 確認更正
desk-yes-drop = 🗑 確定丟棄
desk-yes-paid = ⭐ 付費加速
desk-yes-cancel = ✖️ 不再發送
desk-yes-recall = 🗑 全部撤回

# Questions
desk-ask-send = 確認發送嗎？
desk-ask-rewrite = 把讀者收到的那則換成改好的嗎？
desk-ask-drop = 丟棄這份草稿嗎？寫好的內容找不回來。
desk-ask-cancel = 還有 { $count } 個聊天沒發。取消後不能繼續，已送達的不受影響。
desk-ask-recall = 要從 { $count } 個聊天裡刪掉這則訊息嗎？沒發完的也會停止。
desk-audience-hint = 點一下選擇，再點取消。幾項都選時，要同時符合。
desk-versions-ask = 哪種語言要有自己的內文？其他語言的讀者看通用版。
desk-time-ask = 什麼時候開始？時間按你的時區（{ $zone }）。
desk-spread-ask = 在幾小時內慢慢發完？
desk-paid-ask = ⭐ 加速發送要付費：每則 0.1 Stars，每秒最多 { $rate } 則，共 { $count } 個聊天。
desk-dry-title = 🧮 試算：什麼也沒有發。
desk-dry-readers = 👥 會發給 { $count } 個聊天
desk-dry-kinds = 私聊 { $private } · 群組 { $groups } · 頻道 { $channels }
desk-dry-takes = ⏱ 約 { $time }（每秒 { $rate } 則）
desk-dry-start = 🕗 { $time } 開始
desk-dry-stars = ⭐ 約 { $count } Stars
desk-log-title = 🕓 誰做了什麼：
desk-list-title = 群發紀錄
desk-list-hint = 點一則看詳情。
desk-list-empty = 還沒有群發過。

# Acts
desk-did-drafted = 起草
desk-did-confirmed = 確認發送
desk-did-proposed = 提請同意
desk-did-approved = 同意發送
desk-did-refused = 退回
desk-did-undone = 收回
desk-did-paused = 暫停
desk-did-resumed = 繼續
desk-did-cancelled = 取消
desk-did-recalled = 撤回全部
desk-did-corrected = 開始更正
desk-did-csv = 下載失敗名單

# Toasts
toast-desk-decided = 這則已經處理過了
toast-desk-back = ↩️ 它又是草稿了
toast-desk-late = 晚了一步：{ $who } 已經{ $did }
toast-desk-own-proposal = 需要另一位管理員來同意
toast-desk-nobody = 現在沒有人會收到，先改一下受眾
toast-desk-nothing = 已經沒有可以更正或撤回的訊息（撤回限 48 小時內）
toast-desk-csv = 名單來了
toast-desk-preview = 👆 讀者會看到這樣，共 { $count } 個版本
