# Links and following
command-follow = Follow a site, e.g. `/follow example.com`
help-links = Send a link to read its summary, or to follow it.
find-feed = 📡 The feed { $name }
find-newest = Newest:
find-feed-empty = It has no articles yet.
find-page = This page has feeds. Which one do you want to follow?
button-follow = ➕ Follow { $name }
look-too-often = 🙏 Slow down a little: { $count } links a minute at most. Please send it again in a while.
look-one = Please send one link at a time.
look-failed = I couldn’t open { $address }. { $reason }.
look-nothing = This address is neither a page nor a feed; there is nothing to read.
look-no-article = There is no article on this page, and it names no feed.
follow-usage = Write an address after /follow, such as `/follow https://example.com/feed`
follow-off = Addresses cannot be followed right now.
follow-no-feed = There is no feed at this address, so it cannot be followed.
followed = ✅ You follow { $name } now. New articles will come here.
followed-public = 🌐 It is a public category: everybody sees it and can subscribe.
followed-before = ✅ You follow { $name } already.
followed-paused = ⏸ An admin paused this source; new articles come once it is resumed.
follow-too-many =
    { $count ->
        [one] You may add one feed, and you have. End it with /mine to add another.
       *[other] You may add { $count } feeds, and you have. End one with /mine to add another.
    }
follow-admins-only = Only admins may add new feeds.
follow-scattered = { $name } is a source already; its articles are spread over categories. Pick from here:
follow-asked = 🕓 An admin has to agree before you can follow { $name }. You will be told.
follow-wish = Person { $who } wants to follow a new feed:
follow-agree = ✅ Agree
follow-refuse = ❌ Refuse
follow-agreed = ✅ An admin agreed. You follow { $name } now; new articles will come here.
follow-refused = An admin did not agree to your following { $name }.
follow-was-agreed = ✅ Agreed to { $name }.
follow-was-refused = ❌ Refused { $name }.
toast-offer-old = This button has expired; please send the link again
toast-look-often = Slow down a little, and press again later
toast-wish-gone = This has been settled already

# Sources
command-sources = Sources: health, pause, test, import and export
shelf-title =
    { $count ->
        [one] Sources (one feed)
       *[other] Sources ({ $count } feeds)
    }
shelf-empty = There are no feeds yet. Add one with /follow, or import OPML.
shelf-well = well
shelf-unread = not read yet
shelf-paused = paused
shelf-resting = nobody reads it, so it is left alone
shelf-left-out = no longer in the configuration, so it is left alone
shelf-pending = waits for an admin to agree
shelf-gone = given up by its site (410), left alone
shelf-failing = failing since { $time }: { $reason }
shelf-read = last read { $time }
shelf-next = next check { $time }
shelf-soon = to be checked now
shelf-weekly = about { $count } a week
shelf-moved = Moved to { $address }
shelf-category = Category: { $name }
shelf-scattered = as each article says
shelf-readers =
    { $count ->
        [one] { $count } reader
       *[other] { $count } readers
    }
shelf-added-by = Added by: { $who }
shelf-configured = the configuration
shelf-pause = ⏸ Pause
shelf-resume = ▶️ Resume
shelf-test = 🔍 Test now
shelf-remove = 🗑 Remove
shelf-yes-remove = 🗑 Yes, remove
shelf-ask =
    { $count ->
        [one] Remove { $name }? It has one reader. Articles that came stay.
       *[other] Remove { $name }? It has { $count } readers. Articles that came stay.
    }
shelf-ask-configured =
    { $count ->
        [one] Remove { $name }? It has one reader. It is in the configuration and comes back with a restart unless taken out there.
       *[other] Remove { $name }? It has { $count } readers. It is in the configuration and comes back with a restart unless taken out there.
    }
shelf-tried =
    { $count ->
        [one] 🔍 One entry came, in { $seconds } s:
       *[other] 🔍 { $count } entries came, in { $seconds } s:
    }
shelf-tried-page = 🔍 A page came, in { $seconds } s, and no feed.
shelf-tried-failed = 🔍 Nothing came, in { $seconds } s:
shelf-import = 📥 Import OPML
shelf-export = 📤 Export OPML
shelf-export-title = Feeds of Jianbao
shelf-exported =
    { $count ->
        [one] { $count } feed
       *[other] { $count } feeds
    }
shelf-open = Show sources
shelf-how-to-import = Send me an .opml file, or paste what is in it. At most { $most } feeds at once.
shelf-imported = 📥 Added { $added }, known before { $known }.
shelf-bad =
    { $count ->
        [one] One address cannot be used:
       *[other] { $count } addresses cannot be used:
    }
shelf-left =
    { $count ->
        [one] One more was beyond what is taken at once, and was left out.
       *[other] { $count } more were beyond what is taken at once, and were left out.
    }
shelf-no-list = { $reason }; nothing was imported.
shelf-too-large = The file is too large; nothing was imported.
shelf-no-file = The file could not be fetched; please send it again.
toast-source-gone = This source is not there any more
toast-source-paused = ⏸ Paused
toast-source-resumed = ▶️ Resumed
toast-source-removed = 🗑 Removed { $name }
