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
news-full-button = Full text
news-original-button = Source
news-mute-button = Mute this kind
news-back-button = Close
news-page-button = { $page }/{ $pages }
news-headline-label = 📢 Headline
