package nearside.copilot.context.cost;

/// A run of bytes in a prompt: two with the same number are the same bytes.
record Piece(long id, int tokens) {}
