# Links and following
command-follow = Follow a site, e.g. /follow example.com
find-feed = 📡 The feed { $name }
find-newest = Newest:
find-feed-empty = It has no articles yet.
find-page = This page has feeds. Which one do you want to follow?
button-follow = ➕ Follow { $name }
look-too-often = 🙏 Slow down a little: { $count } links a minute at most. Please send it again in a while.
look-nothing = This address is neither a page nor a feed; there is nothing to read.
look-no-article = There is no article on this page, and it names no feed.
follow-usage = Write an address after /follow, such as /follow https://example.com/feed
follow-off = Addresses cannot be followed right now.
follow-no-feed = There is no feed at this address, so it cannot be followed.
followed = ✅ You follow { $name } now. New articles will come here.
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
