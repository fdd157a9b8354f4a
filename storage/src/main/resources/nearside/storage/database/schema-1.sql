-- Order is by seq, never by time. Times are nanoseconds since 1970.
-- What people and models write stands only in columns of type ANY (title, decision, text): they
-- hold text today and may hold sealed bytes later without another table.

CREATE TABLE conversation (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    created_ns INTEGER NOT NULL,
    -- seq and time of the message begun last
    changed INTEGER NOT NULL DEFAULT 0,
    changed_ns INTEGER NOT NULL,
    -- the end of the shown path through its messages
    leaf INTEGER REFERENCES message (seq) DEFERRABLE INITIALLY DEFERRED,
    deleted_ns INTEGER,
    title ANY NOT NULL
) STRICT;

CREATE INDEX conversation_leaf ON conversation (leaf);

CREATE TABLE message (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    conversation INTEGER NOT NULL REFERENCES conversation (seq) ON DELETE CASCADE,
    parent INTEGER REFERENCES message (seq) ON DELETE CASCADE,
    speaker TEXT NOT NULL CHECK (speaker IN ('SYSTEM', 'USER', 'ASSISTANT')),
    state TEXT NOT NULL
        CHECK (state IN ('WRITING', 'DONE', 'LENGTH', 'STOPPED', 'CUT', 'FAILED')),
    begun_ns INTEGER NOT NULL,
    -- what the footer of a reply tells: all of it or nothing
    model TEXT,
    prompt_tokens INTEGER,
    reply_tokens INTEGER,
    first_word_seconds REAL,
    tokens_per_second REAL,
    finished_ns INTEGER,
    decision ANY
) STRICT;

CREATE INDEX message_conversation ON message (conversation);
CREATE INDEX message_parent ON message (parent);
CREATE INDEX message_writing ON message (state) WHERE state = 'WRITING';

CREATE TABLE segment (
    message INTEGER NOT NULL REFERENCES message (seq) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    source TEXT NOT NULL CHECK (source IN ('HERE', 'BORROWED')),
    text ANY NOT NULL,
    PRIMARY KEY (message, ordinal)
) STRICT;

-- What was appended to a reply since it was opened; becomes segments when the reply ends.
CREATE TABLE piece (
    message INTEGER NOT NULL REFERENCES message (seq) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    source TEXT NOT NULL CHECK (source IN ('HERE', 'BORROWED')),
    text ANY NOT NULL,
    PRIMARY KEY (message, ordinal)
) STRICT;

CREATE TABLE token_count (
    message INTEGER NOT NULL REFERENCES message (seq) ON DELETE CASCADE,
    tokenizer TEXT NOT NULL,
    tokens INTEGER NOT NULL CHECK (tokens >= 0),
    PRIMARY KEY (message, tokenizer)
) STRICT, WITHOUT ROWID;

-- The draft of the conversation not begun has an empty id.
CREATE TABLE draft (
    conversation TEXT NOT NULL PRIMARY KEY,
    text ANY NOT NULL
) STRICT;
