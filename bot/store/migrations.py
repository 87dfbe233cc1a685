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
)
