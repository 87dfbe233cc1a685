# Commands
command-broadcast = 群发：先预览，再发送
command-broadcasts = 群发记录

# The card
desk-title = 📣 群发 #{ $id }
desk-title-correction = ✏️ 更正 #{ $id }（群发 #{ $of }）
desk-title-recall = 🗑 撤回 #{ $id }（群发 #{ $of }）
desk-state-draft = 草稿
desk-state-proposed = 等待同意
desk-state-scheduled = 即将发送
desk-state-sending = 进行中
desk-state-paused = 已暂停
desk-state-done = 已完成
desk-state-cancelled = 已取消
desk-state-dropped = 已丢弃
desk-state-recalled = 已撤回
desk-empty = （还没有内容）
desk-photo-only = 🖼 图片
desk-article = 📰 文章：{ $title }
desk-has-photo = 🖼 有图片
desk-has-buttons = 🔗 { $count } 个按钮
desk-has-version = 🌐 { $name }
desk-has-correction = ✏️ 更正 #{ $id }
desk-has-recall = 🗑 撤回 #{ $id }
desk-for = 👥 { $audience }：{ $count } 个聊天
desk-everyone = 全部读者
desk-audience-reached = 收到群发 #{ $of } 的人
desk-active = 最近 { $days } 天活跃
desk-kind-private = 私聊
desk-kind-group = 群组
desk-kind-channel = 频道
desk-at-once = 立即发送
desk-paid = 付费加速，用 Stars 支付
desk-spread-over = 分散在 { $hours } 小时内发完
desk-starts = 🕗 { $time } 开始发送。在那之前随时可以收回再改。
desk-starts-soon = ⏳ { $time } 开始发送，现在还能收回再改。
desk-proposed-own = ⏳ 收件人较多，已请其他管理员确认。
desk-proposed-other = 同意发送吗？
desk-proposed-by = { $who } 想群发上面的内容，需要另一位管理员同意。
desk-told-approved = ✅ { $who } 同意了群发 #{ NUMBER($id, useGrouping: 0) }。
desk-told-refused = ↩️ { $who } 退回了群发 #{ NUMBER($id, useGrouping: 0) }，它又是草稿了。

# Figures
desk-sent = 已送达 { $count }
desk-corrected = 已更正 { $count }
desk-recalled = 已撤回 { $count }
desk-blocked = 已屏蔽 { $count }
desk-failed = 失败 { $count }
desk-missed = 未发 { $count }
desk-left = 剩余 { $count }
desk-rate = 每秒 { $rate } 条
desk-to-go = 还要约 { $time }
desk-shut = 🔇 剩下的 { $count } 个聊天暂时不让我发言，会再试到{ $time }
desk-pace-unknown = 正在开始……
desk-took = 用时 { $time }
desk-seconds = { $count } 秒
desk-minutes = { $count } 分钟
desk-hours = { $hours } 小时 { $minutes } 分钟
desk-days = { $days } 天 { $hours } 小时
desk-tomorrow = 明天 { $time }
desk-you = 你
desk-admin = 管理员 { $id }

# What is awaited
desk-ask-text =
    ✍️ 把要群发的内容发给我：
    · 文字，格式照原样保留
    · 一张图片，可以配文字
    · 或者本站一篇文章的链接
desk-ask-correction = ✍️ 把改好的正文发给我，会直接替换读者收到的那条。
desk-ask-version = ✍️ 把 { $name } 版的正文发给我。
desk-ask-photo = ✍️ 发给我一张图片（作为照片发送，不是文件）。
desk-ask-buttons =
    ✍️ 每行一个按钮：文字 | 链接，例如
    看详情 { "|" } https://example.org/1
desk-ask-time = ✍️ 什么时候？例如 20:30、明天 9:00、11-30 09:00、+2h
desk-ask-days = ✍️ 只发给最近几天活跃的？发给我一个数字，例如 14。
desk-ask-category = ✍️ 发给我类别的名字，可以写几个。

# What cannot be taken
desk-problem-empty = 还没有内容，先发给我正文、图片或文章链接。
desk-problem-long = 正文太长，最多 { $limit } 个字（带图片时 1,024 个）。
desk-problem-days = 天数要是 1 到 { $most } 的数字。
desk-problem-photo = 这不是图片。
desk-problem-picture = 更正只能改文字，图片改不了。请只发文字；要换图片，先撤回这条，再重新群发。
desk-problem-button = 这一行看不懂：{ $line }
desk-problem-label = 按钮上的文字最多 { $limit } 个字：{ $line }
desk-most-buttons = 最多 { $count } 个按钮，链接以 http 或 https 开头。
desk-problem-time = 看不懂这个时间。
desk-problem-past = 这个时间已经过去了。
desk-problem-skipped = 那天的时钟会跳过这个时间，请换一个。
desk-problem-far = 太远了，最多安排一年以内。
desk-odd-album = 一次只能发一张图片。请单独发给我那一张，可以配文字。
desk-odd-forward = 转发的消息不能直接群发。请复制文字或图片，再发给我。
desk-odd-media = 只能群发文字、一张图片或文章链接；语音、贴纸和文件不行。

