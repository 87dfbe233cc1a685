news-untitled = (untitled)
news-date =
    { $day } { $month ->
        [1] Jan
        [2] Feb
        [3] Mar
        [4] Apr
        [5] May
        [6] Jun
        [7] Jul
        [8] Aug
        [9] Sep
        [10] Oct
        [11] Nov
       *[12] Dec
    } { $time }
news-date-year =
    { $day } { $month ->
        [1] Jan
        [2] Feb
        [3] Mar
        [4] Apr
        [5] May
        [6] Jun
        [7] Jul
        [8] Aug
        [9] Sep
        [10] Oct
        [11] Nov
       *[12] Dec
    } { $year } { $time }
news-collected = collected { $date }
news-summary-button = Summary
news-evidence-button = Evidence
news-full-button = Full text
news-original-button = Source
news-mute-button = Mute topic
news-subscribe-button = ➕ Subscribe
news-back-button = Close
news-page-button = { $page }/{ $pages }
news-headline-label = 📢 Headline

# Evidence
evidence-intro =
    { $count ->
        [one] Chosen from the article’s { $total } sentences:
       *[other] These { $count } were chosen from the article’s { $total } sentences:
    }
evidence-place = Paragraph { $paragraph }, sentence { $number }
evidence-gone = The article has changed since and no longer holds this sentence
evidence-between = {"; "}
evidence-more =
    { $count ->
        [one] One more does not fit here.
       *[other] { $count } more do not fit here.
    }
evidence-whole = This article is so short that you got every word of it; nothing was left out.
reason-opens = opens the article
reason-title = closest to the title
reason-topic = on the article’s main subject
reason-words = uses words that headlines are made of
reason-concise = says much in few words
reason-new = adds what the others leave out

# Not seen yet
missed-title = 📬 { $count } not seen yet
missed-hint = Tap a number to read its summary:
