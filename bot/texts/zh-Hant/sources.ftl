# 取不到內容的原因
fetch-refused-malformed = 這不是有效的網址
fetch-refused-scheme = 只支援 http 和 https 網址
fetch-refused-host = 主機名稱不是公開的網域
fetch-refused-login = 網址裡不能帶使用者名稱或密碼
fetch-refused-port = 不允許存取這個連接埠
fetch-refused-address = 這個位址在內部網路裡，不會存取
fetch-refused-downgrade = 網站從 https 跳到了不加密的 http
fetch-failed-dns = 找不到這個網域
fetch-failed-connect = 連不上伺服器
fetch-failed-tls = 網站憑證有問題
fetch-failed-proxy = 代理伺服器出錯
fetch-failed-timeout = 網站太慢，沒等到完整回應
fetch-failed-lost = 伺服器沒有回應就斷開了
fetch-failed-garbled = 伺服器的回應無法理解
fetch-failed-cut-short = 內容沒傳完就斷了
fetch-failed-too-large = 內容太大
fetch-failed-encoding = 內容的壓縮方式無法處理
fetch-failed-redirects = 網址一直重新導向，到不了內容
fetch-failed-resting = 網站要求稍後再來
fetch-failed-forbidden = 網站拒絕存取（{ $status }）
fetch-failed-missing = 頁面不存在（404）
fetch-failed-gone = 頁面已永久刪除（410）
fetch-failed-server = 網站出錯（{ $status }）
fetch-failed-status = 網站回應了 { $status }

# 檔案為什麼不是訂閱源
feed-failed-long = 訂閱源太長
feed-failed-empty = 內容是空的
feed-failed-page = 這是網頁，不是訂閱源
feed-failed-other-xml = 這是別的 XML，不是訂閱源
feed-failed-broken-xml = XML 壞得讀不了
feed-failed-other-json = 這是 JSON，但不是訂閱源
feed-failed-broken-json = 這是損壞的 JSON，不是訂閱源
feed-failed-list = 這是訂閱清單（OPML），不是訂閱源
feed-failed-no-list = 這不是 OPML 訂閱清單
feed-failed-unknown = 這不是訂閱源

# 訂閱源的問題
feed-problem-none = 沒有問題
feed-problem-unreadable = 內容不是訂閱源，或太大
feed-problem-unreached = 連不上伺服器
feed-problem-barred = 這個位址不讓存取：它在內部網路裡，或連接埠沒有開放
feed-problem-misled = 它轉到了不讓存取的地方
feed-problem-broken_off = 沒等到完整回應
feed-problem-limited = 網站要求少來一些（429）
feed-problem-missing = 頁面不存在（404）
feed-problem-refused = 網站拒絕存取
feed-problem-server_error = 網站出錯
feed-problem-gone = 網站說它已永久關閉（410）

# 訂閱源的訊息
notice-barred = ⚠️ 「{ $title }」沒有去取：它在內部網路裡，或連接埠沒有開放。如果這是你自己的來源，請在 config.yaml 的 fetching.own_network 裡加上 { $door }，再重新啟動：{ $address }
notice-failing = ⚠️ 「{ $title }」連續 { $count } 次取不到：{ $problem }。會繼續嘗試，間隔越來越長。請看看位址是否還對：{ $address }
notice-dead = ❌ 「{ $title }」已經七天取不到：{ $problem }。若不再需要，可用 /sources 暫停或刪除：{ $address }
notice-gone = ✖️ 「{ $title }」已永久關閉（410），不再去取。可用 /sources 刪除：{ $address }
notice-moved = 📦 「{ $title }」搬到了新位址，以後從那裡取：{ $address }
notice-flood = 🌊 「{ $title }」一次來了很多新文章，只逐則推播最新幾篇，其餘合成一則。
notice-recovered = ✅ 「{ $title }」又能取到了。
notice-dead-readers = 「{ $title }」已經七天沒有新消息了：{ $problem }。恢復後會照常送來。
notice-gone-readers = 「{ $title }」已永久關閉，不會再有新消息。

status-feeds = 訂閱源 { $count } 個，{ $failing } 個有問題，{ $paused } 個暫停
status-feed = { $sign } { $place } · { $how }
status-feeds-more = ……還有 { $count } 個
