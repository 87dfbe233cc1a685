# Commands
command-broadcast = Broadcast to readers
command-broadcasts = Past and running broadcasts

# The card
desk-title = 📣 Broadcast #{ $id }
desk-title-correction = ✏️ Correction #{ $id } (of broadcast #{ $of })
desk-title-recall = 🗑 Recall #{ $id } (of broadcast #{ $of })
desk-state-draft = draft
desk-state-proposed = waiting for consent
desk-state-scheduled = scheduled
desk-state-sending = under way
desk-state-paused = paused
desk-state-done = done
desk-state-cancelled = cancelled
desk-state-dropped = thrown away
desk-state-recalled = recalled
desk-empty = (nothing yet)
desk-photo-only = 🖼 Picture
desk-article = 📰 Article: { $title }
desk-has-photo = 🖼 with a picture
desk-has-buttons =
    { $count ->
        [one] 🔗 { $count } button
       *[other] 🔗 { $count } buttons
    }
desk-has-version = 🌐 { $name }
desk-has-correction = ✏️ Correction #{ $id }
desk-has-recall = 🗑 Recall #{ $id }
desk-for =
    { $count ->
        [one] 👥 { $audience }: { $count } chat
       *[other] 👥 { $audience }: { $count } chats
    }
desk-everyone = Everyone
desk-audience-reached = those who got broadcast #{ $of }
desk-active = active in the last { $days } days
desk-kind-private = Private
desk-kind-group = Groups
desk-kind-channel = Channels
desk-at-once = At once
desk-paid = Faster, paid in Stars
desk-spread-over =
    { $hours ->
        [one] Spread over { $hours } hour
       *[other] Spread over { $hours } hours
    }
desk-starts = 🕗 Starts { $time }. Until then it can be taken back.
desk-starts-soon = ⏳ Starts { $time }. It can still be taken back.
desk-proposed-own = ⏳ This goes to many, so another admin was asked to confirm.
desk-proposed-other = Do you agree to send it?
desk-proposed-by = { $who } would like to broadcast the above. A second admin has to agree.
desk-told-approved = ✅ { $who } agreed to broadcast #{ NUMBER($id, useGrouping: 0) }.
desk-told-refused = ↩️ { $who } sent broadcast #{ NUMBER($id, useGrouping: 0) } back; it is a draft again.

# Figures
desk-sent = { $count } sent
desk-corrected = { $count } corrected
desk-recalled = { $count } deleted
desk-blocked = { $count } blocked
desk-failed = { $count } failed
desk-missed = { $count } not sent
desk-left = { $count } left
desk-rate = { $rate } a second
desk-to-go = about { $time } to go
desk-shut =
    { $count ->
        [one] 🔇 The one left lets me write nothing at present; I try again until { $time }
       *[other] 🔇 The { $count } left let me write nothing at present; I try again until { $time }
    }
desk-pace-unknown = Starting…
desk-took = Took { $time }
desk-seconds = { $count } s
desk-minutes = { $count } min
desk-hours = { $hours } h { $minutes } min
desk-days = { $days } d { $hours } h
desk-tomorrow = tomorrow { $time }
desk-you = you
desk-admin = admin { $id }

# What is awaited
desk-ask-text =
    ✍️ Send me what to broadcast:
    · text, with formatting as you type it
    · a picture, with or without a caption
    · or the link of an article I know
desk-ask-correction = ✍️ Send me the corrected text. It takes the place of what readers got.
desk-ask-version = ✍️ Send me the text in { $name }.
desk-ask-photo = ✍️ Send me a picture (as a photo, not as a file).
desk-ask-buttons =
    ✍️ One button a line: label { "|" } link, such as
    Read more { "|" } https://example.org/1
desk-ask-time = ✍️ When? For example 20:30, tomorrow 9:00, 11-30 09:00, +2h
desk-ask-days = ✍️ Active in the last how many days? Send me a number, such as 14.
desk-ask-category = ✍️ Send me the name of a category, or of several.

# What cannot be taken
desk-problem-empty = There is nothing to send yet. Send me a text, a picture or the link of an article.
desk-problem-long = The text is too long: at most { $limit } characters (1,024 with a picture).
desk-problem-days = That is no number of days from 1 to { $most }.
desk-problem-photo = That is no picture.
desk-problem-picture = A correction changes the text only, not the picture. Send me the text alone; for another picture, recall this and broadcast anew.
desk-problem-button = I can’t read this line: { $line }
desk-problem-label = A button has room for { $limit } characters: { $line }
desk-most-buttons = At most { $count } buttons; links begin with http or https.
desk-problem-time = I can’t read that time.
desk-problem-past = That time has passed already.
desk-problem-skipped = The clocks skip that time on that day. Please choose another.
desk-problem-far = That is too far away; a year is the most.
desk-odd-album = One picture is the most. Please send me that one by itself; a caption may come with it.
desk-odd-forward = A forwarded message can’t be broadcast. Please copy its text or picture and send me that.
desk-odd-media = I can broadcast text, one picture or the link of an article, but no voice, stickers or files.

