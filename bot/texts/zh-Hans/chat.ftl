# 开场
welcome-title = 你好，我是简报 👋
welcome-title-group = 大家好，我是简报 👋
welcome-body = 每篇新闻，只摘原文里最要紧的几句发来，一字不改。
welcome-pick = 点选想看的类别，有新文章就发来：
welcome-preparing = 新闻还在整理，稍后发 /categories 就能挑选。
welcome-back = ▶️ 欢迎回来，推送已恢复。

# 类别
tree-title = 新闻类别
tree-hint = 点名称订阅或退订，点 › 看下一级。
tree-hint-flat = 点名称订阅或退订。
tree-empty = 还没有类别，新闻正在整理，请稍后再来。
button-back = ‹ 返回
button-previous = ‹ 上一页
button-next = 下一页 ›
button-categories = 📚 全部类别
button-mine = 我的订阅
button-mine-group = 本群的订阅
button-latest = 看最新
button-latest-of = 看最新的{ $name }
button-older = 更早 ›
button-undo = ↩️ 撤销
button-subscribe = 订阅 { $name }
button-unsubscribe = 退订 { $name }
button-keep = 保留
button-resume = ▶️ 恢复推送

# 订阅
subscribed = ✅ 已订阅「{ $names }」，有新文章就发来。
subscribed-before = ✅ 「{ $names }」早已订阅了。
subscribed-covered = 「{ $above }」已包含「{ $name }」，不必另订。
unsubscribed = 已退订「{ $names }」。
unsubscribed-still = 「{ $above }」还订着，它也包含「{ $name }」。
not-subscribed = 没有订阅「{ $names }」。
category-unknown = 没有找到「{ $name }」。
category-near = 没有找到「{ $name }」，是不是这些？
category-several = 有几个类别都叫「{ $name }」，要哪一个？
category-about = 关于「{ $names }」：

toast-subscribed = ✅ 已订阅「{ $name }」
toast-subscribed-resumed = ✅ 已订阅「{ $name }」，推送已恢复
toast-unsubscribed = 已退订「{ $name }」
toast-covered = 「{ $above }」已包含「{ $name }」，不必另订
toast-not-subscribed = 没有订阅「{ $name }」
toast-category-gone = 这个类别已经没有了
toast-article-gone = 这篇文章找不到了
toast-stale = 这个按钮不能用了，发 /help 看看能做什么
toast-admins-only = 只有群管理员可以更改订阅
toast-busy = 点得太快啦，请稍等一下

mine-title = 我的订阅
mine-title-group = 本群的订阅
mine-count = 共 { $count } 个类别，点一下退订：
mine-empty = 还没有订阅。挑几个感兴趣的类别吧：
mine-paused = ⏸ 推送已暂停。
muted-above = 订阅的是「{ $above }」，它包含「{ $name }」。要退订整个「{ $above }」吗？
kept = 好的，「{ $name }」照常推送。

# 其他
latest-none = 还没有文章，新的一到就发来。
latest-none-in = 「{ $names }」还没有新文章，一到就能看到。
latest-no-older = 没有更早的文章了。
stopped = ⏸ 好的，不再推送了。订阅都还留着，想看时点下面恢复。
resumed = ▶️ 推送已恢复。
choice-unknown = 没有「{ $name }」可选。
language-ask = 请选择语言
language-set = 好的，以后用简体中文。
admins-only = 只有群管理员可以更改订阅，大家都可以用 /latest 看新闻。
unknown-command = 不认识 { $command } 这个命令。
unknown-command-near = 不认识 { $command }，是不是 { $near }？
unknown-hint = 发 /help 看看能做什么，或直接发一个类别的名称。
unknown-help = 没听懂。发 /help 看看能做什么。
unknown-near = 没听懂，是不是想用 { $near }？发 /help 看看还能做什么。
unknown-words = 发一个类别的名称给我，或从这里挑选：
unknown-media = 我只看得懂文字。发一个类别的名称，或从这里挑选：
courtesy = 😊 我随时都在。想看新闻发 /latest，想知道我能做什么发 /help。
chat-shut = 我在「{ $name }」里发不了言，所以没能在那里回答。请群管理员允许我发消息：话题关闭了就重新打开，或让我当管理员。
shut-told = 「{ $name }」的新闻发不过去：话题关闭了。请重新打开话题，或让我当管理员，之后就接着发。
error-sorry = 😥 出了点问题，请稍后再试。
help-title = 我能做什么
help-foot = 直接发类别的名称也行，比如「{ $name }」。
help-foot-plain = 直接发类别的名称也行。

