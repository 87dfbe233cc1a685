# Beginning
welcome-title = Hi, I’m Jianbao 👋
welcome-title-group = Hi everyone, I’m Jianbao 👋
welcome-body = From every article I pick the sentences that matter and send them word for word.
welcome-pick = Tap what you’d like to read; new articles will come by themselves:
welcome-preparing = The news is still being sorted. Send /categories in a moment to choose.
welcome-back = ▶️ Welcome back, news is on again.

# Categories
tree-title = Categories
tree-hint = Tap a name to subscribe or unsubscribe, › to look inside.
tree-hint-flat = Tap a name to subscribe or unsubscribe.
tree-empty = No categories yet: the news is still being sorted. Please come back in a moment.
button-back = ‹ Back
button-previous = ‹ Previous
button-next = Next ›
button-categories = 📚 All categories
button-mine = My subscriptions
button-mine-group = This group’s subscriptions
button-latest = Read the latest
button-latest-of = Latest in { $name }
button-older = Older ›
button-undo = ↩️ Undo
button-subscribe = Subscribe to { $name }
button-unsubscribe = Unsubscribe from { $name }
button-keep = Keep it
button-resume = ▶️ Resume

# Subscriptions
subscribed = ✅ Subscribed to { $names }. New articles will come by themselves.
subscribed-before = ✅ Already subscribed to { $names }.
subscribed-covered = { $above } already includes { $name }; nothing more to do.
unsubscribed = Unsubscribed from { $names }.
unsubscribed-still = { $above } is still on, and it includes { $name }.
not-subscribed = Not subscribed to { $names }.
category-unknown = I couldn’t find { $name }.
category-near = I couldn’t find { $name }. Did you mean one of these?
category-several = Several categories are called { $name }. Which one?
category-about = About { $names }:

toast-subscribed = ✅ Subscribed to { $name }
toast-subscribed-resumed = ✅ Subscribed to { $name }; news is on again
toast-unsubscribed = Unsubscribed from { $name }
toast-covered = { $above } already includes { $name }
toast-not-subscribed = Not subscribed to { $name }
toast-category-gone = This category no longer exists
toast-article-gone = This article is no longer here
toast-stale = This button no longer works. Send /help to see what I can do
toast-admins-only = Only the group’s admins can change subscriptions
toast-busy = That’s a bit fast. Please wait a moment

mine-title = My subscriptions
mine-title-group = This group’s subscriptions
mine-count =
    { $count ->
        [one] One category; tap to unsubscribe:
       *[other] { $count } categories; tap one to unsubscribe:
    }
mine-empty = No subscriptions yet. Pick a few categories you like:
mine-paused = ⏸ News is paused.
muted-above = The subscription is to { $above }, which includes { $name }. Unsubscribe from all of { $above }?
kept = All right, { $name } stays on.

# More
latest-none = No articles yet. The first will come as soon as it’s there.
latest-none-in = Nothing from { $names } yet. It will show up here as soon as it’s there.
latest-no-older = There is nothing older.
stopped = ⏸ Done, no more news. Your subscriptions are kept; resume whenever you like.
resumed = ▶️ News is on again.
choice-unknown = There is no { $name } to choose.
language-ask = Choose a language
language-set = All right, English from now on.
admins-only = Only the group’s admins can change subscriptions. Everyone can read with /latest.
unknown-command = I don’t know { $command }.
unknown-command-near = I don’t know { $command }. Did you mean { $near }?
unknown-hint = Send /help to see what I can do, or just the name of a category.
unknown-help = I didn’t get that. Send /help to see what I can do.
unknown-near = I didn’t get that. Did you mean { $near }? Send /help to see what else I can do.
unknown-words = Send me the name of a category, or pick one here:
unknown-media = I only understand text. Send the name of a category, or pick one here:
courtesy = 😊 I’m here whenever you like. Send /latest for the newest articles, or /help to see what I can do.
chat-shut = I may not write in “{ $name }”, so I couldn’t answer there. Ask its admins to let me send messages: reopen the topic if it is closed, or make me an admin.
shut-told = News for “{ $name }” can’t be sent: its topic is closed. Please reopen it, or make me an admin there; what waits comes then.
error-sorry = 😥 Something went wrong. Please try again in a moment.
help-title = What I can do
help-foot = Just sending the name of a category works too, such as “{ $name }”.
help-foot-plain = Just sending the name of a category works too.

