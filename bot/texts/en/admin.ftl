command-headline = Broadcast: `/headline TEXT` or `/headline @金融 TEXT`
command-status = How the bot is doing
command-stats = Charts of readers, deliveries and categories

headline-usage = Write the text after /headline. For the readers of one category: `/headline @金融 TEXT`
headline-category-unknown = There is no category { $name }. Nothing was sent.
headline-category-several = Several categories are called { $name }; write the whole path. Nothing was sent.
headline-ready =
    { $count ->
        [one] 👆 This is how it will look. It goes to one chat.
       *[other] 👆 This is how it will look. It goes to { $count } chats.
    }
headline-ready-in =
    { $count ->
        [one] 👆 This is how it will look. It goes to one chat that reads { $name }.
       *[other] 👆 This is how it will look. It goes to { $count } chats that read { $name }.
    }
headline-nobody = Nobody would get it right now, so nothing was kept.
headline-nobody-in = Nobody reads { $name } right now, so nothing was kept. Without @ and the name it goes to everybody.
headline-send = ✅ Send
headline-cancel = ❌ Cancel

status-title = Status
status-version = Jianbao { $version }, up for { $uptime }
status-days = { $days } d { $hours } h
status-hours = { $hours } h { $minutes } min
status-minutes = { $minutes } min
status-readers = Readers, groups included
status-chat-active = { $count } active
status-chat-paused = { $count } paused
status-chat-blocked = { $count } blocked
status-chat-gone = { $count } gone
status-content = Content
status-posts =
    { $count ->
        [one] { $count } post
       *[other] { $count } posts
    }
status-articles =
    { $count ->
        [one] { $count } article
       *[other] { $count } articles
    }
status-categories =
    { $count ->
        [one] { $count } category
       *[other] { $count } categories
    }
status-deliveries = Deliveries
status-delivery-due = { $count } waiting
status-delivery-claimed = { $count } on their way
status-delivery-sent = { $count } sent
status-delivery-gone = { $count } unreachable
status-delivery-failed = { $count } failed
status-delivery-gathered = { $count } in lists of missed news
status-held =
    { $chats ->
        [one] 🔇 { $count } of them wait for one group that lets me write nothing at present; I try again until they expire
       *[other] 🔇 { $count } of them wait for { $chats } groups that let me write nothing at present; I try again until they expire
    }
status-failures = Failed in the last 7 days:
status-delivery-dropped = { $count } dropped
status-sources = Sources
status-source-ready =
    { $count ->
        [one] ✅ { $place }: { $count } post
       *[other] ✅ { $place }: { $count } posts
    }
status-source-reading =
    { $count ->
        [one] ⏳ { $place }: first reading, { $count } post so far
       *[other] ⏳ { $place }: first reading, { $count } posts so far
    }
status-source-problem = ⚠️ { $place }: { $problem }
status-unreadable =
    { $count ->
        [one] { $count } post cannot be read:
       *[other] { $count } posts cannot be read:
    }
status-more = … and { $count } more
status-none = none

stats-title = Last { $days } days
stats-button = { $days } days
stats-readers = Readers
stats-readers-told = Readers, groups included: { $count }, { $change } in { $days } days
stats-no-change = no change
stats-deliveries = Deliveries
stats-deliveries-told = Sent: { $sent } · unreachable: { $unreachable } · failed: { $failed }
stats-sent = Sent
stats-unreachable = Unreachable
stats-failed = Failed
stats-articles = Articles
stats-articles-told = Articles: { $count }, { $mean } a day
stats-read = Most subscribed
stats-others = Others
stats-none = No data yet
