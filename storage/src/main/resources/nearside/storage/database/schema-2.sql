-- Content is sealed from here on: columns of type ANY hold bytes, written and read by Contents.

CREATE TABLE vault (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    id TEXT NOT NULL,
    -- tells the right key from others
    proof TEXT NOT NULL
) STRICT;

CREATE TABLE folder (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    name ANY NOT NULL
) STRICT;

CREATE TABLE tag (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    name ANY NOT NULL
) STRICT;

ALTER TABLE conversation ADD COLUMN pinned_ns INTEGER;
ALTER TABLE conversation ADD COLUMN folder INTEGER REFERENCES folder (seq) ON DELETE SET NULL;
-- what another program kept of it and this one has no place for, as JSON
ALTER TABLE conversation ADD COLUMN extra ANY;
ALTER TABLE message ADD COLUMN extra ANY;

CREATE INDEX conversation_folder ON conversation (folder);

CREATE TABLE tagged (
    conversation INTEGER NOT NULL REFERENCES conversation (seq) ON DELETE CASCADE,
    tag INTEGER NOT NULL REFERENCES tag (seq) ON DELETE CASCADE,
    PRIMARY KEY (conversation, tag)
) STRICT, WITHOUT ROWID;

CREATE INDEX tagged_tag ON tagged (tag);

CREATE TABLE attachment (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    message INTEGER NOT NULL REFERENCES message (seq) ON DELETE CASCADE,
    size INTEGER NOT NULL CHECK (size >= 0),
    name ANY NOT NULL
) STRICT;

CREATE INDEX attachment_message ON attachment (message);

CREATE TABLE attachment_block (
    attachment INTEGER NOT NULL REFERENCES attachment (seq) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    bytes ANY NOT NULL,
    PRIMARY KEY (attachment, ordinal)
) STRICT;
