-- read by a model whatever else of the conversation it has no room for
ALTER TABLE message ADD COLUMN pinned_ns INTEGER;
CREATE INDEX message_pinned ON message (conversation) WHERE pinned_ns IS NOT NULL;