# Buttons
desk-text = 📝 Text
desk-photo = 🖼 Picture
desk-buttons = 🔗 Buttons
desk-audience = 👥 Audience
desk-versions = 🌐 Languages
desk-time = 🕗 Time
desk-spread = ⏳ Spread
desk-speed = ⭐ Faster
desk-preview = 👁 Preview
desk-dry = 🧮 Dry run
desk-send = ✅ Send
desk-send-correction = ✅ Correct
desk-drop = 🗑 Discard
desk-stop-asking = ✖️ Never mind
desk-remove = ✖️ Remove
desk-remove-photo = ✖️ Remove picture
desk-remove-buttons = ✖️ Remove buttons
desk-categories = 📚 Categories
desk-type-category = ✍️ Type a category
desk-days-button = Active { $days } d
desk-other-days = ✍️ Another number of days
desk-in-an-hour = In an hour
desk-type-time = ✍️ Type a time
desk-spread-none = All at once
desk-spread-hours = { $hours } h
desk-undo = ↩️ Take back
desk-take-back = ↩️ Take back
desk-approve = ✅ Agree
desk-refuse = ↩️ Send back
desk-pause = ⏸ Pause
desk-resume = ▶️ Resume
desk-cancel = ✖️ Cancel
desk-refresh = 🔄 Refresh
desk-correct = ✏️ Correct
desk-recall = 🗑 Recall all
desk-csv = 📄 Who missed it
desk-log = 🕓 Log
desk-new = 📣 New broadcast
desk-yes-send = ✅ Yes, send
desk-yes-rewrite = ✅ Yes, correct
desk-yes-drop = 🗑 Yes, discard
desk-yes-paid = ⭐ Pay for speed
desk-yes-cancel = ✖️ Yes, stop
desk-yes-recall = 🗑 Yes, delete

# Questions
desk-ask-send = Send it?
desk-ask-rewrite = Put the corrected text in the place of what readers got?
desk-ask-drop = Discard this draft? What is written in it cannot be brought back.
desk-ask-cancel =
    { $count ->
        [one] { $count } chat is left. Once cancelled it can’t go on; what was sent stays.
       *[other] { $count } chats are left. Once cancelled it can’t go on; what was sent stays.
    }
desk-ask-recall =
    { $count ->
        [one] Delete the message in { $count } chat? What is not sent yet stops too.
       *[other] Delete the message in { $count } chats? What is not sent yet stops too.
    }
desk-audience-hint = Tap to choose, tap again to undo. Several choices must all apply.
desk-versions-ask = Which language gets a text of its own? Everyone else sees the common one.
desk-time-ask = When does it start? Times are in your zone ({ $zone }).
desk-spread-ask = Over how many hours?
desk-paid-ask =
    { $count ->
        [one] ⭐ Speed costs 0.1 Stars a message: up to { $rate } a second, to { $count } chat.
       *[other] ⭐ Speed costs 0.1 Stars a message: up to { $rate } a second, to { $count } chats.
    }
desk-dry-title = 🧮 Dry run: nothing was sent.
desk-dry-readers =
    { $count ->
        [one] 👥 It goes to { $count } chat
       *[other] 👥 It goes to { $count } chats
    }
desk-dry-kinds = { $private } private · { $groups } groups · { $channels } channels
desk-dry-takes = ⏱ About { $time } ({ $rate } a second)
desk-dry-start = 🕗 Starts { $time }
desk-dry-stars =
    { $count ->
        [one] ⭐ About { $count } Star
       *[other] ⭐ About { $count } Stars
    }
desk-log-title = 🕓 Who did what:
desk-list-title = Broadcasts
desk-list-hint = Tap one to see it.
desk-list-empty = There are none yet.

# Acts
desk-did-drafted = drafted it
desk-did-confirmed = sent it
desk-did-proposed = asked for consent
desk-did-approved = agreed
desk-did-refused = sent it back
desk-did-undone = took it back
desk-did-paused = paused it
desk-did-resumed = resumed it
desk-did-cancelled = cancelled it
desk-did-recalled = recalled it
desk-did-corrected = began a correction
desk-did-csv = took the list of who missed it

# Toasts
toast-desk-decided = This was dealt with already
toast-desk-back = ↩️ It is a draft again
toast-desk-late = Too late: { $who } { $did }
toast-desk-own-proposal = Another admin has to agree
toast-desk-nobody = Nobody would get it. Change the audience first
toast-desk-nothing = There is nothing left to correct or recall (recalls work for 48 hours)
toast-desk-csv = Here is the list
toast-desk-preview =
    { $count ->
        [one] 👆 This is what readers will see
       *[other] 👆 This is what readers will see, { $count } versions
    }
