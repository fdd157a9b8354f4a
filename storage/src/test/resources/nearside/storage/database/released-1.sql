-- The first released schema with rows, frozen: what people have on their disks. Never change it.

CREATE TABLE conversation (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    created_ns INTEGER NOT NULL,
    changed INTEGER NOT NULL DEFAULT 0,
    changed_ns INTEGER NOT NULL,
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

CREATE TABLE draft (
    conversation TEXT NOT NULL PRIMARY KEY,
    text ANY NOT NULL
) STRICT;

INSERT INTO conversation (seq, id, created_ns, changed, changed_ns, title)
VALUES (1, '019b7c5e-3c4e-7000-8000-000000000001', 1767323045678000000, 2, 1767323045678000000,
    'Why is the sky blue?');
INSERT INTO message (seq, id, conversation, parent, speaker, state, begun_ns) VALUES
    (1, '019b7c5e-3c4e-7001-8000-000000000002', 1, NULL, 'USER', 'DONE', 1767323045678000000);
INSERT INTO message (seq, id, conversation, parent, speaker, state, begun_ns, model, prompt_tokens,
    reply_tokens, first_word_seconds, tokens_per_second, finished_ns, decision)
VALUES (2, '019b7c5e-3c4e-7002-8000-000000000003', 1, 1, 'ASSISTANT', 'DONE', 1767323045678000000,
    'smollm2-135m-instruct-int4', 38, 5, 0.25, 61.5, 1767323047678000000, '{"reason":"FITS"}');
UPDATE conversation SET leaf = 2 WHERE seq = 1;
INSERT INTO segment (message, ordinal, source, text) VALUES
    (1, 0, 'HERE', 'Why is the sky blue?'),
    (2, 0, 'HERE', 'Because of scattering.');
INSERT INTO token_count (message, tokenizer, tokens) VALUES (1, 'hash', 6);
INSERT INTO draft (conversation, text) VALUES ('', 'And at night');
PRAGMA application_id = 1315266930;
PRAGMA user_version = 1;
