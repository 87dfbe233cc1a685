# Why something could not be fetched
fetch-refused-malformed = This is no address
fetch-refused-scheme = Only http and https addresses work
fetch-refused-host = The host is no name of the internet
fetch-refused-login = The address must not carry a name or password
fetch-refused-port = This port is not allowed
fetch-refused-address = The address lies inside a network; it is not visited
fetch-refused-downgrade = The site led from https to unencrypted http
fetch-failed-dns = There is no such name
fetch-failed-connect = The server cannot be reached
fetch-failed-tls = The site’s certificate is not valid
fetch-failed-proxy = The proxy failed
fetch-failed-timeout = The site was too slow
fetch-failed-lost = The server hung up without an answer
fetch-failed-garbled = The server’s answer cannot be understood
fetch-failed-cut-short = The answer broke off
fetch-failed-too-large = The document is too large
fetch-failed-encoding = The answer is compressed in a way that cannot be read
fetch-failed-redirects = The redirects lead nowhere
fetch-failed-resting = The site asks to come back later
fetch-failed-forbidden = The site refuses access ({ $status })
fetch-failed-missing = There is no such page (404)
fetch-failed-gone = The page is gone for good (410)
fetch-failed-server = The site has an error ({ $status })
fetch-failed-status = The site answered { $status }

# Why a document is no feed
feed-failed-long = The feed is too long
feed-failed-empty = Nothing stands in the document
feed-failed-page = This is a web page, not a feed
feed-failed-other-xml = This is XML of another kind, not a feed
feed-failed-broken-xml = Its XML is too broken to be read
feed-failed-other-json = This is JSON, but not a feed
feed-failed-broken-json = This is broken JSON, not a feed
feed-failed-list = This is a list of feeds (OPML), not a feed
feed-failed-no-list = This is no list of feeds (OPML)
feed-failed-unknown = This is not a feed

# What is wrong with a feed
feed-problem-none = nothing is wrong
feed-problem-unreadable = what came is no feed, or too large
feed-problem-unreached = the server cannot be reached
feed-problem-barred = its address is barred: inside a network, or on a port that is not open
feed-problem-misled = it leads to a place that is never visited
feed-problem-broken_off = no whole answer came
feed-problem-limited = the site asks us to come less often (429)
feed-problem-missing = there is no such page (404)
feed-problem-refused = the site refuses access
feed-problem-server_error = the site has an error
feed-problem-gone = the site says it is closed for good (410)

# News of feeds
notice-barred = ⚠️ { $title } is not asked: it is in a network that is closed, or on a port that is. If it is yours, add { $door } to fetching.own_network in config.yaml and start the bot anew: { $address }
notice-failing = ⚠️ { $title } failed { $count } times in a row: { $problem }. It is tried on, ever more seldom. Is the address still right? { $address }
notice-dead = ❌ { $title } has not been there for seven days: { $problem }. If it is not needed any more, pause or remove it with /sources: { $address }
notice-gone = ✖️ { $title } is closed for good (410) and not asked again. Remove it with /sources: { $address }
notice-moved = 📦 { $title } has a new address and is read from there: { $address }
notice-flood = 🌊 { $title } brought very much at once: only the newest are sent one by one, the rest as one list.
notice-recovered = ✅ { $title } is back.
notice-dead-readers = There has been nothing from { $title } for seven days: { $problem }. When it is back, its news comes as before.
notice-gone-readers = { $title } is closed for good; nothing more will come.

status-feeds = { $count } feeds, { $failing } with problems, { $paused } paused
status-feed = { $sign } { $place } · { $how }
status-feeds-more = … and { $count } more feeds
