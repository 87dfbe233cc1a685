# 取不到内容的原因
fetch-refused-malformed = 这不是有效的网址
fetch-refused-scheme = 只支持 http 和 https 网址
fetch-refused-host = 主机名不是公网域名
fetch-refused-login = 网址里不能带用户名或密码
fetch-refused-port = 不允许访问这个端口
fetch-refused-address = 这个地址在内部网络里，不会访问
fetch-refused-downgrade = 网站从 https 跳到了不加密的 http
fetch-failed-dns = 找不到这个域名
fetch-failed-connect = 连不上服务器
fetch-failed-tls = 网站证书有问题
fetch-failed-proxy = 代理服务器出错
fetch-failed-timeout = 网站太慢，没等到完整回应
fetch-failed-lost = 服务器没有回应就断开了
fetch-failed-garbled = 服务器的回应无法理解
fetch-failed-cut-short = 内容没传完就断了
fetch-failed-too-large = 内容太大
fetch-failed-encoding = 内容的压缩方式无法处理
fetch-failed-redirects = 网址一直跳转，到不了内容
fetch-failed-resting = 网站要求稍后再来
fetch-failed-forbidden = 网站拒绝访问（{ $status }）
fetch-failed-missing = 页面不存在（404）
fetch-failed-gone = 页面已永久删除（410）
fetch-failed-server = 网站出错（{ $status }）
fetch-failed-status = 网站回应了 { $status }

# 文件为什么不是订阅源
feed-failed-long = 订阅源太长
feed-failed-empty = 内容是空的
feed-failed-page = 这是网页，不是订阅源
feed-failed-other-xml = 这是别的 XML，不是订阅源
feed-failed-broken-xml = XML 坏得读不了
feed-failed-other-json = 这是 JSON，但不是订阅源
feed-failed-broken-json = 这是损坏的 JSON，不是订阅源
feed-failed-list = 这是订阅列表（OPML），不是订阅源
feed-failed-no-list = 这不是 OPML 订阅列表
feed-failed-unknown = 这不是订阅源

# 订阅源的问题
feed-problem-none = 没有问题
feed-problem-unreadable = 内容不是订阅源，或太大
feed-problem-unreached = 连不上服务器
feed-problem-barred = 这个地址不让访问：它在内部网络里，或端口没有开放
feed-problem-misled = 它跳转到了不让访问的地方
feed-problem-broken_off = 没等到完整回应
feed-problem-limited = 网站要求少来一些（429）
feed-problem-missing = 页面不存在（404）
feed-problem-refused = 网站拒绝访问
feed-problem-server_error = 网站出错
feed-problem-gone = 网站说它已永久关闭（410）

# 订阅源的消息
notice-barred = ⚠️ 「{ $title }」没有去取：它在内部网络里，或端口没有开放。如果这是你自己的来源，请在 config.yaml 的 fetching.own_network 里加上 { $door }，再重新启动：{ $address }
notice-failing = ⚠️ 「{ $title }」连续 { $count } 次取不到：{ $problem }。会继续尝试，间隔越来越长。请看看地址是否还对：{ $address }
notice-dead = ❌ 「{ $title }」已经七天取不到：{ $problem }。若不再需要，可用 /sources 暂停或删除：{ $address }
notice-gone = ✖️ 「{ $title }」已永久关闭（410），不再去取。可用 /sources 删除：{ $address }
notice-moved = 📦 「{ $title }」搬到了新地址，以后从那里取：{ $address }
notice-flood = 🌊 「{ $title }」一次来了很多新文章，只逐条推送最新几篇，其余合成一条。
notice-recovered = ✅ 「{ $title }」又能取到了。
notice-dead-readers = 「{ $title }」已经七天没有新消息了：{ $problem }。恢复后会照常发来。
notice-gone-readers = 「{ $title }」已永久关闭，不会再有新消息。

status-feeds = 订阅源 { $count } 个，{ $failing } 个有问题，{ $paused } 个暂停
status-feed = { $sign } { $place } · { $how }
status-feeds-more = ……还有 { $count } 个
