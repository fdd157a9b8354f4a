-- Files that wait for a question to be sent. The conversation not begun has an empty id.
CREATE TABLE draft_file (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    conversation TEXT NOT NULL,
    size INTEGER NOT NULL CHECK (size >= 0),
    name ANY NOT NULL,
    bytes ANY NOT NULL
) STRICT;

CREATE INDEX draft_file_conversation ON draft_file (conversation);

-- how a model is asked in it, as JSON
ALTER TABLE conversation ADD COLUMN setup ANY;

-- put away, until something more is said in it
ALTER TABLE conversation ADD COLUMN archived_ns INTEGER;

-- taken away with what was said below it, until it is brought back or the next holder removes it
ALTER TABLE message ADD COLUMN removed_ns INTEGER;
CREATE INDEX message_removed ON message (removed_ns) WHERE removed_ns IS NOT NULL;

-- What a person keeps to use again: prompts, and ways to ask a model.
CREATE TABLE template (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('PROMPT', 'PRESET')),
    name ANY NOT NULL,
    text ANY NOT NULL
) STRICT;