# Length
length-ask = How much of each article?
length-line = One line
length-standard = Standard
length-detailed = Detailed
length-about-line = { $name }: the headline alone; tap to read on
length-about-standard = { $name }: a title and a few key sentences, more folded below
length-about-detailed = { $name }: a title and a detailed summary, all open
length-sample = 👇 News now looks like this:
toast-length = ✅ From now on: { $name }
toast-admins-only-settings = Only the group’s admins can change settings
admins-only-settings = Only the group’s admins can change settings. Everyone can read with /latest.
sample-title = Harbour bridge opens at six tomorrow morning
sample-place = Sample
sample-short =
    The harbour bridge opens to traffic at six tomorrow morning, 2.6 km long and six lanes wide.
    Crossing the river will take 8 minutes by car instead of 40.
sample-more =
    Cycle and foot paths run along both sides; the walk across takes about 35 minutes.
    Three new bus lines will cross the bridge, free of charge for the first month.
    Police expect heavy traffic on the first day and advise drivers to avoid the morning rush.

# Menu
bot-description =
    Jianbao reads the news and sends you the sentences that matter, word for word.

    Choose your categories and new articles come by themselves. Pause or unsubscribe at any time.
bot-short-description = News summaries by category, every sentence from the article itself.
command-start = Get started
command-categories = Browse and subscribe to categories
command-subscribe = Subscribe, e.g. `/subscribe 金融`
command-unsubscribe = Unsubscribe from a category
command-mine = My subscriptions
command-latest = Read the latest articles
command-more = Go on with older articles
command-language = Change the language
command-length = Choose how much of each article
command-stop = Pause the news
command-help = How to use the bot

# What our own categories are called
category-shelf = Feeds
category-unsorted = Other

# What languages are called
language-called-simplified = Simplified Chinese, Simplified, Chinese, Mandarin, zh, zh-CN, zh-SG
language-called-traditional = Traditional Chinese, Traditional, zh-TW, zh-HK
language-called-english = English

# What is understood without a slash
said-start = start, resume, hello; hi, hey, hey there, hi there, hello there, good morning, good evening, who are you, continue
said-categories = categories, topics, subscribe, browse; list, subscribe all, subscribe to all, subscribe to everything
said-subscribe-to = subscribe to, subscribe me to, subscribe, sub, follow, add
said-unsubscribe-from = unsubscribe from, unsubscribe me from, unsubscribe, stop sending me, stop sending, stop, mute, unsub, remove, delete, cancel, don’t send me, I don’t want any more, I don’t want any, I don’t want, no more, no
said-latest-of = latest, the latest, latest in, latest from, latest on, latest news about, news about, news on, news from, news, show me, show, read
said-unsubscribe = unsubscribe, too many messages; unsub, unsubscribe all, unsubscribe me, unsubscribe from all, unsubscribe from everything, cancel, cancel all, cancel everything, too much, too many
said-mine = my subscriptions, subscriptions, my categories, what am I subscribed to; my subs, what do I follow
said-latest = latest, the latest, news, latest news, the news, today’s news, what’s new; any news, any news today, what’s the news, what’s happening, what happened today, what happened, what’s going on, headlines, today’s headlines, the headlines, top stories, top news, what’s new today, anything new
said-more = more news, next page; more, next, older, go on
said-language = language, languages; change language, switch language, English, Chinese, in English, in Chinese, switch to English, switch to Chinese
said-length = length; shorter, longer, short, long, headlines only, just headlines, only headlines
said-stop = stop, pause, stop news, stop sending, stop sending me news, no more news; stop all, stop everything, stop it, no more, quit, exit, mute, quiet
said-help = help, what can you do, what do you do, how does this work, how do I use this; help me, menu, commands, settings, options
said-courtesy = thanks, thank you, thank you very much, thx, ty, ok, okay, k, yes, good, great, nice, cool, got it, bye, goodbye, good night, haha, lol
said-never-mind = cancel, never mind, forget it
said-all = all, everything, all of them, all categories
said-broadcast = broadcast
said-sources = sources, feeds
said-status = status
said-stats = stats, statistics, charts
