"""The schema's history: appended, never edited. Times are seconds since 1970 in UTC."""

MIGRATIONS: tuple[str, ...] = (
    """
    CREATE TABLE source (
        id INTEGER PRIMARY KEY,
        kind TEXT NOT NULL,
        place TEXT NOT NULL UNIQUE,
        indexed_at REAL
    );
    CREATE TABLE category (
        id INTEGER PRIMARY KEY,
        parent_id INTEGER REFERENCES category (id),
        key TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL
    );
    CREATE INDEX category_by_parent ON category (parent_id);
    CREATE TABLE article (
        id INTEGER PRIMARY KEY,
        source_id INTEGER NOT NULL REFERENCES source (id),
        category_id INTEGER NOT NULL REFERENCES category (id),
        content_hash TEXT NOT NULL,
        published REAL,
        collected_at REAL NOT NULL,
        content TEXT NOT NULL,
        digest TEXT NOT NULL
    );
    CREATE INDEX article_by_hash ON article (source_id, content_hash);
    CREATE INDEX article_by_category ON article (category_id, collected_at);
    CREATE TABLE post_file (
        source_id INTEGER NOT NULL REFERENCES source (id),
        path TEXT NOT NULL,
        mtime_ns INTEGER NOT NULL,
        size INTEGER NOT NULL,
        title_key TEXT NOT NULL,
        category_id INTEGER REFERENCES category (id),
        article_id INTEGER REFERENCES article (id),
        PRIMARY KEY (source_id, path)
    ) WITHOUT ROWID;
    CREATE INDEX post_file_by_title ON post_file (source_id, title_key);
    CREATE INDEX post_file_by_category ON post_file (category_id);
    CREATE INDEX post_file_by_article ON post_file (article_id) WHERE article_id IS NOT NULL;
    CREATE TABLE chat (
        id INTEGER PRIMARY KEY,
        kind TEXT NOT NULL,
        language TEXT NOT NULL,
        time_zone TEXT NOT NULL,
        state TEXT NOT NULL,
        created_at REAL NOT NULL
    );
    CREATE TABLE subscription (
        chat_id INTEGER NOT NULL REFERENCES chat (id) ON UPDATE CASCADE ON DELETE CASCADE,
        category_id INTEGER NOT NULL REFERENCES category (id),
        created_at REAL NOT NULL,
        PRIMARY KEY (chat_id, category_id)
    ) WITHOUT ROWID;
    CREATE INDEX subscription_by_category ON subscription (category_id, chat_id);
    CREATE TABLE delivery (
        id INTEGER PRIMARY KEY,
        chat_id INTEGER NOT NULL REFERENCES chat (id) ON UPDATE CASCADE ON DELETE CASCADE,
        what TEXT NOT NULL,
        lane INTEGER NOT NULL,
        state TEXT NOT NULL DEFAULT 'due',
        due_at REAL NOT NULL,
        expires_at REAL,
        attempts INTEGER NOT NULL DEFAULT 0,
        uncertain INTEGER NOT NULL DEFAULT 0,
        lease_until REAL,
        message_id INTEGER,
        reason TEXT,
        settled_at REAL,
        UNIQUE (chat_id, what)
    );
    CREATE INDEX delivery_due ON delivery (lane, due_at, id) WHERE state = 'due';
    CREATE INDEX delivery_claimed ON delivery (lease_until) WHERE state = 'claimed';
    CREATE INDEX delivery_by_what ON delivery (what, state);
    CREATE TABLE broadcast (
        id INTEGER PRIMARY KEY,
        admin_id INTEGER NOT NULL,
        text TEXT NOT NULL,
        category_id INTEGER REFERENCES category (id),
        state TEXT NOT NULL,
        created_at REAL NOT NULL
    );
    CREATE TABLE audit (
        id INTEGER PRIMARY KEY,
        at REAL NOT NULL,
        person_id INTEGER NOT NULL,
        action TEXT NOT NULL,
        subject TEXT NOT NULL
    );
    """,
    """
    CREATE INDEX delivery_due_of_chat ON delivery (chat_id, id) WHERE state = 'due';
    CREATE INDEX delivery_due_expires ON delivery (expires_at) WHERE state = 'due';
    """,
    """
    -- A table with row ids: its indexes hold those instead of long paths, so an index of posts is made twice as fast.
    CREATE TABLE post_file_new (
        id INTEGER PRIMARY KEY,
        source_id INTEGER NOT NULL REFERENCES source (id),
        path TEXT NOT NULL,
        mtime_ns INTEGER NOT NULL,
        size INTEGER NOT NULL,
        title_key TEXT NOT NULL,
        category_id INTEGER REFERENCES category (id),
        article_id INTEGER REFERENCES article (id),
        UNIQUE (source_id, path)
    );
    INSERT INTO post_file_new (source_id, path, mtime_ns, size, title_key, category_id, article_id)
        SELECT source_id, path, mtime_ns, size, title_key, category_id, article_id FROM post_file;
    DROP TABLE post_file;
    ALTER TABLE post_file_new RENAME TO post_file;
    CREATE INDEX post_file_by_title ON post_file (source_id, title_key);
    CREATE INDEX post_file_by_category ON post_file (category_id);
    CREATE INDEX post_file_by_article ON post_file (article_id) WHERE article_id IS NOT NULL;
    -- When an article counts as new: a date in the future must not keep it on top for ever.
    ALTER TABLE article ADD COLUMN shown_at REAL NOT NULL DEFAULT 0;
    UPDATE article SET shown_at = min(coalesce(published, collected_at), collected_at);
    DROP INDEX article_by_category;
    CREATE INDEX article_by_category ON article (category_id, shown_at);
    """,
    """
    ALTER TABLE chat ADD COLUMN length TEXT NOT NULL DEFAULT 'standard';
    """,
    """
    ALTER TABLE chat ADD COLUMN seen_at REAL NOT NULL DEFAULT 0; -- when somebody last spoke or pressed there
    ALTER TABLE chat ADD COLUMN state_at REAL NOT NULL DEFAULT 0; -- when it last changed its state
    ALTER TABLE chat ADD COLUMN held_until REAL NOT NULL DEFAULT 0; -- Telegram asked for so long a pause
    UPDATE chat SET seen_at = created_at, state_at = created_at;
    ALTER TABLE delivery ADD COLUMN born_at REAL; -- when what it tells came about
    UPDATE delivery SET born_at = due_at WHERE state IN ('due', 'claimed');
    ALTER TABLE delivery ADD COLUMN digest_id INTEGER; -- the digest that told it
    CREATE INDEX delivery_by_digest ON delivery (digest_id) WHERE digest_id IS NOT NULL;
    CREATE TABLE digest (
        id INTEGER PRIMARY KEY,
        chat_id INTEGER NOT NULL REFERENCES chat (id) ON UPDATE CASCADE ON DELETE CASCADE,
        created_at REAL NOT NULL
    );
    CREATE INDEX delivery_failed ON delivery (settled_at) WHERE state = 'failed';
    -- How many deliveries ended how in each hour since 1970; counting a million rows would keep people waiting.
    CREATE TABLE tally (
        hour INTEGER NOT NULL,
        lane INTEGER NOT NULL,
        state TEXT NOT NULL,
        count INTEGER NOT NULL,
        PRIMARY KEY (hour, lane, state)
    ) WITHOUT ROWID;
    INSERT INTO tally SELECT CAST(coalesce(settled_at, due_at) / 3600 AS INTEGER), lane, state, count(*) FROM delivery
        WHERE state NOT IN ('due', 'claimed') GROUP BY 1, 2, 3;
    CREATE TRIGGER delivery_ends AFTER UPDATE OF state ON delivery
    WHEN old.state IN ('due', 'claimed') AND new.state NOT IN ('due', 'claimed') BEGIN
        INSERT INTO tally (hour, lane, state, count)
        VALUES (CAST(coalesce(new.settled_at, strftime('%s', 'now')) / 3600 AS INTEGER), new.lane, new.state, 1)
        ON CONFLICT (hour, lane, state) DO UPDATE SET count = count + 1;
    END;
    -- A broadcast is sent, corrected or recalled; each of the three is a row that goes the same way.
    CREATE TABLE broadcast_new (
        id INTEGER PRIMARY KEY,
        kind TEXT NOT NULL, -- send, correction, recall
        of_id INTEGER, -- what a correction or recall is of
        admin_id INTEGER NOT NULL,
        state TEXT NOT NULL,
        content TEXT NOT NULL,
        audience TEXT NOT NULL,
        lane INTEGER NOT NULL,
        spread REAL NOT NULL DEFAULT 0, -- seconds over which it is to be sent
        awaits TEXT NOT NULL DEFAULT '', -- what the admin's next message is taken for
        card_chat_id INTEGER, -- the message that shows how it stands
        card_message_id INTEGER,
        approved_by INTEGER,
        total INTEGER NOT NULL DEFAULT 0, -- chats it is for, counted when it was confirmed
        fed INTEGER NOT NULL DEFAULT 0, -- chats reserved so far
        cursor INTEGER, -- the last of them
        created_at REAL NOT NULL,
        confirmed_at REAL,
        start_at REAL,
        began_at REAL,
        ended_at REAL,
        expires_at REAL
    );
    INSERT INTO broadcast_new (id, kind, admin_id, state, content, audience, lane, total, fed, cursor, created_at,
        confirmed_at, start_at, began_at, ended_at)
    SELECT id, 'send', admin_id, CASE state WHEN 'confirmed' THEN 'sending' ELSE 'cancelled' END,
        json_object('versions', json_object('', json_object('text', text)), 'labelled', json('true')),
        json_object('category_ids', CASE WHEN category_id IS NULL THEN json('[]') ELSE json_array(category_id) END),
        40, sent, sent, 9223372036854775807, created_at,
        CASE state WHEN 'confirmed' THEN created_at END, CASE state WHEN 'confirmed' THEN created_at END,
        CASE state WHEN 'confirmed' THEN created_at END, CASE state WHEN 'confirmed' THEN NULL ELSE created_at END
    FROM (SELECT *, (SELECT count(*) FROM delivery WHERE what = 'broadcast:' || broadcast.id) AS sent FROM broadcast);
    DROP TABLE broadcast;
    ALTER TABLE broadcast_new RENAME TO broadcast;
    """,
    """
    CREATE TABLE feed (
        source_id INTEGER PRIMARY KEY REFERENCES source (id),
        title TEXT NOT NULL DEFAULT '',
        category TEXT NOT NULL DEFAULT '[]', -- where its articles belong; empty: where each of them says
        full_text INTEGER NOT NULL DEFAULT 1, -- a teaser is completed from its page
        added_by INTEGER, -- the person who added it; NULL for one of the configuration
        created_at REAL NOT NULL,
        next_check_at REAL NOT NULL,
        listed_at REAL, -- when its document was last read
        paused INTEGER NOT NULL DEFAULT 0,
        gone INTEGER NOT NULL DEFAULT 0,
        state TEXT NOT NULL DEFAULT '{}' -- all else that asking it needs
    );
    CREATE INDEX feed_due ON feed (next_check_at) WHERE paused = 0 AND gone = 0;
    CREATE TABLE entry (
        id INTEGER PRIMARY KEY,
        source_id INTEGER NOT NULL REFERENCES feed (source_id) ON DELETE CASCADE,
        key TEXT NOT NULL,
        link TEXT NOT NULL,
        title TEXT NOT NULL,
        titled TEXT NOT NULL,
        content TEXT NOT NULL,
        article_id INTEGER REFERENCES article (id),
        untold INTEGER NOT NULL DEFAULT 0, -- its article is still to be announced
        seen_at REAL NOT NULL, -- when its document last listed it, to the day
        UNIQUE (source_id, key)
    );
    CREATE INDEX entry_by_link ON entry (source_id, link) WHERE link <> '';
    CREATE INDEX entry_by_title ON entry (source_id, titled) WHERE titled <> '';
    CREATE INDEX entry_by_seen ON entry (source_id, seen_at);
    CREATE INDEX entry_by_article ON entry (article_id) WHERE article_id IS NOT NULL;
    CREATE INDEX entry_untold ON entry (id) WHERE untold = 1;
    """,
    """
    -- the chat whose own it is, if not everybody's; 0: it only holds such
    ALTER TABLE category ADD COLUMN owner INTEGER;
    CREATE INDEX category_by_owner ON category (owner);
    ALTER TABLE feed ADD COLUMN owner INTEGER; -- the chat whose own it is, if not everybody's
    CREATE TABLE pasted ( -- who may read an article that somebody pasted the link of
        article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
        chat_id INTEGER NOT NULL REFERENCES chat (id) ON UPDATE CASCADE ON DELETE CASCADE,
        PRIMARY KEY (article_id, chat_id)
    ) WITHOUT ROWID;
    CREATE INDEX pasted_by_chat ON pasted (chat_id);
    CREATE TABLE wish ( -- who waits until an admin agrees to a feed
        source_id INTEGER NOT NULL REFERENCES feed (source_id) ON DELETE CASCADE,
        chat_id INTEGER NOT NULL REFERENCES chat (id) ON UPDATE CASCADE ON DELETE CASCADE,
        PRIMARY KEY (source_id, chat_id)
    ) WITHOUT ROWID;
    CREATE INDEX wish_by_chat ON wish (chat_id);
    """,
    """
    ALTER TABLE chat ADD COLUMN muted_at REAL; -- since when it lets the bot write nothing, if it did so last
    """,
    """
    ALTER TABLE subscription ADD COLUMN topic INTEGER; -- the topic of a forum where it was chosen
    """,
    """
    CREATE TABLE "update" ( -- what Telegram reported and is not done yet
        id INTEGER PRIMARY KEY, -- Telegram's number
        content TEXT NOT NULL, -- JSON as it came
        taken_at REAL NOT NULL,
        tries INTEGER NOT NULL DEFAULT 0 -- how many starts found it
    );
    """,
    """
    DROP INDEX article_by_hash; -- of which article says the same is also asked over all sources
    CREATE INDEX article_by_content ON article (content_hash, source_id);
    CREATE INDEX article_by_link ON article (content ->> 'link');
    """,
    """
    -- What rewrites or takes back a message delivers none, and counts in no figures.
    DROP TRIGGER delivery_ends;
    CREATE TRIGGER delivery_ends AFTER UPDATE OF state ON delivery
    WHEN old.state IN ('due', 'claimed') AND new.state NOT IN ('due', 'claimed') AND NOT (
        new.what LIKE 'broadcast:%'
        AND EXISTS (SELECT 1 FROM broadcast WHERE id = CAST(substr(new.what, 11) AS INTEGER) AND kind <> 'send')
    ) BEGIN
        INSERT INTO tally (hour, lane, state, count)
        VALUES (CAST(coalesce(new.settled_at, strftime('%s', 'now')) / 3600 AS INTEGER), new.lane, new.state, 1)
        ON CONFLICT (hour, lane, state) DO UPDATE SET count = count + 1;
    END;
    """,
)