# Buttons
desk-text = 📝 正文
desk-photo = 🖼 图片
desk-buttons = 🔗 按钮
desk-audience = 👥 受众
desk-versions = 🌐 语言版本
desk-time = 🕗 时间
desk-spread = ⏳ 分散
desk-speed = ⭐ 加速
desk-preview = 👁 预览
desk-dry = 🧮 试算
desk-send = ✅ 发送
desk-send-correction = ✅ 更正
desk-drop = 🗑 丢弃
desk-stop-asking = ✖️ 取消输入
desk-remove = ✖️ 去掉
desk-remove-photo = ✖️ 去掉图片
desk-remove-buttons = ✖️ 去掉按钮
desk-categories = 📚 类别
desk-type-category = ✍️ 输入类别
desk-days-button = { $days } 天内活跃
desk-other-days = ✍️ 其他天数
desk-in-an-hour = 1 小时后
desk-type-time = ✍️ 输入时间
desk-spread-none = 不分散
desk-spread-hours = { $hours } 小时
desk-undo = ↩️ 收回再改
desk-take-back = ↩️ 收回
desk-approve = ✅ 同意
desk-refuse = ↩️ 退回
desk-pause = ⏸ 暂停
desk-resume = ▶️ 继续
desk-cancel = ✖️ 取消
desk-refresh = 🔄 刷新
desk-correct = ✏️ 更正
desk-recall = 🗑 撤回全部
desk-csv = 📄 失败名单
desk-log = 🕓 记录
desk-new = 📣 新建群发
desk-yes-send = ✅ 确认发送
desk-yes-rewrite = ✅ 确认更正
desk-yes-drop = 🗑 确定丢弃
desk-yes-paid = ⭐ 付费加速
desk-yes-cancel = ✖️ 不再发送
desk-yes-recall = 🗑 全部撤回

# Questions
desk-ask-send = 确认发送吗？
desk-ask-rewrite = 把读者收到的那条换成改好的吗？
desk-ask-drop = 丢弃这份草稿吗？写好的内容找不回来。
desk-ask-cancel = 还有 { $count } 个聊天没发。取消后不能继续，已送达的不受影响。
desk-ask-recall = 要从 { $count } 个聊天里删掉这条消息吗？没发完的也会停止。
desk-audience-hint = 点一下选择，再点取消。几项都选时，要同时符合。
desk-versions-ask = 哪种语言要有自己的正文？其他语言的读者看通用版。
desk-time-ask = 什么时候开始？时间按你的时区（{ $zone }）。
desk-spread-ask = 在几小时内慢慢发完？
desk-paid-ask = ⭐ 加速发送要付费：每条 0.1 Stars，每秒最多 { $rate } 条，共 { $count } 个聊天。
desk-dry-title = 🧮 试算：什么也没有发。
desk-dry-readers = 👥 会发给 { $count } 个聊天
desk-dry-kinds = 私聊 { $private } · 群组 { $groups } · 频道 { $channels }
desk-dry-takes = ⏱ 约 { $time }（每秒 { $rate } 条）
desk-dry-start = 🕗 { $time } 开始
desk-dry-stars = ⭐ 约 { $count } Stars
desk-log-title = 🕓 谁做了什么：
desk-list-title = 群发记录
desk-list-hint = 点一条看详情。
desk-list-empty = 还没有群发过。

# Acts
desk-did-drafted = 起草
desk-did-confirmed = 确认发送
desk-did-proposed = 提请同意
desk-did-approved = 同意发送
desk-did-refused = 退回
desk-did-undone = 收回
desk-did-paused = 暂停
desk-did-resumed = 继续
desk-did-cancelled = 取消
desk-did-recalled = 撤回全部
desk-did-corrected = 开始更正
desk-did-csv = 下载失败名单

# Toasts
toast-desk-decided = 这条已经处理过了
toast-desk-back = ↩️ 它又是草稿了
toast-desk-late = 晚了一步：{ $who } 已经{ $did }
toast-desk-own-proposal = 需要另一位管理员来同意
toast-desk-nobody = 现在没有人会收到，先改一下受众
toast-desk-nothing = 已经没有可以更正或撤回的消息（撤回限 48 小时内）
toast-desk-csv = 名单来了
toast-desk-preview = 👆 读者会看到这样，共 { $count } 个版本