# 长短
length-ask = 每条新闻看多少？
length-line = 一行
length-standard = 标准
length-detailed = 详细
length-about-line = { $name }：只有一句话，想看再点开
length-about-standard = { $name }：标题加几句要点，更多的折叠着
length-about-detailed = { $name }：标题加详细摘要，直接展开
length-sample = 👇 现在的新闻长这样：
toast-length = ✅ 以后按「{ $name }」发来
toast-admins-only-settings = 只有群管理员可以更改设置
admins-only-settings = 只有群管理员可以更改设置，大家都可以用 /latest 看新闻。
sample-title = 晨江大桥明早六点通车
sample-place = 示例
sample-short =
    晨江大桥将于明天早上六点正式通车，全长2.6公里，双向六车道。
    通车后，两岸之间的车程由40分钟缩短到8分钟。
sample-more =
    大桥两侧设有自行车道和步行道，步行过江约需35分钟。
    市公交公司同步开通三条过江线路，首月免费乘坐。
    交警提醒，首日车流较大，建议错开早高峰。

# 菜单
bot-description =
    简报读新闻，只摘原文里最要紧的几句发给你，一字不改。

    选好类别，有新文章就推送；随时可以退订、暂停。
bot-short-description = 按类别推送新闻摘要，句句出自原文。
command-start = 开始使用
command-categories = 浏览和订阅类别
command-subscribe = 订阅类别，如 `/subscribe 金融`
command-unsubscribe = 退订类别
command-mine = 我的订阅
command-latest = 看最新文章
command-more = 接着看更早的文章
command-language = 切换语言
command-length = 选择新闻的长短
command-stop = 暂停推送
command-help = 使用说明

# 我们自己的类别名
category-shelf = 订阅源
category-unsorted = 其他

# 语言的叫法
language-called-simplified = 简体中文、简体、简中、中文、汉语、普通话
language-called-traditional = 繁体中文、繁体、繁中、正体中文
language-called-english = 英语、英文

# 不用斜杠也听得懂的话
said-start = 开始、你好、您好、恢复、恢复推送；继续、嗨、嘿、在吗、早、早上好、早安、下午好、午安、晚上好、你是谁
said-categories = 类别、分类、栏目、全部类别、订阅；有哪些类别、有什么类别、都有什么、类别列表、订阅全部、订阅所有、全部订阅
said-subscribe-to = 订阅、关注、追踪
said-unsubscribe-from = 退订、取消订阅、取消、不再订阅、停止推送、不要再发、别再发、别发、不要、不想看、不看、屏蔽
said-latest-of = 最新、看最新、看看、看、想看、新闻、最新消息
said-unsubscribe = 退订、取消订阅、取消全部、取消所有；取消、全部取消、全部退订、退订全部、退订所有、取消全部订阅、取消所有订阅、取消订阅全部、太多了、太吵了、少发点
said-mine = 我的订阅、我订阅了什么、我订阅了哪些、我订了什么、订阅列表、订阅清单；已订阅
said-latest = 最新、看最新、新闻、看新闻、最新新闻、今日新闻、今天的新闻、最新文章、最新消息；有什么新闻、有什么新闻吗、今天有什么新闻、今天有什么、今天有什么新鲜事、有什么新消息、有什么新的、有新闻吗、有没有新闻、看看新闻、来点新闻、说点新闻、今天发生了什么、发生了什么、头条、头条新闻、今天头条、要闻、今日要闻、热点、热点新闻、新鲜事
said-more = 更多新闻、下一页；更多、还有吗、再来几条、再来、更早、更早的、下一条、还有别的吗
said-language = 语言、切换语言、换语言；改语言、中文、英文、英语、简体、繁体、简体中文、繁体中文、换成中文、换成英文、换成简体、换成繁体、切换简体、切换繁体
said-length = 长短、篇幅；短一点、长一点、短点、长点、详细点、详细一点、简短点、只要标题、只看标题
said-stop = 停、停止、暂停、暂停推送、停止推送、别发了、别再发了、不要再发了、不要发了、不要再推送了、别推送了、不要推送了；静音、免打扰、不要了、不看了、不想看了、退出、关闭
said-help = 帮助、帮忙、说明、使用说明、怎么用、你能做什么、能做什么、你会什么、你会做什么；菜单、功能、命令、设置
said-courtesy = 谢谢、谢谢你、多谢、感谢、谢了、好、好的谢谢、好的、好吧、嗯、嗯嗯、哦、行、知道了、明白了、收到、再见、拜拜、晚安、哈哈、哈哈哈、不错
said-never-mind = 取消、算了、不用了、不写了
said-all = 全部、所有、所有的、一切、全部类别、所有类别
said-broadcast = 群发
said-sources = 来源、订阅源
said-status = 状态、运行状态
said-stats = 统计、统计图
